import { itemNumber } from '../create-content.ts';
import type { Issue } from '../issues.ts';
import type { ItemEntry, MeetingEntry, ParsedContent } from '../parse/parse-content.ts';

/** Checks that sections and items fit together: each item once, in a section of its meeting, counted from 1. */
export function checkAgenda({ meetings, items }: ParsedContent): Issue[] {
  const byMeeting = Map.groupBy(items, ({ id }) => id.split('/')[0]);
  return [
    ...[...Map.groupBy(items, ({ id }) => id).values()].flatMap(checkDuplicates),
    ...meetings.flatMap((meeting) => checkSections(meeting, byMeeting.get(meeting.id) ?? [])),
    ...items.flatMap(checkTitle),
  ];
}

function checkDuplicates([first, ...others]: readonly ItemEntry[]): Issue[] {
  return others.map(({ filePath: file }) => ({
    code: 'duplicate-item',
    file,
    message: `has the number of ${first?.filePath ?? ''} too; each item has one file`,
  }));
}

function checkSections(
  { filePath: file, data: { sections } }: MeetingEntry,
  items: readonly ItemEntry[],
): Issue[] {
  const numbers = new Set(sections.map(({ number }) => String(number)));
  const bySection = Map.groupBy(items, (item) => Number(itemNumber(item).section));
  return [
    ...sections.flatMap(({ number }, index): Issue[] => {
      const message = `must be ${String(index + 1)}: sections are counted in order`;
      const field = `sections.${String(index)}.number`;
      return number === index + 1 ? [] : [{ code: 'section-numbers', file, field, message }];
    }),
    ...items.flatMap((item): Issue[] => {
      const { section } = itemNumber(item);
      const message = `belongs to section ${section}, which is not in the 'sections' of meeting.md`;
      return numbers.has(section) ? [] : [{ code: 'unknown-section', file: item.filePath, message }];
    }),
    ...sections.flatMap(({ number }) => checkItemNumbers(file, number, bySection.get(number) ?? [])),
  ];
}

function checkItemNumbers(file: string, section: number, items: readonly ItemEntry[]): Issue[] {
  const issues: Issue[] = [];
  const field = `sections.${String(section - 1)}`;
  if (items.length === 0) {
    const message = `section ${String(section)} has no item; add its file or remove it`;
    issues.push({ code: 'empty-section', file, field, message });
  }
  if (items.length > 1 && items.some(({ id }) => id.endsWith(`/${String(section)}`))) {
    const message = `section ${String(section)} is an item itself and has items; name its own text ${String(section)}-0`;
    issues.push({ code: 'section-numbers', file, field, message });
  }
  const numbers = new Set(items.map((item) => Number(itemNumber(item).item)));
  for (const item of items) {
    const before = Number(itemNumber(item).item) - 1;
    const message = `leaves a gap: there is no item ${String(section)}(${String(before)})`;
    // Ministries leave gaps, so one only warns.
    if (before > 0 && !numbers.has(before))
      issues.push({ code: 'item-number-gap', file: item.filePath, message });
  }
  return issues;
}

function checkTitle(item: ItemEntry): Issue[] {
  const { title, label } = item.data;
  if (label === '' && title === undefined) {
    const empty = 'must not be empty without a title: the item would have no heading';
    return [{ code: 'invalid-field', file: item.filePath, field: 'label', message: empty }];
  }
  if (itemNumber(item).item === '0' || title !== undefined || label !== undefined) return [];
  const message = 'is missing; the item is shown by its number alone';
  return [{ code: 'missing-item-title', file: item.filePath, field: 'title', message }];
}
