import { hash } from 'node:crypto';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RouteData } from 'astro';

/** What tells one route from another. */
export type RouteNames = Pick<RouteData, 'route' | 'component'>;

/** A page or another file of the site, which a route answers with. */
export interface SiteFile {
  /** The whole address. */
  url: string;
  /** Its path on the disk. */
  path: string;
  route: RouteNames;
  /** Where it is kept for the next build, without what only the finished file tells; nowhere where it has no key. */
  keep?: string;
}

/** What is known of a file that is written. */
export interface Print {
  path: string;
  bytes: number;
  /** Its SHA-256, in base64url (RFC 4648), which a file's name can hold. */
  sha256: string;
}

/** How many are made at once: some wait for other programs. */
const lanes = 4;

/**
 * Makes files, writes them, and keeps those that have a key.
 *
 * @throws what a route throws, with the names of the route's file and of the page
 */
export async function makeFiles(
  files: readonly SiteFile[],
  answer: (file: SiteFile) => Promise<Response>,
): Promise<Print[]> {
  for (const folder of new Set(files.map(({ path }) => dirname(path))))
    mkdirSync(folder, { recursive: true });
  const left = files.values();
  const prints: Print[] = [];
  const lane = async (): Promise<void> => {
    for (const file of left) {
      const response = await answer(file).catch((error: unknown) => {
        throw new Error(`${file.route.component} can't make ${file.url}: ${String(error)}`, { cause: error });
      });
      // The page of what is not found says so itself.
      if (!response.ok && basename(file.path) !== '404.html')
        throw new Error(`${file.url} is answered with ${String(response.status)}.`);
      const body = Buffer.from(await response.arrayBuffer());
      writeFileSync(file.path, body);
      const sha256 = hash('sha256', body, 'base64url');
      if (file.keep !== undefined) linkOrCopy(file.path, `${file.keep}${seal(file.path)}.${sha256}`);
      prints.push({ path: file.path, bytes: body.length, sha256 });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return prints;
}

/**
 * Takes files from the last builds, as far as they are kept there, and lets those go that no file has any more.
 *
 * @param folder where files are kept
 * @returns what was taken, and the files that have to be made
 */
export function takeFiles(
  files: readonly SiteFile[],
  folder: string,
): { taken: Print[]; missing: SiteFile[] } {
  mkdirSync(folder, { recursive: true });
  const kept = new Map(readdirSync(folder).map((name) => [name.slice(0, name.indexOf('.')), name]));
  const made = new Set<string>();
  const taken: Print[] = [];
  const take = ({ keep = '', path }: SiteFile): boolean => {
    const key = basename(keep);
    const name = kept.get(key);
    if (name === undefined) return false;
    const from = join(folder, name);
    // The site may have been changed by hand, and what is kept is the very same file.
    const [, second = '', bytes = '', sha256] = name.split('.');
    if (sha256 === undefined || `.${second}.${bytes}` !== seal(from)) return false;
    const to = dirname(path);
    if (!made.has(to)) mkdirSync(to, { recursive: true });
    made.add(to);
    linkOrCopy(from, path);
    kept.delete(key);
    taken.push({ path, bytes: Number(bytes), sha256 });
    return true;
  };
  const missing = files.filter((file) => !take(file));
  for (const name of kept.values()) rmSync(join(folder, name), { force: true });
  return { taken, missing };
}

/** When a file was written last, in s, and its size: it has others when somebody changed it, and none when it is gone. */
function seal(path: string): string {
  const { mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: NaN, size: NaN };
  return `.${String(Math.floor(mtimeMs / 1000))}.${String(size)}`;
}

/** A link takes neither room nor time, where both are on the same disk. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return;
    copyFileSync(from, to);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }
}
