/** The dates of a document, in the many ways in which ministries write them. */
import { strict as chrono } from 'chrono-node';

const weekday = '(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?';
const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';

/** Dates as the parser does not know them, and as it does. */
const rewrites: readonly (readonly [pattern: RegExp, known: string])[] = [
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

/** A text with its digits and dates as they are usually written. */
function normalizeDates(text: string): string {
  const narrow = text.replace(/[０-９／－．，]/gu, (wide) => wide.normalize('NFKC'));
  return rewrites.reduce((rewritten, [pattern, known]) => rewritten.replace(pattern, known), narrow);
}

/**
 * Finds the dates of a text, in order: the day (`2013-02-22`); its place in the text as `normalizeDates` writes it; whether
 * it is the first of several days, `February 22-23, 2013`; whether "on" or "in the morning of" stands before it.
 *
 * @param near a date that gives its year to those without one
 */
export function findDates(text: string, near?: string) {
  const normalized = normalizeDates(text);
  const reference = near === undefined ? undefined : new Date(`${near}T12:00:00`);
  return chrono.parse(normalized, reference).flatMap(({ text: words, index, start, end }) => {
    const hasYear = /(?<!\d)(?:19|20)\d{2}(?!\d)/u.test(words);
    const isYearless = near !== undefined && !start.isCertain('year');
    const isDay = start.isCertain('day') && start.isCertain('month');
    // Numbers that may be a day or a month: `03/04/2013`.
    const [, first, second] = /^(\d{1,2})\/(\d{1,2})\/\d{4}/u.exec(words) ?? [];
    const isAmbiguous = Number(first) <= 12 && Number(second) <= 12 && first !== second;
    if (!isDay || !(hasYear || isYearless) || isAmbiguous) return [];
    const parts = [start.get('year'), start.get('month'), start.get('day')];
    const before = normalized.slice(0, index + (/^on\b/iu.test(words) ? 2 : 0));
    return {
      date: parts.map((part) => String(part).padStart(2, '0')).join('-'),
      isOn: /\b(?:on|(?:morning|afternoon|evening) of)[^.]{0,12}$/iu.test(before),
      start: index,
      // A clock time after the day belongs to the match and not to the date.
      end: index + words.replace(/(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}\b.*|T\d.*)$/u, '').length,
      isRange: end != null && end.date() > start.date() && end.get('day') !== start.get('day'),
    };
  });
}

const dateAlone = new RegExp(
  `^[[(（]?(?:(?:Date|Day|When|Published|Posted|Released|Issued)(?: on)?\\s*[:：]?\\s*)?(?<place>\\p{Lu}[\\p{L}.'’-]*(?:,? \\p{Lu}[\\p{L}.'’-]*){0,5},?\\s+)?\\(?(?:${weekday}\\)?,?\\s+)?@(?:,?\\s*\\(?${weekday}\\)?)?[\\])）]?[.,]?$`,
  'u',
);

/** The date of a line that says nothing else: `Friday, February 22, 2013`, `Washington, D.C., February 22, 2013`. */
export function parseDateLine(line: string): string | undefined {
  const text = normalizeDates(line);
  const [found, ...more] = findDates(text);
  if (!found || more.length > 0) return undefined;
  const { groups } = dateAlone.exec(`${text.slice(0, found.start)}@${text.slice(found.end)}`.trim()) ?? {};
  return groups && !/\b(?:Meeting|Talks|Summit|Visit)\b/iu.test(groups.place ?? '') ? found.date : undefined;
}

const anyDate = new RegExp(
  `(?<!\\d)\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}(?!\\d)|${month} \\d{1,2},? \\d{4}|(?<!\\d)\\d{1,2} ${month} \\d{4}`,
  'iu',
);

/** Words that are written as a date and name no single day: `February 30, 2013`, `03/04/2013`. */
export function findAmbiguousDate(text: string): string | undefined {
  return findDates(text).length > 0 ? undefined : anyDate.exec(normalizeDates(text))?.[0];
}
