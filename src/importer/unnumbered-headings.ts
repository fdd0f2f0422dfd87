/** The headings of a page that have no number: which of them start sections and items. */
import type { Block } from './blocks.ts';
import { boldLevel } from './extract-html-text.ts';
import { isClosing } from './back-matter.ts';
import { endsSentence, isParagraph, isProse } from './prose-heuristics.ts';

/** Finds the blocks that a page shows as headings and that start a section or an item. */
export function findUnnumberedHeadings(blocks: readonly Block[]): Set<Block> {
  const title = blocks.findLastIndex(({ kind }) => kind === 'title');
  const prose = blocks.findIndex((block, index) => index > title && isProse(block.text));
  const end = blocks.findIndex((block, index) => index > prose && isClosing(block));
  const found = blocks
    .slice(0, end < 0 ? undefined : end)
    .filter((block, index) => index > title && isHeading(block, blocks[index + 1], index > prose));
  const titled = blocks.filter(
    ({ numbers: [number] }) => number && !isParagraph(number.rest) && !endsSentence(number.rest),
  );
  const levels = [...found, ...titled].map(({ level = boldLevel }) => level);
  const isStructure = (block: Block): boolean => {
    const { level = boldLevel } = block;
    // Titles with numbers that a page shows as text come before headings that are only bold.
    if (level === boldLevel && titled.some((titledBlock) => (titledBlock.level ?? boldLevel) === boldLevel))
      return false;
    if (levels.filter((other) => other === level).length > 1) return true;
    // One alone is a part of the text, or the only one.
    const index = blocks.indexOf(block);
    const neighbours = found.filter((other) => Math.abs(blocks.indexOf(other) - index) === 1);
    const isNext = neighbours.some((neighbour) => (neighbour.level ?? boldLevel) < boldLevel);
    const isOnly = titled.length === 0 && index > prose && level === Math.min(...levels);
    return level < boldLevel && (isNext || isOnly);
  };
  return new Set(found.filter(isStructure));
}

function isHeading({ text, kind, level, numbers }: Block, next: Block | undefined, isBelowProse: boolean) {
  if (level === undefined || !next || isClosing(next)) return false;
  if (kind !== 'other' || numbers.length > 0 || isParagraph(text)) return false;
  // What is bold may be a subtitle above the text, or a name with an address.
  const isAboveText = isProse(next.text) || endsSentence(next.text);
  return level < boldLevel || (isBelowProse && isAboveText && !endsSentence(text));
}
