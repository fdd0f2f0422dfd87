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

/** A shorter word has one typo at most. In capitals, a word that is no longer than the second is an abbreviation. */
const [longWord, abbreviation] = [6, 5];

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
  if (word.length < 4 || /\P{Script=Latin}/u.test(word)) return undefined;
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
  for (let at = word.length - 3; at > 2; at -= 1) {
    const parts = [find(word.slice(0, at)), find(word.slice(at))].filter((part) => part !== undefined);
    if (parts.length === 2) return parts;
  }
  return [];
}

/** The word with the fewest typos; the first of equals, which is the most frequent. */
function nearestWord(word: string, { words, stopWords }: Vocabulary): string | undefined {
  const allowed = word.length < longWord ? 1 : 2;
  const sound = soundOf(word);
  let best: { other: string | undefined; cost: number } = { other: undefined, cost: Infinity };
  for (const other of words.keys()) {
    if (other.length < 4 || Math.abs(other.length - word.length) > allowed || stopWords.has(other)) continue;
    const typos = countTypos(word, other, allowed);
    if (typos > allowed) continue;
    const soundsSame = soundOf(other) === sound;
    const startsSame = other.startsWith(word.charAt(0));
    // A second typo, or one in the first letter, makes another word of a short one.
    const isDoubtful =
      typos > 1 ? word.length <= longWord || !startsSame : word.length < longWord && !startsSame;
    const cost = typos - (soundsSame ? 0.6 : 0) + (startsSame ? 0 : 0.5);
    if ((soundsSame || !isDoubtful) && cost < best.cost) best = { other, cost };
  }
  return best.other;
}

/** The edit distance as far as it is allowed; two letters that changed places are one typo. */
function countTypos(word: string, other: string, allowed: number): number {
  const options = { maxDistance: allowed + 1 };
  let fewest = leven(word, other, options);
  for (let at = 1; fewest > 1 && fewest <= allowed + 1 && at < word.length; at += 1) {
    const swapped = word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
    fewest = Math.min(fewest, 1 + leven(swapped, other, options));
  }
  return fewest;
}

/** A word without what is mistyped most: which vowel, and whether a letter is doubled. */
function soundOf(word: string): string {
  return word.replace(/[aeiouy][aeiouyw]*/gu, 'a').replace(/(.)\1+/gu, '$1');
}
