import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { ContentFile } from '../domain/parse/decode-text.ts';
import { contentDir } from '../site.config.ts';

/**
 * Reads every file below a content folder, in the order of their paths, except hidden ones and symbolic links, which could
 * lead anywhere.
 *
 * @throws if the folder or a file can't be read
 */
export function readContentDir(folder: string): ContentFile[] {
  return filesBelow(folder)
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), bytes: readFileSync(path) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether a path, as a watcher names it, is in the content folder. */
export function isContentPath(path: string): boolean {
  return !relative(resolve(contentDir), path).startsWith('..');
}

/** Node's `recursive` option follows symbolic links out of the folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() ? path : [];
    });
}
