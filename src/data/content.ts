import { getCollection } from 'astro:content';
import { getContent } from '@/loaders/read-content.ts';
import { stripBase, entryAddress, itemAddress, meetingAddress } from '@/domain/urls.ts';
import { sha256 } from '@/domain/hash.ts';
import { type Meeting, agendaItems, createRelatedMeetings } from '@/domain/model.ts';
import {
  indexByKey,
  countSentences,
  entryKey,
  buildMentionIndex,
  mostSpecific,
  limitMentions,
  mentionedEntries,
} from '@/domain/mentions.ts';
import { overlappingNames } from '@/domain/name-matcher.ts';
import {
  type MovedUrl,
  type MovedPage,
  type PermalinkList,
  resolveMovedUrls,
  groupByPage,
  currentUrls,
} from '@/domain/permalinks.ts';
import {
  type RegisterEntry,
  type RegisterItem,
  createRoleLookup,
  summarizeRoles,
  buildRegisterIndex,
} from '@/domain/register.ts';
import { type RegisterName, registerNames } from '@/domain/schema.ts';
import { hasPositions } from '@/domain/attribution.ts';
import { hasEvents, buildTimeline } from '@/domain/timeline.ts';
import { itemLabel, registerLabel } from '@/domain/format.ts';
import { groupByYear, adjacentYears } from '@/domain/group-by-date.ts';

/** The record, and what is found in it by going through the whole of it. */
function assemble() {
  const { record, lists, redirects } = getContent(import.meta.env.DEV);
  const { meetings, entries } = record;
  return {
    /** Newest first. */
    meetings,
    /** People and terms. */
    entries,
    entriesByKey: indexByKey(entries),
    /** Where each entry is named, by its key. */
    index: buildMentionIndex(meetings),
    postsOf: createRoleLookup(meetings),
    alike: overlappingNames(entries),
    /** The lists of all that was ever published. */
    lists,
    redirects,
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
export function getMeetings(): Meeting[] {
  return loadRecord().meetings;
}

/** The newest meeting. */
export function getLatestMeeting(): Meeting {
  const [newest] = getMeetings();
  if (!newest) throw new Error('The record holds no meeting.');
  return newest;
}

/** The meeting of a record that has only one: what all pages are about. */
export function getOnlyMeeting(): Meeting | undefined {
  const [only, another] = getMeetings();
  return another ? undefined : only;
}

/** The day on which a meeting was last added. */
export function getLastUpdate(): string {
  return getMeetings().reduce((last, { source: { received } }) => (received > last ? received : last), '');
}

/** The lists of all that was ever published. */
export function getPermalinkLists(): PermalinkList[] {
  return loadRecord().lists;
}

/** What was published and is now elsewhere. */
export function getMovedUrls(): MovedUrl[] {
  const record = loadRecord();
  // Most records have no redirects, and are not asked for every address.
  if (record.redirects.length === 0) return [];
  return resolveMovedUrls(record.lists, record.redirects, currentUrls(record));
}

/** What moved from the pages of a meeting that are still there. */
function movedWithin(): (meeting: Meeting) => MovedPage[] {
  const pages = groupByPage(getMovedUrls()).filter(({ to }) => to === undefined);
  return (meeting) => pages.filter(({ page }) => page.startsWith(stripBase(meetingAddress(meeting))));
}

/** The pages that stand where others were. */
export function getMovedPagePaths() {
  return groupByPage(getMovedUrls()).flatMap(({ page, to, ...props }) =>
    to === undefined ? [] : { params: { moved: page.slice(1, -1) }, props: { ...props, to } },
  );
}

/** What search offers before anything is typed: the newest agenda, and who and what is named most. */
export function getSearchSuggestions(): { heading: string; links: { label: string; path: string }[] }[] {
  const { entries, index } = loadRecord();
  const latest = getLatestMeeting();
  const sentences = (entry: RegisterEntry): number => countSentences(index.get(entryKey(entry)) ?? []);
  const mostMentioned = (register: RegisterName) =>
    entries
      .filter((entry) => entry.register === register)
      .sort((a, b) => sentences(b) - sentences(a))
      .slice(0, 5)
      .map((entry) => ({ label: entry.name, path: entryAddress(entry) }));
  const agenda = agendaItems(latest).map((item) => ({
    label: itemLabel(item),
    path: itemAddress(latest, item),
  }));
  return [
    { heading: 'Latest meeting: agenda', links: agenda },
    { heading: registerLabel('people'), links: mostMentioned('people') },
    { heading: registerLabel('terms'), links: mostMentioned('terms') },
  ];
}

/** The people and terms. */
export function loadEntries(): RegisterEntry[] {
  return loadRecord().entries;
}

/** The index of each register. */
export function registerPages() {
  const { entries, index, postsOf } = loadRecord();
  return registerNames.map((register) => {
    const items = entries
      .filter((entry) => entry.register === register)
      .map((entry): RegisterItem => ({
        entry,
        role: postsOf(entry)[0]?.post,
        sentences: countSentences(index.get(entryKey(entry)) ?? []),
      }));
    return { params: { register }, props: { register, letters: buildRegisterIndex(items) } };
  });
}

/** The editorial pages below /about/. */
export async function aboutPages() {
  const pages = await getCollection('pages');
  return pages.map((page) => ({
    params: { page: page.id === 'about' ? undefined : page.id },
    props: { page },
  }));
}

/**
 * What a page is made of, as a key: while it stays the same and so does the code, the page is taken from the last build.
 * All that a page shows must be in it, its neighbours too.
 */
function keyFor(...parts: readonly (object | string | undefined)[]): string {
  return sha256(parts.map((part) => (typeof part === 'object' ? printOf(part) : (part ?? ''))).join(' '));
}

/** Pages that several routes ask for, found once for a build. Astro writes something of its own to each list. */
function pagesOnce<Page>(find: () => Page[]): () => Page[] {
  let found: Page[] | undefined;
  return () => {
    if (import.meta.env.DEV) return find();
    found ??= find();
    return [...found];
  };
}

/** What the foot of a page shows that is not about one meeting. */
function footerPart(): string | undefined {
  const only = getOnlyMeeting();
  return only && JSON.stringify([only.source, only.date]);
}

function printOf(part: object): string {
  const print = prints.get(part) ?? sha256(JSON.stringify(part));
  prints.set(part, print);
  return print;
}

/** A meeting is part of many pages. */
const prints = new WeakMap<object, string>();

/** The pages of people and terms. */
export function getEntryPaths() {
  const { entries, index, postsOf, alike } = loadRecord();
  const footer = footerPart();
  return entries.map((entry) => {
    const posts = postsOf(entry);
    const related = alike.get(entry) ?? [];
    const occurrences = index.get(entryKey(entry)) ?? [];
    return {
      params: { register: entry.register, entry: entry.id },
      props: { entry, roles: summarizeRoles(posts), related, mentions: limitMentions(occurrences) },
      cacheKey: keyFor(entry, footer, ...related, ...meetingsOf(posts), ...meetingsOf(occurrences)),
    };
  });
}

function meetingsOf(parts: readonly { meeting: Meeting }[]): Meeting[] {
  return parts.map(({ meeting }) => meeting);
}

/** The pages that there are one of for each year. */
export function getYearPaths() {
  const footer = footerPart();
  const years = groupByYear(getMeetings(), ({ date }) => date);
  return years.map(({ year, values }, at) => ({
    params: { year },
    props: { year, meetings: values, around: adjacentYears(years, at) },
    cacheKey: keyFor(footer, JSON.stringify(adjacentYears(years, at)), ...values),
  }));
}

/** The pages that there are one of for each meeting. */
export const getMeetingPaths = pagesOnce(() => {
  const meetings = getMeetings();
  const movedFrom = movedWithin();
  const relatedTo = createRelatedMeetings(meetings);
  return meetings.map((meeting) => {
    const related = relatedTo(meeting);
    const moved = movedFrom(meeting);
    return {
      params: { meeting: meeting.id },
      props: { meeting, related, moved },
      cacheKey: keyFor(meeting, ...related.earlier, ...related.later, moved),
    };
  });
});

/** The people and topics of each agenda item by the item's id, most specific first, without those who attended. */
export function getAgendaEntries(meeting: Meeting): Record<string, RegisterEntry[]> {
  const { entriesByKey, index } = loadRecord();
  const attended = new Set(
    meeting.sides.flatMap(({ lead, attended: others }) => [lead, ...others].map(({ name }) => name)),
  );
  return Object.fromEntries(
    agendaItems(meeting).map((item) => {
      const mentioned = [...new Set(mentionedEntries(item.paragraphs, entriesByKey))];
      return [
        item.id,
        mostSpecific(
          mentioned.filter(({ forms }) => !forms.some((form) => attended.has(form))),
          index,
        ),
      ];
    }),
  );
}

/** The page of each meeting itself, and whom and what its texts name. */
export const getMeetingHomePaths = pagesOnce(() => {
  const { entriesByKey } = loadRecord();
  return getMeetingPaths().map(({ params, props, cacheKey }) => {
    const { introduction } = props.meeting;
    const paragraphs = [introduction, ...agendaItems(props.meeting).map((item) => item.paragraphs)].flat();
    const named = [...new Set(mentionedEntries(paragraphs, entriesByKey))];
    return { params, props: { ...props, named }, cacheKey: keyFor(cacheKey, ...named) };
  });
});

/** The pages of who said what, for meetings that say so. */
export function getPositionsPaths() {
  return getMeetingPaths().filter(({ props: { meeting } }) => hasPositions(meeting));
}

/** The pages of before and after, for meetings of which something is known. */
export function getFollowUpPaths() {
  return getMeetingPaths().filter(({ props: { meeting } }) => hasEvents(buildTimeline(meeting)));
}

/** The pages of all agenda items. */
export const getItemPaths = pagesOnce(() => {
  const { meetings, entriesByKey } = loadRecord();
  const movedFrom = movedWithin();
  return meetings.flatMap((meeting) => {
    const moved = movedFrom(meeting);
    return agendaItems(meeting).map((item) => {
      const named = mentionedEntries(item.paragraphs, entriesByKey);
      return {
        params: { meeting: meeting.id, item: item.id },
        props: { meeting, item, named, moved },
        cacheKey: keyFor(meeting, moved, item.id, ...named),
      };
    });
  });
});
