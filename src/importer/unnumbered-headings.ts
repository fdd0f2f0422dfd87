/** The headings of a page that have no number: which of them start sections and items. */
import { isClosingLine } from './classify-lines.ts';
import { boldLevel } from './extract-html-text.ts';
import type { NumberedHeading } from './find-headings.ts';
import type { Block } from './structure.ts';
import { endsSentence, isParagraph, isProse } from './prose-heuristics.ts';
import { readNumbers } from './read-number.ts';

/**
 * Finds the blocks that a page shows as headings and that start a section or an item, with their levels.
 *
 * @param numbered the sections and items that numbers alone make
 */
export function findUnnumberedHeadings(
  blocks: readonly Block[],
  numbered: readonly NumberedHeading[],
): Map<number, number> {
  const levelOf = (block: number): number | undefined => blocks[block]?.lines[0]?.level;
  const title = blocks.findLastIndex(({ kind }) => kind === 'title');
  const prose = blocks.findIndex((block, index) => index > title && isProse(block.text));
  const closing = blocks.findIndex(
    ({ kind, text }, index) => index > prose && (kind === 'closing' || isClosingLine(text)),
  );
  const end = closing < 0 ? blocks.length : closing;
  const found = new Map<number, number>();
  for (let index = title + 1; index < end; index += 1) {
    const level = levelOf(index);
    if (level !== undefined && isHeading(blocks, index, level, index > prose)) found.set(index, level);
  }
  const titled = numbered.filter(({ rest }) => rest !== '' && !isParagraph(rest) && !endsSentence(rest));
  const levels = [...found.values(), ...titled.flatMap(({ block }) => levelOf(block) ?? [])];
  const firstTitled =
    titled.find(({ block }) => (levelOf(block) ?? boldLevel) >= boldLevel)?.block ?? Infinity;
  const [first = 0] = found.keys();
  const isStructure = ([index, level]: [number, number]): boolean => {
    // Titles that a page shows as text, and their numbers, come before headings below them.
    if (level === boldLevel ? firstTitled < Infinity : firstTitled < first) return false;
    if (levels.filter((other) => other === level).length > 1) return true;
    // One alone is a part of the text, or the only one.
    const isNext = [found.get(index - 1), found.get(index + 1)].some(
      (other = boldLevel) => other < boldLevel,
    );
    const isOnly = numbered.length === 0 && index > prose && level === Math.min(...levels);
    return level < boldLevel && (isNext || isOnly);
  };
  return new Map([...found].filter(isStructure));
}

function isHeading(blocks: readonly Block[], index: number, level: number, isBelowProse: boolean): boolean {
  const [block, next] = blocks.slice(index);
  if (!next || next.kind === 'closing' || isClosingLine(next.text)) return false;
  if (block?.kind !== 'other' || block.number || isParagraph(block.text)) return false;
  if (readNumbers(block.text).length > 0) return false;
  // What is bold may be a subtitle above the text, or a name with an address.
  const isAboveText = isProse(next.text) || endsSentence(next.text);
  return level < boldLevel || (isBelowProse && isAboveText && !endsSentence(block.text));
}
