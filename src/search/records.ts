/** What the search index holds: one record a paragraph, and one an item for words that stand in two paragraphs. */
import { itemAddress, meetingAddress, passageAddress } from '../record/addresses.ts';
import { type Item, type Meeting, type Section, itemsOf, sectionOf } from '../record/meeting.ts';
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
  filters: { kind: string[]; meeting: string[]; year: string[]; section: string[] };
  sort: { date: string };
}

/** The records of a meeting, in the order of its text. */
export function searchRecords(meeting: Meeting): SearchRecord[] {
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
      meeting: [meetingName(meeting)],
      year: [meeting.date.slice(0, 4)],
      section: [section?.title ?? 'Introduction'],
    },
    sort: { date: meeting.date },
  };
}
