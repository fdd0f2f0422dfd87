/** Documents that an import is not made for: it would take their parts for something else. */
import type { SourceLine } from '../domain/parse/source-lines.ts';
import { classifyLine, meetingName } from './classify-lines.ts';
import { type ImportIssue, createIssue } from './import-issues.ts';
import { findDates, parseDateLine } from './parse-dates.ts';
import { hasVerb, isProse } from './prose-heuristics.ts';

/** Finds what speaks against importing a text, in the order of its lines. */
export function findUnsupported(lines: readonly SourceLine[]): ImportIssue[] {
  const foreign = findOtherLanguage(lines);
  // In another language no date and no sentence would be found, so nothing else is to be said.
  if (foreign.length > 0) return foreign;
  const checks = [findTranscript, findPdfArtifacts, findTable, findUnknownNumbering, findOtherMeeting];
  return checks.flatMap((check) => check(lines)).sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

const speaker = /^(?<name>\p{Lu}[^:：“"]{0,50}?)\s*[:：](?:\s+(?<words>\S.*))?$/u;
const question = /^(?<name>[QA])\s*[.．)]\s+(?<words>\S.*)$/u;
const speakerTitle =
  /\b(?:Mr|Ms|Mrs|Dr|Secretary|Minister|President|Ambassador|Spokes\w+|Chancellor|Moderator|Interviewer|Reporter|Question(?:er)?|Answer|Chair\w*|Senator|General|Director|Q|A)\b/iu;
/** Labels of facts, which are in capitals at times. */
const factLabel =
  /^(?:PROVISIONAL |PRESS |MEDIA )?(?:NOTES?|DATES?|TIMES?|PLACE|VENUE|LOCATION|SUBJECT|RE|PHOTOS?|CAPTION|SOURCE|CONTACTS?|END|TEL|FAX|E-?MAIL|EMBARGO(?:ED)?|ATTENDEES|PARTICIPANTS|PRESENT|AGENDA|TOPICS?|OUTLINE|SUMMARY|OVERVIEW|TRANSLATION|RELEASE|DURATION|LANGUAGE|REFERENCE|RELATED|UPDATED?|ISSUED)\b/iu;
const firstPerson = /\b(?:I|I['’](?:m|ve)|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|[Tt]hank)\b/u;

/** Lines that give the word to speakers: in capitals, with a title, or in turns. */
function findTranscript(lines: readonly SourceLine[]): ImportIssue[] {
  const hasQuestions = lines.some(({ text }) => /^\s*Q\s*[.．)]\s/u.test(text));
  const spoken = lines.flatMap(({ text, line }, index) => {
    const match = speaker.exec(text.trim()) ?? (hasQuestions ? question.exec(text.trim()) : null);
    const { name = '', words = lines[index + 1]?.text ?? '' } = match?.groups ?? {};
    if (name === '' || factLabel.test(name) || name.split(/\s+/u).length > 6) return [];
    const isCapitals = words !== '' && !/\p{Ll}/u.test(name.replace(/\bMc(?=\p{Lu})|\(.*?\)/gu, ''));
    const isTitled = speakerTitle.test(name) && !/\b(?:side|delegation|attend)/iu.test(name);
    const isPersonal = firstPerson.test(words);
    return [{ name, line, text, isCapitals, isTitled, isPersonal, isSpeech: isPersonal || hasVerb(words) }];
  });
  const capitals = spoken.filter(({ isCapitals }) => isCapitals);
  const personal = spoken.filter(({ isPersonal }) => isPersonal);
  const names = new Set(personal.map(({ name }) => name)).size;
  const isTranscript =
    capitals.some(({ isTitled, isSpeech }) => isTitled && isSpeech) ||
    (capitals.length > 1 && (capitals.length > 2 || capitals.some(({ isSpeech }) => isSpeech))) ||
    personal.filter(({ isTitled }) => isTitled).length > 1 ||
    (names > 1 && personal.length > names);
  const [first] = spoken.filter(
    ({ isCapitals, isTitled, isPersonal }) => isCapitals || isTitled || isPersonal,
  );
  return isTranscript && first ? [createIssue('import/transcript', first.line, first.text)] : [];
}

/** Marks of text that was copied from pages of paper: dot leaders, page numbers, running titles. */
function findPdfArtifacts(lines: readonly SourceLine[]): ImportIssue[] {
  const leaders = lines.find(({ text }) =>
    /(?:\.{4,}|(?:\s\.){4,}|…{2,}|_{4,})\s*(?:[ivxlc]+|\d{1,3})$/iu.test(text),
  );
  const titles = lines.slice(0, 5).map(({ text }) => text.trim());
  const running = lines.filter(({ text }) => {
    const head = text.trim().replace(/\s+[|–—-]?\s*\d{1,3}$/u, '');
    return head !== text.trim() && titles.includes(head);
  });
  const alone = lines.filter(({ text }) => /^\d{1,3}$/u.test(text.trim()));
  const page =
    lines.find(({ text }) =>
      /^(?:[-–—]\s*\d{1,3}\s*[-–—]|\[?(?:Page|p\.)\s*\d{1,3}\b.{0,8}|\d{1,3}\s*(?:of|\/)\s*\d{1,3})$/iu.test(
        text.trim(),
      ),
    ) ??
    (running.length > 1 ? running[0] : undefined) ??
    alone.find(({ text }, index) => Number(alone[index + 1]?.text) === Number(text) + 1);
  return [
    ...(leaders ? [createIssue('import/dot-leaders', leaders.line, leaders.text)] : []),
    ...(page ? [createIssue('import/page-number', page.line, page.text)] : []),
  ];
}

/** Rows whose cells are separated by bars or tabs, or set in columns by spaces. */
function findTable(lines: readonly SourceLine[]): ImportIssue[] {
  const separators = [/\s*[|｜│]\s*/u, /(?<=\S)\t+(?=\S)/u, /(?<=\S) {3,}(?=\S)/u];
  const cells = (line: SourceLine | undefined, separator: RegExp): number =>
    (line?.text
      .trim()
      .replace(/^(?:\||[^\p{L}\s]{1,5}\s+)|\|$/gu, '')
      .split(separator).length ?? 1) - 1;
  const row = lines.find((line, index) =>
    separators.some((separator, kind) => {
      const rows = lines.slice(index, index + (kind === 1 ? 2 : 3));
      const counts = rows.map((own) => cells(own, separator));
      const isFramed =
        kind === 0 && /^\s*(?:\|.*\||[|+]?[-:=]{3,}(?:\s*[|+]\s*[-:=]{2,})+\s*[|+]?)\s*$/u.test(line.text);
      const isEven =
        counts.every((own) => own > 0 && own === counts[0]) && rows.length === (kind === 1 ? 2 : 3);
      return isFramed || (isEven && rows.every(({ text }) => text.length < 120 && !/[.;:]$/u.test(text)));
    }),
  );
  return row ? [createIssue('import/table', row.line, row.text)] : [];
}

/** Lines that count with a code before the number, such as "C048/23 1." and "C048/23 2.". */
function findUnknownNumbering(lines: readonly SourceLine[]): ImportIssue[] {
  const coded = lines.flatMap(({ text, line }) => {
    const number = /^\s*(?=\S*\d)(?=\S*\p{Lu})[\p{L}\d/.-]{3,20}\s+(\d{1,3})[.):]\s/u.exec(text)?.[1];
    return number === undefined ? [] : [{ text, line, number: Number(number) }];
  });
  const first = coded.find(({ number }, index) => coded[index + 1]?.number === number + 1);
  return first ? [createIssue('import/unknown-numbering', first.line, first.text)] : [];
}

const englishWords = new Set(
  'the of and to in that for on with was were by at from which this as is his they would a an it be'.split(
    ' ',
  ),
);

function findOtherLanguage(lines: readonly SourceLine[]): ImportIssue[] {
  const count = (text: string, letter: RegExp): number => text.match(letter)?.length ?? 0;
  const foreign = lines.find(({ text }) => {
    const other = count(text, /(?!\p{Script=Latin})\p{L}/gu);
    return other > (/[.。！!]\s*$/u.test(text) ? 20 : 40) && other * 2 > count(text, /\p{L}/gu);
  });
  const words = lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const isEnglish =
    words.length < 12 || words.filter((word) => englishWords.has(word)).length > words.length * 0.08;
  const [longest] = lines.toSorted((a, b) => b.text.length - a.text.length);
  const line = foreign ?? (isEnglish ? undefined : longest);
  return line ? [createIssue('import/not-english', line.line, line.text)] : [];
}

/** Headings of meetings with a date, a kind or a first sentence of their own: another document starts there. */
function findOtherMeeting(lines: readonly SourceLine[]): ImportIssue[] {
  const starts = lines.flatMap((line, index) => {
    const text = line.text.trim();
    if (text.length > 200 || isProse(text) || !meetingName.test(text) || classifyLine(text) !== 'other')
      return [];
    const [next = '', ...near] = lines.slice(index + 1, index + 5).map((own) => own.text.trim());
    const dates = [lines[index - 1]?.text ?? '', next, ...near.slice(0, 2)].map((own) => parseDateLine(own));
    const isDocument = /[(（[](?:Summary|Overview|Outline|Gist|Readout)[)）\]]$/iu.test(text);
    const isWith = /\b(?:Meeting|Talks|Call|Luncheon|Dinner|Consultations) (?:with|on|between)\s/u.test(text);
    const isNumbered = /^[(（]?\d/u.test(text);
    const day = /\bwill\b/u.test(next)
      ? undefined
      : findDates(next, '2000-01-01').find((date) => date.isOn)?.date;
    const own = isNumbered
      ? (day ?? (isWith && isProse(next) ? text : undefined))
      : (day ?? dates.find(Boolean) ?? (isDocument ? text : undefined));
    return own !== undefined && [next, ...near].some(isProse) ? [{ ...line, own, index, isNumbered }] : [];
  });
  // A title may be printed twice above its text; text lies between two documents. One meeting may be one section.
  const found = [false, true].flatMap((isNumbered) => {
    const [first, ...more] = starts.filter((start) => start.isNumbered === isNumbered);
    const second = more.find(
      ({ own, index }) =>
        own !== first?.own &&
        lines.slice((first?.index ?? 0) + 1, index).some(({ text }) => isProse(text.trim())),
    );
    return first && second
      ? [createIssue('import/other-meeting', second.line, second.text, String(first.line))]
      : [];
  });
  return found.slice(0, 1);
}
