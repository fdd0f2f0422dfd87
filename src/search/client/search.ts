/** Searches the index, and relaxes the query step by step where no text has all of its words. */
import { type Pagefind, type PagefindFilters, type PagefindResult, everyRecord } from './pagefind.ts';
import { parseQuery } from './parse-query.ts';
import { type Reading, isName, readTerms, shortWord } from './read-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The loaded index. */
export interface SearchIndex {
  pagefind: Pagefind;
  vocabulary: Vocabulary;
  /** "Person" or "Topic" by the ids of such records; all other records are passages. */
  kinds: ReadonlyMap<string, string>;
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

const everyPassage = everyRecord('Passage');

/** What a name counts for, if no passage has all words; another word counts for 1. */
const nameWeight = 1.5;

/** The share of the best weight that a passage then needs. */
const minWeightShare = 0.6;

/**
 * Searches.
 *
 * @param typed what a reader typed; nothing where filters alone say what is wanted
 * @throws if the index can't be loaded
 */
export async function search(
  { pagefind, vocabulary, kinds }: SearchIndex,
  typed: string,
  { filters = {}, isExact = false, isByDate = false }: SearchOptions = {},
): Promise<SearchResponse> {
  const { terms, phrases, item } = parseQuery(typed, vocabulary.stopWords);
  const meant = terms.filter(({ isStopWord }) => !isStopWord);
  // "Who" or "when" alone is about the meeting itself; other stop words alone are looked for themselves.
  const isVague = terms.length > 0 && meant.length === 0 && item === undefined;
  const isFact = isVague && terms.some(({ word }) => vocabulary.factWords.has(word));
  const asked = isVague && !isFact ? terms : meant;
  const readings = await readTerms(asked, vocabulary, isExact);
  const known = readings.filter(({ word }) => word !== undefined);
  const allFilters = {
    ...filters,
    ...(item === undefined ? {} : { item }),
    ...(isFact ? { section: 'Introduction' } : {}),
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
  const findExact = async (text: string): Promise<PagefindResult[]> => (await find(`"${text}"`)).results;
  const findWord = async ({ word = '', isBeginning }: Reading): Promise<PagefindResult[]> =>
    isBeginning ? (await find(word)).results : findExact(word);
  const isPassage = ({ id }: PagefindResult): boolean => !kinds.has(id);
  // If most words are unknown, there is no result, unless one is a name or the last word is known.
  const isMissing = readings.length > 2 * known.length && readings.at(-1)?.word === undefined;
  const hasAnswer = asked.length === 0 ? isFiltered : known.length > 0 && !(isMissing && !known.some(isName));
  if (!hasAnswer) return { passages: [], entries: [], filterCounts: {}, readings, isPartial: false };

  const found = await find(known.map(({ word }) => word).join(' ') || everyPassage);
  const quoted = await Promise.all(phrases.map(findExact));
  const phraseIds = quoted.filter(({ length }) => length > 0).map(idsOf);
  const hasPhrases = ({ id }: PagefindResult): boolean => phraseIds.every((ids) => ids.has(id));
  // A word alone, or a short one, is looked for again, without what only begins with it: "dire" is not "director".
  const isBroad = (one: Reading): boolean =>
    known.length === 1 || (!isName(one) && (one.word ?? '').length <= shortWord);
  const exact = (await Promise.all(known.filter(isBroad).map(findWord))).map(idsOf);
  const results = found.results.filter((one) => hasPhrases(one) && exact.every((ids) => ids.has(one.id)));
  let passages = results.filter(isPassage);
  const isRelaxed = passages.length === 0;
  if (isRelaxed) {
    const matches = await Promise.all(
      known.map(async (reading) => ({ reading, results: await findWord(reading) })),
    );
    if (!isFiltered && matches.every((match) => match.results.length === 0))
      throw new Error('The index has none of its own words.');
    passages = withMostWords(matches, (result) => isPassage(result) && hasPhrases(result));
  }
  // "Who came with Kishida" asks about the meeting, which has other names for that; other words ask about something else.
  for (const { word } of known.every(isName) ? terms : [])
    if (vocabulary.factWords.has(word)) {
      const facts = idsOf((await findExact(word)).filter(({ words }) => words.length === 0));
      passages = passages.toSorted((a, b) => Number(facts.has(b.id)) - Number(facts.has(a.id)));
    }
  return {
    passages,
    // A name that has some of the words only is no answer.
    entries: readings.length === known.length ? results.filter((result) => !isPassage(result)) : [],
    filterCounts: isRelaxed || found.results.length > results.length ? {} : found.filters,
    readings,
    isPartial: isRelaxed && passages.length > 0,
    missingPhrases: phrases.filter((_, at) => quoted[at]?.length === 0),
  };
}

/** A word of the query, and the results that have it. */
interface Match {
  reading: Reading;
  results: PagefindResult[];
}

/** The results with the words that count for most together. */
function withMostWords(
  matches: readonly Match[],
  isWanted: (result: PagefindResult) => boolean,
): PagefindResult[] {
  const candidates = new Map<string, { result: PagefindResult; weight: number }>();
  // Of equals, the one with a rarer word comes first.
  for (const { reading, results } of matches.toSorted((a, b) => a.results.length - b.results.length))
    for (const result of results.filter(isWanted)) {
      const { weight } = candidates.get(result.id) ?? { weight: 0 };
      candidates.set(result.id, { result, weight: weight + (isName(reading) ? nameWeight : 1) });
    }
  const ordered = [...candidates.values()].sort((a, b) => b.weight - a.weight);
  const least = (ordered[0]?.weight ?? 0) * minWeightShare;
  return ordered.filter(({ weight }) => weight >= least).map(({ result }) => result);
}

function idsOf(results: readonly PagefindResult[]): ReadonlySet<string> {
  return new Set(results.map(({ id }) => id));
}
