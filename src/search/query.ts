/** What a reader typed, understood: words that must be found, words that only ask, phrases. */
import { type Word, isForm, wordsOf } from './words.ts';

/** A word of a query. */
export interface Term {
  /** As it was typed. */
  typed: string;
  word: string;
  stem: string;
  /** Whether it only asks ("what", "said"): it is not looked for in texts beside other words. */
  asks: boolean;
  /** Whether it may still be typed, so that it may be the start of a word. */
  open: boolean;
}

/** A query as search understands it. */
export interface Query {
  terms: Term[];
  /** What stood in quotation marks: words that must stand together, in this order. */
  phrases: string[][];
  /** Whether all its words only ask: it is a fact of a meeting that is asked for. */
  onlyAsks: boolean;
}

/** How people write an item's number ("2.1", "2-1", "2 (1)"); no day, no sum and no hour is one. */
const itemNumber =
  /(?<![\d$€£.,:(-])(\d{1,2})\s?(?:\.?\s?\(\s?(\d{1,2})\)|[.-](?!0)([012]?\d)(?![\d%]|[.,:-]\d|\s?(?:[ap]\.?m\b|million|billion|minute|hour|year)))/giu;

/** Spellings that say the same, made one: quotation marks, `65m`, `USD65`, `5k`, `5.000`, `3.45 pm`, days, the number of an item. */
function normal(typed: string): string {
  return typed
    .replace(/[“”„«»]/gu, '"')
    .replace(/(?<=\d)(?=\p{L}{3})|(?<=\p{L}{3})(?=\d)/gu, ' ')
    .replace(
      /\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b/gu,
      (_, first: string, sign: string, second: string, year: string) => isoDay(first, second, year, sign),
    )
    .replace(/(?<=\d)\s?plus\s?(?=\d)/giu, '+')
    .replace(/(?<=(?<![\d.,])[1-9]\d{0,2})\.(?=\d{3}(?![\d.,]))/gu, ',')
    .replace(/(?<=\d)\s?(?:m|mn|mio|mln|million)\b/giu, ' million')
    .replace(/(?<=\d)\s?(?:b|bn|billion)\b/giu, ' billion')
    .replace(/(?<=\d)\s?(?:k|thousand)\b/giu, ',000')
    .replace(/(?<=\b\d{1,2})[.h](?=\d{2}\s?[ap]\.?m\b)/giu, ':')
    .replace(
      itemNumber,
      (_, section: string, item?: string, other?: string) => `${section}(${item ?? other ?? ''})`,
    );
}

/** A day in figures as the index has it (`2013-02-22`). Where it could be either, a slash parts month and day, else day and month. */
function isoDay(first: string, second: string, year: string, sign: string): string {
  const monthFirst = Number(second) > 12 || (sign === '/' && Number(first) <= 12);
  const [month, day] = monthFirst ? [first, second] : [second, first];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * Understands a query.
 *
 * @param typed what stands in the field
 * @param questionWords words that only ask
 */
export function parseQuery(typed: string, questionWords: ReadonlySet<string>): Query {
  const plain = normal(typed);
  const phrases = [...plain.matchAll(/"([^"]+)"/gu)]
    .map(([, words = '']) => wordsOf(words).map(({ word }) => word))
    .filter(({ length }) => length > 0);
  const unquoted = plain.replaceAll('"', ' ');
  const quoted = new Set(phrases.flat());
  const seen = new Set<string>();
  const terms = wordsOf(unquoted)
    .filter(({ word }) => !seen.has(word) && seen.add(word))
    .map(({ word, stem, start, end }) => ({
      typed: unquoted.slice(start, end),
      word,
      stem,
      asks: (questionWords.has(word) || (word.length > 3 && questionWords.has(stem))) && !quoted.has(word),
      open: end === plain.length && word.length > 2,
    }));
  return { ...askedFor(terms), phrases };
}

/** Where all words only ask, they are all there is to go by. */
export function askedFor(terms: readonly Term[]): Pick<Query, 'terms' | 'onlyAsks'> {
  const onlyAsks = terms.every(({ asks }) => asks);
  return { terms: onlyAsks ? terms.map((term) => ({ ...term, asks: false })) : [...terms], onlyAsks };
}

/** How well a word of a text answers a term, from 0 to 1. */
export function likeness(term: Term, { word, stem }: Pick<Word, 'word' | 'stem'>): number {
  if (word === term.word) return 1;
  // "2" answers for "2(1)": its section.
  if (word.endsWith(')') && word.startsWith(`${term.word}(`)) return 0.9;
  // One stem may have words that say quite other things ("import", "important"); their forms say the same.
  if (stem === term.stem) return isForm(word, term.word) ? 0.9 : 0.5;
  if (term.open && word.startsWith(term.word)) return 0.5;
  return 0;
}
