import type { Issue } from '../issues.ts';
import type { ContentEntry, ParsedContent } from '../parse/parse-content.ts';
import type { PersonFields } from '../schema.ts';

type Entry = ContentEntry<PersonFields & { abbreviation?: string | undefined }>;

/** Checks of people and terms: an abbreviation is a form, a form means one entry in a meeting, its meetings exist. */
export function checkRegisters({ meetingIds, people, terms }: ParsedContent): Issue[] {
  const owners = new Map<string, Entry[]>();
  return [...people, ...terms].flatMap((entry: Entry) => {
    const { filePath: file, data } = entry;
    const issues: Issue[] = [];
    if (data.abbreviation !== undefined && !data.forms.includes(data.abbreviation)) {
      const message = `'${data.abbreviation}' is not one of the forms; add it to them`;
      issues.push({ code: 'not-a-quotation', file, field: 'abbreviation', message });
    }
    data.meetings?.forEach((meeting, index) => {
      if (meetingIds.has(meeting)) return;
      const message = `there is no meeting '${meeting}'`;
      issues.push({ code: 'unknown-meeting', file, field: `meetings.${String(index)}`, message });
    });
    data.forms.forEach((form, index) => {
      const others = owners.get(form) ?? [];
      const rival = others.find((other) => sharesMeeting(other.data, data));
      const message = `'${form}' is a form of ${rival?.filePath ?? ''} too; a form means one entry in a meeting`;
      if (rival) issues.push({ code: 'duplicate-form', file, field: `forms.${String(index)}`, message });
      owners.set(form, [...others, entry]);
    });
    return issues;
  });
}

function sharesMeeting(a: PersonFields, b: PersonFields): boolean {
  return !a.meetings || !b.meetings || a.meetings.some((meeting) => b.meetings?.includes(meeting));
}
