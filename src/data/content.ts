import { hash } from 'node:crypto';
import { getCollection, getEntry } from 'astro:content';
import { entryPath, itemPath, meetingPath } from '@/domain/urls.ts';
import { createContent } from '@/domain/create-content.ts';
import { type Meeting, type RegisterEntry, agendaItems, attendees, meetingTexts } from '@/domain/model.ts';
import {
  countSentences,
  buildMentionIndex,
  mostSpecific,
  limitMentions,
  mentionedEntries,
} from '@/domain/mentions.ts';
import { overlappingNames } from '@/domain/name-matcher.ts';
import { permalinksJson, resolveMovedUrls } from '@/domain/permalinks.ts';
import { groupByPage } from '@/domain/redirects.ts';
import { createRoleLookup, summarizeRoles, buildRegisterIndex } from '@/domain/register.ts';
import { type RegisterName, registerNames, thesaurusSchema } from '@/domain/schema.ts';
import { itemLabel } from '@/domain/format.ts';

/**
 * The only module that queries the collections. In development Astro evaluates it again when an entry changes.
 *
 * The functions named `get…Paths` return values of `getStaticPaths`. A `cacheKey` covers everything that a page shows,
 * adjacent pages included: if key and code are unchanged, an incremental build reuses the page of the last build.
 */
export const { meetings, entries } = createContent({
  meetings: await getCollection('meetings'),
  items: await getCollection('items'),
  people: await getCollection('people'),
  terms: await getCollection('terms'),
});
const pages = await getCollection('pages');
const permalinks = await getEntry('permalinks', 'site');
const { lists = [], redirects = [] } = permalinks?.data ?? {};
const movedUrls = resolveMovedUrls(lists, redirects, { meetings, entries, pages });
/** The URLs that have moved, by their pages: those that lead elsewhere as a whole, and those whose fragments do. */
export const movedPages = groupByPage(movedUrls);

/** The facts about the site that its pages show: the meeting that all are about, if it is the only one, and the last change. */
export const siteFacts = {
  meeting: meetings.length === 1 ? meetings[0] : undefined,
  updated: meetings.reduce((last, { source: { received } }) => (received > last ? received : last), ''),
};

const mentionIndex = buildMentionIndex(meetings);
const rolesOf = createRoleLookup(meetings);
const similarEntries = overlappingNames(entries);

export function getLatestMeeting(): Meeting {
  const [latest] = meetings;
  if (!latest) throw new Error('The content has no meeting.');
  return latest;
}

/** What search makes its index from. */
export async function getSearchContent() {
  const thesaurus = await getEntry('thesaurus', 'site');
  return { meetings, entries, thesaurus: thesaurus?.data ?? thesaurusSchema.parse({}) };
}

/** All URLs that were ever published, by page, and where those lead that no longer exist. */
export function getPermalinkPages(): object[] {
  return permalinksJson(lists, movedUrls);
}

/** The pages that redirect old URLs, those of files included. */
export function getMovedPagePaths() {
  return movedPages.flatMap(({ page, to, fragments }) =>
    to === undefined ? [] : { params: { moved: page.replace(/^\/|\/$/gu, '') }, props: { to, fragments } },
  );
}

/** The pages of a meeting that still exist and whose fragments have moved. */
function getMovedFragments(meeting: Meeting) {
  const home = meetingPath(meeting);
  return movedPages.filter(({ page, to }) => to === undefined && page.startsWith(home));
}

function countMentions(entry: RegisterEntry): number {
  return countSentences(mentionIndex.get(entry) ?? []);
}

/** Suggestions for an empty query: the latest agenda, and the people and topics mentioned most. */
export function getSearchSuggestions(): { heading: string; links: { label: string; path: string }[] }[] {
  const latest = getLatestMeeting();
  const mostMentioned = (register: RegisterName) =>
    entries
      .filter((entry) => entry.register === register)
      .sort((a, b) => countMentions(b) - countMentions(a))
      .slice(0, 5)
      .map((entry) => ({ label: entry.name, path: entryPath(entry) }));
  return [
    {
      heading: 'Latest meeting: agenda',
      links: agendaItems(latest).map((item) => ({ label: itemLabel(item), path: itemPath(latest, item) })),
    },
    { heading: 'People mentioned most', links: mostMentioned('people') },
    { heading: 'Topics mentioned most', links: mostMentioned('terms') },
  ];
}

export function getRegisterPaths() {
  return registerNames.map((register) => {
    const items = entries
      .filter((entry) => entry.register === register)
      .map((entry) => ({
        entry,
        role: rolesOf(entry)[0]?.post,
        sentences: countMentions(entry),
      }));
    return { params: { register }, props: { register, letters: buildRegisterIndex(items) } };
  });
}

export function getEntryPaths() {
  return entries.map((entry) => {
    const roles = rolesOf(entry);
    const related = similarEntries.get(entry) ?? [];
    const mentions = mentionIndex.get(entry) ?? [];
    const shown = [...roles, ...mentions].map(({ meeting }) => meeting);
    return {
      params: { register: entry.register, entry: entry.id },
      props: { entry, roles: summarizeRoles(roles), related, mentions: limitMentions(mentions) },
      cacheKey: createCacheKey(entry, siteFacts, ...related, ...shown),
    };
  });
}

export function getEditorialPaths() {
  return pages.map((page) => ({
    params: { page: page.id === 'about' ? undefined : page.id },
    props: { page },
  }));
}

export function getYearPaths() {
  const years = [...Map.groupBy(meetings, ({ date }) => date.slice(0, 4))];
  return years.map(([year, yearMeetings], index) => {
    const adjacent = { earlier: years[index + 1]?.[0], later: years[index - 1]?.[0] };
    return {
      params: { year },
      props: { year, meetings: yearMeetings, adjacent },
      cacheKey: createCacheKey(siteFacts, adjacent, ...yearMeetings),
    };
  });
}

export function getMeetingPaths() {
  return meetings.map((meeting) => {
    const params = { meeting: meeting.id };
    return { params, props: { meeting }, cacheKey: createCacheKey(meeting, getMovedFragments(meeting)) };
  });
}

/** The index page of each meeting, with the people and topics that its texts mention. */
export function getMeetingIndexPaths() {
  return getMeetingPaths().map(({ params, props: { meeting }, cacheKey }) => {
    const agendaEntries = getAgendaEntries(meeting);
    const mentioned = mentionedEntries(meetingTexts(meeting).flatMap((text) => text.paragraphs));
    return {
      params,
      props: { meeting, mentioned, agendaEntries },
      cacheKey: createCacheKey({ cacheKey }, agendaEntries),
    };
  });
}

const maxAgendaEntries = 8;

/** The people and topics of each agenda item by the item's id, most specific first, without those who attended. */
export function getAgendaEntries(meeting: Meeting): Record<string, RegisterEntry[]> {
  const attended = new Set(attendees(meeting).map(({ name }) => name));
  return Object.fromEntries(
    agendaItems(meeting).map((item) => {
      const mentioned = mostSpecific(item, mentionIndex);
      const absent = mentioned.filter(({ forms }) => !forms.some((form) => attended.has(form)));
      return [item.id, absent.slice(0, maxAgendaEntries)];
    }),
  );
}

export function getItemPaths() {
  return meetings.flatMap((meeting) => {
    const moved = getMovedFragments(meeting);
    return agendaItems(meeting).map((item) => ({
      params: { meeting: meeting.id, item: item.id },
      props: { meeting, item, mentioned: mentionedEntries(item.paragraphs) },
      cacheKey: createCacheKey(meeting, moved, { item: item.id }),
    }));
  });
}

/** The digests of what pages show, because a meeting is shown on many. */
const digests = new WeakMap<object, string>();

function createCacheKey(...shown: readonly (object | undefined)[]): string {
  const digestOf = (value: object): string => {
    const digest = digests.get(value) ?? hash('sha256', JSON.stringify(value));
    digests.set(value, digest);
    return digest;
  };
  return hash('sha256', shown.map((value) => (value ? digestOf(value) : '')).join(' '));
}
