/** Names, dates, times and numbers in words. */
import type { AgendaItem, Meeting, Section } from './model.ts';
import type { FigureFields, RegisterName, TimelineEvent } from './schema.ts';

const locale = 'en-GB';
const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
// Creating a formatter takes longer than formatting.
const days = new Intl.DateTimeFormat(locale, day);
const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', ...day });
const numbers = new Intl.NumberFormat(locale);
const lists = new Intl.ListFormat(locale);
const languages = new Intl.DisplayNames(locale, { type: 'language' });

/** `22 February 2013`, from `2013-02-22`. */
export function formatDate(date: string): string {
  return days.format(new Date(date));
}

/** `Friday 22 February 2013`, from `2013-02-22`. */
export function formatLongDate(date: string): string {
  return weekdays.format(new Date(date)).replace(',', '');
}

/** `9–10 May 2013`, or one day. */
export function formatDateRange({ date, until }: Pick<TimelineEvent, 'date' | 'until'>): string {
  return days.formatRange(new Date(date), new Date(until ?? date));
}

/** `3:45 p.m. (EST, UTC−5), about 70 minutes`, or as much of it as the summary states. */
export function formatMeetingTime({ start, duration }: Pick<Meeting, 'start' | 'duration'>): string {
  const parts: string[] = [];
  if (start) {
    const [hours = 0, minutes = 0] = start.time.split(':').map(Number);
    const clock = `${String(hours % 12 || 12)}:${String(minutes).padStart(2, '0')} ${hours < 12 ? 'a.m.' : 'p.m.'}`;
    const offset = start.offset.replace(/(?<=^.)0|:00$/gu, '').replace('-', '−');
    parts.push(`${clock} (${start.zone}, UTC${offset})`);
  }
  if (duration) parts.push(`${duration.approximate ? 'about ' : ''}${pluralize(duration.minutes, 'minute')}`);
  return parts.join(', ');
}

/** `1 item`, `11 items`, `1,038 words`. */
export function pluralize(count: number, noun: string): string {
  return `${numbers.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `Japan, France and Italy`. */
export function formatList(names: readonly string[]): string {
  return lists.format(names);
}

/** A figure with its unit as written: `5,000 people`, `$40 million`. */
export function formatFigure({ number, unit }: Pick<FigureFields, 'number' | 'unit'>): string {
  return /\p{Sc}/u.test(unit) ? unit + number : `${number} ${unit}`;
}

/** The name of a language in English: `Japanese`, from `ja`. */
export function languageName(language: string): string {
  return languages.of(language) ?? language;
}

/** The name of a language in itself: `日本語`, from `ja`. */
export function nativeLanguageName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

/** The first words of a text, at most `length` characters, followed by … if it is longer. */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/[\s,;:]+\S*$/u, '')} …`;
}

/** Separates facts or links on a line. At the end of a line the dot stays with what precedes it. */
export const separator = '\u00a0· ';

/** Joins facts with commas, without those that are undefined or empty. */
export function joinDefined(...facts: readonly (string | undefined)[]): string {
  return facts.filter((fact) => fact !== undefined && fact !== '').join(', ');
}

/** The title without the type of document: `Japan-U.S. Foreign Ministers' Meeting`. */
export function shortTitle({ title }: Pick<Meeting, 'title'>): string {
  return title.replace(/\s*\((?:Summary|Overview|Outline)\)$/iu, '');
}

/** `Japan-U.S. Foreign Ministers' Meeting, 22 February 2013`. */
export function meetingLabel(meeting: Pick<Meeting, 'title' | 'date'>): string {
  return `${shortTitle(meeting)}, ${formatDate(meeting.date)}`;
}

/** `1(2) Security`. */
export function itemLabel({ number, title }: Pick<AgendaItem, 'number' | 'title'>): string {
  return `${number} ${title}`;
}

/** `1. Japan-U.S. Relations`. */
export function sectionLabel({ label, title }: Pick<Section, 'label' | 'title'>): string {
  return `${label} ${title}`.trimStart();
}

/** The heading of a section or an item as printed: `(2) Security`, or its printed number alone. */
export function printedHeading({ label = '', title, hasTitle }: AgendaItem | Section): string {
  return hasTitle ? `${label} ${title}`.trimStart() : label;
}

export function registerLabel(register: RegisterName): string {
  return register === 'people' ? 'People' : 'Topics';
}

/** `sentence 2.1`, from `p2s1`; `paragraph 2`, from `p2`. */
export function passageLabel(id: string): string {
  return `${id.includes('s') ? 'sentence' : 'paragraph'} ${passagePosition(id)}`;
}

/** `2.1`, from `p2s1`: the first sentence of the second paragraph. */
export function passagePosition(id: string): string {
  return id.slice(1).replace('s', '.');
}

/** Who led the sides: `Fumio Kishida and John Kerry`. */
export function leadNames({ sides }: Pick<Meeting, 'sides'>): string {
  return formatList(sides.map(({ lead }) => lead.name));
}

/** `Fumio Kishida and John Kerry, Washington, D.C., 22 February 2013`. */
export function meetingTagline(meeting: Pick<Meeting, 'sides' | 'place' | 'date'>): string {
  return joinDefined(leadNames(meeting), meeting.place, formatDate(meeting.date));
}

/** The length of a meeting's text: `3 sections, 11 items, 1,128 words`; words alone if there are no items. */
export function textStats({ sections, wordCount }: Pick<Meeting, 'sections' | 'wordCount'>): string {
  const items = sections.flatMap((section) => section.items).length;
  return joinDefined(
    ...(items > 0 ? [pluralize(sections.length, 'section'), pluralize(items, 'item')] : []),
    pluralize(wordCount, 'word'),
  );
}

/** `1,000 meetings, 12,171 agenda items, 1955–2024`. */
export function archiveStats(meetings: readonly Pick<Meeting, 'date' | 'sections'>[]): string {
  const items = meetings.flatMap(({ sections }) => sections.flatMap((section) => section.items)).length;
  const years = meetings.map(({ date }) => date.slice(0, 4)).sort();
  const period = [...new Set([years[0], years.at(-1)])].join('–');
  return joinDefined(pluralize(meetings.length, 'meeting'), pluralize(items, 'agenda item'), period);
}

/** The source of a quotation: publisher, meeting and day. */
export function quotationSource(meeting: Pick<Meeting, 'title' | 'date' | 'source'>): string {
  return joinDefined(meeting.source.publisher, meetingLabel(meeting));
}

/** The host and language of a linked page: `mofa.go.jp, in Japanese`, on one line. */
export function sourceLabel({ address, language }: Pick<TimelineEvent, 'address' | 'language'>): string {
  return `${new URL(address).host.replace(/^www\./u, '')},\u00a0in\u00a0${languageName(language)}`;
}

/** The attribution that a publisher's terms ask for, in the format of the Ministry of Foreign Affairs of Japan. */
export function attributionLine({ title, source }: Pick<Meeting, 'title' | 'source'>): string {
  const { publisher, address, received } = source;
  const parts = [
    `"${title}."`,
    publisher && `${publisher}.`,
    address && `URL: ${address}.`,
    `Accessed ${formatDate(received)}.`,
  ];
  return `Source: ${parts.filter((part) => part !== undefined).join(' ')}`;
}

/** Shorter names of summaries, by publisher. */
const summaryNames: Readonly<Record<string, string>> = {
  'Ministry of Foreign Affairs of Japan': 'Japanese Foreign Ministry’s summary',
};

/**
 * The summary in a sentence: `Japanese Foreign Ministry’s summary`, `summary of the Ministry of Foreign Affairs of France`.
 *
 * @returns the name, and the words before it; undefined without a publisher
 */
export function summaryName({ source: { publisher } }: Pick<Meeting, 'source'>) {
  if (publisher === undefined) return undefined;
  const name = summaryNames[publisher];
  return name === undefined ? { before: 'summary of the ', name: publisher } : { before: '', name };
}
