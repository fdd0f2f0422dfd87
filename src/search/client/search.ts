/** Searches the index, and relaxes the query step by step where no text has all of its words. */
import { wordsOf } from '../tokenize.ts';
import type { Pagefind, PagefindFilters, PagefindResult } from './pagefind.ts';
import { parseQuery } from './parse-query.ts';
import { type Reading, readTerms } from './read-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

export type EntryKind = 'Person' | 'Topic';

/** The loaded index. */
export interface SearchIndex {
  pagefind: Pagefind;
  vocabulary: Vocabulary;
  /** People and topics, by the ids of their records; all other records are passages. */
  kinds: ReadonlyMap<string, EntryKind>;
  /** Loads the stems of English words that are no typo, although they look like one. */
  loadEnglishWords: () => Promise<ReadonlySet<string>>;
}

export interface SearchOptions {
  /** A value for each filter that is set. */
  filters?: Readonly<Record<string, string>>;
  /** Leaves typos as they are. */
  isExact?: boolean;
  /** Newest meetings first. */
  isByDate?: boolean;
}

export interface SearchResponse {
  /** Introductions and agenda items, best first. */
  passages: PagefindResult[];
  /** People and topics, best first. */
  entries: PagefindResult[];
  /** How many results each value of a filter leaves. */
  filterCounts: PagefindFilters;
  /** How the words of the query were read. */
  readings: Reading[];
  /** Whether no passage has all words, so that those with most of them are shown. */
  isPartial: boolean;
}

/** A word with the results that have it, by their ids. */
interface Match {
  word: string;
  results: ReadonlyMap<string, PagefindResult>;
}

/** The share of the best weight that a passage needs where none has all words; what a phrase adds; what the text is worth. */
const [enoughWeight, phraseWeight, textFactor] = [0.6, 2, 1.1];

/**
 * Searches.
 *
 * @param typed what a reader typed; nothing where filters alone say what is wanted
 * @throws if the index can't be loaded
 */
export async function search(
  { pagefind, vocabulary, kinds, loadEnglishWords }: SearchIndex,
  typed: string,
  { filters = {}, isExact = false, isByDate = false }: SearchOptions = {},
): Promise<SearchResponse> {
  const { terms, phrases, item } = parseQuery(typed, vocabulary.stopWords);
  const asked = terms.filter(({ isStopWord }) => !isStopWord);
  const readings = await readTerms(asked, vocabulary, isExact ? undefined : loadEnglishWords);
  const allFilters = {
    ...filters,
    ...(item === undefined ? {} : { item }),
    // Who asks only "who", "when" or "where" asks about the meeting itself.
    ...(terms.length > 0 && asked.length === 0 && item === undefined ? { section: 'Introduction' } : {}),
  };
  const isFiltered = Object.keys(allFilters).length > 0;
  const find: Pagefind['search'] = async (text) =>
    pagefind.search(text, { filters: allFilters, sort: isByDate || text === null ? { date: 'desc' } : {} });
  const nothing = { passages: [], entries: [], filterCounts: {}, readings, isPartial: false };
  if (asked.length === 0) {
    const { results, filters: filterCounts } = isFiltered ? await find(null) : { results: [], filters: {} };
    return { ...nothing, passages: results.filter(({ id }) => !kinds.has(id)), filterCounts };
  }

  const matches = await Promise.all(
    readings.flatMap(({ word, isBeginning }) =>
      word === undefined ? [] : findWord(word, isBeginning, find),
    ),
  );
  if (isMostlyMissing(readings, matches, vocabulary)) return nothing;
  const all = new Map(matches.flatMap(({ results }) => [...results]));
  if (matches.length > 0 && all.size === 0 && !isFiltered)
    throw new Error('The index has none of its own words.');

  // Rare words weigh more than frequent ones, names more than other words, and words of the text more than other names.
  const weights = new Map<string, number>();
  const add = (results: Iterable<PagefindResult>, weight: number): void => {
    for (const { id, words } of results)
      if (all.has(id)) weights.set(id, (weights.get(id) ?? 0) + weight * (words.length > 0 ? textFactor : 1));
  };
  let total = 0;
  for (const { word, results } of matches) {
    const rarity = Math.log(1 + vocabulary.recordCount / Math.max(1, results.size));
    const weight = rarity * (vocabulary.isName(word) ? 1.5 : 1);
    total += weight;
    add(results.values(), weight);
  }
  // Sums of the same weights in another order differ a little.
  total -= 1e-6;
  const words = matches.map(({ word }) => word);
  for (const phrase of phrases.length > 0 ? phrases : wordOrders(typed, words))
    add((await find(`"${phrase}"`)).results, phraseWeight);

  const byWeight = [...weights].sort(([, a], [, b]) => b - a);
  const [best, most] = byWeight.find(([id]) => !kinds.has(id)) ?? ['', 0];
  const bestWords = matches.filter(({ results }) => most === 0 || results.has(best)).map(({ word }) => word);
  const ranked = await find(bestWords.join(' '));
  const ranks = new Map(ranked.results.map(({ id }, rank) => [id, rank]));
  const byRank = (id: string, other: string): number =>
    (ranks.get(id) ?? Infinity) - (ranks.get(other) ?? Infinity) || 0;
  const passages = byWeight
    .filter(([id, weight]) => !kinds.has(id) && weight >= (most >= total ? total : most * enoughWeight))
    .sort(([a, left], [b, right]) => (isByDate ? 0 : right - left) || byRank(a, b));
  // A name that has some of the words only is no answer.
  const isComplete = readings.every(({ word }) => word !== undefined);
  const entries = byWeight
    .filter(([id, weight]) => kinds.has(id) && weight >= total && isComplete)
    .sort(([a], [b]) => byRank(a, b));
  return {
    passages: passages.flatMap(([id]) => all.get(id) ?? []),
    entries: entries.flatMap(([id]) => all.get(id) ?? []),
    filterCounts: ranked.filters,
    readings,
    isPartial: most > 0 && most < total,
  };
}

/** In quotation marks, a word is not the beginning of another. */
async function findWord(
  word: string,
  isBeginning: boolean | undefined,
  find: Pagefind['search'],
): Promise<Match> {
  const { results } = await find(isBeginning ? word : `"${word}"`);
  return { word, results: new Map(results.map((result) => [result.id, result])) };
}

/** Whether what the index has of a query is no answer: fewer than half of its words, and no name that few texts have. */
function isMostlyMissing(
  readings: readonly Reading[],
  matches: readonly Match[],
  vocabulary: Vocabulary,
): boolean {
  const missing = readings.filter(({ typed, word }) => word === undefined && /\D{2}/u.test(typed));
  const few = vocabulary.recordCount / 4;
  return (
    missing.length > matches.length &&
    !matches.some(({ word, results }) => vocabulary.isName(word) && results.size < few)
  );
}

/** The words of a query as one phrase: as typed, and two of them in the other order ("Kishida Fumio"). */
function wordOrders(typed: string, words: readonly string[]): string[] {
  if (words.length < 2) return [];
  return [wordsOf(typed).join(' '), ...(words.length === 2 ? [words.toReversed().join(' ')] : [])];
}
