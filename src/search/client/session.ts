/** Loads Pagefind and the vocabulary when search is wanted, and searches them. */
import { createElement } from '../../scripts/dom.ts';
import { type Hit, toHit } from './hits.ts';
import {
  type Pagefind,
  type PagefindData,
  type PagefindResult,
  everyRecord,
  cacheSearches,
  ranking,
} from './pagefind.ts';
import { type SearchIndex, search } from './search.ts';
import { type VocabularyFile, createVocabulary } from './vocabulary.ts';

/** What a search found, and as much of it as is shown. */
export type Results = Awaited<ReturnType<typeof runSearch>>;

interface Session extends SearchIndex {
  /** What was loaded of results, by their ids: most are shown again after the next letter. */
  records: Map<string, Promise<PagefindData>>;
}

const base = import.meta.env.BASE_URL;
let loading: Promise<Session> | undefined;

/** Loads the index unless it is loaded. Throws if it can't be loaded; the next call tries again. */
export function startSearch(): Promise<Session> {
  loading ??= loadIndex().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Searches and loads what is shown. An index of another build than the page's has other files, so it is loaded once more
 * where something is missing.
 *
 * @param limit how many passages, people and topics are shown
 * @returns what was found, as much of it as is shown, and the number of all passages, people and topics
 * @throws if the index can't be loaded
 */
export async function runSearch(typed: string, limit: number, filters: Readonly<Record<string, string>>) {
  const load = async (from: Session) => {
    const response = await search(from, typed, filters);
    const words = response.readings.flatMap(({ word }) => word ?? []);
    const found = [response.passages, response.people, response.topics];
    const toShown = async ({ id, data }: PagefindResult): Promise<Hit> => {
      const record = from.records.get(id) ?? data();
      from.records.set(id, record);
      return toHit(await record, words, filters.side);
    };
    const shown = found.flatMap((all) => all.slice(0, limit));
    const hits = await Promise.all(shown.map(toShown));
    return { ...response, vocabulary: from.vocabulary, hits, total: found.flat().length };
  };
  const index = await startSearch();
  return load(index).catch(async () => {
    loading = undefined;
    await index.pagefind.destroy();
    return load(await startSearch());
  });
}

async function loadIndex(): Promise<Session> {
  const load = async <Value>(path: string): Promise<Value> =>
    (await fetch(base + path, { cache: 'no-cache' })).json() as Promise<Value>;
  const preload = (path: string): void => {
    const href = `${base}pagefind/${path}`;
    document.head.append(createElement('link', { rel: 'preload', as: 'fetch', crossOrigin: '', href }));
  };
  load<string[]>('pagefind/preload.json').then(
    (paths) => {
      paths.forEach(preload);
    },
    () => undefined,
  );
  const loadPagefind = async () => {
    const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
    await pagefind.options({ baseUrl: '/', ranking });
    await pagefind.init();
    const idsOf = async (kind: string): Promise<[id: string, kind: string][]> =>
      (await pagefind.search(everyRecord(kind), {})).results.map(({ id }) => [id, kind]);
    const kinds = new Map((await Promise.all(['Person', 'Topic'].map(idsOf))).flat());
    return { pagefind: cacheSearches(pagefind), kinds };
  };
  const [index, vocabulary] = await Promise.all([
    loadPagefind(),
    load<VocabularyFile>('search/vocabulary.json'),
  ]);
  return {
    ...index,
    vocabulary: createVocabulary(vocabulary, async () => load('search/english.json')),
    records: new Map(),
  };
}
