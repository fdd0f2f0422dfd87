/** What the client knows of the words of the index. */
import dictionary from 'dictionary-en';
import { stemmer as stem } from 'stemmer';
import type { SiteContent } from '../../domain/load-content.ts';
import type { VocabularyFile } from '../client/vocabulary.ts';
import { tokenize } from '../tokenize.ts';
import type { SearchRecord } from './records.ts';

/** Creates the vocabulary of the records. */
export function createVocabularyFile(
  records: readonly SearchRecord[],
  { meetings, thesaurus }: SiteContent,
): VocabularyFile {
  const words = new Map<string, { written: string; count: number }>();
  for (const { content, meta } of records)
    for (const text of [content, meta.title, meta.names, meta.related])
      for (const { word, start, end } of tokenize(text)) {
        const written = text.slice(start, end).replace(/['’]s?$/u, '');
        const known = words.get(word) ?? { written, count: 0 };
        // What is also written in lower case is no name.
        const plain = written > known.written ? written : known.written;
        if (word.length > 1) words.set(word, { written: plain, count: known.count + 1 });
      }
  return {
    words: [...words.values()].sort((a, b) => b.count - a.count).map(({ written }) => written),
    stopWords: thesaurus.stopWords.flat(),
    factWords: Object.values(thesaurus.factKeywords).flat(),
    unrelatedWords: thesaurus.unrelated,
    recordCount: records.length,
    meetingCount: meetings.length,
    wordCount: meetings.reduce((sum, { wordCount }) => sum + wordCount, 0),
  };
}

/**
 * English words and names that look like a typo of a word of the vocabulary and are none: "Nigeria" is not "Algeria".
 *
 * @returns their stems
 */
export function createEnglishWords(vocabulary: readonly string[]): string[] {
  const own = vocabulary.map((word) => word.toLowerCase()).filter((word) => /^[a-z]{4,}$/u.test(word));
  const stems = new Set(own.map(stem));
  const near = new Set([...own, ...stems].flatMap((word) => [...withoutLetters(word)]));
  const english = Buffer.from(dictionary.dic)
    .toString()
    .split('\n')
    .map((line) => stem(line.split('/')[0]?.toLowerCase() ?? ''))
    .filter((word) => /^[a-z]{4,}$/u.test(word) && !stems.has(word));
  return [...new Set(english)].filter((word) => [...withoutLetters(word)].some((form) => near.has(form)));
}

/** A word without up to two of its letters: two words that share such a form are at most two typos apart. */
function withoutLetters(word: string, letters = word.length < 6 ? 1 : 2): Set<string> {
  const shorter = letters === 0 ? [] : Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
  return new Set([word, ...shorter.flatMap((form) => [...withoutLetters(form, letters - 1)])]);
}
