/** The words by which something can be found. */
import { stemmer as stem } from 'stemmer';

/** What the build writes for the client. */
export interface VocabularyFile {
  /** The words of the index in alphabetical order; names have a capital. */
  words: string[];
  /** Words that say nothing of a subject, and those of them that ask for a fact of the meeting itself. */
  stopWords: string[];
  factWords: string[];
  /** Words with the stem of a word of the index that mean something else: "import" is no form of "important". */
  unrelatedWords: string[];
  /** How many meetings there are, and how many words their summaries have. */
  meetingCount: number;
  wordCount: number;
}

export type Vocabulary = ReturnType<typeof createVocabulary>;

/**
 * Creates the vocabulary from its file.
 *
 * @param loadEnglish loads stems of other words of the language, which are no typo although they look like one; few queries
 * need them
 */
export function createVocabulary(
  { words, stopWords, factWords, unrelatedWords, ...counts }: VocabularyFile,
  loadEnglish: () => Promise<string[]>,
) {
  const unrelated: ReadonlySet<string> = new Set(unrelatedWords);
  let english: Promise<ReadonlySet<string>> | undefined;
  const byWord = new Map(words.map((written) => [written.toLowerCase(), written]));
  const wordsWithPrefix = (letters: string): string[] =>
    [...byWord].flatMap(([word, written]) => (word.startsWith(letters) ? written : []));
  /** How a word is written. */
  const get = (word: string): string | undefined => byWord.get(word);
  return {
    ...counts,
    words,
    stopWords: new Set(stopWords),
    factWords: new Set(factWords),
    unrelated,
    wordsWithPrefix,
    get,
    /** The word itself or a form of it, as it is written; nothing where the index has none. */
    find: (word: string): string | undefined => {
      const written = get(word);
      if (written !== undefined || unrelated.has(word)) return written;
      const stemmed = stem(word);
      // A stem differs from its words in its last two letters at most.
      const similar = wordsWithPrefix(stemmed.slice(0, Math.max(2, stemmed.length - 2)));
      return similar.find((other) => stem(other.toLowerCase()) === stemmed);
    },
    isEnglish: async (word: string): Promise<boolean> => {
      english ??= loadEnglish().then((stems) => new Set(stems));
      return (await english).has(stem(word));
    },
  };
}
