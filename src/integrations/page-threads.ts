import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join, relative, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';
import { keptContent } from '../kept-content.ts';
import { fingerprint } from '../record/fingerprint.ts';
import { base, cacheFolder, origin } from '../site.ts';
import { type Print, type SiteFile, makeFiles, takeFiles } from './made-files.ts';
import type { Answer, Question, Setting } from './page-thread.ts';

/** Each holds the whole content once more. */
const mostThreads = 3;

/** For so many files a thread is worth its start: it takes as long as they do. */
const worthThread = 250;

/** How many files a thread is asked for at once: few, so that all of them end together. */
const batch = 20;

/** So many batches are in a thread's hands: while it makes one, it has the next. */
const ahead = 2;

/** How far a heap may grow beyond what is in use in it, in per cent: a tenth of the memory is kept so, at no time that can be measured. */
const heapGrowth = 50;

type Paths = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>;

/**
 * Makes the pages and all other files that routes answer with, in threads beside the build's own, and takes from the last
 * build what did not change. Astro makes one page after another, on one core, and writes each of them twice.
 *
 * @param prints is told what is known of the files, by their paths in the site
 */
export function pageThreads(prints: Map<string, Print>): AstroIntegration {
  let outDir = '';
  let styles: Setting['styles'] = [];
  let entry = '';
  let bundles: string[] = [];
  return {
    name: 'page-threads',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir);
      },
      'astro:build:setup': ({ target, pages, updateConfig }) => {
        if (target !== 'server') return;
        bundles = [];
        const plugin = {
          name: 'page-threads:bundles',
          writeBundle: ({ dir = '' }: { dir?: string }, bundle: Bundle) => {
            bundles.push(printOf(bundle));
            const name = Object.keys(bundle).find((path) => path.startsWith('prerender-entry.'));
            if (name === undefined) return;
            entry = new URL(name, pathToFileURL(`${dir}/`)).href;
            styles = [...pages].map(([page, data]) => [page, data.styles]);
          },
        };
        updateConfig({ plugins: [plugin] });
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        // Each thread has a heap of its own, and V8 lets each grow to several times what is in use before it looks again.
        setFlagsFromString(`--heap-growing-percent=${String(heapGrowth)}`);
        setPrerenderer((own) => ({
          ...own,
          name: 'page-threads',
          getStaticPaths: async () => {
            const paths = await own.getStaticPaths();
            const code = fingerprint(JSON.stringify([bundles.sort(), styles]));
            const files = siteFiles(paths, outDir, code);
            const { taken, missing } = takeFiles(files, keptFolder);
            logger.info(`${String(files.length)} files, ${String(taken.length)} of them as they were`);
            const made = await makeAll(missing, own, paths, { entry, styles, content: keptContent() });
            for (const print of [...taken, ...made])
              prints.set(relative(outDir, print.path).split(sep).join('/'), print);
            tellPages(own, paths);
            return [];
          },
        }));
      },
    },
  };
}

/** Where files are kept for the next build. */
const keptFolder = join(cacheFolder, 'files');

type Bundle = Readonly<Record<string, { code?: string; source?: string | Uint8Array }>>;

/** A bundle as a key. */
function printOf(bundle: Bundle): string {
  const hash = createHash('sha256');
  for (const [name, { code, source }] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name}\0`).update(code ?? source ?? '');
  return hash.digest('hex');
}

/** @throws where two routes answer with the same file */
function siteFiles(paths: Paths, outDir: string, code: string): SiteFile[] {
  const routes = new Map<string, string>();
  return paths.map(({ pathname, route: { route, component, type }, cacheKey }) => {
    const address = pathname.replace(/^\//u, '');
    const path = join(outDir, type === 'endpoint' ? address : pageFile(address));
    const other = routes.get(path);
    if (other !== undefined) throw new Error(`${other} and ${component} both make ${pathname}.`);
    routes.set(path, component);
    return {
      url: new URL(base + address + (type === 'endpoint' || address === '' ? '' : '/'), origin).href,
      path,
      route: { route, component },
      ...(cacheKey !== undefined && {
        keep: join(keptFolder, fingerprint(`${code} ${pathname} ${cacheKey}`)),
      }),
    };
  });
}

/** The file of a page. Servers look for the page of what is not found by its name. */
function pageFile(address: string): string {
  return address === '404' ? '404.html' : `${address}/index.html`;
}

/** @throws what goes wrong with a file, or in a thread */
async function makeAll(
  files: readonly SiteFile[],
  own: AstroPrerenderer,
  paths: Paths,
  setting: Setting,
): Promise<Print[]> {
  const prints: Print[] = [];
  const left = [...files];
  const routes = new Map<string, RouteData>(paths.map(({ route }) => [route.route + route.component, route]));
  const answer = async ({ url, route }: SiteFile): Promise<Response> => {
    const routeData = routes.get(route.route + route.component);
    if (!routeData) throw new Error(`There is no route ${route.route}.`);
    const made = await own.render(new Request(url), { routeData });
    return made instanceof Response ? made : made.response;
  };
  const here = async (): Promise<void> => {
    while (left.length > 0) {
      prints.push(...(await makeFiles(left.splice(0, batch), answer)));
      // Threads report between two batches.
      await setImmediate();
    }
  };
  const count = Math.min(mostThreads, availableParallelism() - 1, Math.floor(files.length / worthThread));
  const threads = Array.from({ length: count }, () => new PageThread(setting));
  const there = async (thread: PageThread): Promise<void> => {
    while (left.length > 0) prints.push(...(await thread.make(left.splice(0, batch))));
  };
  try {
    await Promise.all([
      here(),
      ...threads.flatMap((thread) => Array.from({ length: ahead }, () => there(thread))),
    ]);
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
  return prints;
}

/** Astro counts the pages, and the sitemap lists them. */
function tellPages(
  { app }: AstroPrerenderer & { app?: { getOptions(): { pageNames: string[] } } },
  paths: Paths,
): void {
  const pages = paths
    .filter(({ route }) => route.type === 'page')
    .map(({ pathname }) => pathname.replace(/^\//u, ''));
  app?.getOptions().pageNames.push(...pages.map((page) => page.replace(/[^/]$/u, '$&/')));
}

/** A thread that makes files. */
class PageThread {
  readonly #worker: Worker;
  /** What was asked for and is not made yet. */
  readonly #asked = new Map<number, PromiseWithResolvers<Print[]>>();
  #last = 0;
  /** What ended the thread. */
  #error: unknown;

  constructor(setting: Setting) {
    this.#worker = new Worker(new URL('page-thread.ts', import.meta.url), { workerData: setting });
    this.#worker.on('message', ({ id, ...answer }: Answer) => {
      const promise = this.#asked.get(id);
      this.#asked.delete(id);
      if ('error' in answer) promise?.reject(answer.error);
      else promise?.resolve(answer.prints);
    });
    this.#worker.on('error', (error) => {
      this.#error = error;
      for (const { reject } of this.#asked.values()) reject(error);
    });
  }

  /** @throws what went wrong with a file, or in the thread */
  make(files: SiteFile[]): Promise<Print[]> {
    const made = Promise.withResolvers<Print[]>();
    this.#last += 1;
    this.#asked.set(this.#last, made);
    if (this.#error === undefined) this.#worker.postMessage({ id: this.#last, files } satisfies Question);
    else made.reject(this.#error);
    return made.promise;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
