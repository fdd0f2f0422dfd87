/** Documents that an import is not made for: it would take their parts for something else. */
import type { SourceLine } from '../domain/parse/source-lines.ts';
import { classifyLine, meetingName } from './classify-lines.ts';
import { type ImportIssue, createIssue } from './issues.ts';
import { findDates, parseDateLine } from './parse-dates.ts';
import { isProse } from './prose-heuristics.ts';

type Line = Pick<SourceLine, 'text' | 'line'>;

/** What finds the first line that can't be imported. */
const checks = [
  ['import/transcript', findSpeaker],
  ['import/dot-leaders', findDotLeaders],
  ['import/page-number', findPageNumber],
  ['import/table', findTableRow],
  ['import/unknown-numbering', findCode],
] as const;

/** Finds what can't be imported of a text. */
export function findUnsupported(lines: readonly SourceLine[]): ImportIssue[] {
  const trimmed = lines.map(({ text, line }) => ({ text: text.trim(), line }));
  const foreign = findOtherLanguage(trimmed);
  // In another language no date and no sentence would be found, so nothing else is reported.
  if (foreign) return [createIssue('import/not-english', foreign.line, foreign.text)];
  const issues = checks.flatMap(([code, find]) => {
    const found = find(trimmed);
    return found ? [createIssue(code, found.line, found.text)] : [];
  });
  return [...issues, ...findOtherMeetings(trimmed)];
}

const speaker = /^(?<name>\p{Lu}[^:：“"]{0,50}?)\s*[:：](?:\s+(?<words>\S.*))?$/u;
const speakerTitle =
  /\b(?:Mr|Ms|Mrs|Dr|Secretary|Minister|President|Ambassador|Spokes\w+|Chancellor|Moderator|Interviewer|Reporter|Senator|General|Director)\b/iu;
const firstPerson =
  /\b(?:I|I['’](?:m|ve)|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|[Tt]hank|[Gg]ood (?:morning|afternoon|evening))\b/u;

/** Questions and answers, or lines of speakers in the first person: two marks of speakers, or one speaker in turns. */
function findSpeaker(lines: readonly Line[]): Line | undefined {
  const question = lines.find(({ text }) => /^Q\s*[.．:)]/u.test(text));
  if (question && lines.some(({ text }) => /^A\s*[.．:)]/u.test(text))) return question;
  const spoken = lines.flatMap((line, index) => {
    const { name = '', words = lines[index + 1]?.text ?? '' } = speaker.exec(line.text)?.groups ?? {};
    return name !== '' && firstPerson.test(words) ? [{ ...line, name }] : [];
  });
  const marks = spoken.flatMap(({ name }) => [!/\p{Ll}/u.test(name), speakerTitle.test(name)]);
  const isInTurns = spoken.length > new Set(spoken.map(({ name }) => name)).size;
  return isInTurns || marks.filter(Boolean).length > 1 ? spoken[0] : undefined;
}

function findDotLeaders(lines: readonly Line[]): Line | undefined {
  const leaders = /(?:\.{4,}|(?:\s\.){4,}|…{2,}|_{4,})\s*(?:[ivxlc]+|\d{1,3})$/iu;
  return lines.find(({ text }) => leaders.test(text));
}

const pageNumber =
  /^(?:[-–—]\s*\d{1,3}\s*[-–—]|\[?(?:Page|p\.)\s*\d{1,3}\b.{0,8}|\d{1,3}\s*(?:of|\/)\s*\d{1,3})$/iu;

/** A page number, a running title that has one, or numbers that count up on lines of their own. */
function findPageNumber(lines: readonly Line[]): Line | undefined {
  const titles = lines.slice(0, 5).map(({ text }) => text);
  const running = lines.filter(({ text }) => {
    const head = text.replace(/\s+[|–—-]?\s*\d{1,3}$/u, '');
    return head !== text && titles.includes(head);
  });
  const alone = lines.filter(({ text }) => /^\d{1,3}$/u.test(text));
  return (
    lines.find(({ text }) => pageNumber.test(text)) ??
    (running.length > 1 ? running[0] : undefined) ??
    alone.find(({ text }, index) => Number(alone[index + 1]?.text) === Number(text) + 1)
  );
}

/** What separates the cells of a row, and how many such rows make a table. */
const cellSeparators: readonly (readonly [separator: RegExp, rows: number])[] = [
  [/^\|.*\||-{3,}\s*[|+]\s*-{2,}/u, 1],
  [/\S\t+\S/u, 2],
  [/\S\s*[|｜│]\s*\S/u, 3],
  // The gap after a number at the start of a line separates no cells.
  [/\p{L}.* {3,}\S/u, 3],
];

function findTableRow(lines: readonly Line[]): Line | undefined {
  return lines.find((_, index) =>
    cellSeparators.some(([separator, count]) => {
      const rows = lines.slice(index, index + count).filter(({ text }) => separator.test(text));
      return rows.length === count && rows.every(({ text }) => text.length < 120 && !/[.;:]$/u.test(text));
    }),
  );
}

/** A line that counts with a code before the number, such as "C048/23 1." before "C048/23 2.". */
function findCode(lines: readonly Line[]): Line | undefined {
  const coded = lines.flatMap((line) => {
    const [, number] = /^(?=\S*\d)(?=\S*\p{Lu})[\p{L}\d/.-]{3,20}\s+(\d{1,3})[.):]\s/u.exec(line.text) ?? [];
    return number === undefined ? [] : [{ ...line, number: Number(number) }];
  });
  return coded.find(({ number }, index) => coded[index + 1]?.number === number + 1);
}

const englishWords =
  /^(?:the|of|and|to|in|that|for|on|with|was|were|by|at|from|which|this|as|is|his|they|would|a|an|it|be)$/u;

function findOtherLanguage(lines: readonly Line[]): Line | undefined {
  const foreign = lines.find(({ text }) => {
    const others = text.match(/(?!\p{Script=Latin})\p{L}/gu) ?? [];
    const letters = text.match(/\p{L}/gu) ?? [];
    return others.length > (/[.。！!]$/u.test(text) ? 20 : 40) && others.length * 2 > letters.length;
  });
  const words = lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const english = words.filter((word) => englishWords.test(word)).length;
  if (foreign || words.length < 12 || english > words.length * 0.08) return foreign;
  return lines.toSorted((a, b) => b.text.length - a.text.length)[0];
}

/** Headings of two meetings, each with a date of its own and with text: two documents, or a section for each meeting. */
function findOtherMeetings(lines: readonly Line[]): ImportIssue[] {
  const starts = lines.flatMap((line, index) => {
    const { text } = line;
    if (isProse(text) || !meetingName.test(text) || classifyLine(text) !== 'other') return [];
    const below = lines.slice(index + 1, index + 4).map((lineBelow) => lineBelow.text);
    const [next = ''] = below;
    const isNumbered = /^[(（]?\d/u.test(text);
    const said = findDates(next, '2000-01-01').find(({ isOn }) => isOn && !/\bwill\b/u.test(next));
    const around = isNumbered ? [] : [lines[index - 1]?.text ?? '', ...below];
    const date = said?.date ?? around.map(parseDateLine).find(Boolean);
    return date !== undefined && below.some(isProse) ? [{ ...line, isNumbered, date }] : [];
  });
  return starts.flatMap((start) => {
    const first = starts.find(({ isNumbered }) => isNumbered === start.isNumbered);
    if (!first || first.date === start.date) return [];
    return [createIssue('import/other-meeting', start.line, start.text, String(first.line))];
  });
}
