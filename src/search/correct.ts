/** Words that no text has: parted, or put right by the site's own vocabulary. */
import leven from 'leven';
import type { Query, Term } from './query.ts';
import { plain, wordsOf } from './words.ts';

/** A word of the vocabulary: as search compares it, as it is written, in how many texts and names it stands. */
export interface Known {
  word: string;
  written: string;
  count: number;
  /** Its letters, one bit each: words whose letters differ much are not compared at all. */
  letters: number;
}

/** The words of all texts and names, by the form in which they are compared. */
export type Vocabulary = ReadonlyMap<string, Known>;

/** The list of words that the build makes. */
export type WordList = readonly (readonly [written: string, count: number])[];

/** The vocabulary from the list. */
export function vocabularyFrom(list: WordList): Vocabulary {
  return new Map(
    list.map(([written, count]) => {
      // Nearly all are plain letters, and there may be twenty thousand.
      const lower = written.toLowerCase();
      const word = /^[a-z]+$/u.test(lower) ? lower : plain(written);
      return [word, { word, written, count, letters: lettersOf(word) }];
    }),
  );
}

/** What is read for a word that no text has. */
export interface Correction {
  words: string[];
  /** Whether it is a guess at a slip, which a reader must be told. */
  slip: boolean;
  /** Whether it could well be another word, so that it is only tried where nothing else is found. */
  doubtful: boolean;
}

/**
 * @param word a word of a query, as words are compared
 * @param questionWords words that only ask: nobody is led to one of them
 * @returns what the word is read as, or nothing where no word is near enough
 */
export function correct(
  word: string,
  vocabulary: Vocabulary,
  questionWords: ReadonlySet<string> = new Set(),
): Correction | undefined {
  if (word.length < 3 || /\d/u.test(word)) return undefined;
  /** What a part is read as beside another that is known. */
  const part = (own: string, beside: string): string | undefined => {
    if (own.length < 5 || beside.length < 4 || !vocabulary.has(beside)) return undefined;
    const other = nearest(own, vocabulary, questionWords);
    return other?.doubtful === false ? other.word : undefined;
  };
  const splits = splitsOf(word);
  const compound = (least: number): string[] | undefined =>
    splits.find((split) => split.every((own) => own.length >= least && vocabulary.has(own)));
  const parts = compound(4);
  if (parts) return { words: parts, slip: false, doubtful: false };
  const near = nearest(word, vocabulary, questionWords);
  if (near && !near.doubtful) return { words: [near.word], slip: true, doubtful: false };
  // Short words are parts of too many others ("new land").
  const shortParts = compound(3);
  if (shortParts) return { words: shortParts, slip: false, doubtful: false };
  const mended = splits.flatMap(([left, right]) => {
    const [leftOther, rightOther] = [part(left, right), part(right, left)];
    return leftOther ? [[leftOther, right]] : rightOther ? [[left, rightOther]] : [];
  })[0];
  if (mended) return { words: mended, slip: true, doubtful: false };
  if (near) return { words: [near.word], slip: true, doubtful: true };
  const relative = kin(word, vocabulary);
  return relative === undefined ? undefined : { words: [relative], slip: true, doubtful: true };
}

/** A query as it is read. */
export interface Reading extends Pick<Query, 'terms' | 'phrases'> {
  /** Whether a slip was put right. */
  slip: boolean;
  /** Words that were passed over, as they were typed. */
  missing: string[];
}

/**
 * Reads a query whose words no text has.
 *
 * @param unknown the terms that no text has
 * @param vocabulary nothing, where slips are to be left as they are
 * @param questionWords words that only ask
 */
export function readQuery(
  { terms, phrases }: Pick<Query, 'terms' | 'phrases'>,
  unknown: readonly Term[],
  vocabulary: Vocabulary = new Map(),
  questionWords: ReadonlySet<string> = new Set(),
): Reading {
  const readings = new Map<Term, Correction>();
  terms.forEach((term, at) => {
    const next = terms[at + 1];
    // A word that was parted: "Sen kaku".
    if (!next || !(unknown.includes(term) || unknown.includes(next)) || readings.has(term)) return;
    if (!vocabulary.has(term.word + next.word)) return;
    readings.set(term, { words: [term.word + next.word], slip: false, doubtful: false });
    readings.set(next, { words: [], slip: false, doubtful: false });
  });
  for (const term of unknown) {
    // A word that other texts have is no slip; it is only not among what was chosen.
    if (readings.has(term) || vocabulary.has(term.word)) continue;
    const reading = correct(term.word, vocabulary, questionWords);
    if (reading) readings.set(term, reading);
  }
  // A guess that could be another word is only made where there is nothing else to go by.
  const certain = terms.some((term) => {
    const reading = readings.get(term);
    return reading ? !reading.doubtful : !term.asks && !unknown.includes(term);
  });
  if (certain) for (const [term, { doubtful }] of readings) if (doubtful) readings.delete(term);
  const missing = unknown.filter((term) => !readings.has(term));
  const read = (term: Term): Term[] => {
    const reading = readings.get(term);
    if (!reading) return missing.includes(term) ? [] : [term];
    return reading.words.flatMap((word) => {
      const [{ stem } = { stem: word }] = wordsOf(word);
      return [{ ...term, typed: vocabulary.get(word)?.written ?? word, word, stem, open: false }];
    });
  };
  const byWord = new Map(terms.map((term) => [term.word, term]));
  return {
    terms: terms.flatMap(read),
    phrases: phrases.map((phrase) =>
      phrase.flatMap((word) => {
        const term = byWord.get(word);
        return term ? read(term).map((one) => one.word) : [word];
      }),
    ),
    slip: [...readings.values()].some(({ slip }) => slip),
    missing: missing.map(({ typed }) => typed),
  };
}

/** The two parts that a compound may have ("cybersecurity"), the longest first part first. */
function splitsOf(word: string): [left: string, right: string][] {
  return Array.from({ length: Math.max(0, word.length - 5) }, (_, step) => {
    const at = word.length - 3 - step;
    return [word.slice(0, at), word.slice(at)];
  });
}

/** The word that is fewest slips away: one slip in a short word, two in a longer one. */
function nearest(
  word: string,
  vocabulary: Vocabulary,
  questionWords: ReadonlySet<string>,
): { word: string; doubtful: boolean } | undefined {
  const allowed = word.length < 6 ? 1 : 2;
  const letters = lettersOf(word);
  const sound = soundOf(word);
  let best: { known: Known; cost: number; slips: number; alike: boolean } | undefined;
  for (const known of vocabulary.values()) {
    const other = known.word;
    if (Math.abs(other.length - word.length) > allowed || other.length < 4) continue;
    // A slip adds, drops or changes one letter.
    if (bits(letters ^ known.letters) > 2 * allowed) continue;
    const slips = slipsBetween(word, other, allowed);
    if (slips > allowed || /\d/u.test(other) || questionWords.has(other)) continue;
    // Slips that sound the same are the likeliest, those in the first letter the rarest.
    const alike = soundOf(other) === sound;
    const begins = other.startsWith(word.charAt(0));
    if ((slips > 1 || word.length < 4) && !begins && !alike) continue;
    const cost = slips - (alike ? 0.6 : 0) + (begins ? 0 : 0.5);
    if (!best || cost < best.cost || (cost === best.cost && known.count > best.known.count))
      best = { known, cost, slips, alike };
  }
  if (!best) return undefined;
  const { known, slips, alike } = best;
  // Another letter, or one more or less at the end, makes of a short word another more often than not ("part", "pact").
  const changed = word.length === known.word.length && !swapped(word, known.word);
  const ended = word.startsWith(known.word) || known.word.startsWith(word);
  const doubtful =
    word.length < 4 || (!alike && (word.length < 6 ? changed || ended : slips === 2 && word.length < 9));
  return { word: known.word, doubtful };
}

/** How many slips make one word of another, as far as that is allowed: two letters that changed places are one. */
function slipsBetween(word: string, other: string, allowed: number): number {
  const slips = leven(word, other, { maxDistance: allowed + 2 });
  if (slips <= 1 || slips > allowed + 1) return slips;
  let fewest = slips;
  for (let at = 1; at < word.length; at += 1) {
    const [left = '', right = ''] = word.slice(at - 1, at + 1);
    if (left === right) continue;
    const turned = word.slice(0, at - 1) + right + left + word.slice(at + 1);
    fewest = Math.min(fewest, 1 + leven(turned, other, { maxDistance: allowed + 1 }));
  }
  return fewest;
}

function swapped(word: string, other: string): boolean {
  return leven(word, other) === 2 && slipsBetween(word, other, 1) === 1;
}

/** A word without what is confused most: which vowel, and whether a letter stands twice. */
function soundOf(word: string): string {
  return word.replace(/[aeiouy][aeiouyw]*/gu, 'a').replace(/(.)\1+/gu, '$1');
}

/** Another form of a word: one that begins with most of its letters ("provoke", "provocation"). */
function kin(word: string, vocabulary: Vocabulary): string | undefined {
  let best: string | undefined;
  let most = 4;
  for (const known of vocabulary.keys()) {
    if (!known.startsWith(word.charAt(0))) continue;
    let same = 1;
    while (same < word.length && word[same] === known[same]) same += 1;
    if (same > most && 3 * same >= 2 * Math.min(word.length, known.length)) {
      best = known;
      most = same;
    }
  }
  return best;
}

/** The letters of a word as bits; other signs share what is left. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << ((word.charCodeAt(at) - 97) & 31);
  return letters;
}

function bits(letters: number): number {
  let count = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
