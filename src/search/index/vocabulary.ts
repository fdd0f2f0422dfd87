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
    for (const text of [content, meta.title ?? '', meta.names ?? '', meta.related ?? ''])
      for (const { word, written } of tokenize(text)) {
        const known = words.get(word) ?? { written: '', count: 0 };
        // What is also written in lower case is no name.
        const plain = [written.replace(/['’]s?$/u, ''), known.written].sort().at(-1) ?? written;
        if (word.length > 1) words.set(word, { written: plain, count: known.count + 1 });
      }
  return {
    words: [...words.values()].sort((a, b) => b.count - a.count).map(({ written }) => written),
    stopWords: thesaurus.stopWords.flat(),
    factWords: Object.values(thesaurus.factKeywords).flat(),
    unrelatedWords: thesaurus.unrelated,
    meetingCount: meetings.length,
    wordCount: meetings.reduce((sum, { wordCount }) => sum + wordCount, 0),
  };
}

/** The stems of English words and names that look like a typo of a word and are none: "Nigeria" is not "Algeria". */
export function createEnglishStems(words: readonly string[]): string[] {
  const own = words.map((word) => word.toLowerCase());
  const stems = new Set(own.map(stem));
  const near = new Set(own.flatMap((word) => withoutLetters(word)));
  const lines = Buffer.from(dictionary.dic).toString().toLowerCase().split('\n');
  const english = lines.flatMap((line) => line.split('/')[0] ?? []);
  const similar = english.filter((word) => withoutLetters(word).some((form) => near.has(form)));
  return [...new Set(similar.map(stem))].filter((word) => word.length > 3 && !stems.has(word));
}

/** A word without up to two of its letters: two words that share such a form are at most two typos apart. */
function withoutLetters(word: string, letters = word.length < 6 ? 1 : 2): string[] {
  const shorter = letters === 0 ? [] : Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
  return [...new Set([word, ...shorter.flatMap((form) => withoutLetters(form, letters - 1))])];
}
