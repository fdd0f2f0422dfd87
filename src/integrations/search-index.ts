import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type IndexFile, type PagefindIndex, close, createIndex } from 'pagefind';
import { indexAddress } from '../record/addresses.ts';
import { readContentFolder } from '../record/content-folder.ts';
import { makeRecord } from '../record/record.ts';
import { rememberedMeetings } from '../record/remembered-meetings.ts';
import { searchRecords } from '../search/records.ts';
import { contentFolder } from '../site.ts';

/** How many parts of the index are few: those of a small record. More would keep the others waiting. */
const fewParts = 2;

/** How many records are handed to Pagefind at once. */
const atOnce = 200;

/** Pagefind's own interfaces, which the site does not use. */
const interfaces = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\.|^wasm\.unknown\./u;

/**
 * Indexes the record with Pagefind: into the built site, or in memory for the development server.
 * The index is made from the record and not from the pages, so each passage has its own address, and Pagefind works
 * while the pages are made.
 */
export function searchIndex(): AstroIntegration {
  let index: ReturnType<typeof filesInMemory> | undefined;
  return {
    name: 'search-index',
    hooks: {
      'astro:build:start': () => {
        index = filesInMemory();
        // What goes wrong is reported where the files are written.
        index.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const files = (await index) ?? new Map<string, IndexFile>();
        const folder = fileURLToPath(dir);
        for (const [path, { content }] of files) {
          const file = join(folder, 'pagefind', path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
        writeFileSync(join(folder, 'search/files.json'), JSON.stringify(neededFiles([...files.keys()])));
        logger.info(`${String(files.size)} files of the search index written`);
      },
      'astro:server:setup': ({ server, logger }) => {
        let files: Promise<Map<string, IndexFile>> | undefined;
        server.watcher.on('all', (_event, path) => {
          if (path.includes(contentFolder)) files = undefined;
        });
        server.middlewares.use((request, response, next) => {
          // Vite takes the base path off before a middleware sees the address.
          const path = (request.url ?? '').split('?')[0]?.replace(indexAddress, '/pagefind/') ?? '';
          if (!path.startsWith('/pagefind/')) {
            next();
            return;
          }
          files ??= filesInMemory();
          files
            .then((all) => {
              const file = all.get(path.slice('/pagefind/'.length));
              if (!file) {
                next();
                return;
              }
              response.setHeader(
                'Content-Type',
                path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream',
              );
              response.end(file.content);
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

/**
 * What every search needs, by its path below the site's base: the engine, the parts and records of the index, as long as
 * there are so few that any search wants them, and the words that only ask.
 */
function neededFiles(paths: readonly string[]): string[] {
  const parts = paths.filter((path) => path.startsWith('index/'));
  const always = paths.filter((path) => /^wasm\.|\.pf_meta$/u.test(path));
  const index = [...always, ...(parts.length <= fewParts ? parts : [])].map((path) => `pagefind/${path}`);
  return [...index, 'search/question-words.json'];
}

/** @throws where Pagefind reports an error; one record that is not indexed would be a paragraph that nobody finds */
export async function makeIndex(): Promise<PagefindIndex> {
  // Without these signs "2+2" would find "(2)", and "$40 million" any other sum.
  const { index, errors } = await createIndex({ includeCharacters: '+$' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  const records = searchRecords(makeRecord(readContentFolder(contentFolder), rememberedMeetings()).record);
  // Pagefind answers each from another process: all at once would fill the memory, one by one would wait for each.
  for (let at = 0; at < records.length; at += atOnce) {
    const added = records
      .slice(at, at + atOnce)
      .map(async ({ meta, filters, sort, ...record }) =>
        index.addCustomRecord({ ...record, meta: { ...meta }, filters: { ...filters }, sort: { ...sort } }),
      );
    (await Promise.all(added)).forEach(throwErrors);
  }
  return index;
}

async function filesInMemory(): Promise<Map<string, IndexFile>> {
  try {
    const { files, errors } = await (await makeIndex()).getFiles();
    throwErrors({ errors });
    return new Map(files.filter(({ path }) => !interfaces.test(path)).map((file) => [file.path, file]));
  } finally {
    await close();
  }
}

function throwErrors({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
