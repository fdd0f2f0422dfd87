import type { AstroIntegration } from 'astro';
import { ContentError, isError } from '../domain/issues.ts';
import { loadContent } from '../domain/load-content.ts';
import { isContentPath, readContentDir } from '../loaders/read-content-dir.ts';
import { contentDir } from '../site.config.ts';

/** Shows errors of the content in the browser while the development server runs; the loader logs them. */
export function contentErrors(): AstroIntegration {
  return {
    name: 'content-errors',
    hooks: {
      'astro:server:setup': ({ server }) => {
        let hadErrors = false;
        server.watcher.on('all', (_event, path) => {
          if (!isContentPath(path)) return;
          const errors = loadContent(readContentDir(contentDir)).issues.filter(isError);
          const { hot } = server.environments.client;
          if (errors.length > 0)
            hot.send({ type: 'error', err: { message: new ContentError(errors).message, stack: '' } });
          else if (hadErrors) hot.send({ type: 'full-reload' });
          hadErrors = errors.length > 0;
        });
      },
    },
  };
}
