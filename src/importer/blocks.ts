/** From the lines of a text to its paragraphs and headings. No word is changed, and none is left out. */
import { type LineKind, classifyLine } from './classify-lines.ts';
import { type ImportIssue, createIssue } from './issues.ts';
import type { InputLine } from './read-input.ts';
import { type LineNumber, readNumbers } from './read-number.ts';

/** A paragraph, or a line that is none; what it says of its place is that of its first line. */
export interface Block extends InputLine {
  lines: InputLine[];
  kind: LineKind | NonNullable<InputLine['role']>;
  /** The number before it, in all styles in which it can be read. */
  numbers: LineNumber[];
}

/** Reads lines into blocks: lines that are only wrapped are joined. */
export function readBlocks(lines: readonly InputLine[], issues: ImportIssue[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const text = line.text.replace(/\s+/gu, ' ').trim();
    if (last && line.isContinuation) {
      if (/[\p{L}\p{N}][-‐]$/u.test(last.text))
        issues.push(createIssue('import/line-end-hyphen', last.lines.at(-1)?.line, last.text.slice(-40)));
      last.lines.push(line);
      last.text = joinLines(last.text, text);
    } else blocks.push({ ...line, text, lines: [line], kind: line.role ?? classifyLine(text), numbers: [] });
  }
  for (const block of blocks) block.numbers = block.number ? [block.number] : readIndented(block);
  return blocks;
}

/** Joins two lines of a paragraph. A word broken after its hyphen is one word; "medium- and long-term" are three. */
function joinLines(before: string, after: string): string {
  const isBroken = /[\p{L}\p{N}][-‐–—/]$/u.test(before) && !/^(?:and|or|to|nor)\b/u.test(after);
  return isBroken ? before + after : `${before} ${after}`;
}

/** The numbers of a block. What is indented has a style of its own. */
function readIndented({ text, lines }: Block): LineNumber[] {
  const indent = lines[0]?.text.search(/\S/u) ?? 0;
  const suffix = indent > 1 ? ` indented ${String(Math.ceil(indent / 3))}` : '';
  return readNumbers(text).map((number) => ({ ...number, style: number.style + suffix }));
}
