/**
 * Citations as manuals of style write them, for a government document on the web whose author is an institution.
 * Plain text: what a manual sets in italics is not marked.
 */
import type { CslItem, CslDate } from './csl.ts';

const longDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const longMonth = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });
const toTimestamp = ({ 'date-parts': [[year, month, day]] }: CslDate): number =>
  Date.UTC(year, month - 1, day);

/** `February 22, 2013`. */
const american = (day: CslDate): string => longDay.format(toTimestamp(day));

/** `22 Feb. 2013`, as MLA abbreviates months of more than four letters. */
function mlaDate(day: CslDate): string {
  const [[year, , number]] = day['date-parts'];
  const month = longMonth.format(toTimestamp(day));
  const short = month.length > 4 ? `${month.slice(0, month === 'September' ? 4 : 3)}.` : month;
  return `${String(number)} ${short} ${String(year)}`;
}

/** Words in quotation marks, with the stop that follows them inside, and quotations within turned into single ones. */
function quoted(words: string, stop: ',' | '.'): string {
  const within = words.replaceAll('“', '‘').replaceAll('”', '’');
  return `“${stop === '.' ? withPeriod(within) : within + stop}”`;
}

const authorOf = ({ author }: CslItem): string[] => author?.map(({ literal }) => literal) ?? [];
const documentOf = ({ title, 'container-title': document }: CslItem): string => document ?? title;

/**
 * Chicago, a note (The Chicago Manual of Style, 17th ed., 14.269–270 and 14.207).
 *
 * @param paragraph the number of the paragraph that is cited
 */
function chicagoNote(cited: CslItem, paragraph?: string): string {
  return [
    ...authorOf(cited),
    `${quoted(documentOf(cited), ',')} ${american(cited.issued)}`,
    ...(cited.number === undefined ? [] : [cited.number]),
    ...(paragraph === undefined ? [] : [`para. ${paragraph}`]),
    cited.source,
    ...(cited.accessed ? [`accessed ${american(cited.accessed)}`] : []),
    `${cited.URL}.`,
  ].join(', ');
}

/** Chicago, an entry of the bibliography. */
export function chicagoBibliography(cited: CslItem): string {
  const part = cited['container-title'] === undefined ? '' : `${quoted(cited.title, '.')} In `;
  return [
    ...authorOf(cited).map(withPeriod),
    `${part}${quoted(documentOf(cited), '.')}`,
    `${american(cited.issued)}.`,
    withPeriod(cited.source),
    ...(cited.accessed ? [`Accessed ${american(cited.accessed)}.`] : []),
    `${cited.URL}.`,
  ].join(' ');
}

/** APA, an entry of the reference list (Publication Manual, 7th ed., 10.4 and 9.16): a group as author, day, site. */
function apa(cited: CslItem): string {
  const [[year, , day]] = cited.issued['date-parts'];
  const monthName = longMonth.format(toTimestamp(cited.issued));
  const part = cited['container-title'] === undefined ? '' : `${withPeriod(cited.title)} In `;
  const place = cited.accessed ? `Retrieved ${american(cited.accessed)}, from ${cited.URL}` : cited.URL;
  const when = `(${String(year)}, ${monthName} ${String(day)}).`;
  const work = `${part}${withPeriod(documentOf(cited))}`;
  // Without an author the title comes first.
  const [first] = authorOf(cited).map(withPeriod);
  const start = first === undefined ? `${work} ${when}` : `${first} ${when} ${work}`;
  return `${start} ${withPeriod(cited.source)} ${place}`;
}

/** MLA, an entry of the works cited (MLA Handbook, 9th ed., 5.3 and 5.111). */
function mla(cited: CslItem): string {
  const part = cited['container-title'] === undefined ? '' : `${quoted(cited.title, '.')} `;
  const accessed = cited.accessed ? ` Accessed ${mlaDate(cited.accessed)}.` : '';
  const author = authorOf(cited).map((name) => `${withPeriod(name)} `);
  return `${author.join('')}${part}${withPeriod(documentOf(cited))} ${mlaDate(cited.issued)}. ${cited.source}, ${cited.URL}.${accessed}`;
}

/** With a full stop at its end, but never two. */
function withPeriod(words: string): string {
  return /[.?!]$/u.test(words) ? words : `${words}.`;
}

/** The styles in which a page offers its citation, in this order; the paragraph is the one that the reader's URL names. */
export const citationStyles: readonly {
  name: string;
  format: (cited: CslItem, paragraph?: string) => string;
}[] = [
  { name: 'Chicago, note', format: chicagoNote },
  { name: 'Chicago, bibliography', format: chicagoBibliography },
  { name: 'APA', format: apa },
  { name: 'MLA', format: mla },
];
