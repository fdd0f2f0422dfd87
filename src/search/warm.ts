/** What is done as soon as a reader shows that search is wanted, before there is anything to show. */

/** Pagefind's browser module, as far as it is started here. */
export interface Startable {
  options(options: { baseUrl: string; noWorker: boolean }): Promise<void>;
  init(): Promise<void>;
}

let started: Promise<Startable> | undefined;

/**
 * Starts Pagefind, and asks at once for all that it will ask for file by file; it finds the answers in the browser's
 * cache. Its worker would be one more file, and its work takes a few milliseconds.
 *
 * @param again a query by which a module that could not be loaded is asked for anew
 */
export function startPagefind(again = ''): Promise<Startable> {
  if (again !== '') started = undefined;
  started ??= load(again);
  return started;
}

async function load(again: string): Promise<Startable> {
  const folder = `${import.meta.env.BASE_URL}pagefind/`;
  const pagefind = import(/* @vite-ignore */ `${folder}pagefind.js${again}`) as Promise<Startable>;
  void askForFiles();
  const module = await pagefind;
  // The index holds whole addresses.
  await module.options({ baseUrl: '/', noWorker: true });
  await module.init();
  return module;
}

/** The list changes with the content, and is no part of the scripts, which do not. */
async function askForFiles(): Promise<void> {
  // The development server has the index in its memory, and no list of its files.
  if (import.meta.env.DEV) return;
  try {
    const files = (await (await fetch(`${import.meta.env.BASE_URL}search/files.json`)).json()) as string[];
    await Promise.all(files.map((file) => fetch(import.meta.env.BASE_URL + file)));
  } catch {
    // Whoever needs a file asks again, and says what is the matter.
  }
}

/** Starts Pagefind where it is not started yet; what goes wrong is said when there is something to search for. */
export function warmSearch(): void {
  startPagefind().catch(() => undefined);
}
