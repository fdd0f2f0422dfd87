/** Searches the index, and relaxes the query step by step where no text has all of its words. */
import { type Pagefind, type PagefindFilters, type PagefindResult, everyRecord } from './pagefind.ts';
import { parseQuery } from './parse-query.ts';
import { type Reading, isName, readTerms } from './read-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The loaded index. */
export interface SearchIndex {
  pagefind: Pagefind;
  vocabulary: Vocabulary;
}

export interface SearchOptions {
  /** A value for each filter that is set. */
  filters?: Readonly<Record<string, string>>;
  /** Newest meetings first. */
  isByDate?: boolean;
}

export interface SearchResponse {
  /** Introductions and agenda items, best first. */
  passages: PagefindResult[];
  people: PagefindResult[];
  topics: PagefindResult[];
  /** How many passages each value of a filter leaves; nothing where Pagefind counts others too. */
  filterCounts: PagefindFilters;
  /** How the words of the query were read. */
  readings: Reading[];
  /** Whether no passage has all words, so that those with most of them are shown. */
  isPartial: boolean;
  /** What is in quotation marks and nowhere word for word. */
  missingPhrases?: string[];
}

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
  { pagefind, vocabulary }: SearchIndex,
  typed: string,
  { filters = {}, isByDate = false }: SearchOptions = {},
): Promise<SearchResponse> {
  const { text, terms, phrases, item } = parseQuery(typed, vocabulary.stopWords);
  const meant = terms.filter(({ isStopWord }) => !isStopWord);
  const facts = terms.filter(({ word }) => vocabulary.factWords.has(word));
  // "Who" or "when" alone asks for a fact of the meeting; other stop words alone are looked for themselves.
  const asked = meant.length > 0 || item !== undefined ? meant : facts.length > 0 ? facts : terms;
  const readings = await readTerms(asked, vocabulary);
  const known = readings.filter(({ word }) => word !== undefined);
  const itemFilter = item === undefined ? {} : { item };
  const isFiltered = Object.keys({ ...filters, ...itemFilter }).length > 0;
  // If most words are unknown, there is no result, unless one is a name or the last word is known.
  const isMissing = readings.length > 2 * known.length && readings.at(-1)?.word === undefined;
  const hasAnswer = asked.length === 0 ? isFiltered : known.length > 0 && !(isMissing && !known.some(isName));
  if (!hasAnswer)
    return { passages: [], people: [], topics: [], filterCounts: {}, readings, isPartial: false };

  const isSorted = isByDate || known.length === 0;
  const find = async (text: string, kind?: string) => {
    const { results, filters: counts } = await pagefind.search(text, {
      filters: { ...filters, ...itemFilter, ...(kind && { kind }) },
      sort: isSorted ? { date: 'desc' } : {},
    });
    // Sorted results have their place as score.
    return { results: results.filter(({ score }) => score > 0 || isSorted), counts };
  };
  // Outside quotation marks, Pagefind takes a word as the beginning of others: "dire" as that of "director".
  const findExact = async (text: string, kind?: string) => (await find(`"${text}"`, kind)).results;
  const findWords = async (kind?: string): Promise<Match[]> =>
    Promise.all(
      known.map(async (reading) => {
        const { word = '', isBeginning } = reading;
        return {
          reading,
          results: isBeginning ? (await find(word, kind)).results : await findExact(word, kind),
        };
      }),
    );
  const matches = await findWords();
  if (!isFiltered && matches.every(({ results }) => results.length === 0))
    throw new Error('The index has none of its own words.');
  const quoted = await Promise.all(phrases.map(async (phrase) => findExact(phrase)));
  const phraseIds = quoted.filter(({ length }) => length > 0).map(idsOf);
  const wordIds = matches.map(({ results }) => idsOf(results));
  const findAll = async (kind: string) => {
    const { results, counts } = await find(known.map(({ word }) => word).join(' ') || everyRecord, kind);
    const whole = results.filter(({ id }) => [...wordIds, ...phraseIds].every((ids) => ids.has(id)));
    return { whole, filterCounts: whole.length < results.length ? {} : counts };
  };
  const [{ whole, filterCounts }, people, topics] = await Promise.all([
    findAll('Passage'),
    findAll('Person'),
    findAll('Topic'),
  ]);
  const isPartial = whole.length === 0;
  const most = isPartial ? withMostWords(await findWords('Passage')) : whole;
  let passages = most.filter(({ id }) => phraseIds.every((ids) => ids.has(id)));
  // What is there word for word comes before what has other names or other forms of the words.
  const asRead = known.reduce((sofar, { typed: own, word = '' }) => sofar.replace(own, word), text);
  const verbatim = asRead === '' ? [] : await findExact(asRead, 'Passage');
  passages = putFirst(
    passages,
    verbatim.filter(({ words }) => words.length > 0),
  );
  // "Who came with Kishida" asks about the meeting, which has other names for that; other words ask about something else.
  for (const { word } of known.every((one) => isName(one) || vocabulary.factWords.has(one.word ?? ''))
    ? facts
    : []) {
    const asFact = await findExact(word, 'Passage');
    passages = putFirst(
      passages,
      asFact.filter(({ words }) => words.length === 0),
    );
  }
  const isAll = readings.length === known.length;
  return {
    passages,
    // A name that has some of the words only is no answer.
    people: isAll ? people.whole : [],
    topics: isAll ? topics.whole : [],
    filterCounts: isPartial ? {} : filterCounts,
    readings,
    isPartial: isPartial && passages.length > 0,
    missingPhrases: phrases.filter((_, at) => quoted[at]?.length === 0),
  };
}

/** A word of the query, and the results that have it. */
interface Match {
  reading: Reading;
  results: PagefindResult[];
}

/** The results with the words that count for most together. */
function withMostWords(matches: readonly Match[]): PagefindResult[] {
  const candidates = new Map<string, { result: PagefindResult; weight: number }>();
  // Of equals, the one with a rarer word comes first.
  for (const { reading, results } of matches.toSorted((a, b) => a.results.length - b.results.length))
    for (const result of results) {
      const { weight } = candidates.get(result.id) ?? { weight: 0 };
      candidates.set(result.id, { result, weight: weight + (isName(reading) ? nameWeight : 1) });
    }
  const ordered = [...candidates.values()].sort((a, b) => b.weight - a.weight);
  const least = (ordered[0]?.weight ?? 0) * minWeightShare;
  return ordered.filter(({ weight }) => weight >= least).map(({ result }) => result);
}

function putFirst(results: readonly PagefindResult[], first: readonly PagefindResult[]): PagefindResult[] {
  const ids = idsOf(first);
  return results.toSorted((a, b) => Number(ids.has(b.id)) - Number(ids.has(a.id)));
}

function idsOf(results: readonly PagefindResult[]): ReadonlySet<string> {
  return new Set(results.map(({ id }) => id));
}
