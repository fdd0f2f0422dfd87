/** The words by which something can be found. They are loaded by their first letters, when a query has such words. */
import { stemmer as stem } from 'stemmer';

/** What the build writes for the client. */
export interface VocabularyFile {
  /** Words that say nothing of a subject, and those of them that ask for a fact of the meeting itself. */
  stopWords: string[];
  factWords: string[];
  /** Words with the stem of a word of the index that mean something else: "import" is no form of "important". */
  unrelatedWords: string[];
  /** How many meetings there are, and how many words their summaries have. */
  meetingCount: number;
  wordCount: number;
}

/** Words with the same first letter, in a file of their own: all of them are too many to load in a large archive. */
export interface WordsFile {
  /** The words of the index, the most frequent first; names have a capital. */
  words: string[];
  /** Stems of other words of the language, which are no typo although they look like one. */
  english: string[];
}

export type Vocabulary = ReturnType<typeof createVocabulary>;

/** The files of words: one for each letter, and one for words that begin with anything else. */
export const initials = ['other', ...Array.from({ length: 26 }, (_, at) => (10 + at).toString(36))];

/** The file that a word is in. */
export function initialOf(word: string): string {
  return /^[a-z]/u.exec(word)?.[0] ?? 'other';
}

/** Creates the vocabulary from its file. */
export function createVocabulary(
  { stopWords, factWords, unrelatedWords, ...counts }: VocabularyFile,
  loadFile: (initial: string) => Promise<WordsFile>,
) {
  const unrelated: ReadonlySet<string> = new Set(unrelatedWords);
  const loaded = new Map<string, ReturnType<typeof load>>();
  const load = async (initial: string) => {
    const { words, english } = await loadFile(initial);
    return { words: new Map(words.map((one) => [one.toLowerCase(), one])), english: new Set(english) };
  };
  /** How each word with a first letter is written, and the English stems with it. */
  const loadWords = (initial: string): ReturnType<typeof load> => {
    const words = loaded.get(initial) ?? load(initial);
    loaded.set(initial, words);
    return words;
  };
  /** The word itself or a form of it, as it is written; nothing where the index has none. */
  const find = async (word: string): Promise<string | undefined> => {
    const { words } = await loadWords(initialOf(word));
    if (words.has(word) || unrelated.has(word)) return words.get(word);
    const own = stem(word);
    // A stem differs from its words in its last two letters at most.
    const begin = own.slice(0, Math.max(2, own.length - 2));
    const form = words.keys().find((other) => other.startsWith(begin) && isSameStem(stem(other), own));
    return words.get(form ?? '');
  };
  return {
    ...counts,
    find,
    loadWords,
    stopWords: new Set(stopWords),
    factWords: new Set(factWords),
    unrelated,
  };
}

/** Whether stems are the same, or long with one letter more: "okinawan". */
function isSameStem(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length);
  return one === other || (short.length >= 6 && long.length - short.length === 1 && long.startsWith(short));
}
