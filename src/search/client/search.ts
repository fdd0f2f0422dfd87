/** Searches the index, and relaxes the query step by step where no text has all of its words. */
import { type Pagefind, type PagefindFilters, type PagefindResult, everyRecord } from './pagefind.ts';
import { parseQuery } from './parse-query.ts';
import { type Reading, readTerms } from './read-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The loaded index. */
export interface SearchIndex {
  pagefind: Pagefind;
  vocabulary: Vocabulary;
  /** "Person" or "Topic" by the ids of such records; all other records are passages. */
  kinds: ReadonlyMap<string, string>;
  /** Loads what `readTerms` corrects typos with. */
  loadEnglishStems: () => Promise<ReadonlySet<string>>;
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
  /** How many passages each value of a filter leaves; nothing where Pagefind counts others too. */
  filterCounts: PagefindFilters;
  /** How the words of the query were read. */
  readings: Reading[];
  /** Whether no passage has all words, so that those with most of them are shown. */
  isPartial: boolean;
  /** What is in quotation marks and nowhere word for word. */
  missingPhrases?: string[];
}

/** A word or a phrase with the results that have it. */
interface Match {
  word: string;
  results: PagefindResult[];
}

/** A result, how many of the words it has, and what they count for together. */
interface Candidate {
  result: PagefindResult;
  found: number;
  weight: number;
}

const everyPassage = everyRecord('Passage');

/** Weights of names and of words of the texts; other words weigh 1. */
const [nameWeight, textWeight] = [1.5, 1.1];

/** If no passage has all words, a passage needs this share of the best weight. */
const minWeightShare = 0.6;

/**
 * Searches.
 *
 * @param typed what a reader typed; nothing where filters alone say what is wanted
 * @throws if the index can't be loaded
 */
export async function search(
  { pagefind, vocabulary, kinds, loadEnglishStems }: SearchIndex,
  typed: string,
  { filters = {}, isExact = false, isByDate = false }: SearchOptions = {},
): Promise<SearchResponse> {
  const { terms, phrases, item } = parseQuery(typed, vocabulary.stopWords);
  const asked = terms.filter(({ isStopWord }) => !isStopWord);
  const first = readTerms(asked, vocabulary);
  const isUnknown = !isExact && first.some(({ word }) => word === undefined);
  const readings = isUnknown ? readTerms(asked, vocabulary, await loadEnglishStems()) : first;
  const allFilters = {
    ...filters,
    ...(item === undefined ? {} : { item }),
    // A query of stop words alone, such as "who" or "when", is about the meeting itself.
    ...(terms.length > 0 && asked.length === 0 && item === undefined ? { section: 'Introduction' } : {}),
  };
  const isFiltered = Object.keys(allFilters).length > 0;
  const find = async (text: string): ReturnType<Pagefind['search']> => {
    const isSorted = isByDate || text === everyPassage;
    const sort = isSorted ? { date: 'desc' } : {};
    const { results, filters: counts } = await pagefind.search(text, { filters: allFilters, sort });
    // Sorted results have their place as score.
    return { results: results.filter(({ score }) => score > 0 || isSorted), filters: counts };
  };
  // Outside quotation marks, Pagefind takes a word as the beginning of others.
  const match = async (word: string, isBeginning = false): Promise<Match> => ({
    word,
    results: (await find(isBeginning ? word : `"${word}"`)).results,
  });
  const isPassage = ({ id }: PagefindResult): boolean => !kinds.has(id);
  const nothing = { passages: [], entries: [], filterCounts: {}, readings, isPartial: false };
  if (asked.length === 0) {
    const { results, filters: filterCounts } = isFiltered
      ? await find(everyPassage)
      : { results: [], filters: {} };
    return { ...nothing, passages: results.filter(isPassage), filterCounts };
  }

  const matches = await Promise.all(
    readings.flatMap(({ word, isBeginning }) => (word === undefined ? [] : match(word, isBeginning))),
  );
  const [frequent = ''] = vocabulary.words.keys();
  if (matches.every(({ results }) => results.length === 0) && !isFiltered)
    if ((await match(frequent)).results.length === 0) throw new Error('The index has none of its own words.');
  // If most words are unknown, there is no result, unless one is a name or the last word is known.
  const isMissing = readings.length > 2 * matches.length && readings.at(-1)?.word === undefined;
  if (isMissing && !matches.some(({ word }) => vocabulary.isName(word))) return nothing;

  const candidates = new Map<string, Candidate>();
  for (const { word, results } of matches)
    for (const result of results) {
      const { found, weight } = candidates.get(result.id) ?? { found: 0, weight: 0 };
      const own = (vocabulary.isName(word) ? nameWeight : 1) * (result.words.length > 0 ? textWeight : 1);
      candidates.set(result.id, { result, found: found + 1, weight: weight + own });
    }
  const quoted = await Promise.all(phrases.map(async (phrase) => match(phrase)));
  for (const { results } of quoted.filter((one) => one.results.length > 0)) {
    const ids = new Set(results.map(({ id }) => id));
    for (const id of candidates.keys()) if (!ids.has(id)) candidates.delete(id);
  }
  // "Who came with Kishida" asks about the meeting, which has other names for that; other words ask about something else.
  for (const { word } of matches.every((one) => vocabulary.isName(one.word)) ? terms : [])
    for (const { id, words } of vocabulary.factWords.has(word) ? (await match(word)).results : []) {
      const candidate = candidates.get(id);
      if (candidate && words.length === 0) candidate.weight += 1;
    }

  const ranked = await find(matches.map(({ word }) => word).join(' '));
  const ranks = new Map(ranked.results.map(({ id }, rank) => [id, rank]));
  const rank = ({ result }: Candidate): number => ranks.get(result.id) ?? ranks.size;
  const ordered = [...candidates.values()].sort(
    (a, b) => (isByDate ? 0 : b.weight - a.weight) || rank(a) - rank(b),
  );
  const hasAllWords = ({ found }: Candidate): boolean => found === matches.length;
  const all = ordered.filter(({ result }) => isPassage(result));
  const isPartial = all.length > 0 && !all.some(hasAllWords);
  const most = all.reduce((best, { weight }) => Math.max(best, weight), 0);
  const passages = all.filter((one) => (isPartial ? one.weight >= most * minWeightShare : hasAllWords(one)));
  // A name that has some of the words only is no answer.
  const isComplete = readings.every(({ word }) => word !== undefined);
  const entries = ordered
    .filter((one) => isComplete && !isPassage(one.result) && hasAllWords(one))
    .sort((a, b) => rank(a) - rank(b));
  const isCounted = ranked.results.filter(isPassage).length === passages.length;
  return {
    passages: passages.map(({ result }) => result),
    entries: entries.map(({ result }) => result),
    filterCounts: isCounted ? ranked.filters : {},
    readings,
    isPartial,
    missingPhrases: quoted.flatMap(({ word, results }) => (results.length === 0 ? word : [])),
  };
}
