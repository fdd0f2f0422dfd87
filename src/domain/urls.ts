/**
 * Every address of the site, as a path from the root of its host. They are promises: a change here breaks links.
 * The public origin goes in front where an address leaves the site (`absolute`).
 */
import { basePath, siteOrigin } from '../site.config.ts';
import { type AgendaItem, type Meeting, type Section, findSection } from './model.ts';
import type { RegisterEntry } from './register.ts';
import { type RegisterName, registerNames } from './schema.ts';
import type { Paragraph, Sentence } from './parse/parse-body.ts';
import { meetingLabel, registerLabel, sectionLabel } from './format.ts';

export const homeAddress = basePath;
export const meetingsAddress = `${basePath}meetings/`;
export const searchAddress = `${basePath}search/`;
export const aboutAddress = `${basePath}about/`;
export const sourceAddress = `${aboutAddress}source/`;
export const accessibilityAddress = `${aboutAddress}accessibility/`;
export const privacyAddress = `${aboutAddress}privacy/`;
export const permalinksAddress = `${aboutAddress}permalinks/`;
/** The list of all that was ever published, for machines. */
export const permalinksDataAddress = `${basePath}permalinks.json`;
/** All meetings, for programs. */
export const meetingsDataAddress = `${basePath}meetings.json`;
/** The newest meetings with their full texts (RSS 2.0). */
export const feedAddress = `${basePath}feed.xml`;
/** The Markdown forms, for language models (llmstxt.org). */
export const llmsTxtPath = `${basePath}llms.txt`;
/** What the JSON forms hold (JSON Schema); the number is the version. */
export const meetingSchemaAddress = `${basePath}schema/meeting-1.json`;
export const itemSchemaAddress = `${basePath}schema/item-1.json`;

type Named = Pick<Meeting, 'id'>;

/** The meetings of a year. A meeting's id starts with a whole day and is no year. */
export function yearAddress(year: string): string {
  return `${meetingsAddress}${year}/`;
}

export function meetingAddress({ id }: Named): string {
  return `${meetingsAddress}${id}/`;
}

/** A section is a part of its meeting's page. */
export function sectionAddress(meeting: Named, { number }: Pick<Section, 'number'>): string {
  return `${meetingAddress(meeting)}#${String(number)}`;
}

export function itemAddress(meeting: Named, { id }: Pick<AgendaItem, 'id'>): string {
  return `${meetingAddress(meeting)}${id}/`;
}

/** The whole summary on one page. */
export function fullTextPath(meeting: Named): string {
  return `${meetingAddress(meeting)}text/`;
}

/** Who said what, by item and side. */
export function positionsAddress(meeting: Named): string {
  return `${meetingAddress(meeting)}positions/`;
}

/** What came before and after. */
export function followUpAddress(meeting: Named): string {
  return `${meetingAddress(meeting)}follow-up/`;
}

/** The published text, byte for byte. */
export function sourceTextPath(meeting: Named): string {
  return meetingFormatPath(meeting, 'txt');
}

/** The forms of a meeting beside its page: `.txt` is the published text. */
export type MeetingFormat = 'json' | 'md' | 'pdf' | 'png' | 'txt';

/** A meeting in another form. */
export function meetingFormatPath({ id }: Named, form: MeetingFormat): string {
  return `${meetingsAddress}${id}.${form}`;
}

/** An item in another form. */
export function itemFormatPath(meeting: Named, { id }: Pick<AgendaItem, 'id'>, form: 'json' | 'md'): string {
  return `${meetingAddress(meeting)}${id}.${form}`;
}

export function registerAddress(room: RegisterName): string {
  return `${basePath}${room}/`;
}

export function entryAddress({ register, id }: Pick<RegisterEntry, 'register' | 'id'>): string {
  return `${registerAddress(register)}${id}/`;
}

/** A paragraph or sentence of an item, or of the introduction where no item is given. */
export function passageAddress(
  meeting: Named,
  item: Pick<AgendaItem, 'id'> | undefined,
  passage: Pick<Paragraph | Sentence, 'id'>,
): string {
  return `${item ? itemAddress(meeting, item) : meetingAddress(meeting)}#${passage.id}`;
}

/** The ids of the whole-text page: those of the item's page with the item in front (`1-2-p2s1`, `intro-p1`). */
export function fullTextIdPrefix(item: Pick<AgendaItem, 'id'> | undefined): string {
  return `${item?.id ?? 'intro'}-`;
}

/** A paragraph or sentence on the page of the whole summary. */
export function fullTextPassagePath(
  meeting: Named,
  item: Pick<AgendaItem, 'id'> | undefined,
  passage: Pick<Paragraph | Sentence, 'id'>,
): string {
  return `${fullTextPath(meeting)}#${fullTextIdPrefix(item)}${passage.id}`;
}

/**
 * What a fragment of the whole-text page shows, where it is at home: `…/1-2/#p2` for `…/text/#1-2-p2`, `…/1-2/` for
 * `…/text/#1-2`, `…/#1` for a section. Undefined for any other address.
 */
export function canonicalPassagePath(address: string): string | undefined {
  const fragment = /^(.*\/)text\/#(?:(intro|\d+(?:-\d+)?)-(p\d+(?:s\d+)?)|(\d+-\d+)|(\d+))$/u;
  const [, home = '', owner, passage = '', item, section] = fragment.exec(address) ?? [];
  if (owner !== undefined) return `${home}${owner === 'intro' ? '' : `${owner}/`}#${passage}`;
  if (item !== undefined) return `${home}${item}/`;
  return section === undefined ? undefined : `${home}#${section}`;
}

/** The addresses that are there whatever the record holds. This and the next four lists are what was promised. */
export const sitePaths: readonly string[] = [
  homeAddress,
  meetingsAddress,
  searchAddress,
  aboutAddress,
  sourceAddress,
  accessibilityAddress,
  privacyAddress,
  permalinksAddress,
  permalinksDataAddress,
  meetingsDataAddress,
  feedAddress,
  llmsTxtPath,
  meetingSchemaAddress,
  itemSchemaAddress,
  ...registerNames.map(registerAddress),
];

/** The addresses that every year has in which there was a meeting. */
export const yearPathBuilders: readonly ((year: string) => string)[] = [yearAddress];

/** The addresses that every meeting has: its page, and the page in other forms. */
export const meetingPathBuilders: readonly ((meeting: Named) => string)[] = [
  meetingAddress,
  ...(['txt', 'json', 'md', 'pdf'] as const).map(
    (form) => (meeting: Named) => meetingFormatPath(meeting, form),
  ),
  fullTextPath,
];

/** The addresses that every item has. */
export const itemPathBuilders: readonly ((meeting: Named, item: Pick<AgendaItem, 'id'>) => string)[] = [
  itemAddress,
  (meeting, item) => itemFormatPath(meeting, item, 'json'),
  (meeting, item) => itemFormatPath(meeting, item, 'md'),
];

/** The addresses that every entry of a register has. */
export const entryPathBuilders: readonly ((entry: Pick<RegisterEntry, 'register' | 'id'>) => string)[] = [
  entryAddress,
];

/** The address with scheme and host, for canonical links, sitemaps and whatever leaves the site. */
export function absoluteUrl(address: string): string {
  return siteOrigin + address;
}

/** An address as lists and redirects write it, as a path from the site's own root: they hold wherever the site lives. */
export function stripBase(address: string): string {
  return `/${address.slice(basePath.length)}`;
}

/** The other way round. */
export function withBase(path: string): string {
  return basePath + path.slice(1);
}

/** A step of a breadcrumb. */
export interface Breadcrumb {
  label: string;
  address: string;
}

/** The pages above a year. */
export const meetingsTrail: Breadcrumb[] = [{ label: 'Meetings', address: meetingsAddress }];

/** The pages above a meeting's page. */
export function meetingHomeTrail({ date }: Pick<Meeting, 'date'>): Breadcrumb[] {
  const year = date.slice(0, 4);
  return [...meetingsTrail, { label: year, address: yearAddress(year) }];
}

/** The pages above the pages of a meeting; those of an item are many, so the year is left out. */
export function meetingTrail(meeting: Meeting): Breadcrumb[] {
  return [...meetingsTrail, { label: meetingLabel(meeting), address: meetingAddress(meeting) }];
}

/** The pages above an item. */
export function itemTrail(meeting: Meeting, item: AgendaItem): Breadcrumb[] {
  const section = findSection(meeting, item);
  const step = section && { label: sectionLabel(section), address: sectionAddress(meeting, section) };
  return [...meetingTrail(meeting), ...(step ? [step] : [])];
}

/** The pages above an entry of a register. */
export function registerTrail(room: RegisterName): Breadcrumb[] {
  return [{ label: registerLabel(room), address: registerAddress(room) }];
}

/** The pages above those about the site. */
export const aboutTrail: Breadcrumb[] = [{ label: 'About', address: aboutAddress }];
