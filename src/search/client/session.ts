/** Loads Pagefind and the vocabulary when search is wanted, and searches them. */
import { type Hit, toHit } from './hits.ts';
import { type Pagefind, type PagefindResult, everyRecord, ranking } from './pagefind.ts';
import { pageTag, pagefindUrl, preloadFiles, wordsUrl } from './preload.ts';
import { type SearchIndex, type SearchResponse, search } from './search.ts';
import { type Vocabulary, type VocabularyFile, createVocabulary } from './vocabulary.ts';

/** What a search found, and as much of it as is shown. */
export interface Results extends SearchResponse {
  hits: Hit[];
  vocabulary: Vocabulary;
}

let loading: Promise<SearchIndex> | undefined;

/** Loads the index unless it is loaded. Throws if it can't be loaded; the next call tries again. */
export function startSearch(tag = pageTag): Promise<SearchIndex> {
  loading ??= loadIndex(tag).catch((error: unknown) => {
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
 * @throws if the index can't be loaded
 */
export async function runSearch(
  typed: string,
  limit: number,
  filters: Readonly<Record<string, string>>,
): Promise<Results> {
  const load = async (from: SearchIndex): Promise<Results> => {
    const response = await search(from, typed, filters);
    const words = response.readings.flatMap(({ word }) => word ?? []);
    const shown = [response.passages, response.people, response.topics].flatMap((all) => all.slice(0, limit));
    const toShown = async ({ data }: PagefindResult): Promise<Hit> =>
      toHit(await data(), words, filters.side);
    return { ...response, vocabulary: from.vocabulary, hits: await Promise.all(shown.map(toShown)) };
  };
  const index = await startSearch();
  return load(index).catch(async () => {
    loading = undefined;
    await index.pagefind.destroy();
    return load(await startSearch(String(Date.now())));
  });
}

async function loadIndex(tag: string): Promise<SearchIndex> {
  preloadFiles(tag).catch(() => undefined);
  const load = async <Value>(name: string): Promise<Value> =>
    (await fetch(wordsUrl(name, tag))).json() as Promise<Value>;
  const [pagefind, vocabulary] = await Promise.all([
    import(/* @vite-ignore */ pagefindUrl) as Promise<Pagefind>,
    load<VocabularyFile>('vocabulary'),
  ]);
  await pagefind.options({ baseUrl: '/', ranking, metaCacheTag: tag });
  await pagefind.init();
  const idsOf = async (kind: string): Promise<[id: string, kind: string][]> =>
    (await pagefind.search(everyRecord(kind), {})).results.map(({ id }) => [id, kind]);
  const kinds = new Map((await Promise.all(['Person', 'Topic'].map(idsOf))).flat());
  return { pagefind, vocabulary: createVocabulary(vocabulary, async () => load('english')), kinds };
}
