/** What answers a query of which no text has all: slips put right, words passed over. */
import { type WordList, readQuery, vocabularyFrom } from './correct.ts';
import { type Answer, type Answers, type Wishes, list } from './engine.ts';
import { type Query, type Term, askedFor } from './query.ts';

/** A query, what came of it, and how to ask again. */
interface Unanswered {
  query: Query;
  first: Answers;
  /** The words that nothing has that was found. */
  unknown: readonly Term[];
  wishes: Wishes;
  questionWords: ReadonlySet<string>;
  answers: (query: Query) => Promise<Answers>;
  shown: (query: Query, answers: Answers) => Answer;
}

/** @throws where the index is not whole: Pagefind finds nothing, and says nothing, where a part of it is gone or broken */
export async function searchOtherwise({
  query,
  first,
  unknown,
  wishes: { asTyped = false, chosen = {} },
  questionWords,
  answers,
  shown,
}: Unanswered): Promise<Answer> {
  const words = vocabularyFrom(await list<WordList>('vocabulary'));
  const nothing = !first.known && Object.keys(chosen).length === 0;
  if (nothing && unknown.some(({ word }) => words.has(word))) throw new Error('The index is not whole.');
  const reading = readQuery(query, unknown, asTyped ? undefined : words, questionWords);
  const second: Query = { ...askedFor(reading.terms), phrases: reading.phrases };
  let last = second.terms.length > 0 ? await answers(second) : first;
  const apart = second.phrases.length > 0 && last.items.length === 0;
  if (apart) last = await answers({ ...second, phrases: [] });
  return {
    ...shown(second, last),
    corrected: reading.slip ? second.terms.map(({ typed }) => typed).join(' ') : undefined,
    missing: reading.missing,
    apart,
  };
}
