/** What the site uses of Pagefind's search API: https://pagefind.app/docs/api/ */

export interface PagefindData {
  url: string;
  content: string;
  meta: Readonly<Record<string, string>>;
  filters: Readonly<Record<string, string[]>>;
}

export interface PagefindResult {
  id: string;
  /** The places of the words in the content; none where only metadata match. */
  words: number[];
  data: () => Promise<PagefindData>;
}

/** How many results each value of each filter has. */
export type PagefindFilters = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface PagefindResponse {
  results: PagefindResult[];
  /** The values that the results have. */
  filters: PagefindFilters;
  /** The same if no filter was set. */
  totalFilters: PagefindFilters;
}

export interface Pagefind {
  options: (options: object) => Promise<void>;
  init: () => Promise<void>;
  destroy: () => Promise<void>;
  filters: () => Promise<PagefindFilters>;
  search: (text: string, options: object) => Promise<PagefindResponse>;
}

/** How many searches are cached: those of the last letters. */
const maxSearches = 20;

/**
 * Caches the latest searches: after another letter, most of them are needed again. Pagefind has work with each result of a
 * search, also when it is no longer used, and in a large archive that takes most of the time.
 */
export function cacheSearches(pagefind: Pagefind): Pagefind {
  const latest = new Map<string, Promise<PagefindResponse>>();
  return {
    ...pagefind,
    filters: async () => {
      const filters = await pagefind.filters();
      // Only searches after this one count their results by filter.
      latest.clear();
      return filters;
    },
    search: async (text, options) => {
      const key = JSON.stringify([text, options]);
      const response = latest.get(key) ?? pagefind.search(text, options);
      latest.delete(key);
      latest.set(key, response);
      for (const oldest of [...latest.keys()].slice(0, -maxSearches)) latest.delete(oldest);
      return response;
    },
  };
}

/** Titles weigh most by default, then other names, then the text; related words weigh least. Sentences are only shown. */
export const ranking = { metaWeights: { names: 0.8, related: 0.5, sentences: 0 } };

/**
 * The query that finds every record of a kind. Pagefind would load all of its index for a filter without a word. No word that
 * a reader types begins like it.
 */
export function everyRecord(kind: string): string {
  return `"zz${kind.toLowerCase()}"`;
}
