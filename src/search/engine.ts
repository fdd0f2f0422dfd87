/** Asks Pagefind, and makes of its answer what a reader is shown: one hit an agenda item, with its best passage. */

/** What this project uses of Pagefind's browser module (https://pagefind.app/docs/api/). */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  init(): Promise<void>;
  search(query: string, options: { filters: Record<string, string> }): Promise<{ results: PagefindResult[] }>;
}
interface PagefindResult {
  data(): Promise<PagefindData>;
}
interface PagefindData {
  url: string;
  raw_content: string;
  /** Which words of the content matched, counted from 0. */
  locations: number[];
  meta: { title: string };
  filters: Record<string, string[] | undefined>;
}

/** A piece of a passage: marked where it matched. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** An agenda item or introduction that answers a query. */
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
}

/** How many results are looked at, and how many words of a passage are shown. */
const limit = 30;
const passageWords = 44;

let loading: Promise<Pagefind> | undefined;
let failures = 0;

/** Starts to load what search needs. */
export function loadSearch(): Promise<Pagefind> {
  loading ??= start().catch((error: unknown) => {
    // The next attempt starts anew.
    loading = undefined;
    failures += 1;
    throw error;
  });
  return loading;
}

async function start(): Promise<Pagefind> {
  // A browser may remember that a module failed, so another attempt asks for another address.
  const again = failures > 0 ? `?again=${String(failures)}` : '';
  const address = `${import.meta.env.BASE_URL}pagefind/pagefind.js${again}`;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  // The index holds whole addresses.
  await pagefind.options({ baseUrl: '/' });
  await pagefind.init();
  return pagefind;
}

/**
 * Searches the record.
 *
 * @param query what a reader typed
 * @returns what answers it
 * @throws where search can't be loaded
 */
export async function search(query: string): Promise<Answer> {
  const pagefind = await loadSearch();
  const [passages, items, entries] = await Promise.all(
    ['paragraph', 'item', 'entry'].map(async (kind) => {
      const { results } = await pagefind.search(query, { filters: { kind } });
      return Promise.all(results.slice(0, limit).map((result) => result.data()));
    }),
  );
  const hits = new Map<string, Hit>();
  for (const data of [...(passages ?? []), ...(items ?? [])]) {
    const page = data.url.split('#')[0] ?? data.url;
    const known = hits.get(page);
    if (!known) hits.set(page, hitOf(data));
    else if (data.url !== page)
      known.others.push({ address: data.url, paragraph: data.url.split('#p')[1] ?? '' });
  }
  return { hits: [...hits.values()], entries: (entries ?? []).map(hitOf) };
}

function hitOf({ url, raw_content, locations: all, meta, filters }: PagefindData): Hit {
  const words = raw_content.split(/\s+/u);
  // Pagefind counts the words of the title behind those of the content.
  const locations = all.filter((at) => at < words.length);
  const found = new Set(locations);
  const best = densest(locations);
  const start =
    words.length <= passageWords ? 0 : Math.max(0, Math.min(best - 6, words.length - passageWords));
  const end = Math.min(words.length, start + passageWords);
  const passage: Piece[] = [];
  if (start > 0) passage.push({ text: '… ', marked: false });
  for (let index = start; index < end; index += 1) {
    const word = words[index] ?? '';
    const core = found.has(index) ? bare(word) : '';
    const [before = '', after = ''] = core ? word.split(core, 2) : [word];
    passage.push(
      { text: before, marked: false },
      { text: core, marked: true },
      { text: `${after} `, marked: false },
    );
  }
  if (end < words.length) passage.push({ text: '…', marked: false });
  return {
    address: url,
    words: [...new Set(locations.map((at) => bare(words[at] ?? '')))].filter(Boolean),
    title: meta.title,
    where: (filters.where ?? []).join(' / '),
    passage,
    others: [],
  };
}

/** The first of the matched words that has the most of the others close behind it. */
function densest(locations: readonly number[]): number {
  const near = (from: number): number =>
    locations.filter((at) => at >= from && at < from + passageWords - 6).length;
  return locations.reduce((best, at) => (near(at) > near(best) ? at : best), locations[0] ?? 0);
}

/** A word without the punctuation around it. */
function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}$]+|[^\p{L}\p{N}]+$/gu, '');
}
