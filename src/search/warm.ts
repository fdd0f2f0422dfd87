/** What is done as soon as a reader shows that search is wanted, before there is anything to show. */

/** Pagefind's browser module, as far as it is started here. */
export interface Startable {
  options(options: { baseUrl: string; noWorker: boolean; metaCacheTag: string }): Promise<void>;
  init(): Promise<void>;
}

/** What every search starts with. */
export interface Started {
  pagefind: Startable;
  /** Words that only ask, from the thesaurus. */
  questionWords: ReadonlySet<string>;
}

/** The first file of the index, with what `index-files.ts` adds to it. */
interface IndexEntry {
  wanted: string[];
  questionWords: string[];
}

let started: Promise<Started> | undefined;

/**
 * Starts Pagefind, and asks at once for all that it will ask for file by file; it finds the answers in the browser's
 * cache. Its worker would be one more file, and its work takes a few milliseconds.
 *
 * @param again a query by which a module that could not be loaded is asked for anew
 */
export function startPagefind(again = ''): Promise<Started> {
  if (again !== '') started = undefined;
  started ??= load(again);
  return started;
}

async function load(again: string): Promise<Started> {
  const folder = `${import.meta.env.BASE_URL}pagefind/`;
  // Whoever needs a file asks again, and says what is the matter.
  const warm = (file: string): void => void fetch(folder + file).catch(() => undefined);
  // The first file says which build's index it is, so no cache may answer for it.
  const tag = String(Date.now());
  const asked = fetch(`${folder}pagefind-entry.json?ts=${tag}`);
  warm(`wasm.${document.documentElement.lang}.pagefind`);
  const module = import(/* @vite-ignore */ `${folder}pagefind.js${again}`) as Promise<Startable>;
  module.catch(() => undefined);
  const { wanted, questionWords } = (await (await asked).json()) as IndexEntry;
  wanted.forEach(warm);
  const pagefind = await module;
  // The index holds whole addresses.
  await pagefind.options({ baseUrl: '/', noWorker: true, metaCacheTag: tag });
  await pagefind.init();
  return { pagefind, questionWords: new Set(questionWords) };
}

/** Starts Pagefind where it is not started yet; what goes wrong is said when there is something to search for. */
export function warmSearch(): void {
  startPagefind().catch(() => undefined);
}
