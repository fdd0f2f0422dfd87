/** What the client knows of the words of the index. */
import dictionary from 'dictionary-en';
import { stemmer as stem } from 'stemmer';
import type { VocabularyFile } from '../client/vocabulary.ts';
import { tokenize } from '../tokenize.ts';
import type { SearchContent, SearchRecord } from './records.ts';

/** Creates the vocabulary of the records that were made of a content. */
export function createVocabularyFile(
  { meetings, thesaurus }: SearchContent,
  records: readonly SearchRecord[],
): VocabularyFile {
  return {
    words: wordsOfRecords(records),
    stopWords: thesaurus.stopWords.flat(),
    factWords: thesaurus.factKeywords.flat(),
    unrelatedWords: thesaurus.unrelated,
    meetingCount: meetings.length,
    wordCount: meetings.reduce((sum, { wordCount }) => sum + wordCount, 0),
  };
}

function wordsOfRecords(records: readonly SearchRecord[]): string[] {
  const names = new Map<string, boolean>();
  for (const { content, meta } of records)
    for (const text of [content, meta.title ?? '', meta.names ?? '', meta.related ?? ''])
      for (const { word, written } of tokenize(text))
        // What is also written in lower case is no name.
        if (word.length > 1) names.set(word, (names.get(word) ?? true) && /^\p{Lu}/u.test(written));
  return [...names.keys()]
    .sort()
    .map((word) => (names.get(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word));
}

/** The stems of English words and names that look like a typo of a word and are none: "Nigeria" is not "Algeria". */
export function createEnglishStems({ words }: VocabularyFile): string[] {
  const known = words.map((word) => word.toLowerCase());
  const stems = new Set(known.map(stem));
  const near = new Set(known.flatMap((word) => formsOf(word)));
  const lines = Buffer.from(dictionary.dic).toString().toLowerCase().split('\n');
  const english = lines.flatMap((line) => line.split('/')[0] ?? []);
  const similar = english.filter((word) => formsOf(word).some((form) => near.has(form)));
  return [...new Set(similar.map(stem))].filter((word) => word.length > 3 && !stems.has(word));
}

/** A word without up to two of its letters: two words that share such a form are at most two typos apart. */
function formsOf(word: string, letters = word.length < 6 ? 1 : 2, from = 0): string[] {
  const forms = [word];
  for (let at = from; letters > 0 && at < word.length; at += 1)
    forms.push(...formsOf(word.slice(0, at) + word.slice(at + 1), letters - 1, at));
  return forms;
}
