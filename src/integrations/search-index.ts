import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from '../search/index/records.ts';
import { isContentPath } from '../loaders/read-content-dir.ts';

/** The page that lists what is to be found; the published site does not have it. */
const recordsPath = 'search/records.json';

/** Builds the search index with Pagefind: into the site, or in memory for the development server. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const source = new URL(recordsPath, dir);
        const files = await buildSearchIndex(JSON.parse(readFileSync(source, 'utf8')) as SearchRecord[]);
        rmSync(source);
        for (const [path, content] of files) {
          const target = fileURLToPath(new URL(`pagefind/${path}`, dir));
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, content);
        }
        logger.info(`${String(files.size)} files written`);
      },
      'astro:server:setup': ({ server }) => {
        let files: ReturnType<typeof buildSearchIndex> | undefined;
        const build = async () => {
          const response = await fetch(new URL(recordsPath, server.resolvedUrls?.local[0]));
          return buildSearchIndex((await response.json()) as SearchRecord[]);
        };
        server.watcher.on('all', (_event, path) => {
          if (isContentPath(path)) files = undefined;
        });
        server.middlewares.use((request, response, next) => {
          const [, path] = /\/pagefind\/([^?]+)/u.exec(request.url ?? '') ?? [];
          if (path === undefined) {
            next();
            return;
          }
          files ??= build().catch((error: unknown) => {
            files = undefined;
            throw error;
          });
          files.then((built) => {
            const file = built.get(path);
            if (file === undefined) {
              next();
              return;
            }
            const type = path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
            response.setHeader('Content-Type', type);
            response.end(file);
          }, next);
        });
      },
    },
  };
}

/** Files of Pagefind that the site does not load: its interfaces, and search in other languages. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\.|^wasm\.unknown\./u;

/**
 * Builds the index.
 *
 * @returns Pagefind's files by their paths, and `preload.json`, a list of those that every search loads
 * @throws if Pagefind reports an error: a text that is not indexed could not be found
 */
export async function buildSearchIndex(
  records: readonly SearchRecord[],
): Promise<Map<string, Uint8Array | string>> {
  try {
    // Without these characters, "2+2" would find "(2)", and "$40 million" any other amount.
    const { index, errors } = await createIndex({ includeCharacters: '+$', forceLanguage: 'en' });
    for (const record of records) errors.push(...((await index?.addCustomRecord(record))?.errors ?? []));
    const built = await index?.getFiles();
    errors.push(...(built?.errors ?? []));
    if (!built || errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
    const files = built.files.filter(({ path }) => !unused.test(path));
    const [metadata, words] = ['.pf_meta', '.pf_index'].map((ending) =>
      files.map(({ path }) => path).filter((path) => path.endsWith(ending)),
    );
    // A large index has its words in several files, of which a search loads few.
    const preload = words?.length === 1 ? [...(metadata ?? []), ...words] : metadata;
    return new Map<string, Uint8Array | string>([
      ...files.map(({ path, content }) => [path, content] as const),
      ['preload.json', JSON.stringify(preload)],
    ]);
  } finally {
    await close();
  }
}
