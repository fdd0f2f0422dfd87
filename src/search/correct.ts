/** Words that no text has: parted, or put right by the site's own vocabulary. */
import leven from 'leven';
import { wordsOf } from './words.ts';

/** The words of all texts and names: each as search compares it, with how it is written and in how many it stands. */
export type Vocabulary = ReadonlyMap<string, { written: string; count: number }>;

/** The vocabulary from the list that the build makes. */
export function vocabularyFrom(list: readonly (readonly [written: string, count: number])[]): Vocabulary {
  return new Map(list.map(([written, count]) => [wordsOf(written)[0]?.word ?? written, { written, count }]));
}

/** What is read for a word that no text has, and whether that is a guess at a slip, which a reader must be told. */
export interface Correction {
  words: string[];
  slip: boolean;
}

/**
 * @param word a word of a query, as words are compared
 * @returns what the word is read as, or nothing where no word is near enough
 */
export function correct(word: string, vocabulary: Vocabulary): Correction | undefined {
  if (word.length < 4 || /\d/u.test(word)) return undefined;
  const parts = parted(word, vocabulary);
  if (parts) return { words: parts, slip: false };
  const allowed = word.length < 6 ? 1 : 2;
  let best: { word: string; distance: number; count: number } | undefined;
  for (const [known, { count }] of vocabulary) {
    // Hardly anyone mistakes the first letter.
    if (!known.startsWith(word.charAt(0))) continue;
    if (Math.abs(known.length - word.length) > allowed || known.length < 4 || /\d/u.test(known)) continue;
    // Two letters that changed places are one slip.
    const distance = swapped(word, known) ? 1 : leven(word, known, { maxDistance: allowed + 1 });
    if (distance > allowed) continue;
    if (!best || distance < best.distance || (distance === best.distance && count > best.count))
      best = { word: known, distance, count };
  }
  if (best) return { words: [best.word], slip: true };
  const relative = kin(word, vocabulary);
  return relative === undefined ? undefined : { words: [relative], slip: false };
}

/** A compound whose parts are known: "cybersecurity". */
function parted(word: string, vocabulary: Vocabulary): string[] | undefined {
  for (let at = word.length - 3; at >= 3; at -= 1) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => vocabulary.has(part))) return parts;
  }
  return undefined;
}

/** Another form of a word: one that begins with most of its letters ("provoke", "provocation"). */
function kin(word: string, vocabulary: Vocabulary): string | undefined {
  let best: string | undefined;
  let most = Math.max(4, Math.ceil(word.length * 0.6));
  for (const known of vocabulary.keys()) {
    let same = 0;
    while (same < word.length && word[same] === known[same]) same += 1;
    if (same > most || (same === most && best === undefined)) {
      best = known;
      most = same;
    }
  }
  return best;
}

function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const differences = Array.from(a).flatMap((letter, at) => (letter === b[at] ? [] : [at]));
  const [first = -1, second = -1] = differences;
  return differences.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}
