/** What is done as soon as a reader shows that search is wanted, before there is anything to show. */
import type { Given } from './pagefind.ts';
import type { Ask, Reply } from './questions.ts';
import answers from './questions.ts?worker&url';

/** The first file of the index, with what `index-files.ts` adds to it. */
interface IndexEntry {
  wanted: string[];
  questionWords: string[];
}

let started: Promise<Ask> | undefined;
let worker: Worker | undefined;

/**
 * Starts search, and asks at once for all that it would ask for file by file.
 *
 * @throws where it can't be loaded; another attempt starts anew
 */
export function startSearch(): Promise<Ask> {
  started ??= start().catch((error: unknown) => {
    restartSearch();
    throw error;
  });
  return started;
}

/** Makes the next attempt start anew, where the files that were loaded lead nowhere: another build has others. */
export function restartSearch(): void {
  worker?.terminate();
  started = worker = undefined;
}

async function start(): Promise<Ask> {
  const asked = new Map<string, Promise<Response>>();
  const ask = (file: string): Promise<Response> => {
    const address = new URL(`${import.meta.env.BASE_URL}pagefind/${file}`, location.href).href;
    const response = fetch(address);
    // What needs it asks again, and says what is the matter.
    response.catch(() => undefined);
    asked.set(address, response);
    return response;
  };
  const answering = answerer();
  answering.catch(() => undefined);
  // The first file says which build's index it is, so no cache may answer for it.
  const tag = String(Date.now());
  const first = ask(`pagefind-entry.json?ts=${tag}`);
  void ask(`wasm.${document.documentElement.lang}.pagefind`);
  const { wanted, questionWords } = (await (await first).clone().json()) as IndexEntry;
  for (const file of wanted) void ask(file);
  const given: Given = new Map();
  for (const [address, response] of asked) {
    const loaded = await response.catch(() => undefined);
    if (loaded?.ok) given.set(address, await loaded.arrayBuffer());
  }
  const answer = await answering;
  await answer('start', tag, questionWords, given);
  return answer;
}

/**
 * Pagefind and what ranks its answers take long where there are many meetings: in a thread of their own they keep no page from
 * answering its reader. Where a page may have none, as one that is held apart from all others (HTML, "sandbox"), it does it itself.
 */
async function answerer(): Promise<Ask> {
  try {
    const thread = (worker = new Worker(answers, { type: 'module' }));
    await new Promise((resolve, reject) => {
      thread.onmessage = resolve;
      thread.onerror = reject;
    });
    return (name, ...parameters) =>
      new Promise((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }: MessageEvent<Reply<typeof name>>) => {
          if (data) resolve(data[0]);
          else reject(new Error('Search has no answer.'));
        };
        thread.postMessage([name, ...parameters], [port2]);
      });
  } catch {
    await import(/* @vite-ignore */ answers);
    return Reflect.get(globalThis, 'answerSearch') as Ask;
  }
}

/** Starts search where it is not started yet; what goes wrong is said when there is something to search for. */
export function warmSearch(): void {
  startSearch().catch(() => undefined);
}
