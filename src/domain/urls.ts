/**
 * The path of every page and file, from the site's root: `/meetings/2013-…/1-2/`. `withBase` and `absoluteUrl` of
 * `site.config.ts` turn a path into a link. The paths are promises: a change here breaks links.
 */
import {
  type AgendaItem,
  type Meeting,
  type Section,
  findSection,
  type RegisterEntry,
  type Paragraph,
  type Sentence,
} from './model.ts';
import { type RegisterName, registerNames } from './schema.ts';
import { meetingLabel, registerLabel, sectionLabel } from './format.ts';

export const homePath = '/';
export const meetingsPath = '/meetings/';
export const searchPath = '/search/';
export const aboutPath = '/about/';
export const sourcePath = '/about/source/';
export const accessibilityPath = '/about/accessibility/';
export const privacyPath = '/about/privacy/';
export const permalinksPath = '/about/permalinks/';
export const meetingsJsonPath = '/meetings.json';
export const feedPath = '/feed.xml';
/** The JSON Schemas of the JSON format; the number is the version. */
export const meetingSchemaPath = '/schema/meeting-1.json';
export const itemSchemaPath = '/schema/item-1.json';

type MeetingId = Pick<Meeting, 'id'>;
type ItemId = Pick<AgendaItem, 'id'>;
type PassageId = Pick<Paragraph | Sentence, 'id'>;

export function yearPath(year: string): string {
  return `${meetingsPath}${year}/`;
}

export function meetingPath({ id }: MeetingId): string {
  return `${meetingsPath}${id}/`;
}

/** The formats of a meeting and of an item besides their pages. */
export const meetingFormats = ['pdf', 'md', 'json', 'txt', 'png'] as const;
export const itemFormats = ['md', 'json'] as const;
export type MeetingFormat = (typeof meetingFormats)[number];
type ItemFormat = (typeof itemFormats)[number];

/** A meeting in another format; `.txt` is the source. */
export function meetingFormatPath({ id }: MeetingId, format: MeetingFormat): string {
  return `${meetingsPath}${id}.${format}`;
}

/** The full summary on one page. */
export function fullTextPath(meeting: MeetingId): string {
  return `${meetingPath(meeting)}text/`;
}

/** Who said what. */
export function positionsPath(meeting: MeetingId): string {
  return `${meetingPath(meeting)}positions/`;
}

/** The timeline. */
export function followUpPath(meeting: MeetingId): string {
  return `${meetingPath(meeting)}follow-up/`;
}

/** A section is a part of the meeting's page. */
export function sectionPath(meeting: MeetingId, { number }: Pick<Section, 'number'>): string {
  return `${meetingPath(meeting)}#${String(number)}`;
}

export function itemPath(meeting: MeetingId, { id }: ItemId): string {
  return `${meetingPath(meeting)}${id}/`;
}

export function itemFormatPath(meeting: MeetingId, { id }: ItemId, format: ItemFormat): string {
  return `${meetingPath(meeting)}${id}.${format}`;
}

/** An editorial page; `about` is the one above the others. */
export function editorialPath({ id }: { id: string }): string {
  return id === 'about' ? aboutPath : `${aboutPath}${id}/`;
}

export function registerPath(register: RegisterName): string {
  return `/${register}/`;
}

export function entryPath({ register, id }: Pick<RegisterEntry, 'register' | 'id'>): string {
  return `${registerPath(register)}${id}/`;
}

/** A paragraph or sentence of an item, or of the introduction if there is no item. */
export function passagePath(meeting: MeetingId, item: ItemId | undefined, passage: PassageId): string {
  return `${item ? itemPath(meeting, item) : meetingPath(meeting)}#${passage.id}`;
}

/** The prefix that an item's ids have on the page of the full text: `1-2-` of `1-2-p2s1`, `intro-` of `intro-p1`. */
export function fullTextIdPrefix(item: ItemId | undefined): string {
  return `${item?.id ?? 'intro'}-`;
}

/** A paragraph or sentence on the page of the full text. */
export function fullTextPassagePath(meeting: MeetingId, item: ItemId | undefined, { id }: PassageId): string {
  return `${fullTextPath(meeting)}#${fullTextIdPrefix(item)}${id}`;
}

/**
 * The canonical path of a fragment of the full text: `…/1-2/#p2` for `…/text/#1-2-p2`, `…/1-2/` for `…/text/#1-2`, `…/#1`
 * for a section. Undefined for any other path.
 */
export function canonicalPassagePath(path: string): string | undefined {
  const fragment = /^(.*\/)text\/#(?:(intro|\d+(?:-\d+)?)-(p\d+(?:s\d+)?)|(\d+-\d+)|(\d+))$/u;
  const [, meeting = '', owner, passage = '', item, section] = fragment.exec(path) ?? [];
  if (owner !== undefined) return `${meeting}${owner === 'intro' ? '' : `${owner}/`}#${passage}`;
  if (item !== undefined) return `${meeting}${item}/`;
  return section === undefined ? undefined : `${meeting}#${section}`;
}

/** The paths that do not depend on the content. */
export const sitePaths: readonly string[] = [
  homePath,
  meetingsPath,
  searchPath,
  meetingsJsonPath,
  feedPath,
  meetingSchemaPath,
  itemSchemaPath,
  '/permalinks.json',
  '/llms.txt',
  ...registerNames.map(registerPath),
];

export interface Breadcrumb {
  label: string;
  path: string;
}

export const meetingsBreadcrumbs: Breadcrumb[] = [{ label: 'Meetings', path: meetingsPath }];
export const aboutBreadcrumbs: Breadcrumb[] = [{ label: 'About', path: aboutPath }];

/** The pages above a meeting's page. */
export function meetingBreadcrumbs({ date }: Pick<Meeting, 'date'>): Breadcrumb[] {
  const year = date.slice(0, 4);
  return [...meetingsBreadcrumbs, { label: year, path: yearPath(year) }];
}

/** The pages above the pages of a meeting; without the year, because an item has many. */
export function meetingPartBreadcrumbs(meeting: Meeting): Breadcrumb[] {
  return [...meetingsBreadcrumbs, { label: meetingLabel(meeting), path: meetingPath(meeting) }];
}

/** The pages above an item. */
export function itemBreadcrumbs(meeting: Meeting, item: AgendaItem): Breadcrumb[] {
  const section = findSection(meeting, item);
  return [
    ...meetingPartBreadcrumbs(meeting),
    ...(section ? [{ label: sectionLabel(section), path: sectionPath(meeting, section) }] : []),
  ];
}

export function registerBreadcrumbs(register: RegisterName): Breadcrumb[] {
  return [{ label: registerLabel(register), path: registerPath(register) }];
}
