/** From the lines of a text to sections, items and paragraphs. No word is changed, and none is left out. */
import { countWords } from '../domain/parse/count-words.ts';
import type { MeetingFields } from '../domain/schema.ts';
import { type Block, readBlocks } from './blocks.ts';
import { boldLevel } from './extract-html-text.ts';
import { type Heading, findHeadings } from './find-headings.ts';
import { type ImportIssue, createIssue } from './issues.ts';
import { findClosing, findNotes } from './back-matter.ts';
import { endsSentence, isParagraph, isProse } from './prose-heuristics.ts';
import type { InputLine } from './read-input.ts';
import { findUnnumberedHeadings } from './unnumbered-headings.ts';

/** An item as it is written to a file. */
export interface DraftItem {
  /** The number of its section. */
  section: number;
  /** Its number in the section: 0 for text before the first item; none for a whole section. */
  item?: number;
  title?: string | undefined;
  /** The printed number, where it is not `(1)` for item 1. */
  label?: string | undefined;
  paragraphs: string[];
}

/** A document in its parts. */
export interface Structure {
  before: string[];
  introduction: string[];
  sections: MeetingFields['sections'];
  items: DraftItem[];
  after: string[];
}

/**
 * Parses the structure of a text.
 *
 * @param issues where warnings are added
 */
export function parseStructure(lines: readonly InputLine[], issues: ImportIssue[]): Structure {
  const blocks = readBlocks(lines, issues);
  const end = findNotes(blocks);
  const body = blocks.slice(0, end);
  const headings = findHeadings(body, findUnnumberedHeadings(body), issues);
  const opening = blocks.slice(0, headings[0]?.block ?? end);
  const title = opening.findLastIndex(({ kind }) => kind === 'title');
  const firstProse = opening.findIndex(
    ({ kind, text }, index) => index > title && !/^(?:date|note|page)$/u.test(kind) && isProse(text),
  );
  const textStart = firstProse < 0 ? opening.length : firstProse;
  const last = headings.at(-1);
  const closing = Math.min(end, findClosing(blocks, last?.textStart ?? textStart + 1));
  const text = blocks.slice(0, closing);
  warnHeadings(text, textStart, headings, issues);
  if (headings.length === 0 && textStart < closing)
    issues.push(createIssue('import/no-agenda', blocks[textStart]?.line));
  warnLastList(blocks, headings, issues);
  return {
    before: sourceLines(opening.slice(0, textStart)),
    introduction: text.slice(textStart, opening.length).map((block) => block.text),
    ...readSections(text, headings, issues),
    after: sourceLines(blocks.slice(closing)),
  };
}

function sourceLines(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ lines }) => lines.map(({ text }) => text.trim()));
}

function readSections(blocks: readonly Block[], headings: readonly Heading[], issues: ImportIssue[]) {
  const sections: Structure['sections'] = [];
  const items: DraftItem[] = [];
  // How far the printed numbers are from those of their places: where that changes, a warning says so.
  const shift = { section: 0, item: 0 };
  for (const [index, heading] of headings.entries()) {
    const { block, label: printedLabel, numbers, rest, textStart } = heading;
    const next = headings[index + 1];
    const line = blocks[block]?.line;
    const texts = blocks.slice(textStart, next?.block);
    const level = sections.length === 0 ? 'section' : heading.level;
    const isSection = level === 'section';
    const hasText = texts.length > 0 || (isSection && next?.level === 'item');
    const title = rest !== '' && hasText && !isParagraph(rest) ? rest : undefined;
    const paragraphs = [
      ...(title === undefined && rest !== '' ? [rest] : []),
      ...texts.map(({ text }) => text),
    ];
    const ofSection = items.filter(({ section }) => section === sections.length);
    const number = isSection ? sections.length + 1 : ofSection.filter(({ item }) => item).length + 1;
    const usualLabel = isSection ? `${String(number)}.` : `(${String(number)})`;
    const label = title !== undefined && printedLabel === usualLabel ? undefined : printedLabel;
    if (isSection) {
      sections.push({ number, title, label });
      if (paragraphs.length > 0) items.push({ section: number, paragraphs });
    } else {
      // Text between the section's heading and its first item.
      if (ofSection[0]) ofSection[0].item ??= 0;
      items.push({ section: sections.length, item: number, title, label, paragraphs });
    }
    if (isSection) shift.item = 0;
    const [printed = number + shift[level], ...doubled] = numbers;
    if (doubled.length > 0 || printed - number !== shift[level])
      issues.push(createIssue('import/printed-number', line, printedLabel, level, String(number)));
    if (doubled.length === 0) shift[level] = printed - number;
    if (title === undefined && rest !== '' && !isParagraph(rest) && !endsSentence(rest))
      issues.push(createIssue('import/heading-without-text', line, `${printedLabel} ${rest}`));
    // Text after a list on the page; not that of a heading in the list whose texts are all outside of it.
    const outside = texts.find(({ depth = 0 }) => depth < (blocks[block]?.depth ?? 0));
    if (outside && (isParagraph(rest) || texts[0] !== outside))
      issues.push(createIssue('import/text-after-list', outside.line, outside.text, printedLabel));
  }
  return { sections, items };
}

/** Warns of a list below the text of the last section, where no other section has items: it may hold notes. */
function warnLastList(blocks: readonly Block[], headings: readonly Heading[], issues: ImportIssue[]): void {
  const first = headings.findIndex(({ level }) => level === 'item');
  const [section, item, ...more] = headings.slice(Math.max(0, first - 1));
  if (first < 2 || !section || !item || more.some(({ level }) => level === 'section')) return;
  const block = blocks[item.block];
  if (block?.number && item.block > section.textStart)
    issues.push(createIssue('import/list-at-end', block.line, item.label));
}

/** Lines that look like headings and have no number are paragraphs to an import. */
function warnHeadings(
  blocks: readonly Block[],
  textStart: number,
  headings: readonly Heading[],
  issues: ImportIssue[],
): void {
  // The first line of a document is its title, even directly above the first number.
  const title = blocks.findIndex(({ kind }) => kind === 'other' || kind === 'title');
  for (const [index, textBlock] of blocks.entries()) {
    const next = blocks[index + 1];
    const following = headings.find(({ block }) => block === index + 1);
    const isNumbered = headings.some(({ block, textStart: end }) => index >= block && index < end);
    const isInText = index >= textStart || (following !== undefined && index > title);
    const isShown = textBlock.kind === 'other' && (textBlock.level ?? boldLevel) < boldLevel;
    if (!next || isNumbered || !isInText || !(isShown || looksLikeHeading(textBlock))) continue;
    if (isShown || (following ? isParagraph(following.rest) : isProse(next.text)))
      issues.push(createIssue('import/heading-as-text', textBlock.line, textBlock.text));
  }
}

function looksLikeHeading({ text, kind }: Block): boolean {
  const isWhole = !/[.,:;!?…–—-]$|\p{Ll}[.!?]\s/u.test(text);
  const isUpper = /^(?:\d{1,2}\s*[-–—:/]\s*)?["“‘']?\p{Lu}/u.test(text);
  return kind === 'other' && isUpper && isWhole && countWords(text) <= 12 && !isParagraph(text);
}
