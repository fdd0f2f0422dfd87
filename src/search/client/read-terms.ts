/** Reads the words of a query by the vocabulary: as they are, joined, split, or with their typos corrected. */
import leven from 'leven';
import { stemmer as stem } from 'stemmer';
import type { Term } from './parse-query.ts';
import { type Vocabulary, initialOf, initials } from './vocabulary.ts';

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
  isBeginning?: boolean;
}

/** A word of fewer letters is no part of a compound and has no typo; one of more has two typos at most. */
export const [shortWord, longWord] = [4, 7];

/**
 * Reads words.
 *
 * @param terms the words of a query that say something of a subject
 * @param isExact whether typos are left as they are
 */
export async function readTerms(
  terms: readonly Term[],
  vocabulary: Vocabulary,
  isExact = false,
): Promise<Reading[]> {
  const { unrelated, find, loadWords } = vocabulary;
  await Promise.all(terms.map(async ({ word }) => loadWords(initialOf(word))));
  const readings: Reading[] = [];
  for (let at = 0; at < terms.length; at += 1) {
    const [term, next] = [terms[at], terms[at + 1]];
    if (!term) continue;
    const { word, typed, isLast } = term;
    const { words, english } = await loadWords(initialOf(word));
    // Capitals are an abbreviation: "INF" is not "information", and "AIDS" is not "aid".
    const isAbbreviation = /^[\p{Lu}.]+$/u.test(typed);
    const isFixed = isAbbreviation || unrelated.has(word);
    const known = isAbbreviation && word.length <= shortWord ? words.get(word) : await find(word);
    const joined = next && words.get(word + next.word);
    if (joined !== undefined && !(known && (await find(next?.word ?? '')))) {
      // "Sen kaku"
      readings.push(readAs(`${typed} ${next?.typed ?? ''}`, joined));
      at += 1;
    } else if (known !== undefined) readings.push(readAs(typed, known));
    else if (isLast && !isFixed && words.keys().some((one) => one.startsWith(word)))
      readings.push({ typed, word, isBeginning: true });
    else {
      const parts = await splitWord(word, vocabulary);
      const isTypo = !isExact && !isFixed && !english.has(stem(word));
      const corrected = isTypo && parts.length === 0 ? await nearestWord(word, vocabulary) : undefined;
      if (parts.length > 0) readings.push(...parts.map((part) => readAs(typed, part)));
      else readings.push({ ...readAs(typed, corrected), isTypo: corrected !== undefined });
    }
  }
  return readings;
}

function readAs(typed: string, written: string | undefined): Reading {
  return { typed, word: written?.toLowerCase(), written };
}

/** Whether a word is the name of something, or a number, which is as much. */
export function isName({ written = '' }: Reading): boolean {
  return /^[\p{Lu}\p{N}]/u.test(written);
}

/** Splits a compound ("cyberattacks"), the longest first part first; of a text without spaces, takes the longest name. */
async function splitWord(word: string, { find, loadWords }: Vocabulary): Promise<string[]> {
  if (/[\p{Script=Han}\p{Script=Katakana}]/u.test(word)) {
    const { words } = await loadWords(initialOf(word));
    const names = [...words.values()].filter((name) => name.length > 1 && word.includes(name.toLowerCase()));
    return names.sort((a, b) => b.length - a.length).slice(0, 1);
  }
  for (let at = word.length - shortWord; at >= shortWord; at -= 1) {
    const first = await find(word.slice(0, at));
    const second = first && (await find(word.slice(at)));
    if (first && second) return [first, second];
  }
  return [];
}

/** The word of which it is a typo, if it is one; the most frequent of equals. */
async function nearestWord(word: string, { stopWords, loadWords }: Vocabulary): Promise<string | undefined> {
  if (word.length < shortWord || /\P{Script=Latin}/u.test(word)) return undefined;
  const candidates = async (initial: string) =>
    [...(await loadWords(initial)).words]
      .map(([other, written]) => ({ written, cost: stopWords.has(other) ? Infinity : typoCost(word, other) }))
      .filter(({ cost }) => cost < Infinity);
  let found = await candidates(initialOf(word));
  if (found.length === 0 && word.length >= longWord)
    found = (await Promise.all(initials.map(candidates))).flat();
  return found.sort((a, b) => a.cost - b.cost)[0]?.written;
}

/** How unlike a word one with a typo is; infinite where it is too much for a typo. Few typos are in the first letter. */
function typoCost(word: string, other: string): number {
  const allowed = word.length < longWord ? 1 : 2;
  const distance = leven(word, other, { maxDistance: 2 * allowed + 1 });
  if (other.length < shortWord || distance > 2 * allowed) return Infinity;
  // Letters that changed places are half as many typos.
  const typos = sortLetters(word) === sortLetters(other) ? distance / 2 : distance;
  const cost = other.startsWith(word.charAt(0)) ? typos : typos + 0.5;
  return cost > allowed ? Infinity : cost;
}

function sortLetters(word: string): string {
  return Array.from(word).sort().join('');
}
