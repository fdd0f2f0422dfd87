/** What the search index holds: one record a paragraph, and one an entry of the registers with all its names. */
import { entryAddress, passageAddress } from '../record/addresses.ts';
import { type Item, type Meeting, itemsOf, sectionOf } from '../record/meeting.ts';
import { keyOf } from '../record/mentions.ts';
import type { Record } from '../record/record.ts';
import type { RegisterEntry } from '../record/register.ts';
import type { Paragraph } from '../record/text.ts';
import { itemName, meetingName, shortTitle } from '../record/wording.ts';
import { otherNames } from './other-names.ts';
import { type OtherNames, packPassage } from './passage.ts';
import { wordsOf } from './words.ts';

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
export function searchRecords(record: Record): SearchRecord[] {
  const entries = new Map(record.entries.map((entry) => [keyOf(entry), entry]));
  const passages = record.meetings.flatMap((meeting) =>
    [undefined, ...itemsOf(meeting)].flatMap((item) =>
      (item?.paragraphs ?? meeting.introduction).map((paragraph) => {
        const others = otherNames(paragraph, entries, record.thesaurus);
        if (!item) others.push(...factNames(meeting, record.thesaurus.facts));
        return passageRecord(meeting, item, paragraph, others);
      }),
    ),
  );
  return [...passages, ...record.entries.map(entryRecord)];
}

/** The words that ask for a fact of the meeting, which its introduction states. */
function factNames(meeting: Meeting, facts: Record['thesaurus']['facts']): OtherNames[] {
  const known = [meeting.sides.length > 0 && facts.sides, meeting.start && facts.start];
  return [...known, meeting.duration && facts.duration, facts.place]
    .filter((names) => names !== false && names !== undefined)
    .filter(({ length }) => length > 0)
    .map((names) => ({ form: '', names, same: true }));
}

function passageRecord(
  meeting: Meeting,
  item: Item | undefined,
  paragraph: Paragraph,
  others: OtherNames[],
): SearchRecord {
  const section = item && sectionOf(meeting, item);
  return {
    url: passageAddress(meeting, item, paragraph),
    content: packPassage({ text: paragraph.text, others }),
    language: meeting.source.language,
    meta: { title: item ? itemName(item) : shortTitle(meeting) },
    filters: {
      kind: [item ? 'item' : 'introduction', 'passage'],
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

/** Every word by which something can be found, with how often it is; the vocabulary by which slips are put right. */
export function vocabularyOf(records: readonly SearchRecord[]): [word: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { content, meta } of records)
    for (const { word } of wordsOf(`${meta.title} ${content}`)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
