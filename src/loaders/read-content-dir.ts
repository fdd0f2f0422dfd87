import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ContentFile } from '../domain/parse/decode-text.ts';

/** The largest content file: a hundred times the longest summary. What is larger came here by mistake. */
const megabytes = 2;

/**
 * Finds every file below a content folder, in the order of their paths, and reads it. Hidden files and folders are
 * passed over. What is there and is no plain file of a reasonable size is not read, and handed on with its problem: a
 * symbolic link could lead anywhere, and a file without end would never be read.
 *
 * @param folder the path of the folder
 * @throws where the folder or a file can't be read
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

/** What is in a folder and its folders. Node's own way to do that follows symbolic links out of the folder. */
function entriesBelow(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => (entry.isDirectory() ? [entry, ...entriesBelow(join(folder, entry.name))] : entry));
}

function problemOf(entry: Dirent, path: string): string | undefined {
  if (entry.isDirectory()) {
    const named = /\.(?:md|txt)$/u.test(entry.name);
    return named ? 'is a folder where a file must be; take it away' : undefined;
  }
  if (entry.isSymbolicLink()) return 'is a symbolic link; put the file itself in its place';
  if (!entry.isFile()) return 'is no plain file; take it away';
  const { size } = statSync(path);
  if (size <= megabytes * 1e6) return undefined;
  return `is ${(size / 1e6).toFixed(1)} MB large; a content file is ${String(megabytes)} MB at most`;
}
