/** What search engines and reference managers read in a page's head: JSON-LD in the words of schema.org. */
import type { BreadcrumbList, CreativeWork, Graph, Person, Report, Thing } from 'schema-dts';
import {
  type Step,
  absolute,
  entryAddress,
  itemAddress,
  itemTrail,
  meetingAddress,
  meetingHomeTrail,
  sectionAddress,
} from '../record/addresses.ts';
import { type Item, type Meeting, itemsOf } from '../record/meeting.ts';
import type { RegisterEntry } from '../record/register.ts';
import { itemName, meetingName, sectionName } from '../record/wording.ts';

/** The whole graph of a meeting: the document with all its parts, the event, the publisher, the breadcrumbs. */
export function meetingGraph(meeting: Meeting, named: readonly RegisterEntry[]): Graph {
  const address = absolute(meetingAddress(meeting));
  const { source, place, sides } = meeting;
  const publisher = source.publisher === undefined ? undefined : { '@id': `${address}#publisher` };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        ...reportOf(meeting),
        ...(publisher && { author: publisher, publisher }),
        ...(source.address !== undefined && { isBasedOn: source.address }),
        ...(source.licence && { license: source.licence.address }),
        about: { '@id': `${address}#event` },
        mentions: named.map(thing),
        hasPart: meeting.sections.map((section): CreativeWork => ({
          '@type': 'CreativeWork',
          '@id': absolute(sectionAddress(meeting, section)),
          name: sectionName(section),
          position: section.number,
          isPartOf: { '@id': address },
          hasPart: section.items.map((item) => itemOf(meeting, item)),
        })),
      },
      ...(source.publisher === undefined
        ? []
        : [
            {
              '@type': 'GovernmentOrganization' as const,
              '@id': `${address}#publisher`,
              name: source.publisher,
              ...(source.address !== undefined && { url: new URL(source.address).origin }),
            },
          ]),
      {
        '@type': 'Event',
        '@id': `${address}#event`,
        name: meeting.title,
        startDate: meeting.start
          ? `${meeting.date}T${meeting.start.time}:00${meeting.start.offset}`
          : meeting.date,
        ...(meeting.duration && { duration: `PT${String(meeting.duration.minutes)}M` }),
        ...(place !== undefined && { location: { '@type': 'Place' as const, name: place, address: place } }),
        ...(sides.length > 0 && {
          attendee: sides.flatMap(({ name, lead, attended }) =>
            [lead, ...attended].map((person): Person => ({
              '@type': 'Person',
              name: person.name,
              jobTitle: person.post,
              affiliation: { '@type': 'Organization', name },
            })),
          ),
        }),
        recordedIn: { '@id': address },
      },
      breadcrumbs(meetingHomeTrail(meeting)),
    ],
  };
}

/** An item's own node, where it belongs, and its breadcrumbs. */
export function itemGraph(meeting: Meeting, item: Item): Graph {
  return {
    '@context': 'https://schema.org',
    '@graph': [
      { ...itemOf(meeting, item), headline: `${itemName(item)}, ${meetingName(meeting)}` },
      breadcrumbs(itemTrail(meeting, item)),
    ],
  };
}

function reportOf(meeting: Meeting) {
  const address = absolute(meetingAddress(meeting));
  return {
    '@type': 'Report',
    '@id': address,
    url: address,
    name: meeting.title,
    datePublished: meeting.date,
    inLanguage: meeting.source.language,
  } satisfies Report;
}

function itemOf(meeting: Meeting, item: Item) {
  return {
    '@type': 'Report',
    '@id': absolute(itemAddress(meeting, item)),
    name: item.title,
    position: itemsOf(meeting).findIndex(({ id }) => id === item.id) + 1,
    isPartOf: { '@id': absolute(meetingAddress(meeting)) },
  } satisfies Report;
}

function thing(entry: RegisterEntry): Thing {
  const address = absolute(entryAddress(entry));
  return { '@type': entry.room === 'people' ? 'Person' : 'Thing', '@id': address, name: entry.name };
}

function breadcrumbs(trail: readonly Step[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ label, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: absolute(address),
    })),
  };
}

/** JSON that can stand in a script element: no `<` in it can end the element. */
export function scriptJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
