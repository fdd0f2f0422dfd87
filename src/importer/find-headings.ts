/** Which numbers in a text start its sections and items, and which belong to its sentences. */
import type { Block } from './blocks.ts';
import { type ImportIssue, createIssue } from './issues.ts';
import { endsSentence, isParagraph, isProse, isUnfinished } from './prose-heuristics.ts';
import { type LineNumber, readNumbers } from './read-number.ts';

/** A number or a heading that starts a section or an item. */
export interface Heading {
  block: number;
  level: 'section' | 'item';
  /** The printed number; empty where none is printed. */
  label: string;
  /** The number, or several where it is doubled, or none. */
  numbers: number[];
  /** The text after the number. A number alone on its line belongs to what follows. */
  rest: string;
  /** The first block of its text. */
  textStart: number;
}

/** A list that is open at a place of the text. */
interface OpenList {
  style: string;
  /** Its last number. */
  last: number;
  /** Whether it belongs to a sentence. */
  isText: boolean;
  /** The level of its headings on a page, which is below all others for a text. */
  rank: number;
}

/** The style of headings without numbers. */
const noNumber = 'heading';
const textRank = 9;

/**
 * Finds the numbers and headings that start sections and items, in order.
 *
 * @param unnumbered the headings without numbers
 */
export function findHeadings(
  blocks: readonly Block[],
  unnumbered: ReadonlySet<Block>,
  issues: ImportIssue[],
): Heading[] {
  const headings: Heading[] = [];
  const lastOfStyle = new Map<string, number>();
  let open: OpenList[] = [];
  for (const [block, currentBlock] of blocks.entries()) {
    const { text, line, level: rank = textRank } = currentBlock;
    if (unnumbered.has(currentBlock)) {
      // A heading ends what is below it, and the lists that are no headings.
      const above = open.filter((list) => list.rank < rank && !list.isText);
      if (above.length > 1) continue;
      open = [...above, { style: noNumber, last: 0, isText: false, rank }];
      const level = above.length === 0 ? 'section' : 'item';
      headings.push({ block, level, label: '', numbers: [], rest: text, textStart: block + 1 });
      continue;
    }
    // Headings of one level may have numbers or none.
    const peer = open.findIndex((list) => list.style === noNumber && list.rank >= rank);
    if (peer >= 0) open = open.slice(0, peer);
    const candidates = findCandidates(blocks, block);
    const [first] = candidates;
    const place =
      candidates.map((candidate) => continueList(candidate, open)).find(Boolean) ??
      candidates.map((candidate) => openList(candidate, open, lastOfStyle)).find(Boolean);
    if (!place || (place.isMidSentence && !place.isText)) {
      if (first && /^(?:1\.|\(1\))$/u.test(first.style) && first.value < 100)
        issues.push(createIssue('import/number-as-text', line, first.label, first.rest));
      continue;
    }
    const { style, value, label, rest, depth, isText } = place;
    if (isText && depth < 2 && open[depth]?.isText !== true)
      issues.push(createIssue('import/list-as-text', line, label));
    const section = open[0]?.last ?? 0;
    open = [...open.slice(0, depth), { style, last: value, isText, rank }];
    lastOfStyle.set(style, value);
    if (depth > 1 || open.some((list) => list.isText)) continue;
    const level = depth === 0 ? 'section' : 'item';
    const heading: Heading = { block, level, label, numbers: [value], rest, textStart: block + 1 };
    const inner = depth === 0 ? doubledNumber(place) : undefined;
    if (!inner) {
      headings.push(heading);
      continue;
    }
    // "2. (1) Title" numbers a section without a title and its first item, or an item; "2. 2. Title" a section.
    const isNext = value === section + 1;
    const [next] = blocks.slice(block + 1).find(({ numbers }) => numbers.length > 0)?.numbers ?? [];
    const hasItems = section > 0 || (next?.style === '(1)' && next.value === 2);
    const isFirst = inner.style === '(1)' && isNext && inner.value === 1 && hasItems;
    const isOther = inner.style === '(1)' && section > 0 && !(isNext && inner.value === value);
    if (isFirst) headings.push({ ...heading, rest: '' });
    headings.push({
      block,
      level: isFirst || isOther ? 'item' : 'section',
      rest: inner.rest,
      textStart: block + 1,
      label: isFirst ? inner.label : text.slice(0, text.length - inner.rest.length).trim(),
      numbers: isFirst ? [1] : [value, inner.value],
    });
    if (isFirst || isOther)
      open = [
        { style, last: isFirst ? value : section, isText, rank },
        { style: '(1)', last: inner.value, isText, rank },
      ];
  }
  // A number or a heading alone, before another or at the end, starts nothing.
  return headings.flatMap((heading, index) => {
    const { level, numbers, rest, textStart } = heading;
    const next = headings[index + 1];
    const hasText = textStart < (next?.block ?? blocks.length);
    if (hasText && rest === '')
      return { ...heading, rest: blocks[textStart]?.text ?? '', textStart: textStart + 1 };
    const hasItems = level === 'section' && next?.level === 'item';
    return hasText || hasItems || (rest !== '' && numbers.length > 0) ? heading : [];
  });
}

type Candidate = ReturnType<typeof findCandidates>[number];

/** Where a number belongs: to the open list of a depth, or to a new one. */
type Place = Candidate & Pick<OpenList, 'isText'> & { depth: number };

/** The numbers that a block may have, and what the text around it says of them. */
function findCandidates(blocks: readonly Block[], block: number) {
  const currentBlock = blocks[block];
  const next = blocks[block + 1];
  const last = blocks[block - 1];
  const before = last?.text ?? '';
  const isFollowed = next !== undefined && next.kind !== 'closing';
  const isNumbered = isFollowed && next.numbers.length > 0;
  const isAboveText = isFollowed && (isNumbered || isProse(next.text) || endsSentence(next.text));
  return (currentBlock?.numbers ?? []).map((number) => ({
    ...number,
    rank: currentBlock?.level ?? textRank,
    /** Whether its words are a title with text or numbers below it. */
    isTitle: isAboveText && !isParagraph(doubledNumber(number)?.rest ?? number.rest),
    /** Whether a block without a number of its own follows. */
    hasText: isFollowed && !isNumbered,
    /** Whether the sentence before it goes on. */
    isMidSentence: !currentBlock?.number && isUnfinished(before) && !/[;–—]$|[;,] (?:and|or)$/u.test(before),
    /** Whether a colon before it announces a list. */
    isAnnounced: /[:：]$/u.test(before) && !announcesOutline.test(before) && last?.numbers.length === 0,
    run: findRun(number, blocks, block),
  }));
}

/** The blocks of a list from one of its numbers on, up to the next that is 1. */
function findRun(first: LineNumber, blocks: readonly Block[], block: number): number[] {
  const run = [block];
  for (const [index, { numbers }] of blocks.entries()) {
    const number = index > block ? numbers.find(({ style }) => style === first.style) : undefined;
    if (number?.value === 1) break;
    if (number?.value === first.value + run.length) run.push(index);
  }
  return run;
}

/** The open list of which a number is the next. */
function continueList(candidate: Candidate, open: readonly OpenList[]): Place | undefined {
  const { style, value, rank, isTitle, hasText } = candidate;
  const isNext = (list: OpenList): boolean => {
    // "2 World" may follow "1. Relations".
    const isSection = list === open[0] && isTitle && `${list.style} ${style}` === '1. 1';
    // An entry of a list on a page may have any number.
    const isLater = style.startsWith('list') && list.last < value;
    return (list.style === style || isSection) && (isLater || list.last + 1 === value);
  };
  // After the list of item (1), "(2) Title" with text below it continues the items.
  const isOfLevel = (list: OpenList): boolean => isNext(list) && list.rank === rank;
  const fits = open.some(isOfLevel) ? isOfLevel : isNext;
  const outer = open.findIndex((list) => !list.isText && fits(list));
  const depth = isTitle && hasText && outer >= 0 ? outer : open.findLastIndex(fits);
  const list = open[depth];
  return list && { ...candidate, depth, isText: list.isText };
}

/** The list that a number starts, or continues although it is not the next. */
function openList(candidate: Candidate, open: readonly OpenList[], lastOfStyle: ReadonlyMap<string, number>) {
  const { style, value, rank, isTitle, hasText, run } = candidate;
  const isText = isTextList(candidate, open.length);
  // Below a heading, 1 starts another list.
  const isBelow = (list: OpenList): boolean => value === 1 && list.rank < rank;
  const same = open.findLastIndex((list) => list.style === style && !list.isText && !isBelow(list));
  const list = open[same];
  // Ministries skip and repeat numbers; a title with text below it is taken for a heading all the same.
  if (list && !isText)
    return isTitle && value < list.last + 4 ? { ...candidate, depth: same, isText } : undefined;
  // Items may count on through all sections, and sections over one without a number.
  const goesOn = (open.length > 0 || lastOfStyle.has(style)) && value === (lastOfStyle.get(style) ?? 0) + 1;
  const starts = value === 1 || (open.length === 0 && run.length > 1);
  const isUsual = /^(?:1\.|\(1\)|list)/u.test(style) || lastOfStyle.has(style);
  const isList = isUsual || run.length > 1 || (isTitle && hasText);
  if (!goesOn && !(starts && isList)) return undefined;
  const textList = open.findIndex((outerList) => outerList.isText);
  return { ...candidate, depth: isText || textList < 0 ? open.length : textList, isText };
}

/** Words of an opening that announce the sections, where others announce a list. */
const announcesOutline =
  /\b(?:outline|overview|summary|gist|main points|key points|results?|as follows|following (?:points|topics|issues|matters|subjects))\b/iu;

/** Whether a list belongs to the sentence before it: "They agreed to: 1. buy; 2. sell." */
function isTextList({ isTitle, isAnnounced, rest, run }: Candidate, depth: number): boolean {
  if (!isTitle && /^\p{Ll}/u.test(rest)) return true;
  if (!isTitle && (isAnnounced || depth > 0) && isUnfinished(rest)) return true;
  const hasTexts = run.some((block, index) => index > 0 && block !== (run[index - 1] ?? 0) + 1);
  return isAnnounced && !hasTexts && !(run.length === 1 && isTitle);
}

/** The second number of "1. (1) Title" or "2. 2. Title". */
function doubledNumber({ style, rest }: LineNumber): LineNumber | undefined {
  if (style !== '1.') return undefined;
  return readNumbers(rest).find((inner) => inner.style === '(1)' || inner.style === style);
}
