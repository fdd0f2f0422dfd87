/** The dates of a document, in the many forms in which ministries write them. */
import { strict as chrono } from 'chrono-node';

const weekday = '(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?';
const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';

/** Forms that the parser does not know, and the same in one that it knows. */
const rewrites: readonly (readonly [form: RegExp, known: string])[] = [
  [new RegExp(`\\s*\\(${weekday}\\)(?=[\\s,])`, 'giu'), ''],
  [/(?<!\d)(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})(?!\d)\.?/gu, '$1-$2-$3'],
  [/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/gu, '$3-$2-$1'],
  [/(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日/gu, '$1-$2-$3'],
  // January 20 and 21, 2020; 3, 4 and 5 May 2020; Monday 4 and Tuesday 5 March 2019
  [new RegExp(`(${month} \\d{1,2})(?:, \\d{1,2})* ?(?:and|&) ?(\\d{1,2})(?=,? \\d{4})`, 'giu'), '$1-$2'],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?:, \\d{1,2})* ?(?:and|&) (?:${weekday} )?(\\d{1,2}) (${month})`, 'giu'),
    '$1-$2 $3',
  ],
];

/** A date in a text: the day it means (`2013-02-22`), and its place in the text as `normalizeDates` writes it. */
interface DateMatch {
  date: string;
  start: number;
  end: number;
  /** Whether it is the first of several days: `February 22-23, 2013`. */
  isRange: boolean;
  /** Whether "on" stands before it: a day on which something was done. */
  isOn: boolean;
}

/** A text with its digits and dates in the usual forms. */
function normalizeDates(text: string): string {
  const narrow = text.replace(/[０-９／－．，]/gu, (wide) => wide.normalize('NFKC'));
  return rewrites.reduce((own, [form, known]) => own.replace(form, known), narrow);
}

/** Finds all dates with a year, in order. */
export function findDates(text: string): DateMatch[] {
  return findIn(normalizeDates(text));
}

function findIn(text: string): DateMatch[] {
  return chrono.parse(text).flatMap(({ text: words, index, start, end }) => {
    const hasYear = /(?<!\d)(?:19|20)\d{2}(?!\d)/u.test(words);
    const parts = [start.get('year'), start.get('month'), start.get('day')];
    const isDay = start.isCertain('day') && start.isCertain('month');
    if (!hasYear || !isDay || isAmbiguous(words)) return [];
    const date = parts.map((part) => String(part).padStart(2, '0')).join('-');
    // A clock time after the day belongs to the match and not to the date.
    const length = words.replace(/(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}\b.*|T\d.*)$/u, '').length;
    const isOn =
      new RegExp(`\\bon (?:${weekday},? )?$`, 'iu').test(text.slice(0, index)) || /^on\b/iu.test(words);
    return [
      {
        date,
        isOn,
        start: index,
        end: index + length,
        isRange: end != null && end.date() > start.date() && end.get('day') !== start.get('day'),
      },
    ];
  });
}

/** Whether a date is written with numbers that may be a day or a month: `03/04/2013`. */
function isAmbiguous(words: string): boolean {
  const [, first, second] = /^(\d{1,2})\/(\d{1,2})\/\d{4}/u.exec(words) ?? [];
  return Number(first) <= 12 && Number(second) <= 12 && first !== second;
}

const dateAlone = new RegExp(
  `^[[(（]?(?:(?:Date|Day|When|Published|Posted|Released|Issued)(?: on)?\\s*[:：]?\\s*)?(?<place>\\p{Lu}[\\p{L}.'’-]*(?:,? \\p{Lu}[\\p{L}.'’-]*){0,5},?\\s+)?\\(?(?:${weekday}\\)?,?\\s+)?@(?:,?\\s*\\(?${weekday}\\)?)?[\\])）]?[.,]?$`,
  'u',
);

/** The date of a line that says nothing else: `Friday, February 22, 2013`, `Washington, D.C., February 22, 2013`. */
export function parseDateLine(line: string): string | undefined {
  const text = normalizeDates(line);
  const [found, ...more] = findIn(text);
  if (!found || more.length > 0) return undefined;
  const rest = `${text.slice(0, found.start)}@${text.slice(found.end)}`;
  const place = dateAlone.exec(rest.trim());
  return place && !/\b(?:Meeting|Talks|Summit|Visit)\b/iu.test(place.groups?.place ?? '')
    ? found.date
    : undefined;
}

const anyDate = new RegExp(
  `(?<!\\d)\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}(?!\\d)|${month} \\d{1,2},? \\d{4}|(?<!\\d)\\d{1,2} ${month} \\d{4}`,
  'iu',
);

/** Words that are written as a date and name no single day: `February 30, 2013`, `03/04/2013`. */
export function findAmbiguousDate(text: string): string | undefined {
  return findDates(text).length > 0 ? undefined : anyDate.exec(normalizeDates(text))?.[0];
}

/**
 * Finds the day of the meeting in its opening sentence, which often leaves the year out: "On Friday, February 22, …".
 *
 * @param near the date that the document has, which gives the year
 */
export function inferMeetingDate(text: string, near: string): string | undefined {
  const opening = new RegExp(
    `^(?:[^.]*?\\b(?:met|held|took place|visited|spoke|discussed)\\b[^.]*?\\b)?(?:On|In the (?:morning|afternoon|evening) (?:of|on))\\s+(?:the\\s+)?(?:${weekday},?\\s+)?(?<day>${month}\\s+\\d{1,2}(?:st|nd|rd|th)?(?!\\d)|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}(?!\\p{L}))`,
    'iu',
  );
  const day = opening.exec(normalizeDates(text))?.groups?.day;
  if (day === undefined) return undefined;
  return [0, -1, 1]
    .flatMap((step) => findDates(`${day} ${String(Number(near.slice(0, 4)) + step)}`)[0]?.date ?? [])
    .sort((a, b) => daysBetween(a, near) - daysBetween(b, near))[0];
}

/** How many days are between two dates. */
export function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
