/**
 * Every URL ever published: `permalinks.txt` in the content folder lists those of the site, the one in a meeting's folder
 * those of the meeting. `npm run permalinks` adds to the lists; `checks/permalinks.ts` compares the content with them.
 */
import { hash } from 'node:crypto';
import { hasPositions } from './attribution.ts';
import type { Issue } from './issues.ts';
import { type Meeting, hasOwnFragment, meetingTexts, type RegisterEntry } from './model.ts';
import { type ContentFile, decodeUtf8 } from './parse/decode-text.ts';
import { type Redirect, resolveRedirect } from './redirects.ts';
import { buildTimeline } from './timeline.ts';
import * as urls from './urls.ts';

/** A published URL. */
interface Permalink {
  /** From the site's root: `/meetings/2013-…/1-2/#p1`. */
  path: string;
  /** The first 12 digits of the SHA-256 of the paragraph or sentence that the path names. */
  hash: string | undefined;
}

export interface PermalinkList {
  /** The list's file below the content folder. */
  file: string;
  links: Permalink[];
}

/** The content that has URLs. */
export interface PublishedContent {
  meetings: readonly Meeting[];
  entries: readonly RegisterEntry[];
  /** The editorial pages. */
  pages: readonly { id: string }[];
}

export const permalinksFileName = 'permalinks.txt';

/** The URLs that the content has now. */
function currentLists({ meetings, entries, pages }: PublishedContent): PermalinkList[] {
  const site = [
    ...urls.sitePaths,
    // Here too, because a folder that is deleted takes its own list with it.
    ...meetings.map(urls.meetingPath),
    ...new Set(meetings.map(({ date }) => urls.yearPath(date.slice(0, 4)))),
    ...entries.map(urls.entryPath),
    ...pages.map(urls.editorialPath),
  ];
  return [
    { file: permalinksFileName, links: site.map((path) => ({ path, hash: undefined })) },
    ...meetings.map((meeting) => ({
      file: `meetings/${meeting.id}/${permalinksFileName}`,
      links: meetingLinks(meeting),
    })),
  ];
}

/** The hashes of all URLs that the content has now, by path. */
export function currentHashes(content: PublishedContent): Map<string, string | undefined> {
  const links = currentLists(content).flatMap((list) => list.links);
  return new Map(links.map(({ path, hash }) => [path, hash]));
}

function meetingLinks(meeting: Meeting): Permalink[] {
  const fullText = urls.fullTextPath(meeting);
  const pages = [
    urls.meetingPath(meeting),
    fullText,
    ...urls.meetingFormats.map((format) => urls.meetingFormatPath(meeting, format)),
    ...(hasPositions(meeting) ? [urls.positionsPath(meeting)] : []),
    ...(buildTimeline(meeting).length > 0 ? [urls.followUpPath(meeting)] : []),
  ];
  const agenda = meeting.sections.flatMap((section) => [
    urls.sectionPath(meeting, section),
    `${fullText}#${String(section.number)}`,
    ...section.items.flatMap((item) => [
      urls.itemPath(meeting, item),
      ...urls.itemFormats.map((format) => urls.itemFormatPath(meeting, item, format)),
      ...(hasOwnFragment(section, item) ? [`${fullText}#${item.id}`] : []),
    ]),
  ]);
  const passages = meetingTexts(meeting).flatMap(({ item, paragraphs }) =>
    paragraphs
      .flatMap((paragraph) => [paragraph, ...paragraph.sentences])
      .flatMap((passage): Permalink[] => [
        { path: urls.passagePath(meeting, item, passage), hash: hash('sha256', passage.text).slice(0, 12) },
        { path: urls.fullTextPassagePath(meeting, item, passage), hash: undefined },
      ]),
  );
  return [...[...pages, ...agenda].map((path) => ({ path, hash: undefined })), ...passages];
}

/** The path of a page or file; or one of its fragments, with the hash of the fragment's text. */
const listLine = /^(?:(?<page>\/[a-z0-9./-]*)|(?<fragment>#[a-z0-9-]+)(?: (?<hash>[0-9a-f]{12}))?)$/u;

const header = `# Every URL ever published, and the hashes of the texts that fragments name.
# 'npm run permalinks' writes this list, and only adds to it.
`;

/** Reads all lists. A line that `npm run permalinks` does not write is an issue. */
export function parsePermalinkLists(files: readonly ContentFile[], issues: Issue[]): PermalinkList[] {
  return files
    .filter(({ path }) => path.split('/').at(-1) === permalinksFileName)
    .map((file) => ({ file: file.path, links: parseList(file, issues) }));
}

function parseList(file: ContentFile, issues: Issue[]): Permalink[] {
  const links: Permalink[] = [];
  let page = '';
  for (const [index, line] of (decodeUtf8(file, issues) ?? '').split(/\r?\n/u).entries()) {
    if (line === '' || line.startsWith('# ')) continue;
    const groups = listLine.exec(line)?.groups;
    page = groups?.page ?? page;
    if (groups && page !== '') links.push({ path: page + (groups.fragment ?? ''), hash: groups.hash });
    else {
      const message = `'npm run permalinks' does not write '${line.slice(0, 80)}'; restore the line`;
      issues.push({ code: 'invalid-permalinks-line', file: file.path, line: index + 1, message });
    }
  }
  return links;
}

/** A list as its file: a line for each page or file, followed by its fragments. */
export function serializePermalinks(links: readonly Permalink[]): string {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const lines = links
    .toSorted((a, b) => compare(a.path, b.path))
    .map(({ path, hash }) => path.replace(/^.*(?=#)/u, '') + (hash === undefined ? '' : ` ${hash}`));
  return `${header}${lines.join('\n')}\n`;
}

/** The path of the paragraph that a passage is in. */
export function paragraphPath(path: string): string {
  return path.replace(/s\d+$/u, '');
}

/**
 * Creates a test of whether a passage is in a paragraph whose correction is declared. A declaration names the hash that
 * the list has, so that it declares no later change.
 */
export function createCorrectionTest(lists: readonly PermalinkList[], meetings: readonly Meeting[]) {
  const declared = new Set(
    meetings.flatMap((meeting) => {
      const paragraphs = meeting.corrections.flatMap((correction) => correction.paragraphs ?? []);
      return paragraphs.map((paragraph) => urls.meetingPath(meeting) + paragraph);
    }),
  );
  const listed = lists.flatMap(({ links }) => links);
  const corrected = listed.filter(({ path, hash = '' }) => declared.has(`${path} ${hash}`));
  const paths = new Set(corrected.map(({ path }) => path));
  return (path: string): boolean => paths.has(paragraphPath(path));
}

/** The lists with new URLs, and with new hashes of corrected paragraphs. Nothing is ever removed. */
export function updatePermalinkLists(lists: readonly PermalinkList[], content: PublishedContent) {
  const hashes = currentHashes(content);
  const isCorrected = createCorrectionTest(lists, content.meetings);
  const byFile = Map.groupBy([...lists, ...currentLists(content)], ({ file }) => file);
  return [...byFile].map(([file, fileLists]) => {
    const links = new Map<string, Permalink>();
    for (const link of fileLists.flatMap((list) => list.links)) {
      const hash = isCorrected(link.path) ? (hashes.get(link.path) ?? link.hash) : link.hash;
      if (!links.has(link.path)) links.set(link.path, { ...link, hash });
    }
    return { file, links: [...links.values()] };
  });
}

/** The listed URLs that no longer exist, and where they lead. */
export function resolveMovedUrls(
  lists: readonly PermalinkList[],
  redirects: readonly Redirect[],
  content: PublishedContent,
): Redirect[] {
  if (redirects.length === 0) return [];
  const hashes = currentHashes(content);
  return lists.flatMap(({ links }) =>
    links.flatMap(({ path, hash }) => {
      const to = hashes.has(path) ? undefined : resolveRedirect(path, redirects, hashes, hash);
      return to === undefined ? [] : [{ from: path, to }];
    }),
  );
}

/** `/permalinks.json`: every page and file with its fragments, and where they moved; paths without the first slash. */
export function permalinksJson(lists: readonly PermalinkList[], moved: readonly Redirect[]): object[] {
  const targets = new Map(moved.map(({ from, to }) => [from, to.slice(1)]));
  const links = new Map(lists.flatMap((list) => list.links.map((link) => [link.path, link])));
  const pages = Map.groupBy(links.values(), ({ path }) => path.replace(/#.*$/u, ''));
  // JSON leaves out what is undefined.
  return [...pages].map(([page, pageLinks]) => {
    const fragments = pageLinks
      .filter(({ path }) => path !== page)
      .map(({ path, hash: words }) => ({
        id: path.slice(page.length + 1),
        words,
        movedTo: targets.get(path),
      }));
    const address = page.slice(1);
    return { address, movedTo: targets.get(page), fragments: fragments.length > 0 ? fragments : undefined };
  });
}
