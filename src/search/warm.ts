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
 * Starts Pagefind, and asks at once for all that it would ask for file by file. Its worker would be one more file, and its
 * work takes a few milliseconds.
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
  const ask = (file: string): Promise<Response> => {
    const asked = fetch(folder + file);
    // Whoever needs it says what is the matter.
    asked.catch(() => undefined);
    askedFor.set(`${folder}${file}`, asked);
    return asked;
  };
  Reflect.set(globalThis, 'pagefindFetch', handOver);
  // The first file says which build's index it is, so no cache may answer for it.
  const tag = String(Date.now());
  const first = ask(`pagefind-entry.json?ts=${tag}`);
  void ask(`wasm.${document.documentElement.lang}.pagefind`);
  const module = import(/* @vite-ignore */ `${folder}pagefind.js${again}`) as Promise<Startable>;
  module.catch(() => undefined);
  const { wanted, questionWords } = (await (await first).clone().json()) as IndexEntry;
  for (const file of wanted) void ask(file);
  const pagefind = await module;
  // The index holds whole addresses.
  await pagefind.options({ baseUrl: '/', noWorker: true, metaCacheTag: tag });
  await pagefind.init();
  return { pagefind, questionWords: new Set(questionWords) };
}

/** What was asked for before Pagefind asks for it, by its path and query. */
const askedFor = new Map<string, Promise<Response>>();

/** Gives Pagefind's module what was asked for already, once, and else asks for it. */
async function handOver(address: string): Promise<Response> {
  const { pathname, search } = new URL(address, location.href);
  const asked = askedFor.get(pathname + search);
  askedFor.delete(pathname + search);
  const response = await (asked ?? fetch(address));
  return response.ok && !pathname.endsWith('.json') ? unpacked(response) : response;
}

/** A file of the index, unpacked by the browser itself, which is faster than Pagefind is; one that is unpacked stays so. */
async function unpacked(response: Response): Promise<Response> {
  const packed = new Uint8Array(await response.arrayBuffer());
  const { body } = new Response(packed);
  // The first byte of a gzip member (RFC 1952, 2.3.1).
  return new Response(packed[0] === 0x1f ? body?.pipeThrough(new DecompressionStream('gzip')) : body);
}

/** Starts Pagefind where it is not started yet; what goes wrong is said when there is something to search for. */
export function warmSearch(): void {
  startPagefind().catch(() => undefined);
}
