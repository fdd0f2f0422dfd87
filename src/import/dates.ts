/** The dates of a document, in the many forms in which ministries write them. */

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];
const month =
  '(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
/** The last day of several: the meeting began on the first. */
const until = `(?<until>\\s*(?:[-–—~〜]|to|and)\\s*(?:${month.replace('?<month>', '?:')}\\s+)?\\d{1,2}(?:st|nd|rd|th)?)?`;
const year = '(?<year>(?:19|20)\\d{2})';
const weekday = '(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?';
const between = '[\\s,]+';

/** Each with the groups `year`, `month` and `day`. */
const forms = [
  // February 22, 2013; November, 11, 2009; Feb. 22nd 2013; February 22 (Friday), 2013; February 22-23, 2013
  `\\b${month}${between}${day}${until}(?:\\s*\\(${weekday}\\))?${between}${year}(?!\\d)`,
  // 22 February 2013; 22nd of February, 2013; 22-Feb-2013; 22-23 February 2013
  `(?<!\\d)${day}${until}(?:\\s+of)?[\\s-]+${month}[\\s,-]+${year}(?!\\d)`,
  // 28 February - 2 March 2013
  `(?<!\\d)${day}\\s+${month}(?<until>\\s*(?:[-–—~〜]|to|and)\\s*\\d{1,2}(?:st|nd|rd|th)?\\s+${month.replace('?<month>', '?:')})[\\s,-]+${year}(?!\\d)`,
  // 2013-02-22; 2013/02/22; 2013.2.22; 2013. 2. 22
  `(?<!\\d)${year}(?<mark>[-/.]) ?(?<month>\\d{1,2})\\k<mark> ?${day}(?!\\d)`,
  // 22.02.2013
  `(?<!\\d)${day}\\.(?<month>\\d{1,2})\\.${year}(?!\\d)`,
  // 22/02/2013 and 02/22/2013, where one of the numbers can be no month
  `(?<!\\d)(?<day>1[3-9]|2\\d|3[01])/(?<month>\\d{1,2})/${year}(?!\\d)`,
  `(?<!\\d)(?<month>\\d{1,2})/(?<day>1[3-9]|2\\d|3[01])/${year}(?!\\d)`,
  // 2013 February 22
  `(?<!\\d)${year}${between}${month}${between}${day}(?!\\d)`,
].map((form) => new RegExp(form, 'giu'));

const alone = new RegExp(
  `^[[(（]?(?:(?i:Date|Day|When)\\s*[:：]\\s*)?(?<place>\\p{Lu}[\\p{L}.'’-]*(?:,? \\p{Lu}[\\p{L}.'’-]*){0,5},?\\s+)?\\(?(?i:${weekday}\\)?,?\\s+)?DATE(?:,?\\s*\\(?(?i:${weekday})\\)?)?[\\])）]?[.,]?$`,
  'u',
);

/** What is written as a date, and 03/04/2013, which is a day in April or in March. */
const written = new RegExp(
  [...forms.map(({ source }) => source), `(?<!\\d)\\d{1,2}/\\d{1,2}/${year}(?!\\d)`].join('|'),
  'iu',
);

/** A date that stands in a text: the day it means (`2013-02-22`), and where. */
export interface FoundDate {
  date: string;
  start: number;
  end: number;
  /** Whether it is the first of several days: `February 22-23, 2013`. */
  several: boolean;
}

/** Digits and strokes as wide as characters of Japanese, as usual ones: each in its place. */
function narrow(text: string): string {
  return text.replace(/[０-９／－．，]/gu, (wide) => wide.normalize('NFKC'));
}

/** All whole dates of a text, in order. What is no day of the calendar is none. */
export function datesIn(text: string): FoundDate[] {
  const found = forms.flatMap((form) =>
    [...narrow(text).matchAll(form)].flatMap((match) => {
      const date = dateOf(match.groups ?? {});
      const several = match.groups?.until !== undefined;
      const [start, end] = [match.index, match.index + match[0].length];
      return date === undefined ? [] : [{ date, start, end, several }];
    }),
  );
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, index, all) => all.slice(0, index).every(({ end }) => end <= start));
}

/** The date of a line that says nothing else: `Friday, February 22, 2013`, `Washington, D.C., February 22, 2013`. */
export function dateLine(text: string): string | undefined {
  const [found, ...more] = datesIn(text);
  if (!found || more.length > 0) return undefined;
  const rest = `${text.slice(0, found.start)}DATE${text.slice(found.end)}`;
  const place = alone.exec(rest.trim());
  return place && !/\b(?:Meeting|Talks|Summit|Visit)\b/iu.test(place.groups?.place ?? '')
    ? found.date
    : undefined;
}

/** Words that are written as a date and tell no day: `February 30, 2013`, `03/04/2013`. */
export function doubtfulDate(text: string): string | undefined {
  return datesIn(text).length > 0 ? undefined : written.exec(narrow(text))?.[0];
}

/**
 * The day of the meeting by its opening sentence, which often leaves the year out: "On Friday, February 22, …".
 *
 * @param near the date that the document has, which gives the year
 */
export function openingDay(text: string, near: string): string | undefined {
  const opening = new RegExp(
    `^(?:On|In the (?:morning|afternoon|evening) (?:of|on))\\s+(?:the\\s+)?(?:${weekday},?\\s+)?(?:${month}${between}${day}|${day.replace('<day>', '<day2>')}(?:\\s+of)?\\s+${month.replace('<month>', '<month2>')})(?!\\d)`,
    'iu',
  );
  const groups = opening.exec(narrow(text))?.groups;
  if (!groups) return undefined;
  const parts = { month: groups.month ?? groups.month2 ?? '', day: groups.day ?? groups.day2 ?? '' };
  const years = [0, -1, 1].map((step) => String(Number(near.slice(0, 4)) + step));
  return years
    .flatMap((own) => dateOf({ ...parts, year: own }) ?? [])
    .sort((a, b) => distance(a, near) - distance(b, near))[0];
}

/** How many days are between two dates. */
export function distance(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

/** A day of the calendar as `2013-02-22`. */
function dateOf(groups: Readonly<Partial<Record<string, string>>>): string | undefined {
  const { year: own = '', month: name = '', day: number = '' } = groups;
  const index = /^\d/u.test(name)
    ? Number(name)
    : months.findIndex((whole) => whole.startsWith(name.toLowerCase().slice(0, 3))) + 1;
  const date = `${own}-${String(index).padStart(2, '0')}-${number.padStart(2, '0')}`;
  const moment = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : undefined;
}
