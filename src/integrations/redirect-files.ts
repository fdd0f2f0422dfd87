import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type SiteContent, loadContent } from '../domain/load-content.ts';
import { readContentDir } from '../loaders/read-content-dir.ts';
import { contentDir } from '../site.config.ts';
import { stripBase } from '../domain/urls.ts';
import { type MovedUrl, resolveMovedUrls, currentUrls } from '../domain/permalinks.ts';
import { resolveRedirect } from '../domain/redirects.ts';

let loaded: SiteContent | undefined;

function readContent(): SiteContent {
  loaded ??= loadContent(readContentDir(contentDir)).content;
  return loaded;
}

/**
 * Puts a copy of each file that is now elsewhere where it was: a program that asks for `….json` or `….txt` reads no
 * page that would lead it on. A file for which there is only a page to read instead is not there.
 */
export function redirectFiles(): AstroIntegration {
  return {
    name: 'moved-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const content = readContent();
        const { permalinks, redirects } = content;
        if (redirects.length === 0) return;
        copyMovedFiles(fileURLToPath(dir), resolveMovedUrls(permalinks, redirects, currentUrls(content)));
      },
    },
  };
}

/** Copies files of a built site to where they were. */
export function copyMovedFiles(folder: string, moved: readonly MovedUrl[]): void {
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
export function isIndexable(page: string): boolean {
  return resolveRedirect(stripBase(new URL(page).pathname), readContent().redirects) === undefined;
}
