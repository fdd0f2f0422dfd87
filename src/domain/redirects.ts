/** Redirects: where URLs lead that no longer exist. Editors write them, in `redirects.yaml`. */
import type { Issue } from './issues.ts';
import type { ContentFile } from './parse/decode-text.ts';
import { parseYamlFile } from './parse/front-matter.ts';
import { redirectsSchema } from './schema.ts';
import { canonicalPassagePath } from './urls.ts';

export const redirectsFileName = 'redirects.yaml';

/** Both are paths from the site's root: `/meetings/2013-…/1-2/#p1`. */
export interface Redirect {
  from: string;
  to: string;
}

export function parseRedirects(files: readonly ContentFile[], issues: Issue[]): Redirect[] {
  const redirects = parseYamlFile(files, redirectsFileName, redirectsSchema, issues) ?? {};
  return Object.entries(redirects).map(([from, to]) => ({ from, to }));
}

/**
 * The rest of a path below another: `/#p1`, `/1-2/` and `.txt` are below a page, `s1` is below a paragraph. Empty if the
 * two are the same; undefined if the path is not below the other.
 */
export function suffixAfter(path: string, owner: string): string | undefined {
  if (path === owner) return '';
  const stem = owner.replace(/\/$/u, '');
  if (!path.startsWith(stem)) return undefined;
  const suffix = path.slice(stem.length);
  const isBelow = owner.includes('#') ? /^s\d+$/u : owner.endsWith('/') ? /^[/.]/u : /^$/u;
  return isBelow.test(suffix) ? suffix : undefined;
}

/**
 * Where a published URL leads that no longer exists: below the new URL of the longest matching redirect, if the same text
 * is there, else to the new URL itself. A passage of the full text goes where that of its item goes.
 *
 * @param hashes of the texts of all URLs that exist
 * @param hash of the text that the URL named
 * @returns undefined if there is no redirect
 */
export function resolveRedirect(
  path: string,
  redirects: readonly Redirect[],
  hashes: ReadonlyMap<string, string | undefined>,
  hash?: string,
): string | undefined {
  const [redirect] = redirects
    .filter(({ from }) => suffixAfter(path, from) !== undefined)
    .sort((a, b) => b.from.length - a.from.length);
  if (redirect) {
    const counterpart = redirect.to.replace(/\/$/u, '') + (suffixAfter(path, redirect.from) ?? '');
    const isSame = hashes.has(counterpart) && (hash === undefined || hashes.get(counterpart) === hash);
    return isSame ? counterpart : redirect.to;
  }
  const canonical = canonicalPassagePath(path);
  if (canonical === undefined) return undefined;
  return hashes.has(canonical) ? canonical : resolveRedirect(canonical, redirects, hashes, hash);
}

/**
 * Groups redirected URLs by page.
 *
 * @returns each page, where it leads (undefined if it still exists), and the fragments that lead elsewhere
 */
export function groupByPage(moved: readonly Redirect[]) {
  const pages = Map.groupBy(moved, ({ from }) => from.replace(/#.*$/u, ''));
  return [...pages].map(([page, redirects]) => {
    const to = redirects.find(({ from }) => from === page)?.to;
    const fragments = redirects
      .map((url) => ({ id: url.from.slice(page.length + 1), to: url.to }))
      .filter((fragment) => fragment.id !== '' && fragment.to !== `${to ?? ''}#${fragment.id}`);
    return { page, to, fragments };
  });
}
