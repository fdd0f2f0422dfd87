/** What a reader typed, as search understands it. */
import { tokenize, wordsOf } from '../tokenize.ts';

/** A word of a query. */
export interface Term {
  word: string;
  /** As it was typed. */
  typed: string;
  /** Whether it says nothing of a subject: "what", "said". */
  isStopWord: boolean;
  /** Whether it is in quotation marks, so that it has no typo. */
  isQuoted: boolean;
  /** Whether it may still be typed, so that it may be the beginning of a word. */
  isLast: boolean;
}

/** How people write the number of an item: "2(1)", "2.1", "item 2-1", "II (1)". No date, amount or time is one. */
const itemNumber =
  /(?:\b(?:item|point|topic|no|number)\b\.?\s*)?(?<![\p{L}\d$€£.,:(/-])(\d{1,2}|[IVX]{1,4}(?=\s?\())\s?(?:\.?\s?\(\s?(\d{1,2})\)|[.-](?!0)([012]?\d)(?![\d%/]|[.,:-]\d|\s?(?:[ap]\.?m\b|million|billion|minute|hour|year|day)))/iu;
const sectionNumber =
  /(?:\b(?:agenda\s+item|agenda|item|section|point|part|topic|no|number)\b\.?|§|#)\s*(\(?)(\d{1,2}|[IVX]{1,4})\b(?![.,:-]\d)\)?/iu;

/** Spellings with one meaning, and the one that the index has. */
const spellings: readonly (readonly [pattern: RegExp, spelling: string])[] = [
  [/[\p{Cf}\p{Cc}]/gu, ' '],
  [/[“”„‟«»‹›「」『』〝〞]|``|''/gu, '"'],
  [/[‘’‚‛′`]/gu, "'"],
  [/(?<=^|\s)'([^']+)'(?=\s|$|[.,;!?])/gu, '"$1"'],
  [/[‐‑‒–—―−]/gu, '-'],
  // "U. N.", "65million", "USD65", "2 plus 2"
  [/(?<=\b\p{L}\.)\s(?=\p{L}\.)/gu, ''],
  [/(?<=\d)(?=\p{L}{3})|(?<=\p{L}{3})(?=\d)/gu, ' '],
  [/(?<=\d)\s?plus\s?(?=\d)/giu, '+'],
  // "5.000", "5'000", "3.45 pm", "65m", "0.1bn", "5k"
  [/(?<=(?<![\d.,])[1-9]\d{0,2}(?:[.']\d{3})*)[.'](?=\d{3}(?:[.']\d{3})*(?![\d.,]))/gu, ','],
  [/(?<=\b\d{1,2})[.h](?=\d{2}\s?[ap]\.?m\b)/giu, ':'],
  [/(?<=\d)\s?(?:m|mn|mio|mil|mln|millions?)\b\.?/giu, ' million'],
  [/(?<=\d)\s?(?:b|bn|billions?)\b/giu, ' billion'],
  [/(?<=\d)\s?(?:k|thousand)\b/giu, ',000'],
];

/**
 * Parses a query.
 *
 * @param typed what the field holds
 * @param stopWords words that say nothing of a subject
 * @returns its text in the index's spelling, its words, what is in quotation marks, and the number of an item (`1(2)`, `(2)`) or of a section (`1`)
 */
export function parseQuery(typed: string, stopWords: ReadonlySet<string>) {
  let item: string | undefined;
  const text = spellings
    .reduce((sofar, [pattern, spelling]) => sofar.replace(pattern, spelling), typed.normalize('NFKC'))
    // "22/2/2013": whatever comes first, the index has the same three numbers.
    .replace(/\b\d{1,4}([/.-])\d{1,2}\1\d{1,4}\b/gu, (date) =>
      date.replace(/\d+/gu, (number) => number.padStart(2, '0')).replace(/[/.-]/gu, ' '),
    )
    .replace(itemNumber, (_, section: string, number?: string, other?: string) => {
      item = `${section.toUpperCase()}(${number ?? other ?? ''})`;
      return ' ';
    })
    .replace(sectionNumber, (_, bracket: string, number: string) => {
      item ??= bracket ? `(${number})` : number.toUpperCase();
      return ' ';
    });
  const quoted = [...text.matchAll(/"([^"]+)"/gu)].map(([, words = '']) => words);
  const unquoted = text.replaceAll('"', ' ');
  // "WHO" is not "who", unless all of several words are in capitals.
  const hasAbbreviations = /\p{Ll}/u.test(unquoted) || !/\s/u.test(unquoted.trim());
  const terms = tokenize(unquoted).map(({ word, written }, at, { length }): Term => ({
    word,
    typed: written,
    isStopWord: stopWords.has(word) && !(hasAbbreviations && /^\p{Lu}{2,}$/u.test(written)),
    isQuoted: quoted.some((words) => wordsOf(words).includes(word)),
    isLast: at === length - 1 && text.endsWith(written) && word.length > 2,
  }));
  const phrases = quoted.filter((words) => wordsOf(words).length > 1);
  const unique = new Map(terms.map((term) => [term.word, term]));
  return { text: unquoted.trim(), terms: [...unique.values()], phrases, item };
}
