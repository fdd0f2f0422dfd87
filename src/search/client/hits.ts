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

/** How long an excerpt is, and how far before the first match its sentence may start. */
const [excerptLength, lead] = [260, 120];

/**
 * Turns what Pagefind loads for a result into what is shown.
 *
 * @param words the words that were looked for
 */
export function toHit({ url, content, meta, filters }: PagefindData, words: readonly string[]): Hit {
  const isPassage = filters.kind === undefined;
  const { title = '', p1 = content, names = '' } = meta;
  const paragraphs = [p1];
  for (let number = 2; meta[`p${String(number)}`]; number += 1)
    paragraphs.push(meta[`p${String(number)}`] ?? '');
  const found = paragraphs.map((text) => findMatches(text, words, isPassage ? names : ''));
  const most = Math.max(...found.map(({ length }) => length));
  const at = found.findIndex(({ length }) => length === most);
  return {
    url: isPassage ? `${url}#p${String(at + 1)}` : url,
    title,
    context: [filters.meeting, filters.section, filters.kind].flatMap((values) => values ?? []).join(' / '),
    // A topic without a note has its name as content.
    excerpt: content === title ? [] : cutExcerpt(paragraphs[at] ?? '', found[at] ?? []),
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

/** Cuts a long text at the sentence of the first match, or at a word where that sentence starts far away. */
function cutExcerpt(text: string, matches: readonly Range[]): Run[] {
  const first = matches[0]?.[0] ?? 0;
  const sentences = [...text.matchAll(/(?<=^|\p{Ll}{2}[.?!]['”)]?\s)\p{Lu}/gu)].map(({ index }) => index);
  const sentence = sentences.findLast((index) => index <= first) ?? 0;
  const near = first - sentence < lead ? sentence : text.lastIndexOf(' ', first - lead / 2) + 1;
  const start = text.length <= excerptLength || first < lead ? 0 : near;
  const isCut = text.length > start + excerptLength;
  const end = isCut ? text.lastIndexOf(' ', start + excerptLength) : text.length;
  const cuts = [start, ...matches.filter(([from, to]) => from >= start && to <= end).flat(), end];
  const runs = cuts.slice(1).map((to, at) => ({ text: text.slice(cuts[at], to), isMatch: at % 2 === 1 }));
  const plain = (words: string): Run => ({ text: words, isMatch: false });
  return [plain(start > 0 ? '… ' : ''), ...runs, plain(isCut ? ' …' : '')];
}
