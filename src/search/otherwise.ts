/** What answers a query of which no text has all: words of a phrase by themselves, slips put right, words passed over. */
import { type Vocabulary, type WordList, readQuery, vocabularyFrom } from './correct.ts';
import { type Answer, type Answers, type Wishes, answers, missingIn, shown } from './engine.ts';
import { loadList } from './list.ts';
import { startedPagefind } from './pagefind.ts';
import { type Query, askedFor } from './query.ts';

/** All words of the record, once they were needed. */
let vocabulary: Vocabulary | undefined;

/**
 * @param found what has the words of the query
 * @throws where the index is not whole: Pagefind finds nothing, and says nothing, where a part of it is gone or broken
 */
export async function searchOtherwise(query: Query, found: Answers, wishes: Wishes): Promise<Answer> {
  // Without a phrase that no text has, each word may be found.
  const loose: Query = { ...query, phrases: [] };
  const first = query.phrases.length > 0 ? await answers(loose, wishes) : found;
  const unknown = missingIn(query, first);
  if (unknown.length === 0) return { ...shown(loose, first, wishes), apart: true };

  const { asTyped = false, chosen = {} } = wishes;
  const words = (vocabulary ??= vocabularyFrom(await loadList<WordList>('vocabulary')));
  const nothing = !first.known && Object.keys(chosen).length === 0;
  if (nothing && unknown.some(({ word }) => words.has(word))) throw new Error('The index is not whole.');
  const { questionWords } = await startedPagefind;
  const reading = readQuery(query, unknown, asTyped ? undefined : words, questionWords);
  const second: Query = { ...askedFor(reading.terms), phrases: reading.phrases };
  let last = second.terms.length > 0 ? await answers(second, wishes) : first;
  const apart = second.phrases.length > 0 && last.items.length === 0;
  if (apart) last = await answers({ ...second, phrases: [] }, wishes);
  return {
    ...shown(second, last, wishes),
    corrected: reading.slip ? second.terms.map(({ typed }) => typed).join(' ') : undefined,
    missing: reading.missing,
    apart,
  };
}
