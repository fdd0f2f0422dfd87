/** One page of each kind, for tests that every kind of page must pass. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from './built-site.ts';

/** A path without what tells pages of one kind apart: the meeting, the item, the year, the person or topic. */
const kindOf = (path: string): string =>
  path.replace(/(?<=^\/(?:people|terms)\/).+|\d{4}-\d\d-\d\d[^/]*|(?<=\/)[\d-]+(?=\/$)/gu, '*');

const paths = [...readFileSync(join(dist, 'sitemap-0.xml'), 'utf8').matchAll(/<loc>(.*?)<\/loc>/gu)].map(
  ([, url = '']) => new URL(url).pathname,
);

/** Paths of one page of each kind in the sitemap, of a search and of a URL that leads nowhere. */
export const pageKinds: readonly string[] = [
  ...new Map(paths.map((path) => [kindOf(path), path])).values(),
  '/search/?q=Japan',
  '/nonsense/',
];
