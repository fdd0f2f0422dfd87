/**
 * What the search index holds: one record a meeting, and one for some entries of a register. Every search downloads a few
 * bytes a record, so there are few; which of their passages answer is found out in the browser.
 */
import { itemAddress, meetingAddress, registerAddress } from '../record/addresses.ts';
import type { Item, Meeting, Section } from '../record/meeting.ts';
import { byKey, keyOf } from '../record/mentions.ts';
import { nameFinder } from '../record/names.ts';
import type { Record as WholeRecord } from '../record/record.ts';
import type { RegisterEntry } from '../record/register.ts';
import { type Room, type Thesaurus, rooms } from '../record/schema.ts';
import type { Paragraph } from '../record/text.ts';
import { dayName, itemName, meetingName, shortTitle } from '../record/wording.ts';
import { type KnownPage, type KnownPassage, packContents, passageFilters } from './contents.ts';
import type { Filter } from './filters.ts';
import { type SynonymFinder, namesOf, otherNames, synonymFinder } from './other-names.ts';
import { type OtherNames, joinPassages, packPassage } from './passage.ts';
import { wordsOf } from './words.ts';

/**
 * A record as Pagefind's `addCustomRecord` takes it. Pagefind searches all of `meta`, so what is only shown stands in
 * the address.
 */
export interface SearchRecord {
  url: string;
  content: string;
  language: string;
  meta: { title: string };
  filters: Partial<Record<Filter, string[]>>;
  sort: { date: string };
}

/** How many entries of a register are one record. */
const entriesTogether = 25;

/** The records of everything: meetings, then people and terms. */
export function searchRecords(record: WholeRecord): SearchRecord[] {
  const entries = byKey(record.entries);
  const find = nameFinder(record.entries);
  const synonyms = synonymFinder(record.thesaurus);
  const others = (paragraph: Paragraph): OtherNames[] => otherNames(paragraph, entries, find, synonyms);
  const meetings = record.meetings.map((meeting) => {
    const facts = introductionNames(meeting, record.thesaurus);
    const introduction = {
      path: '',
      title: shortTitle(meeting),
      where: [meetingName(meeting), 'Introduction'],
      paragraphs: meeting.introduction.map((paragraph): PassageOf => ({
        packed: packPassage({ text: paragraph.text, others: [...others(paragraph), ...facts] }),
        known: knownOf(meeting, undefined, paragraph, entries),
      })),
    };
    const items = meeting.sections.flatMap((section) =>
      section.items.map((item) => ({
        path: itemAddress(meeting, item).slice(meetingAddress(meeting).length),
        title: itemName(item),
        where: [meetingName(meeting), section.title],
        paragraphs: item.paragraphs.map((paragraph): PassageOf => ({
          packed: packPassage({
            text: paragraph.text,
            others: [...others(paragraph), ...titleNames(section, item, paragraph, synonyms)],
          }),
          known: knownOf(meeting, item, paragraph, entries),
        })),
      })),
    );
    return meetingRecord(meeting, [introduction, ...items]);
  });
  const registers = rooms.flatMap((room) => {
    const own = record.entries.filter((entry) => entry.room === room);
    return Array.from({ length: Math.ceil(own.length / entriesTogether) }, (_, at) =>
      entriesRecord(room, own.slice(at * entriesTogether, (at + 1) * entriesTogether)),
    );
  });
  return [...meetings, ...registers];
}

/** A paragraph as a record has it. */
interface PassageOf {
  packed: string;
  known: KnownPassage;
}

interface PageOf extends Pick<KnownPage, 'path' | 'title' | 'where'> {
  paragraphs: PassageOf[];
}

function meetingRecord(meeting: Meeting, pages: PageOf[]): SearchRecord {
  const passages = pages.flatMap(({ paragraphs }) => paragraphs);
  const all = (filter: (typeof passageFilters)[number]): string[] => [
    ...new Set(passages.flatMap(({ known }) => known[filter] ?? [])),
  ];
  const sections = meeting.sections.map(({ title }) => title);
  return {
    url: packContents(meetingAddress(meeting), {
      kind: 'meeting',
      date: meeting.date,
      pages: pages.map(({ paragraphs, ...page }) => ({
        ...page,
        passages: paragraphs.map(({ known }) => known),
      })),
    }),
    content: joinPassages(passages.map(({ packed }) => packed)),
    language: meeting.source.language,
    meta: { title: [...sections, ...pages.map(({ title }) => title)].join(' ') },
    filters: {
      year: [meeting.date.slice(0, 4)],
      meeting: [meetingName(meeting)],
      section: [...new Set(pages.flatMap(({ where: [, place = ''] }) => place))],
      ...Object.fromEntries(passageFilters.map((filter) => [filter, all(filter)])),
    },
    sort: { date: meeting.date },
  };
}

const american = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** An item is found by its section's title too ("Asia-Pacific Situation"), and by what the words of its own are called. */
function titleNames(
  { title: section }: Section,
  item: Item,
  { text }: Paragraph,
  synonyms: SynonymFinder,
): OtherNames[] {
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

/** What a passage can be asked for. */
function knownOf(
  meeting: Meeting,
  item: Item | undefined,
  paragraph: Paragraph,
  entries: ReadonlyMap<string, RegisterEntry>,
): KnownPassage {
  const sentences = new Set(paragraph.sentences.map(({ id }) => id));
  const own = item?.statements.filter(({ sentence }) => sentences.has(sentence)) ?? [];
  const named = (room: Room): string[] => [
    ...new Set(
      paragraph.mentions
        .filter((mention) => mention.room === room)
        .map((mention) => entries.get(keyOf(mention))?.name ?? mention.entry),
    ),
  ];
  const known = {
    side: [...new Set(own.flatMap(({ by }) => by))].map(
      (id) => meeting.sides.find((side) => side.id === id)?.name ?? id,
    ),
    verb: [...new Set(own.map(({ verb }) => verb))],
    people: named('people'),
    terms: named('terms'),
  };
  return {
    id: paragraph.id,
    ...Object.fromEntries(Object.entries(known).filter(([, values]) => values.length > 0)),
  };
}

/** The record of entries that stand together in a register. */
function entriesRecord(room: Room, entries: readonly RegisterEntry[]): SearchRecord {
  const texts = entries.map((entry) => `${entry.note ?? ''} ${namesOf(entry).join(', ')}.`.trim());
  return {
    url: packContents(registerAddress(room), {
      kind: 'entries',
      date: '',
      pages: entries.map(({ id, name, kind }) => ({
        path: `${id}/`,
        title: name,
        where: [room === 'people' ? 'Person' : `Term: ${kind ?? ''}`],
        passages: [{ id: '' }],
      })),
    }),
    content: joinPassages(texts),
    language: 'en',
    meta: { title: entries.map(({ name }) => name).join(' ') },
    filters: {},
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
