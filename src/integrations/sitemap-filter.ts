import { type Redirect, parseRedirects, suffixAfter } from '../domain/redirects.ts';
import { readContentDir } from '../loaders/read-content-dir.ts';
import { contentDir, withoutBase } from '../site.config.ts';

let redirects: Redirect[] | undefined;

/** Whether the sitemap lists a page: redirects are pages too. */
export function isIndexable(page: string): boolean {
  redirects ??= parseRedirects(readContentDir(contentDir), []);
  const path = withoutBase(new URL(page).pathname);
  return !redirects.some(({ from }) => suffixAfter(path, from) !== undefined);
}
