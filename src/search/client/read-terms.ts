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

/** A shorter word is no part of a compound and has no typo; one has two typos; in capitals, it is no abbreviation. */
const [shortWord, longWord, abbreviation] = [4, 7, 5];

/**
 * Reads words.
 *
 * @param terms the words of a query that say something of a subject
 * @param loadEnglishWords loads the stems of words that are no typo; nothing where typos are left as they are
 */
export async function readTerms(
  terms: readonly Term[],
  vocabulary: Vocabulary,
  loadEnglishWords?: () => Promise<ReadonlySet<string>>,
): Promise<Reading[]> {
  const { words, unrelated, find } = vocabulary;
  const readings: Reading[] = [];
  for (let at = 0; at < terms.length; at += 1) {
    const [term, next] = [terms[at], terms[at + 1]];
    if (!term) continue;
    const { word, typed, isLast } = term;
    const known = find(word);
    const parts = known === undefined ? splitWord(word, vocabulary) : [];
    const isBeginning =
      isLast && !unrelated.has(word) && [...words.keys()].some((one) => one.startsWith(word));
    if (next && words.has(word + next.word) && !(known && find(next.word))) {
      // "Sen kaku"
      readings.push({ typed: `${typed} ${next.typed}`, word: word + next.word });
      at += 1;
    } else if (known !== undefined) readings.push({ typed, word: known });
    else if (isBeginning) readings.push({ typed, word, isBeginning });
    else if (parts.length > 0) readings.push(...parts.map((part) => ({ typed, word: part })));
    else {
      const corrected = loadEnglishWords && correctWord(term, vocabulary, await loadEnglishWords());
      readings.push({ typed, word: corrected, isTypo: corrected !== undefined });
    }
  }
  return readings;
}

/**
 * Corrects a word that the vocabulary does not have.
 *
 * @param typed the word as it was typed: an abbreviation in capitals is never corrected
 * @param englishWords stems of words that are no typo, although they look like one of a word of the vocabulary
 */
function correctWord(
  { word, typed }: Term,
  vocabulary: Vocabulary,
  englishWords: ReadonlySet<string>,
): string | undefined {
  if (word.length < shortWord || /\P{Script=Latin}/u.test(word)) return undefined;
  if (word.length <= abbreviation && /^[\p{Lu}.]+$/u.test(typed)) return undefined;
  const isOther = (one: string): boolean => englishWords.has(one) || vocabulary.unrelated.has(one);
  return isOther(word) || isOther(stem(word)) ? undefined : nearestWord(word, vocabulary);
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

/** The word with the fewest typos; the first of equals, which is the most frequent. */
function nearestWord(word: string, { words, stopWords }: Vocabulary): string | undefined {
  const allowed = word.length < longWord ? 1 : 2;
  let nearest: { other: string | undefined; cost: number } = { other: undefined, cost: allowed + 0.1 };
  for (const other of words.keys()) {
    if (other.length < shortWord || Math.abs(other.length - word.length) > allowed || stopWords.has(other))
      continue;
    // Letters that changed places are half as many typos.
    const distance = leven(word, other, { maxDistance: 2 * allowed + 1 });
    if (distance > 2 * allowed) continue;
    const typos = sortLetters(word) === sortLetters(other) ? distance / 2 : distance;
    const cost =
      typos - (soundOf(word) === soundOf(other) ? 0.6 : 0) + (other.startsWith(word.charAt(0)) ? 0 : 0.5);
    if (typos <= allowed && cost < nearest.cost) nearest = { other, cost };
  }
  return nearest.other;
}

function sortLetters(word: string): string {
  return Array.from(word).sort().join('');
}

/** A word without what is mistyped most: which vowel, and whether a letter is doubled. */
function soundOf(word: string): string {
  return word.replace(/[aeiouy][aeiouyw]*/gu, 'a').replace(/(.)\1+/gu, '$1');
}
