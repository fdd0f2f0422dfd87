/**
 * The service worker, which there is only for readers who keep meetings for offline reading. It is one file without
 * imports, because it is run as a classic script at `sw.js`; the build writes its own mark at its end, so that browsers
 * notice a new build.
 *
 * All that is kept lies in one cache, filled with the files of one build, each checked by its hash; the list of it comes
 * last. A cache without that list is not whole, and is never read. Whatever changes is put into a new cache beside the
 * old one, which goes when the new one is whole.
 */
import type { BuiltFile, Kept, MeetingFiles, Reply, SharedFiles, Wish } from './kept.ts';

/** What this project uses of a worker's own world (Service Workers, W3C); the types of pages do not know it. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetch extends Event {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'message', listener: (event: Extendable & MessageEvent<Wish>) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetch) => void): void;
  skipWaiting(): Promise<void>;
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void> };
}

const worker = self as unknown as Worker;
const base = import.meta.env.BASE_URL;
/** Other sites of the same host have caches too. */
const prefix = `kept ${base} `;
const list = `${base}offline/kept.json`;
const placeOfLine = '<div class="room">';
/** How long a reader waits for the network where there is a kept copy, in milliseconds. */
const patience = 4000;
/** How many files are fetched side by side. */
const lanes = 6;

/** Whether all that was kept has been withdrawn. */
let idle = false;

worker.addEventListener('install', (event) => {
  // Where it fails, the worker and the copy of the last build stay.
  event.waitUntil(
    change((ids) => ids).then((kept) => {
      // The first worker has nothing yet; a later one that has nothing will have nothing to do.
      idle = !kept && worker.registration.active !== null;
      return worker.skipWaiting();
    }),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(idle ? worker.registration.unregister() : worker.clients.claim());
});

worker.addEventListener('message', (event) => {
  const { data, ports } = event;
  const tell = (reply: Reply): void => ports[0]?.postMessage(reply);
  const { keep, remove } = data;
  const work =
    keep === undefined && remove === undefined
      ? currentCache().then(keptIn)
      : change((ids) => [...ids.filter((id) => id !== keep && id !== remove), ...(keep ? [keep] : [])], tell);
  event.waitUntil(
    work.then(
      (kept) => {
        tell({ kept: kept ?? null });
      },
      (error: unknown) => {
        const full = error instanceof DOMException && error.name === 'QuotaExceededError';
        tell({ fault: full ? 'room' : 'fetch' });
      },
    ),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(base)) return;
  event.respondWith(request.mode === 'navigate' ? page(request, pathname) : file(request, pathname));
});

/** The name of the cache that is read: the newest that is whole. */
async function currentCache(): Promise<string | undefined> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix)).reverse();
  for (const cacheName of names) if (await caches.match(list, { cacheName })) return cacheName;
  return undefined;
}

async function keptIn(cacheName: string | undefined): Promise<Kept | undefined> {
  const response = cacheName === undefined ? undefined : await caches.match(list, { cacheName });
  return response?.json() as Promise<Kept | undefined>;
}

/** Addresses carry queries that pages read themselves, and servers may vary what they compress. */
async function copyOf(cacheName: string | undefined, path: string): Promise<Response | undefined> {
  if (cacheName === undefined) return undefined;
  return caches.match(path, { cacheName, ignoreSearch: true, ignoreVary: true });
}

/**
 * Changes what is kept, as a whole or not at all. One change at a time: an old and a new worker may both have one.
 *
 * @param wanted from the meetings that are kept to those that shall be
 * @throws where a file can't be fetched or is not of the build, or where there is no room; nothing is changed then
 */
async function change(
  wanted: (ids: string[]) => string[],
  tell: (reply: Reply) => void = () => undefined,
): Promise<Kept | undefined> {
  return navigator.locks.request(prefix, async () => {
    const before = await currentCache();
    const kept = await keptIn(before);
    await dropAllBut(before);
    const own = kept?.meetings.map(({ id }) => id) ?? [];
    const ids = wanted(own);
    if (ids.length === 0) return dropAllBut(undefined);
    const shared = await fetchList<SharedFiles>('shared');
    // What was withdrawn can't be kept any longer: its links would lead to what is not there. What is new must be there.
    const there = ids.filter((id) => shared.meetings.includes(id) || !own.includes(id));
    if (there.length === 0) return dropAllBut(undefined);
    const meetings = await Promise.all(
      there.map(async (id) => ({ id, ...(await fetchList<MeetingFiles>(id)) })),
    );
    if (meetings.some(({ build }) => build !== shared.build)) throw new Error('another build');
    const same = kept?.build === shared.build && String(kept.meetings.map(({ id }) => id)) === String(there);
    if (same) return kept;

    const name = prefix + crypto.randomUUID();
    const all = new Map([shared, ...meetings].flatMap(({ files }) => files).map((one) => [one[0], one]));
    try {
      await fill(name, [...all.values()], { before, kept }, tell);
      const now: Kept = {
        build: shared.build,
        date: new Date().toISOString(),
        meetings: meetings.map(({ id, name }) => ({ id, name })),
        search: shared.search,
        pages: [...all.keys()].filter((path) => path.endsWith('/')).length,
        bytes: [...all.values()].reduce((sum, [, bytes]) => sum + bytes, 0),
        files: Object.fromEntries([...all.values()].map(([path, , integrity]) => [path, integrity])),
      };
      await (await caches.open(name)).put(list, Response.json(now));
      await dropAllBut(name);
      return now;
    } catch (error) {
      await caches.delete(name);
      throw error;
    }
  });
}

async function dropAllBut(kept: string | undefined): Promise<undefined> {
  for (const name of await caches.keys())
    if (name.startsWith(prefix) && name !== kept) await caches.delete(name);
}

async function fetchList<List>(name: string): Promise<List> {
  const response = await fetch(`${base}offline/${name}.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(response.statusText);
  return response.json() as Promise<List>;
}

/** Puts files into a cache: out of the one before where they are the same, else from the network. */
async function fill(
  name: string,
  files: readonly BuiltFile[],
  { before, kept }: { before: string | undefined; kept: Kept | undefined },
  tell: (reply: Reply) => void,
): Promise<void> {
  const cache = await caches.open(name);
  const waiting = [...files];
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [path, , integrity] = next;
      const known = kept?.files[path] === integrity ? await copyOf(before, path) : undefined;
      // A file that is not the one of this build is refused by its hash.
      const response = known ?? (await fetch(path, { integrity, cache: 'no-cache' }));
      if (!response.ok) throw new Error(response.statusText);
      await cache.put(path, response);
      done += 1;
      tell({ done, of: files.length });
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    waiting.length = 0;
  }
}

/** A page: the newest from the network; where that does not answer, the kept copy, or what is kept instead. */
async function page(request: Request, path: string): Promise<Response> {
  const cacheName = await currentCache();
  const copy = await copyOf(cacheName, path);
  const answer = await fromNetwork(request, copy !== undefined);
  if (answer instanceof Response) return answer;
  if (copy) {
    const { date = '' } = (await keptIn(cacheName)) ?? {};
    return withLine(
      copy,
      `<mark>${answer}</mark> This is the copy that was kept on this device on ${dayName(date)}.`,
      200,
    );
  }
  if (await copyOf(cacheName, `${path}/`)) return Response.redirect(`${path}/`);
  const instead = await copyOf(cacheName, `${base}about/offline/`);
  if (!instead) return Response.error();
  return withLine(
    instead,
    `<mark>${answer} The page that you asked for is not kept on this device.</mark> <a href="">Try again</a>`,
    503,
  );
}

/** A file that a page asks for. One that is named after its words is the same in every build. */
async function file(request: Request, path: string): Promise<Response> {
  const copy = await copyOf(await currentCache(), path);
  if (copy && /\/_astro\/|\/pagefind\/(?:fragment|index|filter)\/|\.pf_meta$/u.test(path)) return copy;
  const answer = await fromNetwork(request, copy !== undefined);
  return answer instanceof Response ? answer : (copy ?? Response.error());
}

/**
 * What the network answers, or why it does not. Where there is a copy, nobody waits longer than bearable.
 */
async function fromNetwork(request: Request, hasCopy: boolean): Promise<Response | string> {
  const late = new Promise<string>((resolve) => {
    if (hasCopy) setTimeout(resolve, patience, 'The network is too slow.');
  });
  const response = fetch(request).then(
    (answer) => (hasCopy && answer.status >= 500 ? 'The site does not answer.' : answer),
    () => (navigator.onLine ? 'You are offline, or the site does not answer.' : 'You are offline.'),
  );
  return Promise.race([response, late]);
}

/** A page with a line of ours before its text. */
async function withLine(copy: Response, line: string, status: number): Promise<Response> {
  const html = await copy.text();
  const headers = new Headers(copy.headers);
  for (const name of ['content-encoding', 'content-length', 'etag', 'last-modified']) headers.delete(name);
  const aside = `<aside class="foot" aria-label="Offline"><p>${line}</p></aside>`;
  return new Response(
    html.replace(placeOfLine, () => aside + placeOfLine),
    { status, headers },
  );
}

function dayName(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date(date));
}
