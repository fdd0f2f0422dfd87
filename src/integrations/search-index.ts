import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { keptContent } from '../kept-content.ts';
import { indexFolder, vocabularyFile } from '../search/index-files.ts';
import { base, contentFolder } from '../site.ts';

/** The files of search, by their paths below the site's base. */
type SearchFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Indexes the record with Pagefind: into the built site, or in memory for the development server.
 * The index is made from the record and not from the pages, so each passage has its own address, and Pagefind works
 * while the pages are made.
 */
export function searchIndex(): AstroIntegration {
  let index: Promise<SearchFiles> | undefined;
  return {
    name: 'search-index',
    hooks: {
      'astro:build:start': () => {
        index = makeFiles();
        // What goes wrong is reported where the files are written.
        index.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const files: SearchFiles = (await index) ?? new Map<string, Uint8Array>();
        index = undefined;
        const folder = fileURLToPath(dir);
        for (const path of new Set([...files.keys()].map(dirname)))
          mkdirSync(join(folder, path), { recursive: true });
        for (const [path, content] of files) writeFileSync(join(folder, path), content);
        logger.info(`${String(files.size)} files of search written`);
      },
      'astro:server:setup': ({ server, logger }) => {
        let files: Promise<SearchFiles> | undefined;
        server.watcher.on('all', (_event, path) => {
          if (path.includes(contentFolder)) files = undefined;
        });
        server.middlewares.use((request, response, next) => {
          // Vite takes the base path off before a middleware sees the address.
          const path = (request.url ?? '').split('?')[0]?.replace(base, '').replace(/^\//u, '') ?? '';
          if (!path.startsWith(indexFolder) && path !== vocabularyFile) {
            next();
            return;
          }
          files ??= makeFiles();
          files
            .then((all) => {
              const content = all.get(path);
              if (!content) {
                next();
                return;
              }
              response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
              response.end(content);
            })
            .catch((error: unknown) => {
              logger.error(String(error));
              next(error);
            });
        });
      },
    },
  };
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

/** @throws what went wrong in the thread */
async function makeFiles(): Promise<SearchFiles> {
  const thread = new Worker(new URL('search-index-thread.ts', import.meta.url), {
    workerData: keptContent().record,
  });
  const [files] = (await once(thread, 'message')) as [SearchFiles];
  return files;
}
