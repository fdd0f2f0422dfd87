/** Where a text ends: the notes at its end, and the lines that only close documents. */
import { countWords } from '../domain/parse/count-words.ts';
import { startsWithListMarker } from '../domain/parse/source-lines.ts';
import type { Block } from './blocks.ts';
import { isClosingLine } from './classify-lines.ts';
import { endsSentence } from './prose-heuristics.ts';

const notesHeading = /^(?:(?:foot|end)?notes?|references)\s*:?$/iu;
const leadsBack = /(?:\b(?:return|back) to (?:the )?(?:text|article)|[↩↑⏎])\W*$/iu;

/** Whether a block only closes documents. */
export function isClosing({ kind, text }: Pick<Block, 'kind' | 'text'>): boolean {
  return kind === 'closing' || isClosingLine(text);
}

/** The first block of the notes at the end: their numbers are no sections. */
export function findNotes(blocks: readonly Block[]): number {
  const start = blocks.findIndex((block, index) => {
    const isHeading = notesHeading.test(block.text) && noteMark(blocks[index + 1]) !== '';
    const isNote = noteMark(block) !== '' && (leadsBack.test(block.text) || isReferredTo(blocks, index));
    return isHeading || isNote || block.kind === 'endnote';
  });
  return start > 0 ? start : blocks.length;
}

/** The mark at the start of a note: `1` of `1.`, `[1]` and `¹`; `*`; empty if there is none. */
function noteMark(block: Block | undefined): string {
  const [, raised, plain] = /^(?:([⁰¹²³⁴-⁹*†‡]+)|[[(]?(\d{1,2})[.)\]]*\s)/u.exec(block?.text ?? '') ?? [];
  return String(block?.number?.value ?? raised ?? plain ?? '').normalize('NFKC');
}

/** Whether the blocks from one on, up to the closing lines, start with marks that the text before them has. */
function isReferredTo(blocks: readonly Block[], start: number): boolean {
  const mark = /(?<=\S)(?:\[\d+\]|[⁰¹²³⁴-⁹]+|[*†‡]+(?!\S))/gu;
  const found = blocks.slice(0, start).flatMap(({ text }) => text.match(mark) ?? []);
  const marks = new Set(found.map((foundMark) => foundMark.normalize('NFKC').replace(/[[\]]/gu, '')));
  const end = blocks.findIndex(
    (block, index) => index > start && (block.kind === 'page' || isClosing(block)),
  );
  return blocks.slice(start, end < 0 ? undefined : end).every((block) => marks.has(noteMark(block)));
}

const ruleLine = /^(?:#{2,}|(?:[*＊]\s*){3,}|[-–—_=]{3,})$/u;

/**
 * The first block of the closing lines, from `from` on: a line that only closes documents, and what follows it; or short
 * lines at the very end that are separated from the last sentence.
 */
export function findClosing(blocks: readonly Block[], from: number): number {
  const known = blocks.findIndex((block, index) => index >= from && isClosing(block));
  let start = known < 0 ? blocks.length : known;
  if (start > from && ruleLine.test(blocks[start - 1]?.text ?? '')) start -= 1;
  for (let index = start - 1; index >= from; index -= 1) {
    const block = blocks[index];
    if (!block || !isTrailing(block)) break;
    const isAfterSentence = blocks.slice(from - 1, index).some(({ text }) => endsSentence(text));
    if (block.afterBlankLine && isAfterSentence) start = index;
  }
  return start;
}

/** A short line that is no sentence and no entry of a list, as at the foot of a page. */
function isTrailing({ text, depth = 0 }: Block): boolean {
  const isEntry = depth > 0 || startsWithListMarker(text);
  return !isEntry && !endsSentence(text) && countWords(text) <= 8;
}
