import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ContentFile } from '../domain/parse/decode-text.ts';

/** A content file above this is in the folder by mistake: it is a hundred times the longest summary. */
const maxMegabytes = 2;

/**
 * Reads every file below a content folder, in the order of their paths, except hidden ones. Symbolic links, which could
 * lead anywhere, devices and files that are too large are not read, but listed with their problem.
 *
 * @throws if the folder or a file can't be read
 */
export function readContentDir(folder: string): ContentFile[] {
  return entriesBelow(folder)
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .flatMap(({ entry, path }) => {
      const file = { path: relative(folder, path).split(sep).join('/') };
      const problem = problemOf(entry, path);
      if (problem !== undefined) return { ...file, bytes: new Uint8Array(), problem };
      return entry.isFile() ? { ...file, bytes: readFileSync(path) } : [];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Everything below a folder. Node's `recursive` option follows symbolic links out of the folder. */
function entriesBelow(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => (entry.isDirectory() ? [entry, ...entriesBelow(join(folder, entry.name))] : entry));
}

function problemOf(entry: Dirent, path: string): string | undefined {
  if (entry.isDirectory()) {
    const named = /\.(?:md|txt)$/u.test(entry.name);
    return named ? 'is a folder where a file must be; remove it' : undefined;
  }
  if (entry.isSymbolicLink()) return 'is a symbolic link; put the file itself in its place';
  if (!entry.isFile()) return 'is not a regular file; remove it';
  const { size } = statSync(path);
  if (size <= maxMegabytes * 1e6) return undefined;
  return `is ${(size / 1e6).toFixed(1)} MB large; a content file is ${String(maxMegabytes)} MB at most`;
}
