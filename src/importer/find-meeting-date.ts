/** The day of the meeting, of all the dates that a document has. */
import { formatDate } from '../domain/format.ts';
import { parseLabelledFact } from './classify-lines.ts';
import { type ImportIssue, createIssue } from './issues.ts';
import { findAmbiguousDate, findDates, parseDateLine } from './parse-dates.ts';
import type { Structure } from './parse-structure.ts';
import type { InputLine } from './read-input.ts';

/**
 * Finds the day of the meeting: in a line before the text, which the first paragraph may correct.
 *
 * @param words the words of the meeting's id, for the message
 * @param published the day on which a page says that it was published
 * @param issues where issues are added: an error if there is no day
 */
export function findMeetingDate(
  { before, introduction, after }: Structure,
  opening: string,
  lines: readonly InputLine[],
  words: string,
  published: string | undefined,
  issues: ImportIssue[],
): string | undefined {
  const report = (code: ImportIssue['code'], text: string, ...values: string[]): void => {
    const line = lines.find((inputLine) => inputLine.text.includes(text.trim().slice(0, 40)))?.line;
    issues.push(createIssue(code, line, ...values));
  };
  const above = findDatedLines(before);
  const dates = [...new Set(above.map(({ date }) => date))];
  const [first] = dates;
  const all = dates.map(formatDate).join(' and ');
  const openingDates = findDates(opening.slice(0, 250), first).map((found) => ({ ...found, text: opening }));
  // "On March 4, …" says when the meeting was; a dateline may repeat the day above the text.
  const score = ({ date, isOn }: (typeof openingDates)[number]): number =>
    Number(isOn) * 2 + Number(dates.includes(date));
  const [said] = openingDates.toSorted((a, b) => score(b) - score(a));
  const days = said && first ? Math.abs(Date.parse(said.date) - Date.parse(first)) / 86_400_000 : 0;
  const isNear = said && (dates.includes(said.date) || days <= 14);
  const date = isNear ? said.date : dates.length === 1 ? first : undefined;
  if (date !== undefined) {
    const range = [...above, ...openingDates].find((found) => found.isRange && found.date === date);
    if (range) report('import/several-days', range.text, formatDate(date));
    if (isNear && first !== undefined && !dates.includes(date))
      report('import/date-in-text', opening, formatDate(date), all);
    return date;
  }
  if (above[0]) report('import/several-dates', above[0].text, all, `${above[0].date}-${words}`);
  if (first !== undefined) return undefined;

  const hint = `YYYY-MM-DD-${words}`;
  for (const text of [...before, opening]) {
    const ambiguous = findAmbiguousDate(text);
    if (ambiguous === undefined) continue;
    report('import/ambiguous-date', text, ambiguous, hint);
    return undefined;
  }
  const ofPage = published ?? [...introduction, ...after].map(parseDateLine).find(Boolean);
  if (ofPage === undefined) issues.push(createIssue('import/no-date', lines[0]?.line, hint));
  else issues.push(createIssue('import/date-of-page', 1, formatDate(ofPage)));
  return ofPage;
}

/** The dates before the text, of the surest kind of line: "Date:", a title with "held on", a date alone, any other. */
function findDatedLines(before: readonly string[]) {
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
  const found = kinds.map((kindLines) =>
    kindLines.flatMap((text) => findDates(text).map((date) => ({ ...date, text }))),
  );
  return found.find(({ length }) => length > 0) ?? [];
}
