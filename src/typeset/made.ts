/** What is made once and kept: documents and pictures, named after all that they are made of. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of the templates. */
export const templates = resolve('src/typeset');

/** The folder of what was made; it may be deleted at any time. */
export const kept = resolve('.astro/cache/typeset');

/**
 * The key of what is made from data: it changes with the data, the code and templates of this folder, and the versions
 * of the packages, which bring Typst and the fonts.
 */
export function keyOf(data: object): string {
  return createHash('sha256').update(typesetWith).update(JSON.stringify(data)).digest('hex');
}

/** What documents and pictures are made with, as a key. */
export const typesetWith = [
  ...readdirSync(templates)
    .sort()
    .map((name) => join(templates, name)),
  resolve('package-lock.json'),
]
  .reduce((hash, file) => hash.update(readFileSync(file)).update('\0'), createHash('sha256'))
  .digest('hex');

/**
 * A file that was made before, or is made now. It appears whole or not at all.
 *
 * @param folder where files are kept
 * @param name the file's name, which changes with everything that it is made of
 * @param make called where there is no such file yet
 */
export async function cached(
  folder: string,
  name: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, name);
  try {
    return readFileSync(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const made = Uint8Array.from(await make());
  mkdirSync(folder, { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  writeFileSync(unfinished, made);
  renameSync(unfinished, path);
  return made;
}
