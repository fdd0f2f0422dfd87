/** The day of the meeting, of all the dates that a document has. */
import { formatDate } from '../domain/format.ts';
import { parseLabelledFact } from './classify-lines.ts';
import { type ImportIssue, createIssue } from './import-issues.ts';
import { daysBetween, findAmbiguousDate, findDates, parseDateLine } from './parse-dates.ts';
import type { InputLine, Structure } from './structure.ts';

/** The meeting's date with warnings, or an error. */
interface FoundDate {
  date?: string;
  issues: ImportIssue[];
}

/**
 * Finds the day of the meeting: in a line before the text, which the first paragraph may correct.
 *
 * @param words the words of the meeting's id, for the message
 * @param published the day on which a page says that it was published
 */
export function findMeetingDate(
  { before, introduction, after }: Structure,
  opening: string,
  lines: readonly InputLine[],
  words: string,
  published: string | undefined,
): FoundDate {
  const createAt = (code: ImportIssue['code'], text: string, ...values: string[]): ImportIssue => {
    const line = lines.find((own) => own.text.includes(text.trim().slice(0, 40)))?.line;
    return createIssue(code, line ?? 1, ...values);
  };
  const dated = findDatedLines(before);
  const dates = [...new Set(dated.map(({ date }) => date))];
  const own = findDates(opening.slice(0, 250), dates[0]).map((found) => ({ ...found, text: opening }));
  // "On March 4, …" says when the meeting was; a dateline may repeat the day above the text.
  const score = ({ date, isOn }: (typeof own)[number]): number =>
    Number(isOn) * 2 + Number(dates.includes(date));
  const [said] = own.toSorted((a, b) => score(b) - score(a));
  const take = (date: string, ...issues: ImportIssue[]): FoundDate => {
    const range = [...dated, ...own].find((found) => found.isRange && found.date === date);
    if (range) issues.push(createAt('import/several-days', range.text, formatDate(date)));
    return { date, issues };
  };

  const [first] = dates;
  if (first === undefined) {
    if (said) return take(said.date);
    const doubtful = [...before, opening].find((text) => findAmbiguousDate(text) !== undefined);
    const hint = `YYYY-MM-DD-${words}`;
    if (doubtful !== undefined) {
      const date = findAmbiguousDate(doubtful) ?? '';
      return { issues: [createAt('import/ambiguous-date', doubtful, date, hint)] };
    }
    const alone = [...introduction, ...after].map(parseDateLine).find((date) => date !== undefined);
    const ofPage = published ?? alone;
    if (ofPage === undefined) return { issues: [createIssue('import/no-date', lines[0]?.line ?? 1, hint)] };
    return { date: ofPage, issues: [createIssue('import/date-of-page', 1, formatDate(ofPage))] };
  }
  if (said && dates.includes(said.date)) return take(said.date);
  const all = dates.map(formatDate).join(' and ');
  if (said && daysBetween(said.date, first) <= 14)
    return take(said.date, createAt('import/date-in-text', opening, formatDate(said.date), all));
  if (dates.length === 1) return take(first);
  return { issues: [createAt('import/several-dates', dated[0]?.text ?? '', all, `${first}-${words}`)] };
}

/** The dates before the text, of the surest kind of line: "Date:", a title with "held on", a date alone, any other. */
function findDatedLines(
  before: readonly string[],
): (ReturnType<typeof findDates>[number] & { text: string })[] {
  const lines = before.filter(
    (text) => !/^\W*(?:last )?(?:updated|modified|reviewed|changed)\b/iu.test(text),
  );
  const isAlone = (text: string): boolean => parseDateLine(text) !== undefined;
  const kinds = [
    lines.filter((text) => parseLabelledFact(text).some(([name]) => /^(?:da|when)/u.test(name))),
    lines.filter((text) => !isAlone(text) && /\b(?:held|on|from)\b/iu.test(text)),
    lines.filter(isAlone),
    lines,
  ];
  return (
    kinds
      .map((own) => own.flatMap((text) => findDates(text).map((found) => ({ ...found, text }))))
      .find(({ length }) => length > 0) ?? []
  );
}
