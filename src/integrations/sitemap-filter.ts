import { parseRedirects, suffixAfter } from '../domain/redirects.ts';
import { readContentDir } from '../loaders/read-content-dir.ts';
import { contentDir, withoutBase } from '../site.config.ts';

const redirects = parseRedirects(readContentDir(contentDir), []);

/** Whether the sitemap lists a page: redirects are pages too. */
export function isIndexable(page: string): boolean {
  const path = withoutBase(new URL(page).pathname);
  return !redirects.some(({ from }) => suffixAfter(path, from) !== undefined);
}
