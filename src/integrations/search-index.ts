import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type IndexFile, type PagefindIndex, close, createIndex } from 'pagefind';
import { indexAddress } from '../record/addresses.ts';
import { readContentFolder } from '../record/content-folder.ts';
import { makeRecord } from '../record/record.ts';
import { searchRecords } from '../search/records.ts';
import { contentFolder } from '../site.ts';

/**
 * Indexes the record with Pagefind: into the built site, or in memory for the development server.
 * The index is made from the record and not from the pages, so each passage has its own address.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, count } = await makeIndex();
        try {
          throwErrors(await index.writeFiles({ outputPath: join(fileURLToPath(dir), 'pagefind') }));
          logger.info(`${String(count)} passages and names indexed`);
        } finally {
          await close();
        }
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

/** @throws where Pagefind reports an error; one record that is not indexed would be a paragraph that nobody finds */
async function makeIndex(): Promise<{ index: PagefindIndex; count: number }> {
  // Without these signs "2+2" would find "(2)", and "$40 million" any other sum.
  const { index, errors } = await createIndex({ includeCharacters: '+$' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  const records = searchRecords(makeRecord(readContentFolder(contentFolder)).record);
  for (const { meta, filters, sort, ...record } of records) {
    throwErrors(
      await index.addCustomRecord({
        ...record,
        meta: { ...meta },
        filters: { ...filters },
        sort: { ...sort },
      }),
    );
  }
  return { index, count: records.length };
}

async function filesInMemory(): Promise<Map<string, IndexFile>> {
  const { index } = await makeIndex();
  const { files, errors } = await index.getFiles();
  throwErrors({ errors });
  return new Map(files.map((file) => [file.path, file]));
}

function throwErrors({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
