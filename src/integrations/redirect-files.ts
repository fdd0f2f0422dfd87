import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type SiteContent, loadContent } from '../domain/load-content.ts';
import { readContentDir } from '../loaders/read-content-dir.ts';
import { contentDir, withoutBase } from '../site.config.ts';
import { type MovedUrl, resolveMovedUrls, currentUrls } from '../domain/permalinks.ts';
import { resolveRedirect } from '../domain/redirects.ts';

let loaded: SiteContent | undefined;

function readContent(): SiteContent {
  loaded ??= loadContent(readContentDir(contentDir)).content;
  return loaded;
}

/** Copies moved files to their previous paths: programs that request `….json` or `….txt` don't follow a page's redirect. */
export function redirectFiles(): AstroIntegration {
  return {
    name: 'redirect-files',
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

export function copyMovedFiles(folder: string, moved: readonly MovedUrl[]): void {
  for (const { from, to } of moved) {
    if (!isFile(from) || !isFile(to)) continue;
    mkdirSync(dirname(join(folder, from)), { recursive: true });
    copyFileSync(join(folder, to), join(folder, from));
  }
}

function isFile(path: string): boolean {
  return !path.includes('#') && !path.endsWith('/');
}

/** Whether the sitemap lists a page: it doesn't list redirects. */
export function isIndexable(page: string): boolean {
  return resolveRedirect(withoutBase(new URL(page).pathname), readContent().redirects) === undefined;
}
