/** Asks Pagefind for passages, and makes of its answers what a reader is shown: one hit an agenda item. */
import { type Contents, unpackContents } from './contents.ts';
import { excerptOf } from './excerpt.ts';
import type { Chosen, Filter, Values } from './filters.ts';
import { type Place, worthTogether } from './near.ts';
import { ownAddress } from './own-address.ts';
import { type PagefindData, type PagefindResult, startedPagefind } from './pagefind.ts';
import { type Query, type Term, parseQuery } from './query.ts';
import { partPassages } from './passage.ts';
import { type Candidate, type Ranked, hasTerm, rank, weightOf } from './rank.ts';

/** An agenda item or introduction that answers a query; or a person or a term. */
export interface Hit {
  /** The address of the best passage, and the words to mark there. */
  address: string;
  words: string[];
  /** Number and title: `1(2) Security`. */
  title: string;
  /** Meeting, day and section; what an entry is. */
  where: string;
  /** By turns what is not marked and what is. */
  passage: string[];
  /** The other passages of the item that match. */
  others: { address: string; paragraph: string }[];
  /** What each of the passages that match can be asked for. */
  values: Values[];
}

/** What answers a query. */
export interface Answer {
  /** The texts that do, best first. */
  hits: Hit[];
  /** People and terms that do. */
  entries: Hit[];
  /** What was searched for instead of what was typed, where a slip was put right. */
  corrected?: string | undefined;
  /** Words that no text has, and that were passed over. */
  missing?: string[];
  /** Whether no text has all the words, so that those with most of them are shown. */
  some: boolean;
  /** Whether no text has what stood in quotation marks, so that its words are looked for by themselves. */
  apart?: boolean;
  /** Whether everything that Pagefind found was looked at, and not only what is most likely to answer. */
  whole: boolean;
}

/** How a reader wants it. */
export interface Wishes {
  /** Slips are left as they are. */
  asTyped?: boolean;
  chosen?: Chosen;
  /** Newest meetings first, instead of the best answers. */
  newest?: boolean;
}

/**
 * How many records are fetched beside the best for each word, and where filters leave only some passages of each; how many
 * are kept.
 */
const [fetched, fetchedForFilters, mostKept] = [3, 8, 200];

/** How much of the best answer's words another must have, where none has all. */
const enough = 0.6;

/**
 * Searches the record.
 *
 * @param typed what a reader typed; nothing, where filters alone say what is wanted
 * @throws where Pagefind does not start, or its index can't be loaded
 */
export async function search(typed: string, wishes: Wishes): Promise<Answer> {
  const { questionWords } = await startedPagefind;
  const query = parseQuery(typed, questionWords);
  const found = await answers(query, wishes);
  if (missingIn(query, found).length === 0 && (found.items.length > 0 || query.phrases.length === 0))
    return shown(query, found, wishes);
  const { searchOtherwise } = await import('./otherwise.ts');
  return searchOtherwise(query, found, wishes);
}

/** The words of a query that nothing has that was found. */
export function missingIn({ terms }: Query, { items, entries }: Answers): Term[] {
  return terms.filter((term) => !term.asks && ![...items, ...entries].some((found) => found.terms.has(term)));
}

/** What has the words of a query, best first. */
export interface Answers {
  items: Ranked[];
  entries: Ranked[];
  /** Whether the index has any of the words, whatever came of it. */
  known: boolean;
  /** Whether all records that Pagefind found were fetched. */
  whole: boolean;
}

/** What has the words of a query, best first. */
export async function answers(query: Query, wishes: Wishes): Promise<Answers> {
  const { pagefind } = await startedPagefind;
  const { chosen = {}, newest } = wishes;
  const options = { filters: chosen, ...(newest ? { sort: { date: 'desc' } as const } : {}) };
  const asked = query.terms.filter(({ asks }) => !asks);
  if (asked.length === 0) {
    const { results } = await pagefind.search(null, options);
    const records = await fetchRecords(results.slice(0, fetchedForFilters));
    return ranked(records, query, new Map(), wishes, {
      known: true,
      whole: results.length <= fetchedForFilters,
    });
  }
  const found = await Promise.all(
    asked.map(async (term) => ({ term, results: (await pagefind.search(term.word, options)).results })),
  );
  const likely = new Map<string, Likely>();
  for (const { term, results } of found) {
    const weight = weightOf(term, results.length);
    const best = Math.max(...results.map(({ score }) => score), 1e-9);
    for (const result of results) {
      const one = likely.get(result.id) ?? { result, sum: 0, places: [] };
      one.sum += 0.3 * weight * (result.score / best);
      one.places.push(...result.words.map((at) => ({ at, term, weight })));
      likely.set(result.id, one);
    }
  }
  for (const phrase of query.phrases)
    for (const { id } of (await pagefind.search(`"${phrase.join(' ')}"`, options)).results)
      (likely.get(id) ?? { sum: 0 }).sum += asked.length;
  const most = Object.keys(chosen).length > 0 ? fetchedForFilters : fetched;
  for (const one of likely.values()) one.sum += worthTogether(one.places);
  const wanted = [...likely.values()].sort((a, b) => b.sum - a.sum).slice(0, most);
  const alone = found.flatMap(({ results }) => results.slice(0, 1));
  const fetching = new Map([...wanted.map(({ result }) => result), ...alone].map((one) => [one.id, one]));
  const records = await fetchRecords([...fetching.values()]);
  const weights = new Map(query.terms.map((term) => [term, weightOf(term, 0)]));
  for (const { term, results } of found) {
    // How many passages have a term is known of what was fetched; the others that Pagefind found will be like it.
    const own = results.filter(({ id }) => fetching.has(id)).length;
    const passages = records
      .flatMap(({ passages: all }) => all)
      .filter((passage) => hasTerm(term, passage)).length;
    weights.set(term, weightOf(term, (passages * results.length) / Math.max(1, own)));
  }
  return ranked(records, query, weights, wishes, {
    known: likely.size > 0,
    whole: fetching.size === likely.size,
  });
}

/** A record that may answer, before it is fetched: what Pagefind thinks of it, and where the words stand in its text. */
interface Likely {
  result: PagefindResult;
  sum: number;
  places: Place[];
}

/** Passages of records, ranked: people and terms by themselves. */
function ranked(
  records: readonly FetchedRecord[],
  query: Query,
  weights: ReadonlyMap<Term, number>,
  { chosen = {}, newest }: Wishes,
  found: Pick<Answers, 'known' | 'whole'>,
): Answers {
  const passagesOf = (entries: boolean): Candidate[] =>
    records
      .filter(({ kind }) => (kind === 'entries') === entries)
      .flatMap(({ passages }) => passages.filter((passage) => isChosen(passage, chosen)));
  const items = rank(passagesOf(false), query, weights);
  const entries = rank(passagesOf(true), query, weights);
  return {
    items: newest ? items.sort((a, b) => dateOf(b).localeCompare(dateOf(a))) : items,
    entries,
    ...found,
  };
}

interface FetchedRecord extends Pick<Contents, 'kind'> {
  passages: Candidate[];
}

/** Records that were fetched, by their ids: Pagefind keeps them too, but makes excerpts of them each time. */
const fetchedBefore = new Map<string, FetchedRecord>();

/** Fetches records; one that can't be read has no passages. */
async function fetchRecords(results: readonly PagefindResult[]): Promise<FetchedRecord[]> {
  if (fetchedBefore.size > mostKept) fetchedBefore.clear();
  return Promise.all(
    results.map(async (result) => {
      const record = fetchedBefore.get(result.id) ?? recordOf(await result.data());
      fetchedBefore.set(result.id, record);
      return record;
    }),
  );
}

/** Whether a passage has what was chosen. */
function isChosen({ values }: Candidate, chosen: Chosen): boolean {
  return Object.entries(chosen).every(([filter, value]) => values[filter as Filter]?.includes(value));
}

function dateOf({ passages }: Ranked): string {
  return passages[0]?.candidate.date ?? '';
}

/** The passages of a record as Pagefind handed it back. */
function recordOf({ url, raw_content }: PagefindData): FetchedRecord {
  const { address, kind, date, pages } = unpackContents(url);
  const texts = partPassages(raw_content);
  const passages = pages.flatMap(({ passages: own, ...page }) => own.map((known) => ({ ...page, ...known })));
  return {
    kind,
    passages: passages.map(({ path, title, where, id, ...has }, at) => ({
      address: ownAddress(`${address}${path}${id && '#'}${id}`),
      title,
      item: kind === 'meeting' && path !== '',
      packed: texts[at] ?? '',
      where,
      date,
      values: { year: [date.slice(0, 4)], meeting: where.slice(0, 1), section: where.slice(1), ...has },
    })),
  };
}

/** Only those that have all words; where none has, those that have most. */
export function shown(query: Query, { items, entries, whole }: Answers, { chosen = {} }: Wishes): Answer {
  const wanted = query.terms.filter(({ asks }) => !asks).length;
  const most = Math.max(0, ...items.map(({ terms }) => terms.size));
  const best = Math.max(0, ...items.map(({ worth }) => worth));
  // Rare words tell more than many frequent ones, so it is what they are worth that counts.
  const answers = ({ terms, worth }: Ranked): boolean =>
    query.onlyAsks || (most === wanted ? terms.size === wanted : worth >= best * enough);
  const all = wanted === 0 && Object.keys(chosen).length > 0;
  return {
    hits: items.filter((item) => all || (most > 0 && answers(item))).flatMap(hitOf),
    // A name that shares no more than a word with a question is no answer to it.
    entries: entries
      .filter(({ terms }) => terms.size > 0 && (terms.size === wanted || terms.size > most))
      .flatMap(hitOf),
    some: most > 0 && most < wanted,
    whole,
  };
}

function hitOf({ passages }: Ranked): Hit | [] {
  const [best, ...rest] = passages;
  if (!best) return [];
  const { candidate, text, spans, score } = best;
  return {
    address: candidate.address,
    words: [...new Set(spans.map(({ start, end }) => text.slice(start, end)))],
    title: candidate.title,
    where: candidate.where.join(' / '),
    passage: excerptOf(text, spans),
    others: rest
      .filter((other) => other.score >= score / 2)
      .map(({ candidate: { address } }) => ({ address, paragraph: address.split('#p')[1] ?? '' })),
    values: passages.map(({ candidate: { values } }) => values),
  };
}
