/**
 * What the search index holds: one record a paragraph, one an item for words that stand in two paragraphs, and one an
 * entry of the registers, with all its names.
 */
import { entryAddress, itemAddress, meetingAddress, passageAddress } from '../record/addresses.ts';
import { type Item, type Meeting, type Section, itemsOf, sectionOf } from '../record/meeting.ts';
import type { Record } from '../record/record.ts';
import type { RegisterEntry } from '../record/register.ts';
import type { Paragraph } from '../record/text.ts';
import { itemName, meetingName, shortTitle } from '../record/wording.ts';

/**
 * A record as Pagefind's `addCustomRecord` takes it. Pagefind searches all of `meta`, so what is only shown stands in
 * the filters.
 */
export interface SearchRecord {
  url: string;
  content: string;
  language: string;
  meta: { title: string };
  filters: { kind: string[]; where: string[] };
  sort: { date: string };
}

/** The records of everything: meetings, then people and terms. */
export function searchRecords({ meetings, entries }: Record): SearchRecord[] {
  return [...meetings.flatMap(recordsOf), ...entries.map(entryRecord)];
}

/** The records of a meeting, in the order of its text. */
function recordsOf(meeting: Meeting): SearchRecord[] {
  const intro = meeting.introduction.map((paragraph) => recordOf(meeting, undefined, undefined, paragraph));
  const items = itemsOf(meeting).flatMap((item) => {
    const section = sectionOf(meeting, item);
    const paragraphs = item.paragraphs.map((paragraph) => recordOf(meeting, section, item, paragraph));
    return [...paragraphs, recordOf(meeting, section, item, undefined)];
  });
  return [...intro, ...items];
}

function recordOf(
  meeting: Meeting,
  section: Section | undefined,
  item: Item | undefined,
  paragraph: Paragraph | undefined,
): SearchRecord {
  const words = paragraph ? [paragraph.text] : (item?.paragraphs ?? []).map(({ text }) => text);
  const page = item ? itemAddress(meeting, item) : meetingAddress(meeting);
  return {
    url: paragraph ? passageAddress(meeting, item, paragraph) : page,
    content: words.join(' '),
    language: meeting.source.language,
    meta: { title: item ? itemName(item) : shortTitle(meeting) },
    filters: {
      kind: [paragraph ? 'paragraph' : 'item'],
      where: [meetingName(meeting), ...(section ? [section.title] : [])],
    },
    sort: { date: meeting.date },
  };
}

function entryRecord(entry: RegisterEntry): SearchRecord {
  const { name, abbreviation, forms, alsoKnownAs, note = '', room, kind } = entry;
  const names = [...new Set([name, abbreviation ?? name, ...forms, ...alsoKnownAs])];
  return {
    url: entryAddress(entry),
    content: `${note} ${names.join(', ')}.`.trim(),
    language: 'en',
    meta: { title: name },
    filters: { kind: ['entry'], where: [room === 'people' ? 'Person' : `Term: ${kind ?? ''}`] },
    // After every meeting, where results are put in order of time.
    sort: { date: '0000' },
  };
}
