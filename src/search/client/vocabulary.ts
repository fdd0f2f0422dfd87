/** The words by which something can be found. */
import { stemmer as stem } from 'stemmer';
import { wordsOf } from '../tokenize.ts';

/** What the build writes for the client. */
export interface VocabularyFile {
  /** The words of the index as they are written, the most frequent first. */
  words: string[];
  /** Words that say nothing of a subject, and those of them that ask for a fact of the meeting itself. */
  stopWords: string[];
  factWords: string[];
  /** Words with the stem of one of these that mean something else: "import" is no form of "important". */
  unrelatedWords: string[];
  /** How many meetings there are, and how many words their summaries have. */
  meetingCount: number;
  wordCount: number;
}

export type Vocabulary = ReturnType<typeof createVocabulary>;

/** Creates the vocabulary from the file. */
export function createVocabulary({ stopWords, factWords, unrelatedWords, ...file }: VocabularyFile) {
  /** How each word is written. */
  const words: ReadonlyMap<string, string> = new Map(file.words.map((one) => [wordsOf(one)[0] ?? one, one]));
  // The most frequent word of a stem comes last, so it stays.
  const stems = new Map([...words.keys()].reverse().map((one) => [stem(one), one]));
  const unrelated: ReadonlySet<string> = new Set(unrelatedWords);
  /** The word itself or a form of it; nothing where the index has none. */
  const find = (word: string): string | undefined => {
    if (words.has(word)) return word;
    if (unrelated.has(word)) return undefined;
    const own = stem(word);
    return stems.get(own) ?? stems.entries().find(([other]) => isVariant(own, other))?.[1];
  };
  return {
    ...file,
    words,
    find,
    stopWords: new Set(stopWords),
    factWords: new Set(factWords),
    unrelated,
    /** Whether it is the name of something, or a number, which is as much. */
    isName: (word: string): boolean => /^[\p{Lu}\p{N}]/u.test(words.get(word) ?? ''),
  };
}

/** Whether one of two long stems is the other with a letter more: "okinawan". */
function isVariant(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 6 || Math.abs(one.length - other.length) !== 1) return false;
  return one.startsWith(other) || other.startsWith(one);
}
