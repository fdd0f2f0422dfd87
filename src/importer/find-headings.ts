/** Which numbers in a text start its sections and items, and which belong to its sentences. */
import { type ImportIssue, createIssue } from './import-issues.ts';
import type { Block } from './parse-structure.ts';
import { endsSentence, isParagraph, isProse } from './prose-heuristics.ts';
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

/** A number, what stands around it, and what it may be. */
interface Candidate extends LineNumber {
  block: number;
  indent: number;
  /** Whether its words are a title with text or numbers below it. */
  isTitle: boolean;
  /** Whether a block without a number of its own follows. */
  hasText: boolean;
  /** Whether the sentence before it goes on, or announces it by a colon. */
  isMidSentence: boolean;
  isAfterColon: boolean;
  /** Whether it is a part of a sentence: it starts with a small letter, or ends with `;`. */
  isFragment: boolean;
}

/** Where a number belongs: to one of the open lists, or to a new one below them. */
interface Place {
  candidate: Candidate;
  depth: number;
  isText: boolean;
}

/** Finds the numbers that start sections and items, in order. */
export function findHeadings(blocks: readonly Block[], warnings: ImportIssue[]): NumberedHeading[] {
  const found = blocks.map((_, index) => findCandidates(blocks, index));
  const headings: NumberedHeading[] = [];
  let open: OpenList[] = [];
  for (const [index, readings] of found.entries()) {
    const warn = (code: 'import/number-as-text' | 'import/list-as-text', ...values: string[]): void =>
      void warnings.push(createIssue(code, blocks[index]?.lines[0]?.line, ...values));
    const place = continueList(readings, open) ?? openList(readings, open, found, blocks);
    if (!place) {
      const [first] = readings;
      if (first && /^(?:1\.|\(1\))$/u.test(first.style) && first.value < 100 && !first.isFragment)
        warn('import/number-as-text', first.label, first.rest);
      continue;
    }
    const { candidate, depth, isText } = place;
    const { value, indent } = candidate;
    if (isText && depth < 2 && open[depth]?.isText !== true) warn('import/list-as-text', candidate.label);
    const style = open[depth]?.style ?? candidate.style;
    const section = open[0]?.last ?? 0;
    open = [...open.slice(0, depth), { style, last: value, indent, isText }];
    if (depth > 1 || open.some((list) => list.isText)) continue;
    const own = readHeading(candidate, depth === 0 ? 'section' : 'item', section, found);
    headings.push(...own);
    // "1. (1) Title" opens the items of its section; where it is an item alone, its section is the one before.
    const last = own.at(-1)?.numbers.at(-1) ?? 1;
    if (depth === 0 && own.at(-1)?.level === 'item')
      open = [
        { style, last: own.length > 1 ? value : section, indent, isText },
        { style: '(1)', last, indent, isText },
      ];
  }
  return headings.filter((heading, index) => numbersText(heading, headings[index + 1], blocks.length));
}

function findCandidates(blocks: readonly Block[], index: number): Candidate[] {
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (!block || block.isClosing || block.kind === 'date') return [];
  const before = blocks[index - 1]?.text ?? '';
  const isNumbered = next && readBlockNumbers(next).length > 0;
  const hasBelow =
    next && !next.isClosing && [isNumbered, isProse(next.text), endsSentence(next.text)].includes(true);
  return readBlockNumbers(block).map((reading) => ({
    ...reading,
    block: index,
    indent: /^\s*/u.exec(block.lines[0]?.text ?? '')?.[0].length ?? 0,
    isTitle: hasBelow === true && !isParagraph(doubledNumber(reading)?.rest ?? reading.rest),
    hasText: isNumbered === false,
    isMidSentence:
      !block.number &&
      /(?:[,–—-]|\b(?:and|or|of|the|to|on|in|at|by|for|from|with|that|until|since))$/u.test(before),
    isAfterColon: /[:：]$/u.test(before),
    isFragment: /^\p{Ll}/u.test(reading.rest) || /[,;](?:\s*(?:and|or))?$/u.test(block.text),
  }));
}

function readBlockNumbers({ number, text }: Block): LineNumber[] {
  if (!number) return readNumbers(text);
  const { depth, style, value, label } = number;
  return [{ style: `list ${String(depth)} ${style}`, value, label, rest: text.slice(label.length).trim() }];
}

/** The number of an open list that comes next. */
function continueList(readings: readonly Candidate[], open: readonly OpenList[]): Place | undefined {
  for (const candidate of readings) {
    const isNext = (list: OpenList): boolean =>
      isSameList(list, candidate, open) && candidate.value === list.last + 1;
    // After the list of item (1), "(2) Title" with text below it continues the items.
    const outer = open.findIndex((list) => !list.isText && isNext(list));
    const depth = candidate.isTitle && candidate.hasText && outer >= 0 ? outer : open.findLastIndex(isNext);
    const list = open[depth];
    if (!list || (candidate.isMidSentence && !list.isText)) continue;
    const isFragment = candidate.isFragment && !candidate.isTitle && !candidate.style.startsWith('list');
    return { candidate, depth, isText: isFragment || list.isText };
  }
  return undefined;
}

/** Whether a number is one of a list. A section's full stop may be missing: "2 World" after "1. Relations". */
function isSameList(list: OpenList, candidate: Candidate, open: readonly OpenList[]): boolean {
  const { style, isTitle, outer, indent } = candidate;
  const isNested = open.filter((own) => own.style === style).length > 1;
  if (isNested && Math.abs(list.indent - indent) > 1) return false;
  if (style === '1.2') return list.style === style && open[0]?.last === outer;
  const isSection = list === open[0] && isTitle && /^1\.?$/u.test(style) && /^1\.?$/u.test(list.style);
  return list.style === style || isSection;
}

/** A number that starts a list, or that continues one although it is not the next. */
function openList(
  readings: readonly Candidate[],
  open: readonly OpenList[],
  found: readonly (readonly Candidate[])[],
  blocks: readonly Block[],
): Place | undefined {
  for (const candidate of readings) {
    const { style, value, isTitle, hasText, outer, isMidSentence } = candidate;
    if (isMidSentence || (style === '1.2' && (open[0]?.last !== outer || /^\p{Ll}/u.test(candidate.rest))))
      continue;
    const run = findRun(candidate, found);
    const isText = isTextList(candidate, run, open.length, found, blocks);
    // "1." below "1." is a list of its own where it is indented.
    const isDeeper = ({ indent }: OpenList): boolean => value === 1 && candidate.indent > indent + 1;
    const same = open.findLastIndex((list) => list.style === style && !list.isText && !isDeeper(list));
    const isFirst = value === 1 || (open.length === 0 && run.length > 1);
    if (isFirst && (same < 0 || isText)) {
      const isUsual = /^(?:1\.|\(1\)|1\.2|list .*)$/u.test(style) || (isTitle && style === 'I.');
      if (!isUsual && run.length < 2 && !(isTitle && hasText)) continue;
      if (style === '1' && (open.length > 0 || (run.length < 2 && !isTitle))) continue;
      const textList = open.findIndex((list) => list.isText);
      return { candidate, depth: isText || textList < 0 ? open.length : textList, isText };
    }
    // Ministries skip and repeat numbers; a title with text below it is taken for a heading all the same.
    const list = open[same];
    if (list && isTitle && !candidate.isFragment && value < list.last + 4)
      return { candidate, depth: same, isText: false };
  }
  return undefined;
}

/** The numbers of a list from its first on, up to the next that is 1. */
function findRun(first: Candidate, found: readonly (readonly Candidate[])[]): Candidate[] {
  const run = [first];
  for (const readings of found.slice(first.block + 1)) {
    const [own] = readings.filter(({ style }) => style === first.style);
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
  found: readonly (readonly Candidate[])[],
  blocks: readonly Block[],
): boolean {
  if (first.isFragment && !first.isTitle) return true;
  if (!first.isAfterColon) return false;
  if (depth > 1) return true;
  const hasTexts = run.slice(1).some(({ block }, index) => block !== (run[index]?.block ?? 0) + 1);
  // "1. They discussed:" is above its items.
  if (depth > 0) return !hasTexts && found[first.block - 1]?.length === 0;
  if (hasTexts || (run.length === 1 && first.isTitle)) return false;
  const areSentences = run.every(({ rest }) => isParagraph(rest) && endsSentence(rest));
  const isListed = first.style.startsWith('list');
  return !(announcesOutline.test(blocks[first.block - 1]?.text ?? '') && (areSentences || isListed));
}

/** The second number of "1. (1) Title" or "2. 2. Title". */
function doubledNumber({ style, rest }: LineNumber): LineNumber | undefined {
  return style === '1.'
    ? readNumbers(rest).find((inner) => inner.style === '(1)' || inner.style === style)
    : undefined;
}

/** The heading of a number. "2. (1) Title" numbers a section without a title and its first item, or is doubled. */
function readHeading(
  candidate: Candidate,
  level: 'section' | 'item',
  section: number,
  found: readonly (readonly Candidate[])[],
): NumberedHeading[] {
  const { block, label, value, rest, outer } = candidate;
  const own = { block, level, label, numbers: outer === undefined ? [value] : [outer, value], rest };
  const inner = level === 'section' ? doubledNumber(candidate) : undefined;
  if (!inner) return [own];
  const isNext = value === section + 1;
  const [next] = found.slice(block + 1).find((readings) => readings.length > 0) ?? [];
  const hasItems = section > 0 || (next?.style === '(1)' && next.value === 2);
  const item = {
    ...own,
    level: 'item' as const,
    label: inner.label,
    numbers: [inner.value],
    rest: inner.rest,
  };
  if (inner.style === '(1)' && isNext && inner.value === 1 && hasItems) return [{ ...own, rest: '' }, item];
  const isItem = inner.style === '(1)' && section > 0 && !(isNext && inner.value === value);
  const both = { label: `${label}${candidate.gap ?? ''}${inner.label}`, numbers: [value, inner.value] };
  return [{ ...item, ...both, level: isItem ? 'item' : 'section' }];
}

/** Whether a number has words or items. One alone, before another or at the end, numbers nothing. */
function numbersText(heading: NumberedHeading, next: NumberedHeading | undefined, end: number): boolean {
  const follows = next?.block !== heading.block + 1 && heading.block + 1 < end;
  const hasItems = heading.level === 'section' && next?.level === 'item' && next.block - heading.block < 2;
  return heading.rest !== '' || follows || hasItems;
}
