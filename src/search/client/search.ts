/** Searches the index, and relaxes the query step by step where no text has all of its words. */
import {
  type Pagefind,
  type PagefindFilters,
  type PagefindResponse,
  type PagefindResult,
  everyRecord,
} from './pagefind.ts';
import { parseQuery } from './parse-query.ts';
import { type KnownReading, type Reading, isKnown, isName, readTerms, shortWord } from './read-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface SearchIndex {
  pagefind: Pagefind;
  vocabulary: Vocabulary;
  /** "Person" or "Topic" by the ids of such records; all other records are passages. */
  kinds: ReadonlyMap<string, string>;
}

interface SearchResponse {
  /** Introductions and agenda items, best first. */
  passages: PagefindResult[];
  people: PagefindResult[];
  topics: PagefindResult[];
  /** How many passages each value of a filter would leave; nothing where that is not known. */
  filterCounts: PagefindFilters;
  /** How the words of the query were read. */
  readings: Reading[];
  /** Whether no passage has all words, so that those with most of them are shown. */
  isPartial: boolean;
  /** What is in quotation marks and nowhere word for word. */
  missingPhrases: string[];
}

const noResults = {
  passages: [],
  people: [],
  topics: [],
  filterCounts: {},
  isPartial: false,
  missingPhrases: [],
};

/** If no passage has all words, a name counts for more than another word, and a rare word for more than a frequent one. */
const nameWeight = 1.5;

/** The share of the best weight that a passage then needs. */
const minWeightShare = 0.6;

/**
 * Searches.
 *
 * @param typed what a reader typed; nothing where filters alone say what is wanted
 * @param chosen a value for each filter that is set
 * @throws if the index can't be loaded
 */
export async function search(
  { pagefind, vocabulary, kinds }: SearchIndex,
  typed: string,
  chosen: Readonly<Record<string, string>> = {},
): Promise<SearchResponse> {
  const { text, terms, phrases, item } = parseQuery(typed, vocabulary.stopWords);
  const contentTerms = terms.filter(({ isStopWord }) => !isStopWord);
  const facts = terms.filter(({ word }) => vocabulary.factWords.has(word));
  // "Who" or "when" alone asks for a fact of the meeting; other stop words alone are looked for themselves.
  const otherTerms = facts.length > 0 ? facts : terms;
  const searched = contentTerms.length > 0 || item !== undefined ? contentTerms : otherTerms;
  const readings = await readTerms(searched, vocabulary);
  const known = readings.filter(isKnown);
  const filters = item === undefined ? chosen : { ...chosen, item };
  const isFiltered = Object.keys(filters).length > 0;
  // If most words are unknown, there is no result, unless one is a name or the last word is known.
  const isMissing = readings.length > 2 * known.length && readings.at(-1)?.word === undefined;
  const hasAnswer = known.length > 0 && !(isMissing && !known.some(isName));
  if (searched.length === 0 ? !isFiltered : !hasAnswer) return { ...noResults, readings };

  const sort = known.length === 0 ? { date: 'desc' } : {};
  const find = async (words: string): Promise<PagefindResponse> => pagefind.search(words, { filters, sort });
  // Outside quotation marks, Pagefind takes a word as the beginning of others.
  const findExact = async (words: string): Promise<PagefindResponse> => find(`"${words}"`);
  const findWord = async ({ word, isPrefix }: KnownReading): Promise<PagefindResponse> =>
    isPrefix ? find(word) : findExact(word);
  const isPassage = ({ id }: PagefindResult): boolean => !kinds.has(id);

  const all = await find(known.map(({ word }) => word).join(' ') || everyRecord('Passage'));
  const quoted = await Promise.all(phrases.map(findExact));
  // A word alone, or a short one, is looked for again, without what only begins with it: "dire" is not "director".
  const isBroad = (reading: KnownReading): boolean =>
    known.length === 1 || (!isName(reading) && reading.word.length <= shortWord);
  const exact = await Promise.all(known.filter(isBroad).map(findWord));
  const phraseIds = quoted.map(({ results }) => idsOf(results)).filter(({ size }) => size > 0);
  const hasPhrases = ({ id }: PagefindResult): boolean => phraseIds.every((ids) => ids.has(id));
  const exactIds = exact.map(({ results }) => idsOf(results));
  const isExact = ({ id }: PagefindResult): boolean => exactIds.every((ids) => ids.has(id));
  const found = all.results.filter((result) => hasPhrases(result) && isExact(result));
  let passages = found.filter(isPassage);
  const isRelaxed = passages.length === 0;
  if (isRelaxed) {
    const byWord = await Promise.all(known.map(findWord));
    if (!isFiltered && byWord.every((response) => response.results.length === 0))
      throw new Error('The index has none of its own words.');
    const matches = byWord.map(({ results }) =>
      results.filter((result) => isPassage(result) && hasPhrases(result)),
    );
    passages = withMostWords(known, matches);
  }
  // Passages with the words as typed come before those with other names or forms of them.
  const asRead = known.reduce((query, reading) => query.replace(reading.typed, reading.word), text);
  passages = putFirst(passages, (await findExact(asRead)).results.filter(isInText));
  // "Who came with Kishida" asks about the meeting, which has other names for that; with other words, about something else.
  if (known.every((reading) => isName(reading) || vocabulary.factWords.has(reading.word)))
    for (const { word } of facts) {
      const { results } = await findExact(word);
      const named = results.filter((result) => !isInText(result));
      passages = putFirst(passages, named);
    }
  // Pagefind counts all results of a search, and not those of them that are left here.
  const counted = [all, ...exact].find((response) => response.results.length === found.length);
  // A name that has some of the words only is no answer.
  const entries = readings.length === known.length ? found : [];
  return {
    passages,
    people: entries.filter(({ id }) => kinds.get(id) === 'Person'),
    topics: entries.filter(({ id }) => kinds.get(id) === 'Topic'),
    filterCounts: counted && !isRelaxed ? countValues(counted, Object.keys(filters)) : {},
    readings,
    isPartial: isRelaxed && passages.length > 0,
    missingPhrases: phrases.filter((_, at) => quoted[at]?.results.length === 0),
  };
}

/** The results with the words that count for most together, each by its inverse document frequency. */
function withMostWords(readings: readonly Reading[], matches: readonly (readonly PagefindResult[])[]) {
  const found = new Map<string, { result: PagefindResult; weight: number }>();
  for (const [at, reading] of readings.entries())
    for (const result of matches[at] ?? []) {
      const weight = (isName(reading) ? nameWeight : 1) / Math.sqrt(matches[at]?.length ?? 1);
      found.set(result.id, { result, weight: weight + (found.get(result.id)?.weight ?? 0) });
    }
  const ordered = [...found.values()].sort((a, b) => b.weight - a.weight);
  const least = (ordered[0]?.weight ?? 0) * minWeightShare;
  return ordered.filter(({ weight }) => weight >= least).map(({ result }) => result);
}

/** How many results each value would leave. Of a filter next to another that is set, Pagefind does not tell. */
function countValues({ filters, totalFilters }: PagefindResponse, set: readonly string[]): PagefindFilters {
  const counts = { ...filters };
  for (const name of set) counts[name] = set.length === 1 ? (totalFilters[name] ?? {}) : {};
  return counts;
}

/** Whether the text itself matches, and not only its title or its other names. */
function isInText({ words }: PagefindResult): boolean {
  return words.length > 0;
}

function putFirst(results: readonly PagefindResult[], first: PagefindResult[]): PagefindResult[] {
  const ids = idsOf(first);
  return results.toSorted((a, b) => Number(ids.has(b.id)) - Number(ids.has(a.id)));
}

function idsOf(results: readonly PagefindResult[]): ReadonlySet<string> {
  return new Set(results.map(({ id }) => id));
}
