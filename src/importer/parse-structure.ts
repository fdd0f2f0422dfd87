/** From the lines of a text to sections, items and paragraphs. No word is changed, and none is left out. */
import { countTextWords } from '../domain/parse/parse-body.ts';
import { startsWithListMarker } from '../domain/parse/source-lines.ts';
import { classifyLine, isClosingLine, isRuleLine } from './classify-lines.ts';
import { boldLevel } from './extract-html-text.ts';
import { type NumberedHeading, findHeadings } from './find-headings.ts';
import { type ImportIssue, createIssue } from './import-issues.ts';
import { endsSentence, isParagraph, isProse } from './prose-heuristics.ts';
import type { Block, DraftSection, InputLine, Structure } from './structure.ts';
import { findUnnumberedHeadings } from './unnumbered-headings.ts';

/** Parses the structure of a text. */
export function parseStructure(lines: readonly InputLine[]): Structure {
  const blocks = readBlocks(lines);
  const warnings: ImportIssue[] = [];
  const end = findNotes(blocks);
  const body = blocks.slice(0, end);
  const levels = findUnnumberedHeadings(body, findHeadings(body, []));
  const outline = body.map((block, index) => ({ ...block, level: levels.get(index) }));
  const headings = findHeadings(outline, warnings);
  const opening = blocks.slice(0, headings[0]?.block ?? end);
  const title = opening.findLastIndex(({ kind }) => kind === 'title');
  const firstProse = opening.findIndex((block, index) => index > title && isOpeningProse(block));
  const textStart = firstProse < 0 ? opening.length : firstProse;
  const last = headings.at(-1);
  const closing = Math.min(end, findClosing(blocks, last ? startOfText(last) : textStart + 1));
  for (const { text, line } of blocks.flatMap((block) => block.lines.slice(0, -1)))
    if (/[\p{L}\p{N}][-‐]$/u.test(text))
      warnings.push(createIssue('import/line-end-hyphen', line, text.slice(-40)));
  warnHeadings(blocks.slice(0, closing), textStart, headings, warnings);
  if (headings.length === 0 && textStart < closing)
    warnings.push(createIssue('import/no-agenda', blocks[textStart]?.lines[0]?.line));
  const sections = readSections(blocks.slice(0, closing), headings, warnings);
  warnLastList(blocks, headings, warnings);
  return {
    before: sourceLines(opening.slice(0, textStart)),
    introduction: blocks.slice(textStart, Math.min(opening.length, closing)).map(({ text }) => text),
    sections,
    after: sourceLines(blocks.slice(closing)),
    warnings,
  };
}

function sourceLines(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ lines }) => lines.map(({ text }) => text.trim()));
}

/** The first block after a heading. A number alone on its line belongs to what follows. */
function startOfText({ block, rest }: NumberedHeading): number {
  return block + (rest === '' ? 2 : 1);
}

// ---- Paragraphs ----

function readBlocks(lines: readonly InputLine[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const text = line.text.replace(/\s+/gu, ' ').trim();
    if (last && line.isContinuation) {
      last.lines.push(line);
      last.text = joinLines(last.text, text);
    } else blocks.push({ text, lines: [line], kind: line.role ?? classifyLine(text), number: line.number });
  }
  return blocks;
}

/** Joins two lines of a paragraph. A word broken after its hyphen is one word; "medium- and long-term" are three. */
function joinLines(before: string, after: string): string {
  const isBroken = /[\p{L}\p{N}][-‐–—/]$/u.test(before) && !/^(?:and|or|to|nor)\b/u.test(after);
  return isBroken ? before + after : `${before} ${after}`;
}

/** Lines that look like headings and have no number are paragraphs to an import. */
function warnHeadings(
  blocks: readonly Block[],
  textStart: number,
  headings: readonly NumberedHeading[],
  warnings: ImportIssue[],
): void {
  // The first line of a document is its title, even directly above the first number.
  const title = blocks.findIndex(({ kind }) => kind === 'other' || kind === 'title');
  for (const [index, own] of blocks.entries()) {
    const next = blocks[index + 1];
    const following = headings.find(({ block }) => block === index + 1);
    const isNumbered = headings.some((heading) => index >= heading.block && index < startOfText(heading));
    const isInText = index >= textStart || (following !== undefined && index > title);
    const isShown = own.kind === 'other' && (own.lines[0]?.level ?? boldLevel) < boldLevel;
    if (!next || isNumbered || !isInText || !(isShown || looksLikeHeading(own))) continue;
    if (isShown || (following ? isParagraph(following.rest) : isProse(next.text)))
      warnings.push(createIssue('import/heading-as-text', own.lines[0]?.line, own.text));
  }
}

function looksLikeHeading({ text, kind }: Block): boolean {
  const isWhole = !/[.,:;!?…–—-]$|\p{Ll}[.!?]\s/u.test(text);
  const isUpper = /^(?:\d{1,2}\s*[-–—:/]\s*)?["“‘']?\p{Lu}/u.test(text);
  return kind === 'other' && isUpper && isWhole && countTextWords(text) <= 12 && !isParagraph(text);
}

// ---- Sections and items ----

function readSections(
  blocks: readonly Block[],
  headings: readonly NumberedHeading[],
  warnings: ImportIssue[],
): DraftSection[] {
  const sections: DraftSection[] = [];
  // How far the printed numbers are from those of their places: where that changes, a warning says so.
  const shift = { section: 0, item: 0 };
  for (const [index, heading] of headings.entries()) {
    const next = headings[index + 1];
    const own = blocks.slice(heading.block, next?.block ?? blocks.length);
    const line = own[0]?.lines[0]?.line;
    const texts = own.slice(1).map(({ text }) => text);
    // A number alone on its line belongs to what follows.
    const rest = heading.rest === '' ? (texts.shift() ?? '') : heading.rest;
    const section = sections.at(-1);
    const isSection = heading.level === 'section' || !section;
    const hasText = texts.length > 0 || (isSection && next?.level === 'item');
    const title = rest !== '' && hasText && !isParagraph(rest) ? rest : undefined;
    const paragraphs = title === undefined && rest !== '' ? [rest, ...texts] : texts;
    const items = section?.items ?? [];
    const number = isSection ? sections.length + 1 : items.filter(({ item }) => item).length + 1;
    const usualLabel = isSection ? `${String(number)}.` : `(${String(number)})`;
    const label = title !== undefined && heading.label === usualLabel ? undefined : heading.label;
    if (isSection)
      sections.push({ number, title, label, items: paragraphs.length > 0 ? [{ paragraphs }] : [] });
    else {
      // Text between the section's heading and its first item.
      if (items[0] && items[0].item === undefined) items[0].item = 0;
      items.push({ item: number, title, label, paragraphs });
    }
    const what = isSection ? 'section' : 'item';
    if (isSection) shift.item = 0;
    const [printed = number + shift[what], ...doubled] = heading.numbers;
    if (doubled.length > 0 || printed - number !== shift[what])
      warnings.push(createIssue('import/printed-number', line, heading.label, what, String(number)));
    if (doubled.length === 0) shift[what] = printed - number;
    if (title === undefined && rest !== '' && !isParagraph(rest) && !endsSentence(rest))
      warnings.push(createIssue('import/heading-without-text', line, `${heading.label} ${rest}`));
    warnAfterList(own, heading, warnings);
  }
  return sections;
}

/** Warns of text that follows a list on the page, and not on the heading of an entry whose texts are outside the list. */
function warnAfterList(
  [entry, ...texts]: readonly Block[],
  { label, rest }: NumberedHeading,
  warnings: ImportIssue[],
): void {
  const isOutside = ({ lines: [first] }: Block): boolean =>
    (first?.depth ?? 0) < (entry?.lines[0]?.depth ?? 0);
  const outside = texts.find(isOutside);
  if (outside && (isParagraph(rest) || texts[0] !== outside))
    warnings.push(createIssue('import/text-after-list', outside.lines[0]?.line, outside.text, label));
}

/** Warns of a list below the text of the last section, where no other section has items: it may hold notes. */
function warnLastList(
  blocks: readonly Block[],
  headings: readonly NumberedHeading[],
  warnings: ImportIssue[],
): void {
  const first = headings.findIndex(({ level }) => level === 'item');
  const [section, item] = headings.slice(Math.max(0, first - 1));
  const isLast = first > 1 && headings.slice(first).every(({ level }) => level === 'item');
  const line = blocks[item?.block ?? -1]?.lines[0];
  if (section && item && isLast && line?.number && item.block > startOfText(section))
    warnings.push(createIssue('import/list-at-end', line.line, item.label));
}

// ---- Before and after the text ----

/** Whether a block before the first section is a paragraph of the introduction. */
function isOpeningProse({ text, kind }: Block): boolean {
  return !/^(?:date|note|page)$/u.test(kind) && isProse(text);
}

const notesHeading = /^(?:(?:foot|end)?notes?|references)\s*:?$/iu;
const leadsBack = /(?:\b(?:return|back) to (?:the )?(?:text|article)|[↩↑⏎])\W*$/iu;

/** The first block of the notes at the end: their numbers are no sections. */
function findNotes(blocks: readonly Block[]): number {
  const start = blocks.findIndex((block, index) => {
    if (notesHeading.test(block.text)) return noteMark(blocks[index + 1]) !== undefined;
    const isNote = noteMark(block) !== undefined;
    return (
      block.kind === 'endnote' || (isNote && (leadsBack.test(block.text) || isReferredTo(blocks, index)))
    );
  });
  return start > 0 ? start : blocks.length;
}

/** The mark at the start of a note: `1` of `1.`, `[1]` and `¹`; `*`. */
function noteMark(block: Block | undefined): string | undefined {
  const [, raised, plain] = /^(?:([⁰¹²³⁴-⁹*†‡]+)|[[(]?(\d{1,2})[.)\]]*\s)/u.exec(block?.text ?? '') ?? [];
  return block?.number?.value.toString() ?? (raised ?? plain)?.normalize('NFKC');
}

/** Whether the blocks from one on, up to the closing lines, start with marks that the text before them has. */
function isReferredTo(blocks: readonly Block[], start: number): boolean {
  if (!/^(?:1|[*†‡]+)$/u.test(noteMark(blocks[start]) ?? '')) return false;
  const text = blocks.slice(0, start).map((block) => block.text);
  const found = text.flatMap((own) => own.match(/(?<=\S)(?:\[\d+\]|[⁰¹²³⁴-⁹]+|[*†‡]+(?!\S))/gu) ?? []);
  const marks = new Set(found.map((mark) => mark.normalize('NFKC').replace(/[[\]]/gu, '')));
  const isEnd = ({ kind, text: own }: Block): boolean =>
    /^(?:closing|page)$/u.test(kind) || isClosingLine(own);
  const end = blocks.findIndex((block, index) => index > start && isEnd(block));
  return blocks
    .slice(start, end < 0 ? blocks.length : end)
    .every((block) => marks.has(noteMark(block) ?? ''));
}

/**
 * The first block of the closing lines, from `from` on: a line that only closes documents, and what follows it; or short
 * lines at the very end that are separated from the last sentence.
 */
function findClosing(blocks: readonly Block[], from: number): number {
  const closes = (block: Block | undefined): boolean =>
    block === undefined || block.kind === 'closing' || isClosingLine(block.text);
  const known = blocks.findIndex(
    (block, index) =>
      index >= from && (closes(block) || (isRuleLine(block.text) && closes(blocks[index + 1]))),
  );
  let start = known < 0 ? blocks.length : known;
  for (let index = start - 1; index >= from; index -= 1) {
    const block = blocks[index];
    if (!block || !isTrailing(block)) break;
    const isAfterSentence = blocks.slice(from - 1, index).some(({ text }) => endsSentence(text));
    if (block.lines[0]?.afterBlankLine === true && isAfterSentence) start = index;
  }
  return start;
}

/** A short line that is no sentence and no entry of a list, as at the foot of a page. */
function isTrailing({ text, lines: [line] }: Block): boolean {
  const isEntry = (line?.depth ?? 0) > 0 || startsWithListMarker(text);
  return !isEntry && !endsSentence(text) && countTextWords(text) <= 8;
}
