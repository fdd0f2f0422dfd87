import type { Issue } from '../issues.ts';
import type { MeetingEntry, ParsedContent } from '../parse/parse-content.ts';
import { recommendedFields } from '../schema.ts';

/** Checks of the facts of each meeting that its schema can't express. */
export function checkMeetingFacts({ meetings }: ParsedContent): Issue[] {
  return meetings.flatMap((meeting) => [
    ...checkDates(meeting),
    ...checkSides(meeting),
    ...checkAttendees(meeting),
    ...findMissingFields(meeting),
  ]);
}

function checkDates({ id, data: { date, source }, filePath: file }: MeetingEntry): Issue[] {
  const issues: Issue[] = [];
  // A folder without a date is another issue.
  if (/^\d{4}-/u.test(id) && !id.startsWith(date)) {
    const message = `must be the date of the folder's name, '${id.slice(0, 10)}'`;
    issues.push({ code: 'wrong-date', file, field: 'date', message });
  }
  if (source.received < date) {
    const message = `must not be before the meeting, which was on '${date}'`;
    issues.push({ code: 'wrong-date', file, field: 'source.received', message });
  }
  return issues;
}

function checkSides({ data: { sides, mentioned }, filePath: file }: MeetingEntry): Issue[] {
  const ids = sides?.map(({ id }) => id) ?? [];
  return [
    ...mentioned.flatMap(({ side }, index): Issue[] => {
      const message = `'${side ?? ''}' is not a side of the meeting`;
      const field = `mentioned.${String(index)}.side`;
      return side === undefined || ids.includes(side) ? [] : [{ code: 'unknown-side', file, field, message }];
    }),
    ...ids.flatMap((id, index): Issue[] => {
      const field = `sides.${String(index)}.id`;
      const message = 'is the id of another side too';
      return ids.indexOf(id) === index ? [] : [{ code: 'duplicate-side', file, field, message }];
    }),
  ];
}

/** Names and posts are quotations: of the introduction, or of the source if there is none. */
function checkAttendees({ data: { sides, sourceText }, body, filePath: file }: MeetingEntry): Issue[] {
  const [text, place] = body.trim() === '' ? [sourceText, 'source.txt'] : [body, 'the introduction'];
  const people = (sides ?? []).flatMap(({ lead, attended }, side) => [
    { person: lead, path: `sides.${String(side)}.lead` },
    ...attended.map((person, index) => ({ person, path: `sides.${String(side)}.attended.${String(index)}` })),
  ]);
  return people.flatMap(({ person, path }) =>
    (['name', 'post'] as const)
      .filter((part) => !text.includes(person[part]))
      .map((part) => ({
        code: 'not-a-quotation',
        file,
        field: `${path}.${part}`,
        message: `'${person[part]}' is not in ${place}`,
      })),
  );
}

/** Fields that are not filled in yet only warn: pages leave them out. */
function findMissingFields({ data, filePath: file }: MeetingEntry): Issue[] {
  return recommendedFields.flatMap(([field, content]): Issue[] => {
    const value = field
      .split('.')
      .reduce<unknown>((from, key) => Object.entries(from ?? {}).find(([name]) => name === key)?.[1], data);
    const isMissing = value === undefined || (Array.isArray(value) && value.length === 0);
    const message = `is missing (recommended): ${content}`;
    return isMissing ? [{ code: 'missing-recommended-field', file, field, message }] : [];
  });
}
