/** Which numbers in a text start its sections and items, and which belong to its sentences. */
import { type ImportIssue, createIssue } from './import-issues.ts';
import type { Block } from './parse-structure.ts';
import { endsSentence, isParagraph, isProse, isUnfinished } from './prose-heuristics.ts';
import { type LineNumber, readNumbers } from './read-number.ts';

/** A number at the start of a block that starts a section or an item. */
export interface NumberedHeading {
  block: number;
  level: 'section' | 'item';
  label: string;
  /** The number, or several where it is doubled. */
  numbers: number[];
  /** The text after the number. */
  rest: string;
}

/** A list that is open at a place of the text: its style, its last number, whether it belongs to a sentence. */
interface OpenList {
  style: string;
  last: number;
  indent: number;
  isText: boolean;
}

/** A number, and what the text around it says of it. */
interface Candidate extends LineNumber {
  block: number;
  indent: number;
  /** Whether its words are a title with text or numbers below it. */
  isTitle: boolean;
  /** Whether a block without a number of its own follows. */
  hasText: boolean;
  /** Whether the sentence before it goes on, or announces it by a colon. */
  isMidSentence: boolean;
  isAnnounced: boolean;
}

/** Where a number belongs: to one of the open lists, or to a new one below them. */
interface Place {
  candidate: Candidate;
  depth: number;
  isText: boolean;
}

/** The numbers of each block, in the styles in which they can be read. */
type Candidates = readonly (readonly Candidate[])[];

/** Finds the numbers that start sections and items, in order. */
export function findHeadings(blocks: readonly Block[], warnings: ImportIssue[]): NumberedHeading[] {
  const found = blocks.map((_, index) => findCandidates(blocks, index));
  const headings: NumberedHeading[] = [];
  const lastOfStyle = new Map<string, number>();
  let open: OpenList[] = [];
  for (const [index, candidates] of found.entries()) {
    const line = blocks[index]?.lines[0]?.line;
    const [first] = candidates;
    const place =
      candidates.map((own) => continueList(own, open)).find(Boolean) ??
      candidates.map((own) => openList(own, open, found, blocks, lastOfStyle)).find(Boolean);
    if (!place || (first?.isMidSentence === true && !place.isText)) {
      if (first && /^(?:1\.|\(1\))$/u.test(first.style) && first.value < 100)
        warnings.push(createIssue('import/number-as-text', line, first.label, first.rest));
      continue;
    }
    const { candidate, depth, isText } = place;
    const { style, value, indent } = candidate;
    if (isText && depth < 2 && open[depth]?.isText !== true)
      warnings.push(createIssue('import/list-as-text', line, candidate.label));
    const section = open[0]?.last ?? 0;
    open = [...open.slice(0, depth), { style, last: value, indent, isText }];
    lastOfStyle.set(style, value);
    if (depth > 1 || open.some((list) => list.isText)) continue;
    const own = readHeading(candidate, depth === 0 ? 'section' : 'item', section, found, blocks);
    headings.push(...own);
    // "1. (1) Title" opens the items of its section; where it is an item alone, its section is the one before.
    const last = own.at(-1);
    if (depth === 0 && last?.level === 'item')
      open = [
        { style, last: own.length > 1 ? value : section, indent, isText },
        { style: '(1)', last: last.numbers.at(-1) ?? 1, indent, isText },
      ];
  }
  // A number alone, before another or at the end, numbers nothing.
  return headings.filter(({ block, level, rest }, index) => {
    const next = headings[index + 1];
    const hasItems = level === 'section' && next?.level === 'item';
    return rest !== '' || hasItems || (next?.block ?? blocks.length) > block + 1;
  });
}

function findCandidates(blocks: readonly Block[], index: number): Candidate[] {
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (!block || block.kind === 'closing') return [];
  const textBefore = blocks[index - 1]?.text ?? '';
  const isNumbered = next !== undefined && numbersOf(next).length > 0;
  const isFollowed = next !== undefined && next.kind !== 'closing';
  const isAboveText = isFollowed && (isNumbered || isProse(next.text) || endsSentence(next.text));
  return numbersOf(block).map((number) => ({
    ...number,
    block: index,
    indent: /^\s*/u.exec(block.lines[0]?.text ?? '')?.[0].length ?? 0,
    isTitle: isAboveText && !isParagraph(doubledNumber(number)?.rest ?? number.rest),
    hasText: isFollowed && !isNumbered,
    isMidSentence: !block.number && isUnfinished(textBefore) && !/[;–—]$|[;,] (?:and|or)$/u.test(textBefore),
    isAnnounced: /[:：]$/u.test(textBefore),
  }));
}

function numbersOf({ number, text }: Block): LineNumber[] {
  return number ? [number] : readNumbers(text);
}

/** The open list of which a number is the next. */
function continueList(candidate: Candidate, open: readonly OpenList[]): Place | undefined {
  const isNext = (list: OpenList): boolean => {
    const isNested = open.filter(({ style }) => style === candidate.style).length > 1;
    if (isNested && Math.abs(list.indent - candidate.indent) > 1) return false;
    // "2 World" may follow "1. Relations".
    const isSection =
      list === open[0] && candidate.isTitle && /^(?:11\.|1\.1)$/u.test(list.style + candidate.style);
    return (list.style === candidate.style || isSection) && list.last + 1 === candidate.value;
  };
  // After the list of item (1), "(2) Title" with text below it continues the items.
  const outer = open.findIndex((list) => !list.isText && isNext(list));
  const depth = candidate.isTitle && candidate.hasText && outer >= 0 ? outer : open.findLastIndex(isNext);
  const list = open[depth];
  return list && { candidate, depth, isText: list.isText };
}

/** The list that a number starts, or continues although it is not the next. */
function openList(
  candidate: Candidate,
  open: readonly OpenList[],
  found: Candidates,
  blocks: readonly Block[],
  lastOfStyle: ReadonlyMap<string, number>,
): Place | undefined {
  const { style, value, indent, isTitle, hasText } = candidate;
  const run = findRun(candidate, found);
  const isText = isTextList(candidate, run, open.length, found, blocks);
  // "1." below "1." is a list of its own where it is indented.
  const isDeeper = (list: OpenList): boolean => value === 1 && indent > list.indent + 1;
  const same = open.findLastIndex((list) => list.style === style && !list.isText && !isDeeper(list));
  const list = open[same];
  if (list && !isText) {
    // Ministries skip and repeat numbers; a title with text below it is taken for a heading all the same.
    return isTitle && value < list.last + 4 ? { candidate, depth: same, isText } : undefined;
  }
  // Items may count on through all sections.
  const goesOn = open.length > 0 && value === (lastOfStyle.get(style) ?? 0) + 1;
  if (value !== 1 && !goesOn && (open.length > 0 || run.length < 2)) return undefined;
  if (style === '1' && open.length > 0) return undefined;
  const isUsual = /^(?:1\.|\(1\)|1\.2|list .*)$/u.test(style);
  if (!isUsual && run.length < 2 && !(isTitle && hasText) && !goesOn) return undefined;
  const textList = open.findIndex((own) => own.isText);
  return { candidate, depth: isText || textList < 0 ? open.length : textList, isText };
}

/** The numbers of a list from its first on, up to the next that is 1. */
function findRun(first: Candidate, found: Candidates): Candidate[] {
  const run = [first];
  for (const candidates of found.slice(first.block + 1)) {
    const own = candidates.find(({ style }) => style === first.style);
    if (own?.value === 1) break;
    if (own?.value === first.value + run.length) run.push(own);
  }
  return run;
}

/** Words of an opening that announce the sections, where others announce a list. */
const announcesOutline =
  /\b(?:outline|overview|summary|gist|main points|key points|results?|as follows|following (?:points|topics|issues|matters|subjects))\b/iu;

/** Whether a list belongs to the sentence before it: "They agreed to: 1. buy; 2. sell." */
function isTextList(
  first: Candidate,
  run: readonly Candidate[],
  depth: number,
  found: Candidates,
  blocks: readonly Block[],
): boolean {
  const { isTitle, isAnnounced, block } = first;
  if (!isTitle && /^\p{Ll}/u.test(first.rest)) return true;
  if (!isTitle && (isAnnounced || depth > 0) && isUnfinished(first.rest)) return true;
  if (!isAnnounced) return false;
  if (depth > 1) return true;
  const hasTexts = run.slice(1).some((own, index) => own.block !== (run[index]?.block ?? 0) + 1);
  // "1. They discussed:" is above its items.
  if (depth > 0) return !hasTexts && found[block - 1]?.length === 0;
  if (hasTexts || (run.length === 1 && isTitle)) return false;
  return !announcesOutline.test(blocks[block - 1]?.text ?? '');
}

/** The second number of "1. (1) Title" or "2. 2. Title". */
function doubledNumber({ style, rest }: LineNumber): LineNumber | undefined {
  if (style !== '1.') return undefined;
  return readNumbers(rest).find((inner) => inner.style === '(1)' || inner.style === style);
}

/** The heading of a number. "2. (1) Title" numbers a section without a title and its first item, or is doubled. */
function readHeading(
  { block, style, label, value, rest }: Candidate,
  level: NumberedHeading['level'],
  section: number,
  found: Candidates,
  blocks: readonly Block[],
): NumberedHeading[] {
  const own = { block, level, label, numbers: [value], rest };
  const inner = level === 'section' ? doubledNumber({ style, label, value, rest }) : undefined;
  if (!inner) return [own];
  const item = {
    block,
    level: 'item' as const,
    label: inner.label,
    numbers: [inner.value],
    rest: inner.rest,
  };
  const isNext = value === section + 1;
  if (inner.style === '(1)' && isNext && inner.value === 1) {
    const [next] = found.slice(block + 1).find(({ length }) => length > 0) ?? [];
    if (section > 0 || (next?.style === '(1)' && next.value === 2)) return [{ ...own, rest: '' }, item];
  }
  const isItem = inner.style === '(1)' && section > 0 && !(isNext && inner.value === value);
  const both = blocks[block]?.text.slice(0, -inner.rest.length || undefined).trim() ?? label;
  return [{ ...item, label: both, numbers: [value, inner.value], level: isItem ? 'item' : 'section' }];
}
