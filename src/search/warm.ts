/** What is done as soon as a reader shows that search is wanted, before there is anything to show. */

/** Pagefind's browser module, as far as it is started here. */
export interface Startable {
  options(options: { baseUrl: string; noWorker: boolean; metaCacheTag: string }): Promise<void>;
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
  // Its first file says which build's index it is, so no cache may answer for it.
  const tag = String(Date.now());
  void askForFiles(folder, tag);
  const module = (await import(/* @vite-ignore */ `${folder}pagefind.js${again}`)) as Startable;
  // The index holds whole addresses.
  await module.options({ baseUrl: '/', noWorker: true, metaCacheTag: tag });
  await module.init();
  return module;
}

async function askForFiles(folder: string, tag: string): Promise<void> {
  try {
    const entry = fetch(`${folder}pagefind-entry.json?ts=${tag}`);
    void fetch(`${folder}wasm.${document.documentElement.lang}.pagefind`).catch(() => undefined);
    const { wanted } = (await (await entry).json()) as { wanted: string[] };
    await Promise.all(wanted.map((file) => fetch(folder + file)));
  } catch {
    // Whoever needs a file asks again, and says what is the matter.
  }
}

/** Starts Pagefind where it is not started yet; what goes wrong is said when there is something to search for. */
export function warmSearch(): void {
  startPagefind().catch(() => undefined);
}
