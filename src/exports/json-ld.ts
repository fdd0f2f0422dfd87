/** JSON-LD for the head of a page, in the vocabulary of schema.org. Each node is written once; others refer to it by `@id`. */
import type { Event, Graph, Report, Thing } from 'schema-dts';
import {
  type Breadcrumb,
  absoluteUrl,
  entryAddress,
  homeAddress,
  itemAddress,
  itemTrail,
  meetingAddress,
  meetingHomeTrail,
} from '../domain/urls.ts';
import { type AgendaItem, type Meeting, agendaItems } from '../domain/model.ts';
import type { RegisterEntry } from '../domain/register.ts';
import { itemLabel, meetingLabel, shortTitle } from '../domain/format.ts';
import { siteDescription, siteName } from '../site.config.ts';
import { formatLinks } from './formats.ts';

const home = absoluteUrl(homeAddress);
const ref = (id: string) => ({ '@id': id });
const website = ref(`${home}#website`);
const editors = ref(`${home}#editors`);
const editorsNode: Thing = { '@type': 'Organization', ...editors, name: siteName, url: home };

/** The site and its publisher, for the home page. */
export function siteJsonLd(): Graph {
  const site = {
    '@type': 'WebSite' as const,
    ...website,
    url: home,
    name: siteName,
    description: siteDescription,
  };
  return toGraph([{ ...site, inLanguage: 'en', publisher: editors }, editorsNode]);
}

/**
 * A meeting: the summary and its items, the event, and everyone and everything that the summary mentions.
 *
 * @param entries the register entries that the text mentions
 */
export function meetingJsonLd(meeting: Meeting, entries: readonly RegisterEntry[]): Graph {
  const url = absoluteUrl(meetingAddress(meeting));
  const mentioned = entries.map((entry) => ({
    '@type': entry.register === 'people' ? ('Person' as const) : ('Thing' as const),
    ...ref(absoluteUrl(entryAddress(entry))),
    name: entry.name,
  }));
  const attendees = attendeeNodes(meeting, entries);
  const report: Report = {
    ...reportNode(meeting),
    name: meeting.title,
    about: ref(`${url}#event`),
    mentions: mentioned.map((node) => ref(node['@id'])),
    hasPart: agendaItems(meeting).map((item, index) => ({
      '@type': 'Report',
      ...ref(absoluteUrl(itemAddress(meeting, item))),
      name: item.title,
      position: index + 1,
    })),
  };
  // The node of an attendee replaces that of a mention of the same person: it has the post too.
  const people = new Map<string, Thing>([...mentioned, ...attendees].map((node) => [node['@id'], node]));
  const nodes = [report, eventNode(meeting, attendees), ...people.values()];
  return pageGraph(meeting, url, nodes, meetingHomeTrail(meeting));
}

/** An item, and where it belongs. */
export function itemJsonLd(meeting: Meeting, item: AgendaItem): Graph {
  const url = absoluteUrl(itemAddress(meeting, item));
  return pageGraph(meeting, url, [itemNode(meeting, item)], itemTrail(meeting, item));
}

function toGraph(nodes: readonly Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': nodes };
}

/** The page is an edition of the editors; the report on it is the ministry's. A ministry is one node on all pages. */
function pageGraph(
  meeting: Meeting,
  url: string,
  nodes: readonly Thing[],
  trail: readonly Breadcrumb[],
): Graph {
  const { publisher, address, received } = meeting.source;
  const ministry: Thing = {
    '@type': 'GovernmentOrganization',
    ...publisherRef(publisher ?? ''),
    name: publisher ?? '',
    ...(address !== undefined && { url: new URL(address).origin }),
  };
  const itemListElement = trail.map(({ label, address: path }, index) => ({
    '@type': 'ListItem' as const,
    position: index + 1,
    name: label,
    item: absoluteUrl(path),
  }));
  const page: Thing = {
    '@type': 'WebPage',
    ...ref(`${url}#page`),
    url,
    isPartOf: website,
    publisher: editors,
    mainEntity: ref(url),
    datePublished: received,
  };
  const own = [page, ...nodes, editorsNode, { '@type': 'BreadcrumbList' as const, itemListElement }];
  return toGraph(publisher === undefined ? own : [...own, ministry]);
}

function publisherRef(publisher: string) {
  return ref(`${home}#${publisher.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`);
}

/** What the reports on a meeting and on an item have in common. */
function reportNode(meeting: Meeting, item?: AgendaItem) {
  const { publisher, licence, language, address } = meeting.source;
  const url = absoluteUrl(item ? itemAddress(meeting, item) : meetingAddress(meeting));
  return {
    '@type': 'Report',
    ...ref(url),
    url,
    datePublished: meeting.date,
    inLanguage: language,
    ...(publisher !== undefined && { author: publisherRef(publisher), publisher: publisherRef(publisher) }),
    ...(licence && { license: licence.address }),
    ...(address !== undefined && { isBasedOn: address }),
    encoding: formatLinks(meeting, item).map((format) => ({
      '@type': 'MediaObject' as const,
      contentUrl: absoluteUrl(format.address),
      encodingFormat: format.mediaType,
    })),
  } satisfies Report;
}

function itemNode(meeting: Meeting, item: AgendaItem): Report {
  return {
    ...reportNode(meeting, item),
    name: item.title,
    headline: `${itemLabel(item)}, ${meetingLabel(meeting)}`,
    position: agendaItems(meeting).indexOf(item) + 1,
    isPartOf: ref(absoluteUrl(meetingAddress(meeting))),
  };
}

function eventNode(meeting: Meeting, attendees: readonly { '@id': string }[]): Event {
  const url = absoluteUrl(meetingAddress(meeting));
  const { date, start, duration, place } = meeting;
  // The local time, as if it were UTC: minutes are added to it, and the offset follows.
  const local = Date.parse(`${date}T${start?.time ?? '00:00'}Z`);
  const after = (minutes: number): string =>
    start ? new Date(local + minutes * 60_000).toISOString().slice(0, 19) + start.offset : date;
  return {
    '@type': 'Event',
    ...ref(`${url}#event`),
    name: shortTitle(meeting),
    startDate: after(0),
    endDate: duration ? after(duration.minutes) : date,
    ...(duration && { duration: `PT${String(duration.minutes)}M` }),
    ...(place !== undefined && { location: { '@type': 'Place' as const, name: place, address: place } }),
    ...(attendees.length > 0 && { attendee: attendees.map((node) => ref(node['@id'])) }),
    recordedIn: ref(url),
  };
}

/** Everyone who attended. A person with a register entry is the same node as where the text mentions that entry. */
function attendeeNodes(meeting: Meeting, entries: readonly RegisterEntry[]) {
  return meeting.sides.flatMap(({ name: side, lead, attended }) =>
    [lead, ...attended].map(({ name, post }) => {
      const entry = entries.find(({ register, forms }) => register === 'people' && forms.includes(name));
      const path = entry ? entryAddress(entry) : `${meetingAddress(meeting)}#${encodeURIComponent(name)}`;
      return {
        '@type': 'Person' as const,
        ...ref(absoluteUrl(path)),
        name: entry?.name ?? name,
        jobTitle: post,
        affiliation: { '@type': 'Organization' as const, name: side },
      };
    }),
  );
}
