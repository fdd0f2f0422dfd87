/** From the lines of a text to sections, items and paragraphs. No word is changed, and none is left out. */
import { countTextWords } from '../domain/parse/parse-body.ts';
import type { SourceLine } from '../domain/parse/source-lines.ts';
import { type LineKind, classifyLine, isClosingLine, isRuleLine } from './classify-lines.ts';
import { type NumberedHeading, findHeadings } from './find-headings.ts';
import { type ImportIssue, createIssue } from './import-issues.ts';
import type { PageLine } from './extract-html-text.ts';
import { parseDateLine } from './parse-dates.ts';
import { endsSentence, isParagraph, isProse, isTitleCase } from './prose-heuristics.ts';
import { readNumbers } from './read-number.ts';

/** An item as it is written to a file. */
export interface DraftItem {
  /** Its number in the section: 0 for text before the first item; none for a whole section. */
  item?: number;
  title?: string;
  /** The printed number, where it is not `(1)` for item 1. */
  label?: string;
  paragraphs: string[];
}

/** A section as `meeting.md` names it, with its items. */
interface DraftSection {
  number: number;
  title?: string;
  /** The printed number, where it is not `1.` for section 1. */
  label?: string;
  items: DraftItem[];
}

/** A document in its parts. */
export interface Structure {
  before: string[];
  introduction: string[];
  sections: DraftSection[];
  after: string[];
  /** What an editor should look at; lines are those of the text. */
  warnings: ImportIssue[];
}

/** A line of the text, with what a page says of it. */
export type InputLine = SourceLine & Partial<Pick<PageLine, 'number' | 'depth' | 'isTitle' | 'isClosing'>>;

/** A paragraph, or a line that stands for itself. */
export interface Block {
  text: string;
  lines: InputLine[];
  kind: LineKind;
  number: PageLine['number'];
  /** Whether a page has it in a footer. */
  isClosing: boolean;
}

/** Parses the structure of a text. */
export function parseStructure(lines: readonly InputLine[]): Structure {
  const blocks = readBlocks(lines);
  const warnings: ImportIssue[] = [];
  const end = notesStart(blocks);
  const headings = findHeadings(blocks.slice(0, end), warnings);
  const last = headings.at(-1);
  const opening = blocks.slice(0, headings[0]?.block ?? end);
  const title = opening.findLastIndex(({ lines: [first] }) => first?.isTitle === true);
  const firstProse = opening.findIndex((block, index) => index > title && isOpeningProse(block));
  const textStart = firstProse < 0 ? opening.length : firstProse;
  const closing = Math.min(
    end,
    closingStart(blocks, last ? last.block + (last.rest === '' ? 2 : 1) : textStart + 1),
  );
  for (const { text, line } of blocks.flatMap((block) => block.lines.slice(0, -1)))
    if (/[\p{L}\p{N}][-‐]$/u.test(text))
      warnings.push(createIssue('import/line-end-hyphen', line, text.slice(-40)));
  warnHeadings(blocks.slice(0, closing), textStart, headings, warnings);
  const rawLines = (own: readonly Block[]): string[] =>
    own.flatMap((block) => block.lines.map(({ text }) => text.trim()));
  return {
    before: rawLines(opening.slice(0, textStart)),
    introduction: blocks.slice(textStart, Math.min(opening.length, closing)).map(({ text }) => text),
    sections: readSections(blocks.slice(0, closing), headings, warnings),
    after: rawLines(blocks.slice(closing)),
    warnings,
  };
}

// ---- Paragraphs ----

function readBlocks(lines: readonly InputLine[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && line.goesOn && !standsAlone(last, line)) {
      last.lines.push(line);
      last.text = joinLines(last.text, line.text);
    } else {
      const text = normalizeSpace(line.text);
      const { number, isClosing = false } = line;
      blocks.push({ text, lines: [line], kind: classifyLine(text), number, isClosing });
    }
  }
  return blocks;
}

/** White space as the content has it. */
function normalizeSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Joins two lines of a paragraph. A word broken after its hyphen is one word; "medium- and long-term" are three. */
function joinLines(before: string, after: string): string {
  const next = normalizeSpace(after);
  const broken = /[\p{L}\p{N}][-‐–—/]$/u.test(before) && !/^(?:and|or|to|nor)\b/u.test(next);
  return broken ? before + next : `${before} ${next}`;
}

/** Whether a line ends although the next would not have fitted on it: it is a title, a date, a caption. */
function standsAlone({ lines: [first, ...more], kind, text }: Block, next: SourceLine): boolean {
  if (!first || more.length > 0) return false;
  const following = next.text.trim();
  if (parseDateLine(following) !== undefined || !['other', 'breadcrumb'].includes(kind)) return true;
  if (/[(（](?:Summary|Overview|Outline)[)）]$/iu.test(text)) return true;
  const rest = readNumbers(text).find(({ style }) => style === '1.' || style === '(1)')?.rest;
  return (
    rest !== undefined &&
    !isParagraph(rest) &&
    isTitleCase(rest) &&
    /^["“‘']?\p{Lu}/u.test(following) &&
    isProse(following.split(/(?<=[.!?])\s/u)[0] ?? '') &&
    !/(?:,|\b(?:of|the|and|in|on|for|to|with|by|at))$/u.test(rest)
  );
}

/** Lines that look like headings and have no number are paragraphs to an import. */
function warnHeadings(
  blocks: readonly Block[],
  start: number,
  headings: readonly NumberedHeading[],
  warnings: ImportIssue[],
): void {
  const numbered = new Map(headings.map((heading) => [heading.block, heading]));
  const own = new Set(headings.flatMap(({ block, rest }) => (rest === '' ? [block, block + 1] : [block])));
  for (const [index, { text, lines, kind }] of blocks.entries()) {
    const next = blocks[index + 1];
    const following = numbered.get(index + 1);
    const looksLikeHeading =
      kind === 'other' &&
      lines[0]?.isTitle !== true &&
      /^(?:\d{1,2}\s*[-–—:/]\s*)?["“‘']?\p{Lu}/u.test(text) &&
      countTextWords(text) <= 12 &&
      !isProse(text) &&
      !isParagraph(text) &&
      !/[.,:;!?…–—-]$/u.test(text) &&
      !isClosingLine(text);
    // The first line of a document is its title, even directly above the first number.
    const isTitle = index < start && !blocks.slice(0, index).some((own) => own.kind === 'other');
    if (isTitle || (index < start && !following) || !looksLikeHeading || !next || own.has(index)) continue;
    const line = lines[0]?.line ?? 1;
    if (following && isParagraph(following.rest))
      warnings.push(createIssue('import/heading-before-number', line, text, following.label));
    else if (!following && isProse(next.text))
      warnings.push(createIssue('import/heading-as-text', line, text));
  }
}

// ---- Sections and items ----

function readSections(
  blocks: readonly Block[],
  headings: readonly NumberedHeading[],
  warnings: ImportIssue[],
): DraftSection[] {
  const sections: DraftSection[] = [];
  // Where all sections start at another number, the first says so.
  const [start = 1, ...doubled] = headings[0]?.numbers ?? [];
  let section: DraftSection | undefined;
  for (const [index, heading] of headings.entries()) {
    const next = headings[index + 1];
    const line = blocks[heading.block]?.lines[0]?.line ?? 1;
    const texts = blocks.slice(heading.block + 1, next?.block ?? blocks.length).map(({ text }) => text);
    const isTogether = next?.block === heading.block;
    const depth = blocks[heading.block]?.number?.depth ?? 0;
    const outside = blocks
      .slice(heading.block + 1, next?.block ?? blocks.length)
      .find(({ lines: [first] }) => (first?.depth ?? depth) < depth);
    if (outside && isParagraph(heading.rest))
      warnings.push(
        createIssue('import/text-after-list', outside.lines[0]?.line, outside.text, heading.label),
      );
    // A number alone on its line belongs to what follows.
    const rest = heading.rest === '' && !isTogether ? (texts.shift() ?? '') : heading.rest;
    const follows = texts.length > 0 || (heading.level === 'section' && next?.level === 'item');
    const title = rest !== '' && follows && !isParagraph(rest) ? rest : undefined;
    const paragraphs = title === undefined && rest !== '' ? [rest, ...texts] : texts;
    const isSection = heading.level === 'section' || !section;
    const items = section?.items ?? [];
    const number = isSection
      ? sections.length + 1
      : items.filter(({ item }) => item !== 0 && item !== undefined).length + 1;
    const isUsual =
      title !== undefined && heading.label === (isSection ? `${String(number)}.` : `(${String(number)})`);
    const fields = { ...(title !== undefined && { title }), ...(!isUsual && { label: heading.label }) };
    if (isSection) {
      section = { number, ...fields, items: paragraphs.length > 0 ? [{ paragraphs }] : [] };
      sections.push(section);
    } else {
      // Text between the section's heading and its first item.
      if (items[0] && items[0].item === undefined) items[0].item = 0;
      items.push({ item: number, ...fields, paragraphs });
    }
    const isDecimal = /^[0-9０-９]+[.．][0-9０-９]/u.test(heading.label);
    const printed = isDecimal ? heading.numbers.at(-1) : heading.numbers[0];
    const isShifted = isSection && number > 1 && doubled.length === 0;
    const isDoubled = heading.numbers.length > 1 && !isDecimal;
    if (printed !== (isShifted ? number + start - 1 : number) || isDoubled) {
      const what = isSection ? 'section' : 'item';
      warnings.push(createIssue('import/printed-number', line, heading.label, what, String(number)));
    }
    if (title === undefined && !isTogether && !isParagraph(rest) && !endsSentence(rest))
      warnings.push(createIssue('import/heading-without-text', line, `${heading.label} ${rest}`));
  }
  return sections;
}

// ---- Before and after the text ----

/** Whether a block before the first section is a paragraph of the introduction. */
function isOpeningProse({ text, kind }: Block): boolean {
  if (['caption', 'note', 'date', 'language', 'kind of document', 'fact', 'page'].includes(kind))
    return false;
  if (/\b(?:provisional|unofficial|tentative) (?:English )?translation\b/iu.test(text) && text.length < 250)
    return false;
  return isProse(text);
}

/** The first block of numbered notes at the end: their numbers are no sections. */
function notesStart(blocks: readonly Block[]): number {
  const isNumbered = (block: Block | undefined): boolean =>
    block !== undefined && (block.number !== undefined || readNumbers(block.text).length > 0);
  const start = blocks.findIndex(
    (block, index) =>
      (/^(?:(?:foot|end)?notes?|references)\s*:?$/iu.test(block.text) && isNumbered(blocks[index + 1])) ||
      (isNumbered(block) &&
        /(?:\b(?:return|back) to (?:the )?(?:text|article)|[↩↑⏎])\W*$/iu.test(block.text)),
  );
  return start > 0 ? start : blocks.length;
}

/**
 * The first block of the closing lines, from `from` on: a line that only closes documents, and what follows it; or short
 * lines at the very end that are separated from the last sentence.
 */
function closingStart(blocks: readonly Block[], from: number): number {
  const closes = (block: Block | undefined): boolean =>
    block === undefined || block.isClosing || isClosingLine(block.text);
  const known = blocks.findIndex(
    (block, index) =>
      index >= from && (closes(block) || (isRuleLine(block.text) && closes(blocks[index + 1]))),
  );
  let start = known < 0 ? blocks.length : known;
  for (let index = start - 1; index >= from; index -= 1) {
    const block = blocks[index];
    if (!block || !isTrailing(block)) break;
    if (
      block.lines[0]?.apart === true &&
      blocks.slice(from - 1, index).some(({ text }) => endsSentence(text))
    )
      start = index;
  }
  return start;
}

/** A short line that is no sentence and no entry of a list, as at the foot of a page. */
function isTrailing({ text, number }: Block): boolean {
  const isEntry =
    number !== undefined ||
    /^(?:[-–—•‣◦●○■□*・※→]\s|[(（][^\s()（）]{1,4}[)）]|\p{L}{1,4}[.)]\s|\d{1,2}[.)]\s)/u.test(text);
  return !endsSentence(text) && !isEntry && countTextWords(text) <= 8;
}
