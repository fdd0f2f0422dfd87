/** What a reader typed, understood: words that must be found, words that only ask, phrases. */
import { type Word, wordsOf } from './words.ts';

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
}

/**
 * Understands a query.
 *
 * @param typed what stands in the field
 * @param questionWords words that only ask
 */
export function parseQuery(typed: string, questionWords: ReadonlySet<string>): Query {
  const plain = typed.replace(/[“”„«»]/gu, '"').replace(/(?<=\d)\s?(?:m|mn|mio|million)\b/giu, ' million');
  const phrases = [...plain.matchAll(/"([^"]+)"/gu)]
    .map(([, words = '']) => wordsOf(words).map(({ word }) => word))
    .filter(({ length }) => length > 0);
  const words = wordsOf(plain.replaceAll('"', ' '));
  const quoted = new Set(phrases.flat());
  const seen = new Set<string>();
  const terms = words
    .filter(({ word }) => !seen.has(word) && seen.add(word))
    .map(({ word, stem, start, end }) => ({
      typed: plain.replaceAll('"', ' ').slice(start, end),
      word,
      stem,
      asks: questionWords.has(word) && !quoted.has(word),
      open: end === plain.length && word.length > 2,
    }));
  // Where all words only ask, they are all there is to go by.
  if (terms.every(({ asks }) => asks)) for (const term of terms) term.asks = false;
  return { terms, phrases };
}

/** How well a word of a text answers a term, from 0 to 1. */
export function likeness(term: Term, { word, stem }: Pick<Word, 'word' | 'stem'>): number {
  if (word === term.word) return 1;
  if (stem === term.stem) return 0.9;
  if (term.open && word.startsWith(term.word)) return 0.5;
  return 0;
}
