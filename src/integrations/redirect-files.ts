import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getContent } from '../loaders/read-content.ts';
import { belowBase } from '../domain/urls.ts';
import { type Moved, movedLinks, publishedNow } from '../domain/permalinks.ts';
import { redirected } from '../domain/redirects.ts';

/**
 * Puts a copy of each file that is now elsewhere where it was: a program that asks for `….json` or `….txt` reads no
 * page that would lead it on. A file for which there is only a page to read instead is not there.
 */
export function movedFiles(): AstroIntegration {
  return {
    name: 'moved-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const { record, lists, redirects } = getContent();
        if (redirects.length === 0) return;
        copyMoved(fileURLToPath(dir), movedLinks(lists, redirects, publishedNow(record)));
      },
    },
  };
}

/** Copies files of a built site to where they were. */
export function copyMoved(folder: string, moved: readonly Moved[]): void {
  for (const { from, to } of moved) {
    if (!isFile(from) || !isFile(to)) continue;
    mkdirSync(dirname(join(folder, from)), { recursive: true });
    copyFileSync(join(folder, to), join(folder, from));
  }
}

function isFile(address: string): boolean {
  return !address.includes('#') && !address.endsWith('/');
}

/** Whether a page, by its whole address, is one to be listed, and not one that leads to another. */
export function isNoRedirect(page: string): boolean {
  return redirected(belowBase(new URL(page).pathname), getContent().redirects) === undefined;
}
