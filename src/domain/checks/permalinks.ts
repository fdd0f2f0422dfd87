/** Every URL ever published exists or has a redirect; the text of a fragment is unchanged, or its correction is declared. */
import type { Issue } from '../issues.ts';
import type { ParsedContent } from '../parse/parse-content.ts';
import {
  type PermalinkList,
  type PublishedContent,
  createCorrectionTest,
  currentHashes,
  paragraphPath,
  permalinksFileName,
} from '../permalinks.ts';
import { type Redirect, redirectsFileName, resolveRedirect, suffixAfter } from '../redirects.ts';
import { canonicalPassagePath } from '../urls.ts';

type Published = PublishedContent & Pick<ParsedContent, 'permalinks' | 'redirects'>;

type Hashes = ReadonlyMap<string, string | undefined>;

export function checkPermalinks(content: Published): Issue[] {
  const hashes = currentHashes(content);
  return [
    ...checkRedirects(content.redirects, hashes),
    ...findMissingLists(content.permalinks),
    ...findMissingUrls(content, hashes),
    ...findChangedText(content, hashes),
    ...findUnlistedUrls(content.permalinks, hashes),
  ];
}

function checkRedirects(redirects: readonly Redirect[], hashes: Hashes): Issue[] {
  return redirects.flatMap(({ from, to }): Issue[] => {
    if (hashes.has(to) && !hashes.has(from)) return [];
    const message = hashes.has(from)
      ? 'still exists; remove its redirect'
      : `is redirected to '${to}', which does not exist`;
    return [{ code: 'invalid-redirect', file: redirectsFileName, field: from, message }];
  });
}

/** The site's list names every meeting, so that a meeting's own list cannot disappear with its folder. */
function findMissingLists(lists: readonly PermalinkList[]): Issue[] {
  const isSite = ({ file }: PermalinkList): boolean => file === permalinksFileName;
  const meetingLists = lists.filter((list) => !isSite(list));
  const listed = new Set(meetingLists.flatMap(({ links }) => links.map(({ path }) => path)));
  return (lists.find(isSite)?.links ?? [])
    .filter(({ path }) => /^\/meetings\/\d{4}-.*\/$/u.test(path) && !listed.has(path))
    .map(({ path }) => {
      const file = `${path.slice(1)}${permalinksFileName}`;
      const message = `is missing; restore it, because it lists the URLs of '${path}'`;
      return { code: 'missing-permalinks-file', file, message };
    });
}

/** A missing page is one issue, without its fragments and their copies in the full text. */
function findMissingUrls({ permalinks, redirects }: Published, hashes: Hashes): Issue[] {
  const missing = new Map<string, Issue>();
  for (const { file, links } of permalinks) {
    for (const { path } of links) {
      if (hashes.has(path) || resolveRedirect(path, redirects, hashes) !== undefined) continue;
      const message = `'${path}' was published and no longer exists; restore it, or add it to ${redirectsFileName}`;
      missing.set(path, { code: 'missing-permalink', file, message });
    }
  }
  const isBelow = (path: string, owner: string): boolean =>
    path !== owner &&
    [path, canonicalPassagePath(path) ?? path].some(
      (eitherPath) => suffixAfter(eitherPath, owner) !== undefined,
    );
  return [...missing]
    .filter(([path]) => ![...missing.keys()].some((owner) => isBelow(path, owner)))
    .map(([, issue]) => issue);
}

/** A changed paragraph is one issue, without its sentences. */
function findChangedText({ permalinks, meetings }: Published, hashes: Hashes): Issue[] {
  const isCorrected = createCorrectionTest(permalinks, meetings);
  const listed = new Map(permalinks.flatMap(({ links }) => links.map(({ path, hash }) => [path, hash])));
  const changed = new Map<string, Issue>();
  for (const { file, links } of permalinks) {
    for (const { path, hash } of links) {
      if (hash === undefined || hash === (hashes.get(path) ?? hash)) continue;
      const paragraph = paragraphPath(path);
      const declaration = `${paragraph.replace(/^\/meetings\/[^/]+\//u, '')} ${listed.get(paragraph) ?? ''}`;
      const issue: Pick<Issue, 'code' | 'message'> = isCorrected(path)
        ? { code: 'unlisted-permalink', message: `'${paragraph}' was corrected; run 'npm run permalinks'` }
        : {
            code: 'changed-words',
            message: `'${paragraph}' has other words than those published; restore them, or declare the correction of '${declaration}' in meeting.md`,
          };
      changed.set(paragraph, { ...issue, file });
    }
  }
  return [...changed.values()];
}

function findUnlistedUrls(lists: readonly PermalinkList[], hashes: Hashes): Issue[] {
  const listed = new Set(lists.flatMap(({ links }) => links.map(({ path }) => path)));
  const unlisted = [...hashes.keys()].filter((path) => !listed.has(path));
  const [first] = unlisted;
  if (first === undefined) return [];
  const message = `${String(unlisted.length)} URLs are in no list, such as '${first}'; run 'npm run permalinks' before they are published`;
  return [{ code: 'unlisted-permalink', file: permalinksFileName, message }];
}
