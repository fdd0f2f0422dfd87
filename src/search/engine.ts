/** Asks Pagefind for passages, and makes of its answers what a reader is shown: one hit an agenda item. */
import { type Contents, type KnownPassage, passageFilters, unpackContents } from './contents.ts';
import type { WordList } from './correct.ts';
import type { Chosen, Counts } from './filters.ts';
import { ownAddress } from './own-address.ts';
import { type Query, type Term, askedFor, parseQuery } from './query.ts';
import { partPassages } from './passage.ts';
import { type Candidate, type Ranked, type Span, mayAnswer, rank, weightOf } from './rank.ts';
import { type Startable, startPagefind } from './warm.ts';

/** What this project uses of Pagefind's browser module (https://pagefind.app/docs/api/). */
interface Pagefind extends Startable {
  filters(): Promise<Counts>;
  search(
    query: string | null,
    options: { filters: Chosen; sort?: { date: 'desc' } },
  ): Promise<{ results: PagefindResult[]; filters: Counts }>;
}
interface PagefindResult {
  id: string;
  score: number;
  data(): Promise<PagefindData>;
}
interface PagefindData {
  url: string;
  raw_content: string;
}

/** A piece of a passage: marked where it matched. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** An agenda item or introduction that answers a query; or a person or a term. */
export interface Hit {
  /** The address of the best passage, and the words to mark there. */
  address: string;
  words: string[];
  /** Number and title: `1(2) Security`. */
  title: string;
  /** Meeting, day and section; what an entry is. */
  where: string;
  passage: Piece[];
  /** The other passages of the item that match. */
  others: { address: string; paragraph: string }[];
}

/** What answers a query. */
export interface Answer {
  /** The texts that do, best first. */
  hits: Hit[];
  /** People and terms that do. */
  entries: Hit[];
  /** What was searched for instead of what was typed, where a slip was put right. */
  corrected: string | undefined;
  /** Words that no text has, and that were passed over. */
  missing: string[];
  /** Whether no text has all the words, so that those with most of them are shown. */
  some: boolean;
  /** Whether no text has what stood in quotation marks, so that its words are looked for by themselves. */
  apart: boolean;
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
 * How many records are fetched for all words together, and for each word; how many are kept; how many words of a passage
 * are shown.
 */
const [fetched, fetchedForWord, mostKept, passageWords] = [8, 2, 200, 44];

/** How much of the best answer's words another must have, where none has all. */
const enough = 0.6;

let loading: Promise<Pagefind> | undefined;
let failures = 0;

/** Starts to load what search needs. */
export function loadSearch(): Promise<Pagefind> {
  loading ??= start().catch((error: unknown) => {
    restartSearch();
    throw error;
  });
  return loading;
}

/** Makes the next attempt start anew, where the files that were loaded lead nowhere: another build has others. */
export function restartSearch(): void {
  loading = undefined;
  failures += 1;
}

async function start(): Promise<Pagefind> {
  // A browser may remember that a module failed, so another attempt asks for another address.
  return (await startPagefind(failures > 0 ? `?again=${String(failures)}` : '')) as Pagefind;
}

const lists = new Map<string, Promise<unknown>>();

/** A list that the build made for search; a failed load is tried anew the next time. */
export function list<Value>(name: string): Promise<Value> {
  const known = lists.get(name);
  if (known) return known as Promise<Value>;
  const loaded = fetch(`${import.meta.env.BASE_URL}search/${name}.json`).then((response) => {
    if (!response.ok) throw new Error(response.statusText);
    return response.json() as Promise<Value>;
  });
  lists.set(name, loaded);
  loaded.catch(() => lists.delete(name));
  return loaded;
}

/** Words that only ask, from the thesaurus. */
export async function loadQuestionWords(): Promise<ReadonlySet<string>> {
  return new Set(await list<string[]>('question-words'));
}

/**
 * Searches the record.
 *
 * @param typed what a reader typed; nothing, where filters alone say what is wanted
 * @throws where search can't be loaded
 */
export async function search(typed: string, wishes: Wishes = {}): Promise<Answer> {
  const [pagefind, questionWords] = await Promise.all([loadSearch(), loadQuestionWords()]);
  const query = parseQuery(typed, questionWords);
  const found = await answers(pagefind, query, wishes);
  if (missingIn(query, found).length === 0 && (found.items.length > 0 || query.phrases.length === 0))
    return shown(query, found, wishes);
  // Without a phrase that no text has, each word may be found.
  const loose: Query = { ...query, phrases: [] };
  const first = query.phrases.length > 0 ? await answers(pagefind, loose, wishes) : found;
  const unknown = missingIn(query, first);
  if (unknown.length === 0) return { ...shown(loose, first, wishes), apart: true };

  const [{ readQuery, vocabularyFrom }, listed] = await Promise.all([
    import('./correct.ts'),
    list<WordList>('vocabulary'),
  ]);
  const words = vocabularyFrom(listed);
  // Pagefind finds nothing, and says nothing, where a part of its index is gone or broken.
  const nothing = !first.known && Object.keys(wishes.chosen ?? {}).length === 0;
  if (nothing && unknown.some(({ word }) => words.has(word))) throw new Error('The index is not whole.');
  const reading = readQuery(query, unknown, wishes.asTyped ? undefined : words, questionWords);
  const second: Query = { ...askedFor(reading.terms), phrases: reading.phrases };
  let last = second.terms.length > 0 ? await answers(pagefind, second, wishes) : first;
  const apart = second.phrases.length > 0 && last.items.length === 0;
  if (apart) last = await answers(pagefind, { ...second, phrases: [] }, wishes);
  return {
    ...shown(second, last, wishes),
    corrected: reading.slip ? second.terms.map(({ typed: word }) => word).join(' ') : undefined,
    missing: reading.missing,
    apart,
  };
}

/** The words of a query that nothing has that was found. */
function missingIn({ terms }: Query, { items, entries }: Answers): Term[] {
  return terms.filter((term) => !term.asks && ![...items, ...entries].some((found) => found.terms.has(term)));
}

interface Answers {
  items: Ranked[];
  entries: Ranked[];
  /** Whether the index has any of the words, whatever came of it. */
  known: boolean;
}

/** What has the words of a query, best first. */
async function answers(pagefind: Pagefind, query: Query, wishes: Wishes): Promise<Answers> {
  const { chosen = {}, newest } = wishes;
  const options = { filters: chosen, ...(newest ? { sort: { date: 'desc' } as const } : {}) };
  const asked = query.terms.filter(({ asks }) => !asks);
  if (asked.length === 0) {
    if (Object.keys(chosen).length === 0) return { items: [], entries: [], known: true };
    const { results } = await pagefind.search(null, options);
    return ranked(await fetchRecords(results.slice(0, 2 * fetched)), query, new Map(), wishes, true);
  }
  const found = await Promise.all(
    asked.map(async (term) => ({ term, results: (await pagefind.search(term.word, options)).results })),
  );
  const sums = new Map<string, { result: PagefindResult; sum: number }>();
  const add = (result: PagefindResult, more: number): void => {
    sums.set(result.id, { result, sum: (sums.get(result.id)?.sum ?? 0) + more });
  };
  const wanted = new Map<string, PagefindResult>();
  for (const { term, results } of found) {
    const weight = weightOf(term, results.length);
    const best = Math.max(...results.map(({ score }) => score), 1e-9);
    results.forEach((result, index) => {
      if (index < fetchedForWord) wanted.set(result.id, result);
      add(result, weight * (1 + 0.3 * (result.score / best)));
    });
  }
  for (const phrase of query.phrases) {
    const { results } = await pagefind.search(`"${phrase.join(' ')}"`, options);
    for (const result of results) add(result, asked.length);
  }
  for (const { result } of [...sums.values()].sort((a, b) => b.sum - a.sum).slice(0, fetched))
    wanted.set(result.id, result);
  const records = await fetchRecords([...wanted.values()]);
  const weights = new Map(query.terms.map((term) => [term, weightOf(term, 0)]));
  for (const { term, results } of found) {
    // How many passages have a term is known of what was fetched; the others that Pagefind found will be like it.
    const own = results.filter(({ id }) => wanted.has(id)).length;
    const passages = records
      .flatMap(({ passages: all }) => all)
      .filter(({ title, packed }) => mayAnswer(term, packed) || mayAnswer(term, title)).length;
    weights.set(term, weightOf(term, (passages * results.length) / Math.max(1, own)));
  }
  const known = found.some(({ results }) => results.length > 0);
  return ranked(records, query, weights, wishes, known);
}

/** Passages of records, ranked: people and terms by themselves. */
async function ranked(
  records: readonly FetchedRecord[],
  query: Query,
  weights: ReadonlyMap<Term, number>,
  { chosen = {}, newest }: Wishes,
  known: boolean,
): Promise<Answers> {
  const passagesOf = (entries: boolean): Candidate[] =>
    records
      .filter(({ kind }) => (kind === 'entries') === entries)
      .flatMap(({ passages }) => passages.filter((passage) => isChosen(passage, chosen)));
  const items = await rank(passagesOf(false), query, weights);
  const entries = await rank(passagesOf(true), query, weights);
  return { items: newest ? items.sort((a, b) => dateOf(b).localeCompare(dateOf(a))) : items, entries, known };
}

/** A passage that Pagefind handed back within its record, with what it can be asked for. */
type Passage = Candidate & { has: KnownPassage };

interface FetchedRecord extends Pick<Contents, 'kind'> {
  passages: Passage[];
}

/** Records that were fetched, by their ids: Pagefind keeps them too, but makes excerpts of them each time. */
const fetchedBefore = new Map<string, FetchedRecord>();

/** Fetches records; one that can't be read is passed over. */
async function fetchRecords(results: readonly PagefindResult[]): Promise<FetchedRecord[]> {
  if (fetchedBefore.size > mostKept) fetchedBefore.clear();
  const records = await Promise.all(
    results.map(async (result) => {
      const record = fetchedBefore.get(result.id) ?? recordOf(await result.data());
      if (record) fetchedBefore.set(result.id, record);
      return record;
    }),
  );
  return records.filter((record) => record !== undefined);
}

/** Whether a passage has what was chosen of what a passage can have; the rest its record has. */
function isChosen(passage: Passage, chosen: Chosen): boolean {
  return passageFilters.every((filter) => {
    const value = chosen[filter];
    return !value || passage.has[filter]?.includes(value);
  });
}

function dateOf({ passages }: Ranked): string {
  return passages[0]?.candidate.date ?? '';
}

/** The passages of a record as Pagefind handed it back, if it can be read. */
function recordOf({ url, raw_content }: PagefindData): FetchedRecord | undefined {
  const known = unpackContents(url);
  if (!known) return undefined;
  const { address, contents } = known;
  const texts = partPassages(raw_content);
  const passages = contents.pages.flatMap(({ path, title, where, passages: own }) =>
    own.map((has) => ({ path, title, where, has })),
  );
  return {
    kind: contents.kind,
    passages: passages.map(({ path, title, where, has }, at) => ({
      address: ownAddress(`${address}${path}${has.id && '#'}${has.id}`),
      title,
      item: contents.kind === 'items',
      packed: texts[at] ?? '',
      where,
      date: contents.date,
      has,
    })),
  };
}

/** Only those that have all words; where none has, those that have most. */
function shown(query: Query, { items, entries }: Answers, { chosen = {} }: Wishes): Answer {
  const wanted = query.terms.filter(({ asks }) => !asks).length;
  const most = Math.max(0, ...items.map(({ terms }) => terms.size));
  const best = Math.max(0, ...items.map(({ worth }) => worth));
  // Rare words tell more than many frequent ones, so it is what they are worth that counts.
  const answers = ({ terms, worth }: Ranked): boolean =>
    query.onlyAsks || (most === wanted ? terms.size === wanted : worth > 0 && worth >= best * enough);
  const all = wanted === 0 && Object.keys(chosen).length > 0;
  return {
    hits: items.filter((item) => all || (most > 0 && answers(item))).flatMap(hitOf),
    // A name that shares no more than a word with a question is no answer to it.
    entries: entries
      .filter(({ terms }) => terms.size > 0 && (terms.size === wanted || terms.size > most))
      .flatMap(hitOf),
    corrected: undefined,
    missing: [],
    some: most > 0 && most < wanted,
    apart: false,
  };
}

function hitOf({ passages: [best, ...rest] }: Ranked): Hit | [] {
  if (!best) return [];
  const { candidate, text, spans, score } = best;
  return {
    address: candidate.address,
    words: [...new Set(spans.map(({ start, end }) => text.slice(start, end)))],
    title: candidate.title,
    where: candidate.where.join(' / '),
    passage: piecesOf(text, spans),
    others: rest
      .filter((other) => other.score >= score / 2)
      .map(({ candidate: { address } }) => ({ address, paragraph: address.split('#p')[1] ?? '' })),
  };
}

/** The part of a text that has the most of what was found, with that marked. */
function piecesOf(text: string, spans: readonly Span[]): Piece[] {
  const words = [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const wordAt = (place: number): number => words.findIndex(({ end }) => end > place);
  const first = spans.length > 0 ? wordAt(densest(spans).start) : 0;
  const from = Math.max(0, Math.min(first - 6, words.length - passageWords));
  const to = Math.min(words.length, from + passageWords);
  const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? text.length];
  const pieces: Piece[] = from > 0 ? [{ text: '… ', marked: false }] : [];
  let at = start;
  for (const span of spans.filter((one) => one.start >= start && one.end <= end)) {
    pieces.push({ text: text.slice(at, span.start), marked: false });
    pieces.push({ text: text.slice(span.start, span.end), marked: true });
    at = span.end;
  }
  pieces.push({ text: text.slice(at, end), marked: false });
  if (to < words.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}

/** The first of the spans that has the most others in what is shown behind it. */
function densest(spans: readonly Span[]): Span {
  const reach = 5 * passageWords;
  const near = ({ start }: Span): number =>
    spans.filter((other) => other.start >= start && other.start < start + reach).length;
  return spans.reduce((best, span) => (near(span) > near(best) ? span : best));
}
