/** Reads the words of a query by the vocabulary: as they are, split, or with their typos corrected. */
import leven from 'leven';
import type { Term } from './parse-query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word as it is looked for. */
export interface Reading {
  /** As it was typed. */
  typed: string;
  /** A word of the index; nothing where the index has none. */
  word: string | undefined;
  /** As the index writes it. */
  written?: string | undefined;
  isTypo?: boolean;
  /** Whether it is looked for as the beginning of other words. */
  isPrefix?: boolean;
}

export type KnownReading = Reading & { word: string };

export function isKnown(reading: Reading): reading is KnownReading {
  return reading.word !== undefined;
}

/** A word of fewer letters is no part of a compound and has no typo; one of more has two typos at most. */
export const shortWord = 4;
const longWord = 7;

/** Reads the words of a query that say something of a subject. */
export async function readTerms(terms: readonly Term[], vocabulary: Vocabulary): Promise<Reading[]> {
  return (await Promise.all(terms.map(async (term) => readTerm(term, vocabulary)))).flat();
}

async function readTerm(term: Term, vocabulary: Vocabulary): Promise<Reading[]> {
  const { word, typed, isStopWord, isQuoted, isLast } = term;
  const { unrelated, stopWords, wordsWithPrefix, get, find, isEnglish } = vocabulary;
  const readAs = (written: string): Reading => ({ typed, word: written.toLowerCase(), written });
  // What is typed like an abbreviation is not the stop word with its letters.
  if (stopWords.has(word) && !isStopWord) return [{ typed, word: undefined }];
  // Capitals are an abbreviation: "INF" is not "information", and "AIDS" is not "aid".
  const isAbbreviation = /^[\p{Lu}.]+$/u.test(typed);
  const known = isAbbreviation && word.length <= shortWord ? get(word) : find(word);
  if (known !== undefined) return [readAs(known)];
  const isFixed = isAbbreviation || unrelated.has(word);
  if (isLast && !isFixed && wordsWithPrefix(word).length > 0) return [{ typed, word, isPrefix: true }];
  const parts = splitWord(word, vocabulary);
  if (parts.length > 0) return parts.map(readAs);
  const mayBeTypo = word.length >= shortWord && !isFixed && !isQuoted && /^\p{Script=Latin}+$/u.test(word);
  const nearest = mayBeTypo ? nearestWord(word, vocabulary) : undefined;
  if (nearest === undefined || (await isEnglish(word))) return [{ typed, word: undefined }];
  return [{ ...readAs(nearest), isTypo: true }];
}

/** Whether a word is the name of something, or a number, which is as much. */
export function isName({ written = '' }: Reading): boolean {
  return /^[\p{Lu}\p{N}]/u.test(written);
}

/** Splits a compound ("cyberattacks"), the longest first part first; of a text without spaces, takes the longest name. */
function splitWord(word: string, { words, find }: Vocabulary): string[] {
  if (/[\p{Script=Han}\p{Script=Katakana}]/u.test(word)) {
    const names = words.filter((name) => name.length > 1 && word.includes(name.toLowerCase()));
    return names.sort((a, b) => b.length - a.length).slice(0, 1);
  }
  for (let at = word.length - shortWord; at >= shortWord; at -= 1) {
    const parts = [word.slice(0, at), word.slice(at)].flatMap((part) => find(part) ?? []);
    if (parts.length === 2) return parts;
  }
  return [];
}

/** The word of which it is a typo, if it is one. */
function nearestWord(word: string, { words, stopWords, wordsWithPrefix }: Vocabulary): string | undefined {
  const nearest = (candidates: readonly string[]): string | undefined =>
    candidates
      .filter((written) => !stopWords.has(written))
      .map((written) => ({ written, cost: typoCost(word, written.toLowerCase()) }))
      .filter(({ cost }) => cost < Infinity)
      .sort((a, b) => a.cost - b.cost)[0]?.written;
  return nearest(wordsWithPrefix(word.charAt(0))) ?? (word.length < longWord ? undefined : nearest(words));
}

/** How unlike a word one with a typo is; infinite where it is too much for a typo. Few typos are in the first letter. */
function typoCost(word: string, other: string): number {
  const allowed = word.length < longWord ? 1 : 2;
  const distance = leven(word, other, { maxDistance: 2 * allowed + 1 });
  if (other.length < shortWord || distance > 2 * allowed) return Infinity;
  // Letters that changed places or should be double are half as many typos.
  const typos = sortLetters(word) === sortLetters(other) ? distance / 2 : distance;
  const cost = other.startsWith(word.charAt(0)) ? typos : typos + 0.5;
  return cost > allowed ? Infinity : cost;
}

function sortLetters(word: string): string {
  return [...new Set(word)].sort().join('');
}
