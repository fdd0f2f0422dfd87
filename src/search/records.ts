/** What the search index holds: one record a paragraph, and one an entry of the registers with all its names. */
import { entryAddress, passageAddress } from '../record/addresses.ts';
import { type Item, type Meeting, itemsOf, sectionOf } from '../record/meeting.ts';
import { byKey, keyOf } from '../record/mentions.ts';
import { nameFinder } from '../record/names.ts';
import type { Record as WholeRecord } from '../record/record.ts';
import type { RegisterEntry } from '../record/register.ts';
import type { Room, Thesaurus } from '../record/schema.ts';
import type { Paragraph } from '../record/text.ts';
import { dayName, itemName, meetingName, shortTitle } from '../record/wording.ts';
import type { Filter } from './filters.ts';
import { type SynonymFinder, otherNames, synonymFinder } from './other-names.ts';
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
  filters: Partial<Record<Filter, string[]>> & Partial<Record<'what' | 'date' | 'introduction', string[]>>;
  sort: { date: string };
}

/** The records of everything: meetings, then people and terms. */
export function searchRecords(record: WholeRecord): SearchRecord[] {
  const entries = byKey(record.entries);
  const find = nameFinder(record.entries);
  const synonyms = synonymFinder(record.thesaurus);
  const passages = record.meetings.flatMap((meeting) =>
    [undefined, ...itemsOf(meeting)].flatMap((item) =>
      (item?.paragraphs ?? meeting.introduction).map((paragraph) => {
        const others = otherNames(paragraph, entries, find, synonyms);
        others.push(
          ...(item
            ? titleNames(meeting, item, paragraph, synonyms)
            : introductionNames(meeting, record.thesaurus)),
        );
        return passageRecord(meeting, item, paragraph, others, entries);
      }),
    ),
  );
  return [...passages, ...record.entries.map(entryRecord)];
}

const american = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** An item is found by its section's title too ("Asia-Pacific Situation"), and by what the words of its own are called. */
function titleNames(
  meeting: Meeting,
  item: Item,
  { text }: Paragraph,
  synonyms: SynonymFinder,
): OtherNames[] {
  const section = sectionOf(meeting, item)?.title ?? '';
  const names = synonyms(item.title).filter(({ form }) => !text.includes(form));
  return [
    ...(section === item.title ? [] : [{ form: '', names: [section], same: false }]),
    ...names.map((other) => ({ ...other, form: '' })),
  ];
}

/** What an introduction is asked for: the facts of the meeting that it states, who led the sides, who published it. */
function introductionNames(meeting: Meeting, { facts, same }: Thesaurus): OtherNames[] {
  const known = [meeting.sides.length > 0 && facts.sides, meeting.start && facts.start];
  // Its day as people write it: "22 February 2013", "February 22, 2013", "2013-02-22"; its hour as "3:45 pm" and "15:45".
  const days = [dayName(meeting.date), american.format(new Date(meeting.date)), meeting.date];
  const leads = meeting.sides.map(({ name: side, lead }): OtherNames => {
    const posts = [lead.post, ...otherPosts(lead.post, same)];
    return { form: lead.name, names: posts.map((post) => `${post} of ${side}`), same: true };
  });
  const { publisher } = meeting.source;
  const stated = [
    days,
    ...known,
    meeting.start && [meeting.start.time],
    meeting.duration && facts.duration,
    meeting.place !== undefined && facts.place,
    publisher !== undefined && [publisher, ...otherPosts(publisher, same)],
  ];
  return [
    ...leads,
    ...stated
      .filter((names) => names !== false && names !== undefined)
      .filter(({ length }) => length > 0)
      .map((names) => ({ form: '', names, same: true })),
  ];
}

/** What else a post or a ministry is called: "Foreign Minister" for "Minister for Foreign Affairs". */
function otherPosts(post: string, same: Thesaurus['same']): string[] {
  return same.flatMap((group) => {
    const own = group.find((member) => member.includes(' ') && post.includes(member));
    return own === undefined ? [] : group.filter((one) => one !== own).map((one) => post.replace(own, one));
  });
}

function passageRecord(
  meeting: Meeting,
  item: Item | undefined,
  paragraph: Paragraph,
  others: OtherNames[],
  entries: ReadonlyMap<string, RegisterEntry>,
): SearchRecord {
  const section = item && sectionOf(meeting, item);
  const sentences = new Set(paragraph.sentences.map(({ id }) => id));
  const own = item?.statements.filter(({ sentence }) => sentences.has(sentence)) ?? [];
  const named = (room: Room): string[] => [
    ...new Set(
      paragraph.mentions
        .filter((mention) => mention.room === room)
        .map((mention) => entries.get(keyOf(mention))?.name ?? mention.entry),
    ),
  ];
  return {
    url: passageAddress(meeting, item, paragraph),
    content: packPassage({ text: paragraph.text, others }),
    language: meeting.source.language,
    meta: { title: item ? itemName(item) : shortTitle(meeting) },
    filters: {
      ...(item ? {} : { introduction: ['yes'] }),
      date: [meeting.date],
      year: [meeting.date.slice(0, 4)],
      meeting: [meetingName(meeting)],
      section: [section?.title ?? 'Introduction'],
      side: [...new Set(own.flatMap(({ by }) => by))].map(
        (id) => meeting.sides.find((side) => side.id === id)?.name ?? id,
      ),
      verb: [...new Set(own.map(({ verb }) => verb))],
      people: named('people'),
      terms: named('terms'),
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
    filters: { what: [room === 'people' ? 'Person' : `Term: ${kind ?? ''}`] },
    // After every meeting, where results are put in order of time.
    sort: { date: '0000' },
  };
}

/**
 * Every word by which something can be found, as it is written, with how often it is: the vocabulary by which slips are
 * put right.
 */
export function vocabularyOf(records: readonly SearchRecord[]): [written: string, count: number][] {
  const words = new Map<string, { written: string; count: number }>();
  for (const { content, meta } of records) {
    const text = `${meta.title} ${content}`;
    for (const { word, start, end } of wordsOf(text)) {
      const known = words.get(word);
      if (known) known.count += 1;
      else words.set(word, { written: text.slice(start, end).replace(/['’]s?$/u, ''), count: 1 });
    }
  }
  return [...words.values()]
    .map(({ written, count }): [string, number] => [written, count])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
