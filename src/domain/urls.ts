/**
 * Every address of the site, as a path from the root of its host. They are promises: a change here breaks links.
 * The public origin goes in front where an address leaves the site (`absolute`).
 */
import { base, origin } from '../site.config.ts';
import { type Item, type Meeting, type Section, sectionOf } from './model.ts';
import type { RegisterEntry } from './register.ts';
import { type Room, rooms } from './schema.ts';
import type { Paragraph, Sentence } from './parse/parse-body.ts';
import { meetingName, roomName, sectionName } from './format.ts';

export const homeAddress = base;
export const meetingsAddress = `${base}meetings/`;
export const searchAddress = `${base}search/`;
export const aboutAddress = `${base}about/`;
export const sourceAddress = `${aboutAddress}source/`;
export const accessibilityAddress = `${aboutAddress}accessibility/`;
export const privacyAddress = `${aboutAddress}privacy/`;
export const permalinksAddress = `${aboutAddress}permalinks/`;
/** The list of all that was ever published, for machines. */
export const permalinksDataAddress = `${base}permalinks.json`;
/** All meetings, for programs. */
export const meetingsDataAddress = `${base}meetings.json`;
/** The newest meetings with their full texts (RSS 2.0). */
export const feedAddress = `${base}feed.xml`;
/** The Markdown forms, for language models (llmstxt.org). */
export const modelsAddress = `${base}llms.txt`;
/** What the JSON forms hold (JSON Schema); the number is the version. */
export const meetingSchemaAddress = `${base}schema/meeting-1.json`;
export const itemSchemaAddress = `${base}schema/item-1.json`;

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

export function itemAddress(meeting: Named, { id }: Pick<Item, 'id'>): string {
  return `${meetingAddress(meeting)}${id}/`;
}

/** The whole summary on one page. */
export function textAddress(meeting: Named): string {
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
export function publishedAddress(meeting: Named): string {
  return meetingFormAddress(meeting, 'txt');
}

/** The forms of a meeting beside its page: `.txt` is the published text. */
export type MeetingForm = 'json' | 'md' | 'pdf' | 'png' | 'txt';

/** A meeting in another form. */
export function meetingFormAddress({ id }: Named, form: MeetingForm): string {
  return `${meetingsAddress}${id}.${form}`;
}

/** An item in another form. */
export function itemFormAddress(meeting: Named, { id }: Pick<Item, 'id'>, form: 'json' | 'md'): string {
  return `${meetingAddress(meeting)}${id}.${form}`;
}

export function registerAddress(room: Room): string {
  return `${base}${room}/`;
}

export function entryAddress({ room, id }: Pick<RegisterEntry, 'room' | 'id'>): string {
  return `${registerAddress(room)}${id}/`;
}

/** A paragraph or sentence of an item, or of the introduction where no item is given. */
export function passageAddress(
  meeting: Named,
  item: Pick<Item, 'id'> | undefined,
  passage: Pick<Paragraph | Sentence, 'id'>,
): string {
  return `${item ? itemAddress(meeting, item) : meetingAddress(meeting)}#${passage.id}`;
}

/** The ids of the whole-text page: those of the item's page with the item in front (`1-2-p2s1`, `intro-p1`). */
export function textPrefix(item: Pick<Item, 'id'> | undefined): string {
  return `${item?.id ?? 'intro'}-`;
}

/** A paragraph or sentence on the page of the whole summary. */
export function textPassageAddress(
  meeting: Named,
  item: Pick<Item, 'id'> | undefined,
  passage: Pick<Paragraph | Sentence, 'id'>,
): string {
  return `${textAddress(meeting)}#${textPrefix(item)}${passage.id}`;
}

/**
 * What a fragment of the whole-text page shows, where it is at home: `…/1-2/#p2` for `…/text/#1-2-p2`, `…/1-2/` for
 * `…/text/#1-2`, `…/#1` for a section. Undefined for any other address.
 */
export function homeOfTextPassage(address: string): string | undefined {
  const fragment = /^(.*\/)text\/#(?:(intro|\d+(?:-\d+)?)-(p\d+(?:s\d+)?)|(\d+-\d+)|(\d+))$/u;
  const [, home = '', owner, passage = '', item, section] = fragment.exec(address) ?? [];
  if (owner !== undefined) return `${home}${owner === 'intro' ? '' : `${owner}/`}#${passage}`;
  if (item !== undefined) return `${home}${item}/`;
  return section === undefined ? undefined : `${home}#${section}`;
}

/** The addresses that are there whatever the record holds. This and the next four lists are what was promised. */
export const siteAddresses: readonly string[] = [
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
  modelsAddress,
  meetingSchemaAddress,
  itemSchemaAddress,
  ...rooms.map(registerAddress),
];

/** The addresses that every year has in which there was a meeting. */
export const yearForms: readonly ((year: string) => string)[] = [yearAddress];

/** The addresses that every meeting has: its page, and the page in other forms. */
export const meetingForms: readonly ((meeting: Named) => string)[] = [
  meetingAddress,
  ...(['txt', 'json', 'md', 'pdf'] as const).map(
    (form) => (meeting: Named) => meetingFormAddress(meeting, form),
  ),
  textAddress,
];

/** The addresses that every item has. */
export const itemForms: readonly ((meeting: Named, item: Pick<Item, 'id'>) => string)[] = [
  itemAddress,
  (meeting, item) => itemFormAddress(meeting, item, 'json'),
  (meeting, item) => itemFormAddress(meeting, item, 'md'),
];

/** The addresses that every entry of a register has. */
export const entryForms: readonly ((entry: Pick<RegisterEntry, 'room' | 'id'>) => string)[] = [entryAddress];

/** The address with scheme and host, for canonical links, sitemaps and whatever leaves the site. */
export function absolute(address: string): string {
  return origin + address;
}

/** An address as lists and redirects write it, as a path from the site's own root: they hold wherever the site lives. */
export function belowBase(address: string): string {
  return `/${address.slice(base.length)}`;
}

/** The other way round. */
export function addressBelow(path: string): string {
  return base + path.slice(1);
}

/** A step of a breadcrumb. */
export interface Step {
  label: string;
  address: string;
}

/** The pages above a year. */
export const meetingsTrail: Step[] = [{ label: 'Meetings', address: meetingsAddress }];

/** The pages above a meeting's page. */
export function meetingHomeTrail({ date }: Pick<Meeting, 'date'>): Step[] {
  const year = date.slice(0, 4);
  return [...meetingsTrail, { label: year, address: yearAddress(year) }];
}

/** The pages above the pages of a meeting; those of an item are many, so the year is left out. */
export function meetingTrail(meeting: Meeting): Step[] {
  return [...meetingsTrail, { label: meetingName(meeting), address: meetingAddress(meeting) }];
}

/** The pages above an item. */
export function itemTrail(meeting: Meeting, item: Item): Step[] {
  const section = sectionOf(meeting, item);
  const step = section && { label: sectionName(section), address: sectionAddress(meeting, section) };
  return [...meetingTrail(meeting), ...(step ? [step] : [])];
}

/** The pages above an entry of a register. */
export function registerTrail(room: Room): Step[] {
  return [{ label: roomName(room), address: registerAddress(room) }];
}

/** The pages above those about the site. */
export const aboutTrail: Step[] = [{ label: 'About', address: aboutAddress }];
