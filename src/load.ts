import { getCollection } from 'astro:content';
import { belowBase, meetingAddress } from './record/addresses.ts';
import { fingerprint } from './record/fingerprint.ts';
import { type Meeting, itemsOf, relatedFinder } from './record/meeting.ts';
import { byBeginning, letterName } from './record/letters.ts';
import {
  byKey,
  countSentences,
  keyOf,
  mentionIndex,
  mentionsOf,
  namedIn,
  needsYears,
} from './record/mentions.ts';
import { namesAlike } from './record/names.ts';
import {
  type Moved,
  type MovedPage,
  type PermalinkList,
  movedLinks,
  movedPages,
  publishedNow,
} from './record/permalinks.ts';
import type { Redirect } from './record/redirects.ts';
import {
  type RegisterIndex,
  type RegisterLine,
  postFinder,
  postRuns,
  registerIndex,
} from './record/register.ts';
import type { Room, Thesaurus } from './record/schema.ts';
import { hasPositions } from './record/sides.ts';
import { isKnown, timelineOf } from './record/timeline.ts';
import { type YearCount, byYear, yearsAround } from './record/years.ts';
import { searchRecords, vocabularyOf } from './search/records.ts';
import { type Suggestions, suggestionsOf } from './search/suggestions.ts';
import { typesetWith } from './typeset/made.ts';

/** The record, and what is found in it by going through the whole of it. */
async function assemble() {
  const [collected, registers] = await Promise.all([getCollection('meetings'), getCollection('registers')]);
  const meetings = collected.map(({ data }) => data).sort((a, b) => (a.id < b.id ? 1 : -1));
  const entries = registers.map(({ data }) => data);
  return {
    /** Newest first. */
    meetings,
    /** People and terms. */
    entries,
    entriesByKey: byKey(entries),
    /** Where each entry is named, by its key. */
    index: mentionIndex(meetings),
    postsOf: postFinder(meetings),
    alike: namesAlike(entries),
  };
}

let assembled: ReturnType<typeof assemble> | undefined;

/** The record: put together once for a build, and anew for each page while somebody writes. */
function loadRecord(): ReturnType<typeof assemble> {
  if (import.meta.env.DEV) return assemble();
  assembled ??= assemble();
  return assembled;
}

/** All meetings of the record, newest first. */
export async function loadMeetings(): Promise<Meeting[]> {
  return (await loadRecord()).meetings;
}

/** The newest meeting. */
export async function loadNewest(): Promise<Meeting> {
  const [newest] = await loadMeetings();
  if (!newest) throw new Error('The record holds no meeting.');
  return newest;
}

/** What search knows of words. */
export async function loadThesaurus(): Promise<Thesaurus> {
  const [entry] = await getCollection('thesaurus');
  if (!entry) throw new Error('The record holds no thesaurus.');
  return entry.data;
}

/** The lists of all that was ever published. */
export async function loadPermalinks(): Promise<{ lists: PermalinkList[]; redirects: Redirect[] }> {
  const [entry] = await getCollection('permalinks');
  if (!entry) throw new Error('The record holds no lists of what was published.');
  return entry.data;
}

/** What was published and is now elsewhere. */
export async function loadMoved(): Promise<Moved[]> {
  const { lists, redirects } = await loadPermalinks();
  // Most records have no redirects, and are not asked for every address.
  if (redirects.length === 0) return [];
  return movedLinks(lists, redirects, publishedNow(await loadRecord()));
}

/** What moved from the pages of a meeting that are still there. */
async function movedWithin(): Promise<(meeting: Meeting) => MovedPage[]> {
  const pages = movedPages(await loadMoved()).filter(({ to }) => to === undefined);
  return (meeting) => pages.filter(({ page }) => page.startsWith(belowBase(meetingAddress(meeting))));
}

/** The pages that stand where others were. */
export async function movedPagePaths() {
  return movedPages(await loadMoved()).flatMap(({ page, to, ...props }) =>
    to === undefined ? [] : { params: { moved: page.slice(1, -1) }, props: { ...props, to } },
  );
}

/** Every word of the record, as search compares words, with the number of texts and names that have it. */
export async function loadVocabulary(): Promise<[word: string, count: number][]> {
  const [record, thesaurus] = await Promise.all([loadRecord(), loadThesaurus()]);
  return vocabularyOf(searchRecords({ ...record, thesaurus }));
}

/** What search offers before anything is typed: the newest agenda, and who and what is named most. */
export async function loadSuggestions(): Promise<Suggestions> {
  const [newest, { entries, index }] = await Promise.all([loadNewest(), loadRecord()]);
  return suggestionsOf(newest, entries, index);
}

/** A register as its index shows it. */
export async function loadRegister(room: Room): Promise<RegisterIndex> {
  const { entries, index, postsOf } = await loadRecord();
  const lines = entries
    .filter((entry) => entry.room === room)
    .map((entry): RegisterLine => ({
      entry,
      post: postsOf(entry)[0]?.post,
      sentences: countSentences(index.get(keyOf(entry)) ?? []),
    }));
  return registerIndex(lines);
}

/** The pages of a register's letters. */
export async function letterPages(room: Room) {
  const { letters } = await loadRegister(room);
  return letters.map(({ letter, lines }) => ({
    params: { letter: letterName(letter) },
    props: {
      letter,
      letters,
      groups: byBeginning(lines.map((line) => ({ ...line, filedAs: line.entry.filedAs }))),
    },
  }));
}

/**
 * What a page is made of, as a key: while it stays the same and so does the code, Astro takes the page from the last build.
 * All that a page shows must be in it, its neighbours too.
 */
function keyFor(...parts: readonly (object | string | undefined)[]): string {
  return fingerprint(
    parts.map((part) => (typeof part === 'object' ? printOf(part) : (part ?? ''))).join(' '),
  );
}

function printOf(part: object): string {
  const print = prints.get(part) ?? fingerprint(JSON.stringify(part));
  prints.set(part, print);
  return print;
}

/** A meeting is part of many pages. */
const prints = new WeakMap<object, string>();

/** The pages of a register's entries, as Astro's `getStaticPaths` wants them. */
export async function entryPages(room: Room) {
  const [{ entries, index, postsOf, alike }, newest] = await Promise.all([loadRecord(), loadNewest()]);
  return entries
    .filter((entry) => entry.room === room)
    .map((entry) => {
      const posts = postsOf(entry);
      const related = alike.get(entry) ?? [];
      const occurrences = index.get(keyOf(entry)) ?? [];
      const mentions = mentionsOf(occurrences);
      const years = needsYears(mentions) ? byYear(occurrences, ({ meeting }) => meeting.date) : [];
      return {
        params: { entry: entry.id },
        props: {
          entry,
          posts: postRuns(posts),
          related,
          mentions,
          years: years.map(({ year, values }): YearCount => ({ year, count: countSentences(values) })),
        },
        cacheKey: keyFor(entry, newest, ...related, ...meetingsOf(posts), ...meetingsOf(occurrences)),
      };
    });
}

function meetingsOf(parts: readonly { meeting: Meeting }[]): Meeting[] {
  return parts.map(({ meeting }) => meeting);
}

/** The pages of the years of those entries that are named too often for one page. */
export async function entryYearPages(room: Room) {
  const [pages, { index }, newest] = await Promise.all([entryPages(room), loadRecord(), loadNewest()]);
  return pages
    .filter(({ props }) => props.years.length > 0)
    .flatMap(({ props: { entry } }) =>
      byYear(index.get(keyOf(entry)) ?? [], ({ meeting }) => meeting.date).map(
        ({ year, values }, at, all) => ({
          params: { entry: entry.id, year },
          props: { entry, year, mentions: mentionsOf(values), around: yearsAround(all, at) },
          cacheKey: keyFor(entry, newest, JSON.stringify(yearsAround(all, at)), ...meetingsOf(values)),
        }),
      ),
    );
}

/** The pages that there are one of for each year. */
export async function yearPages() {
  const [meetings, newest] = await Promise.all([loadMeetings(), loadNewest()]);
  const years = byYear(meetings, ({ date }) => date);
  return years.map(({ year, values }, at) => ({
    params: { year },
    props: { year, meetings: values, around: yearsAround(years, at) },
    cacheKey: keyFor(newest, JSON.stringify(yearsAround(years, at)), ...values),
  }));
}

/** The pages that there are one of for each meeting. */
export async function meetingPages() {
  const [meetings, movedFrom] = await Promise.all([loadMeetings(), movedWithin()]);
  const relatedTo = relatedFinder(meetings);
  return meetings.map((meeting) => {
    const related = relatedTo(meeting);
    const moved = movedFrom(meeting);
    return {
      params: { meeting: meeting.id },
      props: { meeting, related, moved },
      cacheKey: keyFor(meeting, ...related.earlier, ...related.later, moved),
    };
  });
}

/** The page of each meeting itself, and whom and what its texts name. */
export async function meetingHomes() {
  const [pages, { entriesByKey }] = await Promise.all([meetingPages(), loadRecord()]);
  return pages.map(({ params, props, cacheKey }) => {
    const { introduction } = props.meeting;
    const paragraphs = [introduction, ...itemsOf(props.meeting).map((item) => item.paragraphs)].flat();
    const named = [...new Set(namedIn(paragraphs, entriesByKey))];
    return { params, props: { ...props, named }, cacheKey: keyFor(cacheKey, typesetWith, ...named) };
  });
}

/** The pages of who said what, for meetings that say so. */
export async function positionsPages() {
  return (await meetingPages()).filter(({ props: { meeting } }) => hasPositions(meeting));
}

/** The pages of before and after, for meetings of which something is known. */
export async function followUpPages() {
  return (await meetingPages()).filter(({ props: { meeting } }) => isKnown(timelineOf(meeting)));
}

/** The pages of all agenda items. */
export async function itemPages() {
  const [{ meetings, entriesByKey }, movedFrom] = await Promise.all([loadRecord(), movedWithin()]);
  return meetings.flatMap((meeting) => {
    const moved = movedFrom(meeting);
    return itemsOf(meeting).map((item) => {
      const named = namedIn(item.paragraphs, entriesByKey);
      return {
        params: { meeting: meeting.id, item: item.id },
        props: { meeting, item, named, moved },
        cacheKey: keyFor(meeting, moved, item.id, ...named),
      };
    });
  });
}
