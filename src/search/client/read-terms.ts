/** Reads the words of a query by the vocabulary: as they are, joined, split, or with their typos corrected. */
import leven from 'leven';
import { stemmer as stem } from 'stemmer';
import type { Term } from './parse-query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word as it is looked for. */
export interface Reading {
  /** As it was typed. */
  typed: string;
  /** A word of the index; nothing where the index has none. */
  word: string | undefined;
  isTypo?: boolean;
  /** Whether it is looked for as the beginning of other words. */
  isBeginning?: boolean;
}

/** A word of fewer letters is no part of a compound and has no typo; one of more has two typos at most. */
const [shortWord, longWord] = [4, 7];

/**
 * Reads words.
 *
 * @param terms the words of a query that say something of a subject
 * @param english stems of words that are no typo, although they look like one; without them, typos are left
 */
export function readTerms(terms: Term[], vocabulary: Vocabulary, english?: ReadonlySet<string>): Reading[] {
  const { words, unrelated, find } = vocabulary;
  const readings: Reading[] = [];
  for (let at = 0; at < terms.length; at += 1) {
    const [term, next] = [terms[at], terms[at + 1]];
    if (!term) continue;
    const { word, typed, isLast } = term;
    const known = find(word);
    // No typo or beginning of another word. Capitals are an abbreviation: "INF" is not "information".
    const isFixed = unrelated.has(word) || /^[\p{Lu}.]+$/u.test(typed);
    if (next && words.has(word + next.word) && !(known && find(next.word))) {
      // "Sen kaku"
      readings.push({ typed: `${typed} ${next.typed}`, word: word + next.word });
      at += 1;
    } else if (known !== undefined) readings.push({ typed, word: known });
    else if (isLast && !isFixed && words.keys().some((one) => one.startsWith(word)))
      readings.push({ typed, word, isBeginning: true });
    else {
      const parts = splitWord(word, vocabulary);
      const isTypo = english && !isFixed && !english.has(stem(word));
      const corrected = isTypo ? nearestWord(word, vocabulary) : undefined;
      if (parts.length > 0) readings.push(...parts.map((part) => ({ typed, word: part })));
      else readings.push({ typed, word: corrected, isTypo: corrected !== undefined });
    }
  }
  return readings;
}

/** Splits a compound ("cyberattacks"), the longest first part first; of a text without spaces, takes the longest name. */
function splitWord(word: string, { find, words }: Vocabulary): string[] {
  if (/[\p{Script=Han}\p{Script=Katakana}]/u.test(word)) {
    const names = [...words.keys()].filter((name) => name.length > 1 && word.includes(name));
    return names.sort((a, b) => b.length - a.length).slice(0, 1);
  }
  for (let at = word.length - shortWord; at >= shortWord; at -= 1) {
    const parts = [find(word.slice(0, at)), find(word.slice(at))].filter((part) => part !== undefined);
    if (parts.length === 2) return parts;
  }
  return [];
}

/** The word of which it is a typo, if it is one; the most frequent of equals. */
function nearestWord(word: string, { words, stopWords }: Vocabulary): string | undefined {
  let nearest: { other: string | undefined; cost: number } = { other: undefined, cost: Infinity };
  for (const other of words.keys()) {
    const cost = stopWords.has(other) ? Infinity : typoCost(word, other);
    if (cost < nearest.cost) nearest = { other, cost };
  }
  return nearest.other;
}

/** How unlike a word one with a typo is; infinite where it is too much for a typo. */
function typoCost(word: string, other: string): number {
  const allowed = word.length < longWord ? 1 : 2;
  const isShort = Math.min(word.length, other.length) < shortWord;
  if (isShort || Math.abs(other.length - word.length) > allowed || /\P{Script=Latin}/u.test(word))
    return Infinity;
  // Letters that changed places are half as many typos.
  const distance = leven(word, other, { maxDistance: 2 * allowed + 1 });
  if (distance > 2 * allowed) return Infinity;
  const typos = sortLetters(word) === sortLetters(other) ? distance / 2 : distance;
  const cost =
    typos - (soundOf(word) === soundOf(other) ? 0.6 : 0) + (other.startsWith(word.charAt(0)) ? 0 : 0.5);
  return Math.max(typos, cost) > allowed ? Infinity : cost;
}

function sortLetters(word: string): string {
  return Array.from(word).sort().join('');
}

/** A word without what is mistyped most: which vowel, and whether a letter is doubled. */
function soundOf(word: string): string {
  return word.replace(/[aeiouy][aeiouyw]*/gu, 'a').replace(/(.)\1+/gu, '$1');
}
