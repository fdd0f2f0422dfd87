/** JSON-LD for the head of a page, in the vocabulary of schema.org. */
import type { Event, Person, Report, Thing, WebPage, WebSite, WithContext } from 'schema-dts';
import {
  type Breadcrumb,
  entryPath,
  homePath,
  itemPath,
  itemBreadcrumbs,
  meetingPath,
  meetingBreadcrumbs,
} from '../domain/urls.ts';
import {
  type AgendaItem,
  type Meeting,
  agendaItems,
  attendees,
  type RegisterEntry,
} from '../domain/model.ts';
import { itemLabel, meetingLabel, shortTitle } from '../domain/format.ts';
import { absoluteUrl, siteDescription, siteName } from '../site.config.ts';
import { formatLinks } from './formats.ts';

const context = { '@context': 'https://schema.org' } as const;
const home = absoluteUrl(homePath);
const editors = { '@type': 'Organization', name: siteName, url: home } as const;

/** JSON-LD as the content of a script element, which no `<` in it can end. */
export function serializeForScript(data: WithContext<Thing>): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** The site, for the home page. */
export function siteJsonLd(): WithContext<WebSite> {
  return {
    ...context,
    '@type': 'WebSite',
    url: home,
    name: siteName,
    description: siteDescription,
    inLanguage: 'en',
    publisher: editors,
  };
}

/**
 * A meeting: the summary and its items, the event, and everyone and everything that the summary mentions.
 *
 * @param entries the register entries that the text mentions
 */
export function meetingJsonLd(meeting: Meeting, entries: readonly RegisterEntry[]): WithContext<WebPage> {
  const report: Report = {
    ...createReport(meeting, absoluteUrl(meetingPath(meeting))),
    name: meeting.title,
    about: createEvent(meeting, entries),
    mentions: entries.map(createEntry),
    hasPart: agendaItems(meeting).map((item, index) => ({
      '@type': 'Report',
      '@id': absoluteUrl(itemPath(meeting, item)),
      name: item.title,
      position: index + 1,
    })),
  };
  return createPage(meeting, report, meetingBreadcrumbs(meeting));
}

/** An item. */
export function itemJsonLd(meeting: Meeting, item: AgendaItem): WithContext<WebPage> {
  const report: Report = {
    ...createReport(meeting, absoluteUrl(itemPath(meeting, item)), item),
    name: item.title,
    headline: `${itemLabel(item)}, ${meetingLabel(meeting)}`,
    position: agendaItems(meeting).indexOf(item) + 1,
    isPartOf: { '@type': 'Report', '@id': absoluteUrl(meetingPath(meeting)) },
  };
  return createPage(meeting, report, itemBreadcrumbs(meeting, item));
}

/** The page is an edition of the editors; the report on it is the ministry's. */
function createPage(meeting: Meeting, report: Report, trail: readonly Breadcrumb[]): WithContext<WebPage> {
  return {
    ...context,
    '@type': 'WebPage',
    isPartOf: { '@type': 'WebSite', url: home },
    publisher: editors,
    datePublished: meeting.source.received,
    breadcrumb: {
      '@type': 'BreadcrumbList',
      itemListElement: trail.map(({ label, path }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: label,
        item: absoluteUrl(path),
      })),
    },
    mainEntity: report,
  };
}

/** The properties that the reports on a meeting and on an item share. */
function createReport(meeting: Meeting, url: string, item?: AgendaItem) {
  const { publisher, licence, language, address } = meeting.source;
  const ministry = {
    '@type': 'GovernmentOrganization',
    name: publisher ?? '',
    ...(address !== undefined && { url: new URL(address).origin }),
  } as const;
  return {
    '@type': 'Report',
    '@id': url,
    url,
    datePublished: meeting.date,
    inLanguage: language,
    ...(publisher !== undefined && { author: ministry, publisher: ministry }),
    ...(licence && { license: licence.address }),
    ...(address !== undefined && { isBasedOn: address }),
    encoding: formatLinks(meeting, item).map((format) => ({
      '@type': 'MediaObject' as const,
      contentUrl: absoluteUrl(format.path),
      encodingFormat: format.mediaType,
    })),
  } satisfies Report;
}

function createEvent(meeting: Meeting, entries: readonly RegisterEntry[]): Event {
  const { date, start, duration, place } = meeting;
  // The local time, as if it were UTC: minutes are added to it, and the offset follows.
  const local = Date.parse(`${date}T${start?.time ?? '00:00'}Z`);
  const after = (minutes: number): string =>
    start ? new Date(local + minutes * 60_000).toISOString().slice(0, 19) + start.offset : date;
  return {
    '@type': 'Event',
    name: shortTitle(meeting),
    startDate: after(0),
    ...(duration && {
      endDate: after(duration.minutes),
      duration: `PT${String(duration.minutes)}M`,
    }),
    ...(place !== undefined && { location: { '@type': 'Place', name: place, address: place } }),
    attendee: attendees(meeting).map(({ name, post, side }): Person => {
      const entry = entries.find(({ register, forms }) => register === 'people' && forms.includes(name));
      return {
        '@type': 'Person',
        ...(entry && { '@id': absoluteUrl(entryPath(entry)) }),
        name: entry?.name ?? name,
        jobTitle: post,
        affiliation: { '@type': 'Organization', name: side },
      };
    }),
  };
}

/** A person or topic, by its URL, so that attendees refer to the same node. */
function createEntry(entry: RegisterEntry): Thing {
  return {
    '@type': entry.register === 'people' ? 'Person' : 'Thing',
    '@id': absoluteUrl(entryPath(entry)),
    name: entry.name,
  };
}
