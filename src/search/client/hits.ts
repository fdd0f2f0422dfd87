/** What is shown of a result: the paragraph that answers, with the words that were found. */
import { stemmer as stem } from 'stemmer';
import { tokenize, wordsOf } from '../tokenize.ts';
import type { PagefindData } from './pagefind.ts';

/** A part of a text, and whether it was found. */
export interface Run {
  text: string;
  isMatch: boolean;
}

export interface Hit {
  /** The URL of the paragraph, or of the person or topic. */
  url: string;
  title: string;
  /** Meeting and section; "Person" or "Topic". */
  context: string;
  /** The ministry's words, or the editors' note. */
  excerpt: Run[];
  isPassage: boolean;
}

/** How long an excerpt is, and how far into its sentence the first match may be. */
const [excerptLength, lead] = [260, 200];

/**
 * Turns what Pagefind loads for a result into what is shown.
 *
 * @param words the words that were looked for
 * @param side whose statements are wanted; everybody's if undefined
 */
export function toHit(
  { url, content, meta, filters }: PagefindData,
  words: readonly string[],
  side?: string,
): Hit {
  const isPassage = filters.kind === undefined;
  const { title = '', names = '', sentences = `\t${content}` } = meta;
  const all = sentences.split('\n').map((line) => {
    const [id = '', text = '', ...sides] = line.split('\t');
    const matches = findMatches(text, words, isPassage ? names : '');
    return { paragraph: id.replace(/s\d+$/u, ''), text, sides, count: matches.length };
  });
  const own = all.filter(({ sides }) => side === undefined || sides.includes(side));
  const most = Math.max(...own.map(({ count }) => count));
  const best = all.findIndex((sentence) => own.includes(sentence) && sentence.count === most);
  const { paragraph } = all[best] ?? { paragraph: '' };
  const text = all
    .slice(best)
    .flatMap((sentence) => (sentence.paragraph === paragraph ? sentence.text : []))
    .join('');
  const isElsewhere = most === 0 && all.some(({ count }) => count > 0);
  return {
    url: isPassage ? `${url}#${paragraph}` : url,
    title,
    context: [
      ...[filters.meeting, filters.section, filters.kind].flatMap((values) => values ?? []),
      ...(isElsewhere ? [`Another part of this item has the words; ${side ?? ''} said:`] : []),
    ].join(' / '),
    // A topic without a note has its name as content.
    excerpt: content === title ? [] : cutExcerpt(text, findMatches(text, words, isPassage ? names : '')),
    isPassage,
  };
}

type Range = readonly [start: number, end: number];

/** Where a text has the words, or what they are another name of, in order and without overlaps. */
function findMatches(text: string, words: readonly string[], names: string): Range[] {
  const tokens = tokenize(text);
  const hasWord = (name: string, word: string): boolean => wordsOf(name).some((one) => isForm(one, word));
  const isAbsent = (word: string): boolean => !tokens.some((token) => isForm(token.word, word));
  const lines = names
    .split('\n')
    .filter((line) => words.some((word) => isAbsent(word) && hasWord(line, word)));
  // "South Korea" is found in "Republic of Korea", and not in "North Korea".
  const direct = words.filter((word) => !lines.some((line) => hasWord(line, word)));
  const own = tokens.filter((token) => direct.some((word) => isForm(token.word, word)));
  const forms = lines.flatMap((line) => line.split(' | ')).filter((form) => form.length > 1);
  const named = forms.flatMap((form): Range[] => {
    const start = text.indexOf(form);
    return start < 0 ? [] : [[start, start + form.length]];
  });
  return [...own.map(({ start, end }): Range => [start, end]), ...named]
    .sort(([a, aEnd], [b, bEnd]) => a - b || bEnd - aEnd)
    .reduce<Range[]>((kept, range) => ((kept.at(-1)?.[1] ?? 0) > range[0] ? kept : [...kept, range]), []);
}

function isForm(word: string, wanted: string): boolean {
  return word === wanted || stem(word) === stem(wanted) || (wanted.length > 2 && word.startsWith(wanted));
}

/** Cuts a text at its end, and at a word before the first match where that is far from the beginning. */
function cutExcerpt(text: string, matches: readonly Range[]): Run[] {
  const first = matches[0]?.[0] ?? 0;
  const start = first < lead ? 0 : text.lastIndexOf(' ', first - lead / 2) + 1;
  const isCut = text.length > start + excerptLength;
  const end = isCut ? text.lastIndexOf(' ', start + excerptLength) : text.length;
  const cuts = [start, ...matches.filter(([from, to]) => from >= start && to <= end).flat(), end];
  const runs = cuts.slice(1).map((to, at) => ({ text: text.slice(cuts[at], to), isMatch: at % 2 === 1 }));
  const plain = (words: string): Run => ({ text: words, isMatch: false });
  return [plain(start > 0 ? '… ' : ''), ...runs, plain(isCut ? ' …' : '')];
}
