/** What pages ask of the service worker. There is none before a reader keeps something, and none after all is removed. */
import type { Kept, Reply, Wish } from './kept.ts';

const base = import.meta.env.BASE_URL;

/** What went wrong, in words for the reader. */
const faults = {
  room: 'There is no room for it on this device, so nothing was changed. Make some, and try again.',
  fetch:
    'Not all files could be fetched, so nothing was changed. Check your connection, and try again in a minute: perhaps the site is just being published.',
};
const unable =
  'This browser keeps no pages here: it may be set to store nothing, or the connection is not secure (https).';

/** What is kept; undefined for nothing. */
export async function keptNow(): Promise<Kept | undefined> {
  const active = (await registration())?.active;
  return active ? request(active, {}) : undefined;
}

/**
 * Has something kept or removed.
 *
 * @param progress is told how many files are there, and of how many
 * @throws an error with a message for the reader, where nothing was changed
 */
export async function ask(
  wish: Wish,
  progress?: (done: number, of: number) => void,
): Promise<Kept | undefined> {
  let ready: ServiceWorkerRegistration;
  try {
    await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
    ready = await navigator.serviceWorker.ready;
  } catch {
    throw new Error(navigator.onLine ? unable : faults.fetch);
  }
  if (!ready.active) throw new Error(unable);
  return request(ready.active, wish, progress);
}

/** Takes the service worker away where nothing is kept. */
export async function stopKeeping(): Promise<void> {
  const own = await registration();
  if (own && !(await keptNow())) await own.unregister();
}

/** `34 pages and search, 1.2 MB, of 25 November 2026.` */
export function sizeOf({ pages, search, bytes, date }: Kept): string {
  const megabytes = (bytes / 1e6).toFixed(1);
  const day = new Date(date).toLocaleDateString('en-GB', { dateStyle: 'long' });
  const more = search ? ' and search' : '';
  const less = search ? '' : ' Search needs a connection: its index is too large to keep.';
  return `${String(pages)} pages${more}, ${megabytes} MB, of ${day}.${less}`;
}

async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await navigator.serviceWorker.getRegistration(base);
  } catch {
    // Storage is blocked, or the connection is not secure: nothing can be kept.
    return undefined;
  }
}

async function request(
  worker: ServiceWorker,
  wish: Wish,
  progress?: (done: number, of: number) => void,
): Promise<Kept | undefined> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    port1.onmessage = ({ data }: MessageEvent<Reply>) => {
      if ('done' in data) {
        progress?.(data.done, data.of);
        return;
      }
      port1.close();
      if ('fault' in data) reject(new Error(faults[data.fault]));
      else resolve(data.kept ?? undefined);
    };
    worker.postMessage(wish, [port2]);
  });
}
