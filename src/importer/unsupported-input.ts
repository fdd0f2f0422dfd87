/** Documents that an import is not made for: it would take their parts for something else. */
import type { SourceLine } from '../domain/parse/source-lines.ts';
import { classifyLine, meetingName } from './classify-lines.ts';
import { type ImportIssue, createIssue } from './issues.ts';
import { findDates, parseDateLine } from './parse-dates.ts';
import { isProse } from './prose-heuristics.ts';

/** Finds what can't be imported of a text, in the order of its lines. */
export function findUnsupported(lines: readonly SourceLine[]): ImportIssue[] {
  const trimmed = lines.map(({ text, line }) => ({ text: text.trim(), line }));
  const foreign = findOtherLanguage(trimmed);
  // In another language no date and no sentence would be found, so nothing else is reported.
  if (foreign.length > 0) return foreign;
  return [
    ...findTranscript(trimmed),
    ...findPdfArtifacts(trimmed),
    ...findTable(lines),
    ...findUnknownNumbering(trimmed),
    ...findOtherMeeting(trimmed),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

type Line = Pick<SourceLine, 'text' | 'line'>;

function issues(code: ImportIssue['code'], line: Line | undefined, ...values: string[]): ImportIssue[] {
  return line ? [createIssue(code, line.line, line.text, ...values)] : [];
}

const speaker = /^(?<name>\p{Lu}[^:：“"]{0,50}?)\s*[:：](?:\s+(?<words>\S.*))?$/u;
const speakerTitle =
  /\b(?:Mr|Ms|Mrs|Dr|Secretary|Minister|President|Ambassador|Spokes\w+|Chancellor|Moderator|Interviewer|Reporter|Senator|General|Director)\b/iu;
const firstPerson =
  /\b(?:I|I['’](?:m|ve)|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|[Tt]hank|[Gg]ood (?:morning|afternoon|evening))\b/u;

/** Lines that give the word to speakers, who speak in the first person: in capitals, with a title, or in turns. */
function findTranscript(lines: readonly Line[]): ImportIssue[] {
  const question = lines.find(({ text }) => /^Q\s*[.．:)]/u.test(text));
  if (question && lines.some(({ text }) => /^A\s*[.．:)]/u.test(text)))
    return issues('import/transcript', question);
  const spoken = lines.flatMap((line, index) => {
    const { name = '', words = lines[index + 1]?.text ?? '' } = speaker.exec(line.text)?.groups ?? {};
    if (name === '' || !firstPerson.test(words)) return [];
    return [{ ...line, name, isCapitals: !/\p{Ll}/u.test(name), isTitled: speakerTitle.test(name) }];
  });
  const isTranscript =
    spoken.some(({ isCapitals, isTitled }) => isCapitals && isTitled) ||
    spoken.filter(({ isCapitals, isTitled }) => isCapitals || isTitled).length > 1 ||
    spoken.length > new Set(spoken.map(({ name }) => name)).size;
  return issues('import/transcript', isTranscript ? spoken[0] : undefined);
}

const pageNumber =
  /^(?:[-–—]\s*\d{1,3}\s*[-–—]|\[?(?:Page|p\.)\s*\d{1,3}\b.{0,8}|\d{1,3}\s*(?:of|\/)\s*\d{1,3})$/iu;

/** What text has that was copied from pages of paper: dot leaders, page numbers, running titles. */
function findPdfArtifacts(lines: readonly Line[]): ImportIssue[] {
  const leaders = lines.find(({ text }) =>
    /(?:\.{4,}|(?:\s\.){4,}|…{2,}|_{4,})\s*(?:[ivxlc]+|\d{1,3})$/iu.test(text),
  );
  const titles = lines.slice(0, 5).map(({ text }) => text);
  const running = lines.filter(({ text }) => {
    const head = text.replace(/\s+[|–—-]?\s*\d{1,3}$/u, '');
    return head !== text && titles.includes(head);
  });
  const alone = lines.filter(({ text }) => /^\d{1,3}$/u.test(text));
  const page =
    lines.find(({ text }) => pageNumber.test(text)) ??
    (running.length > 1 ? running[0] : undefined) ??
    alone.find(({ text }, index) => Number(alone[index + 1]?.text) === Number(text) + 1);
  return [...issues('import/dot-leaders', leaders), ...issues('import/page-number', page)];
}

/** What separates the cells of a row, and how many such rows make a table. */
const cellSeparators: readonly (readonly [separator: RegExp, rows: number])[] = [
  [/^\s*\|.*\||-{3,}\s*[|+]\s*-{2,}/u, 1],
  [/\S\t+\S/u, 2],
  [/\S\s*[|｜│]\s*\S/u, 3],
  // The gap after a number at the start of a line separates no cells.
  [/\p{L}.* {3,}\S/u, 3],
];

function findTable(lines: readonly Line[]): ImportIssue[] {
  const row = lines.find((_, index) =>
    cellSeparators.some(([separator, count]) => {
      const rows = lines.slice(index, index + count);
      const isRow = ({ text }: Line): boolean =>
        separator.test(text) && text.length < 120 && !/[.;:]$/u.test(text);
      return rows.length === count && rows.every(isRow);
    }),
  );
  return issues('import/table', row);
}

/** Lines that count with a code before the number, such as "C048/23 1." and "C048/23 2.". */
function findUnknownNumbering(lines: readonly Line[]): ImportIssue[] {
  const coded = lines.flatMap((line) => {
    const [, number] = /^(?=\S*\d)(?=\S*\p{Lu})[\p{L}\d/.-]{3,20}\s+(\d{1,3})[.):]\s/u.exec(line.text) ?? [];
    return number === undefined ? [] : [{ ...line, number: Number(number) }];
  });
  const first = coded.find(({ number }, index) => coded[index + 1]?.number === number + 1);
  return issues('import/unknown-numbering', first);
}

const englishWords = new Set(
  'the of and to in that for on with was were by at from which this as is his they would a an it be'.split(
    ' ',
  ),
);

function findOtherLanguage(lines: readonly Line[]): ImportIssue[] {
  const count = (text: string, letter: RegExp): number => text.match(letter)?.length ?? 0;
  const foreign = lines.find(({ text }) => {
    const other = count(text, /(?!\p{Script=Latin})\p{L}/gu);
    return other > (/[.。！!]$/u.test(text) ? 20 : 40) && other * 2 > count(text, /\p{L}/gu);
  });
  const words = lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const english = words.filter((word) => englishWords.has(word)).length;
  const isEnglish = words.length < 12 || english > words.length * 0.08;
  const [longest] = lines.toSorted((a, b) => b.text.length - a.text.length);
  return issues('import/not-english', foreign ?? (isEnglish ? undefined : longest));
}

/** Headings of two meetings, each with a date of its own and with text: two documents, or a section for each meeting. */
function findOtherMeeting(lines: readonly Line[]): ImportIssue[] {
  const starts = lines.flatMap((line, index) => {
    const { text } = line;
    const isHeading = text.length < 200 && !isProse(text) && meetingName.test(text);
    if (!isHeading || classifyLine(text) !== 'other') return [];
    const isNumbered = /^[(（]?\d/u.test(text);
    const [next = '', ...near] = lines.slice(index + 1, index + 4).map((own) => own.text);
    const said = findDates(next, '2000-01-01').find(({ isOn }) => isOn && !/\bwill\b/u.test(next));
    const around = [lines[index - 1]?.text ?? '', next, ...near].map(parseDateLine);
    const date = said?.date ?? (isNumbered ? undefined : around.find(Boolean));
    return date !== undefined && [next, ...near].some(isProse) ? [{ ...line, index, isNumbered, date }] : [];
  });
  const firstLike = (own: (typeof starts)[number]): (typeof starts)[number] =>
    starts.find(({ isNumbered }) => isNumbered === own.isNumbered) ?? own;
  // A title may be printed twice above its text; text lies between two documents.
  const second = starts.find((own) => {
    const first = firstLike(own);
    return (
      own.date !== first.date && lines.slice(first.index + 1, own.index).some(({ text }) => isProse(text))
    );
  });
  return second ? issues('import/other-meeting', second, String(firstLike(second).line)) : [];
}
