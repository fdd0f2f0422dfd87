import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadContent } from '../domain/load-content.ts';
import { readContentDir } from '../loaders/read-content-dir.ts';
import { buildSearchFiles } from '../search/index/build-index.ts';
import { contentDir } from '../site.config.ts';

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

/** Builds the search index with Pagefind: into the site, or in memory for the development server. */
export function searchIndex(): AstroIntegration {
  const build = async () => buildSearchFiles(loadContent(readContentDir(contentDir)).content);
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const files = await build();
        for (const [path, content] of files) {
          const target = fileURLToPath(new URL(path, dir));
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, content);
        }
        logger.info(`${String(files.size)} files written`);
      },
      'astro:server:setup': ({ server }) => {
        let files: ReturnType<typeof build> | undefined;
        server.watcher.on('all', (_event, path) => {
          if (path.includes(contentDir)) files = undefined;
        });
        server.middlewares.use((request, response, next) => {
          const path =
            /(?:pagefind\/.+|search\/[a-z]+\.json)(?=\?|$)/u
              .exec(request.url ?? '')?.[0]
              .replace(/\?.*/u, '') ?? '';
          if (path === '') {
            next();
            return;
          }
          files ??= build();
          files.then((built) => {
            response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
            response.end(built.get(path));
          }, next);
        });
      },
    },
  };
}
