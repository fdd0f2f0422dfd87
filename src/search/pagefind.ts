/** Pagefind's browser module (https://pagefind.app/docs/api/), as far as this project uses it, and its start. */
import type { Chosen, Counts } from './filters.ts';

interface Pagefind {
  options(options: { baseUrl: string; noWorker: boolean; metaCacheTag: string }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Counts>;
  search(
    query: string | null,
    options: { filters: Chosen; sort?: { date: 'desc' } },
  ): Promise<{ results: PagefindResult[]; filters: Counts }>;
}

export interface PagefindResult {
  id: string;
  score: number;
  /** Where in the record's text the words stand that were found, counted in words. */
  words: number[];
  data(): Promise<PagefindData>;
}

export interface PagefindData {
  url: string;
  raw_content: string;
}

/** What every search starts with. */
export interface Started {
  pagefind: Pagefind;
  /** Words that only ask, from the thesaurus. */
  questionWords: ReadonlySet<string>;
}

/** Files of the index that are loaded already, by their addresses. */
export type Given = Map<string, ArrayBuffer>;

const { promise, resolve } = Promise.withResolvers<Started>();
// It is wanted as soon as anything of search is.
const module = import(
  /* @vite-ignore */ `${import.meta.env.BASE_URL}pagefind/pagefind.js`
) as Promise<Pagefind>;
module.catch(() => undefined);

/** Pagefind, once it has started. */
export const startedPagefind = promise;

/**
 * Starts Pagefind, without a thread of its own: it is in one.
 *
 * @param tag the query by which the first file of the index was asked for
 * @param questionWords words that only ask
 * @throws where it does not start
 */
export async function startPagefind(tag: string, questionWords: string[], given: Given): Promise<void> {
  // Its `fetch` takes them (`index-files.ts`).
  Reflect.set(globalThis, 'pagefindFiles', given);
  const pagefind = await module;
  // The index holds whole addresses.
  await pagefind.options({ baseUrl: '/', noWorker: true, metaCacheTag: tag });
  await pagefind.init();
  resolve({ pagefind, questionWords: new Set(questionWords) });
}
