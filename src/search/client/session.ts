/** Loads Pagefind and the vocabulary when search is wanted, and searches them. */
import { createElement } from '../../scripts/dom.ts';
import { type Hit, toHit } from './hits.ts';
import { type Pagefind, type PagefindResult, everyRecord, ranking } from './pagefind.ts';
import { type SearchIndex, type SearchOptions, type SearchResponse, search } from './search.ts';
import { type VocabularyFile, type WordsFile, createVocabulary } from './vocabulary.ts';

/** What a search found, and as much of it as is shown. */
export interface Results extends SearchResponse, Pick<SearchIndex, 'vocabulary' | 'kinds'> {
  hits: Hit[];
}

const base = import.meta.env.BASE_URL;
let loading: Promise<SearchIndex> | undefined;

/** Loads the index unless it is loaded. Throws if it can't be loaded; the next call tries again. */
export function startSearch(): Promise<SearchIndex> {
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
 * @param limit how many passages, and how many people and topics, are shown
 * @throws if the index can't be loaded
 */
export async function runSearch(typed: string, limit: number, options?: SearchOptions): Promise<Results> {
  const load = async (): Promise<Results> => {
    const index = await startSearch();
    const response = await search(index, typed, options);
    const words = response.readings.flatMap(({ word }) => word ?? []);
    const shown = [...response.passages.slice(0, limit), ...response.entries.slice(0, limit)];
    const toShown = async ({ data }: PagefindResult): Promise<Hit> =>
      toHit(await data(), words, options?.filters?.side);
    return { ...response, ...index, hits: await Promise.all(shown.map(toShown)) };
  };
  const { pagefind } = await startSearch();
  return load().catch(async () => {
    loading = undefined;
    await pagefind.destroy();
    return load();
  });
}

async function loadIndex(): Promise<SearchIndex> {
  // Pagefind would request them one after the other.
  for (const file of ['pagefind-worker.js', `wasm.${document.documentElement.lang}.pagefind`]) {
    const href = `${base}pagefind/${file}`;
    document.head.append(createElement('link', { rel: 'preload', as: 'fetch', crossOrigin: '', href }));
  }
  const [pagefind, vocabulary] = await Promise.all([
    import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<Pagefind>,
    fetchJson<VocabularyFile>('vocabulary'),
  ]);
  await pagefind.options({ baseUrl: '/', ranking });
  await pagefind.init();
  const idsOf = async (kind: string): Promise<[id: string, kind: string][]> =>
    (await pagefind.search(everyRecord(kind), {})).results.map(({ id }) => [id, kind]);
  const kinds = new Map((await Promise.all(['Person', 'Topic'].map(idsOf))).flat());
  const loadWords = (initial: string): Promise<WordsFile> => fetchJson(`words-${initial}`);
  return { pagefind, vocabulary: createVocabulary(vocabulary, loadWords), kinds };
}

async function fetchJson<Value>(name: string): Promise<Value> {
  return (await fetch(`${base}search/${name}.json`, { cache: 'no-cache' })).json() as Promise<Value>;
}
