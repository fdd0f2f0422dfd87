/** The headings of a page that have no number: which of them start sections and items. */
import type { Block } from './blocks.ts';
import { boldLevel } from './extract-html-text.ts';
import { isClosing } from './outer-lines.ts';
import { endsSentence, isParagraph, isProse } from './prose-heuristics.ts';

/** Finds the blocks that a page shows as headings and that start a section or an item, with their levels. */
export function findUnnumberedHeadings(blocks: readonly Block[]): Map<number, number> {
  const title = blocks.findLastIndex(({ kind }) => kind === 'title');
  const prose = blocks.findIndex((block, index) => index > title && isProse(block.text));
  const end = blocks.findIndex((block, index) => index > prose && isClosing(block));
  const found = new Map<number, number>();
  for (const [index, { level }] of blocks.entries()) {
    const isInText = index > title && (end < 0 || index < end);
    if (isInText && level !== undefined && isHeading(blocks, index, level, index > prose))
      found.set(index, level);
  }
  const isTitled = ({ numbers: [number] }: Block): boolean =>
    number !== undefined && !isParagraph(number.rest) && !endsSentence(number.rest);
  const titled = blocks.filter(isTitled).map(({ level = boldLevel }) => level);
  const isStructure = ([index, level]: [number, number]): boolean => {
    // Titles with numbers that a page shows as text come before headings that are only bold.
    if (level === boldLevel && titled.includes(boldLevel)) return false;
    if ([...found.values(), ...titled].filter((other) => other === level).length > 1) return true;
    // One alone is a part of the text, or the only one.
    const isOnly = titled.length === 0 && index > prose && level === Math.min(...found.values());
    return level < boldLevel && isOnly;
  };
  return new Map([...found].filter(isStructure));
}

function isHeading(blocks: readonly Block[], index: number, level: number, isBelowProse: boolean): boolean {
  const [block, next] = blocks.slice(index);
  if (!next || isClosing(next) || block?.kind !== 'other') return false;
  if (block.numbers.length > 0 || isParagraph(block.text)) return false;
  // What is bold may be a subtitle above the text, or a name with an address.
  const isAboveText = isProse(next.text) || endsSentence(next.text);
  return level < boldLevel || (isBelowProse && isAboveText);
}
