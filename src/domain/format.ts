/** How the record is named in words: titles, dates, times. */
import type { AgendaItem, Meeting, Section } from './model.ts';
import { memoize } from './memoize.ts';
import type { TimelineEvent, FigureFields as Figure, RegisterName } from './schema.ts';

const locale = 'en-GB';
// Made once: one costs more than a page.
const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const days = new Intl.DateTimeFormat(locale, day);
const months = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', ...day });
const numbers = new Intl.NumberFormat(locale);
const sizes = new Intl.NumberFormat(locale, {
  style: 'unit',
  unit: 'kilobyte',
  maximumFractionDigits: 0,
});
const lists = new Intl.ListFormat(locale);
const languages = new Intl.DisplayNames('en', { type: 'language' });

const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);

/** So many different days and languages are remembered: each is named on many pages. */
const most = 5000;

/** `22 February 2013`, from `2013-02-22`. */
export const formatDate = memoize(most, (date) => days.format(noon(date)));

/** `Friday 22 February 2013`, from `2013-02-22`. */
export function formatLongDate(date: string): string {
  return weekdays.format(noon(date)).replace(',', '');
}

/** `February`, from `2013-02`. */
export function formatMonth(month: string): string {
  return months.format(noon(`${month}-01`));
}

/** `9–10 May 2013`, or one day. */
export function formatDateRange({ date, until }: Pick<TimelineEvent, 'date' | 'until'>): string {
  return days.formatRange(noon(date), noon(until ?? date));
}

/** Where a link leads: `mofa.go.jp, in Japanese`. */
export function sourceLabel({ address, language }: Pick<TimelineEvent, 'address' | 'language'>): string {
  return `${new URL(address).host.replace(/^www\./u, '')}, in ${languageName(language)}`;
}

/** The heading of a register. */
export function registerLabel(room: RegisterName): string {
  return room === 'people' ? 'People' : 'Topics';
}

/** A number with its thousands set apart: `1,038`. */
export function formatNumber(number: number): string {
  return numbers.format(number);
}

/** `1 item`, `11 items`, `1,038 words`. */
export function pluralize(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** How much there is of it, and of which years: `1,000 meetings, 12,171 agenda items, 1955–2024`. */
export function archiveStats(meetings: readonly Pick<Meeting, 'date' | 'sections'>[]): string {
  const items = meetings.reduce(
    (sum, { sections }) => sections.reduce((own, { items: { length } }) => own + length, sum),
    0,
  );
  const years = formatYearRange(meetings.map(({ date }) => date));
  return [pluralize(meetings.length, 'meeting'), pluralize(items, 'agenda item'), years].join(', ');
}

/** `1955–2024`, or one year, from dates in any order. */
export function formatYearRange(dates: readonly string[]): string {
  const years = dates.map((date) => date.slice(0, 4)).sort();
  return [...new Set([years[0], years.at(-1)])].join('–');
}

/** `Japan, France and Italy`. */
export function formatList(names: readonly string[]): string {
  return lists.format(names);
}

/** The size of a file: `12 kB`. */
export function formatFileSize(bytes: number): string {
  return sizes.format(Math.max(1, bytes / 1000));
}

/** How large a meeting's text is: `3 sections, 11 items, 1,128 words`; the words alone, where it has no sections. */
export function textStats(meeting: Pick<Meeting, 'sections' | 'wordCount'>): string {
  const items = meeting.sections.flatMap(({ items: own }) => own).length;
  const parts = [pluralize(meeting.sections.length, 'section'), pluralize(items, 'item')];
  return joinDefined(...(items > 0 ? parts : []), pluralize(meeting.wordCount, 'word'));
}

/** The title without the kind of document behind it: `Japan-U.S. Foreign Ministers' Meeting`. */
export function shortTitle({ title }: Pick<Meeting, 'title'>): string {
  return title.replace(/\s*\((?:Summary|Overview|Outline)\)$/iu, '');
}

/** Title and day: `Japan-U.S. Foreign Ministers' Meeting, 22 February 2013`. */
export function meetingLabel(meeting: Pick<Meeting, 'title' | 'date'>): string {
  return `${shortTitle(meeting)}, ${formatDate(meeting.date)}`;
}

/** Number and title: `1(2) Security`. */
export function itemLabel({ number, title }: Pick<AgendaItem, 'number' | 'title'>): string {
  return `${number} ${title}`;
}

/** What a quotation names: publisher, meeting, day, item. The paragraph and the address come behind it. */
export function quotationSource(
  meeting: Pick<Meeting, 'title' | 'date' | 'source'>,
  item?: AgendaItem,
): string {
  const place = item ? itemLabel(item) : 'introduction';
  return joinDefined(meeting.source.publisher, meetingLabel(meeting), place);
}

/** Heading as printed: `1. Japan-U.S. Relations`. */
export function sectionLabel({ label, title }: Pick<Section, 'label' | 'title'>): string {
  return `${label} ${title}`.trimStart();
}

/** `3:45 p.m. (EST, UTC−5), about 70 minutes`, as far as it is known. */
export function formatMeetingTime({ start, duration }: Pick<Meeting, 'start' | 'duration'>): string {
  const parts: string[] = [];
  if (start) {
    const [hours = 0, minutes = 0] = start.time.split(':').map(Number);
    const clock = `${String(hours % 12 || 12)}:${String(minutes).padStart(2, '0')} ${hours < 12 ? 'a.m.' : 'p.m.'}`;
    const [, sign = '+', hour = '', minute = ''] = /^([+-])(\d{2}):(\d{2})$/u.exec(start.offset) ?? [];
    const distance = `${sign === '-' ? '−' : '+'}${String(Number(hour))}${minute === '00' ? '' : `:${minute}`}`;
    parts.push(`${clock} (${start.zone}, UTC${distance})`);
  }
  if (duration) parts.push(`${duration.approximate ? 'about ' : ''}${pluralize(duration.minutes, 'minute')}`);
  return parts.join(', ');
}

/** The name of a language in English: `Japanese`, from `ja`. */
export const languageName = memoize(most, (language) => languages.of(language) ?? language);

/** The start of a text as a quotation of whole words, of `length` characters at most, with … where it is cut. */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/[\s,;:]+\S*$/u, '')} …`;
}

/** Stands between facts or links in a line. Where the line ends there, the dot stays with what is before it. */
export const separator = '\u00a0· ';

/** What is known of some facts, with commas between them. */
export function joinDefined(...facts: readonly (string | undefined)[]): string {
  return facts.filter((fact) => fact !== undefined && fact !== '').join(', ');
}

/** Who led the sides: `Fumio Kishida and John Kerry`. */
export function leadNames({ sides }: Pick<Meeting, 'sides'>): string {
  return formatList(sides.map(({ lead }) => lead.name));
}

/** Who met, where and when: `Fumio Kishida and John Kerry, Washington, D.C., 22 February 2013`. */
export function meetingTagline(meeting: Pick<Meeting, 'sides' | 'place' | 'date'>): string {
  return joinDefined(leadNames(meeting), meeting.place, formatDate(meeting.date));
}

/** `Paragraph 2, sentence 1`, from `p2s1`. */
export function passageLabel(id: string): string {
  const [, paragraph = '', sentence] = /^p(\d+)(?:s(\d+))?$/u.exec(id) ?? [];
  return `Paragraph ${paragraph}${sentence ? `, sentence ${sentence}` : ''}`;
}

/** `2.1`, from `p2s1`: the first sentence of the second paragraph. */
export function passagePosition(id: string): string {
  return id.slice(1).replace('s', '.');
}

/** A figure with its unit as written: `5,000 people`, `$40 million`. */
export function formatFigure({ number, unit }: Pick<Figure, 'number' | 'unit'>): string {
  return /\p{Sc}/u.test(unit) ? unit + number : `${number} ${unit}`;
}

/** The line by which a publisher's terms ask to be named; its form is the Ministry of Foreign Affairs of Japan's. */
export function attributionLine({ title, source }: Pick<Meeting, 'title' | 'source'>): string {
  const { publisher, address, received } = source;
  const where = [
    ...(publisher === undefined ? [] : [`${publisher}.`]),
    ...(address === undefined ? [] : [`URL: ${address}.`]),
  ];
  return ['Source:', `"${title}."`, ...where, `Accessed ${formatDate(received)}.`].join(' ');
}

/** How a publisher is called in a sentence, where there is a shorter name that readers know. */
const shortNames: Readonly<Record<string, string>> = {
  'Ministry of Foreign Affairs of Japan': 'Japanese Foreign Ministry’s summary',
};

/**
 * The summary as a sentence names it: `Japanese Foreign Ministry’s summary`, `summary of the Ministry of Foreign Affairs of
 * France`.
 *
 * @returns the name, and the words before it that are not part of it; undefined without a publisher
 */
export function summaryName({
  source,
}: Pick<Meeting, 'source'>): { before: string; name: string } | undefined {
  const { publisher } = source;
  if (publisher === undefined) return undefined;
  const short = shortNames[publisher];
  return short === undefined ? { before: 'summary of the ', name: publisher } : { before: '', name: short };
}

const nativeNames = (language: string): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;

/** The name of a language in itself: `日本語`, from `ja`. */
export const nativeLanguageName = memoize(most, nativeNames);
