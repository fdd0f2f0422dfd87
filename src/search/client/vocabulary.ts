/** The words by which something can be found. */
import { stemmer as stem } from 'stemmer';

/** What the build writes for the client. */
export interface VocabularyFile {
  /** The words of the index, the most frequent first; names have a capital. */
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
  { words: written, stopWords, factWords, unrelatedWords, ...counts }: VocabularyFile,
  loadEnglish: () => Promise<string[]>,
) {
  const words: ReadonlyMap<string, string> = new Map(written.map((word) => [word.toLowerCase(), word]));
  const unrelated: ReadonlySet<string> = new Set(unrelatedWords);
  let english: Promise<ReadonlySet<string>> | undefined;
  return {
    ...counts,
    /** How each word is written, by its lower case. */
    words,
    stopWords: new Set(stopWords),
    factWords: new Set(factWords),
    unrelated,
    /** The word itself or a form of it, as it is written; nothing where the index has none. */
    find: (word: string): string | undefined => {
      if (words.has(word) || unrelated.has(word)) return words.get(word);
      const own = stem(word);
      // A stem differs from its words in its last two letters at most.
      const begin = own.slice(0, Math.max(2, own.length - 2));
      const form = words.keys().find((other) => other.startsWith(begin) && isSameStem(stem(other), own));
      return words.get(form ?? '');
    },
    isEnglish: async (word: string): Promise<boolean> => {
      english ??= loadEnglish().then((stems) => new Set(stems));
      return (await english).has(stem(word));
    },
  };
}

/** Whether stems are the same, or long with one letter more: "okinawan". */
function isSameStem(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length);
  return one === other || (short.length >= 6 && long.length - short.length === 1 && long.startsWith(short));
}
