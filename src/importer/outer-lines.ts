/** Where a text ends: the notes at its end, and the lines that only close documents. */
import { countTextWords } from '../domain/parse/parse-body.ts';
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
  const end = blocks.findIndex(
    (block, index) => index > start && (block.kind === 'page' || isClosing(block)),
  );
  const notes = blocks.slice(start, end < 0 ? undefined : end);
  return notes.every((block) => marks.has(noteMark(block) ?? ''));
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
  return !isEntry && !endsSentence(text) && countTextWords(text) <= 8;
}
