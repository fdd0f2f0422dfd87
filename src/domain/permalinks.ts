/**
 * The lists of all that was ever published: `permalinks.txt` beside each meeting's content, and one for the site, its
 * registers and the meetings' own addresses. `npm run permalinks` writes them, and only adds. Here they are compared
 * with what the record publishes now: nothing may vanish without a redirect, and no fragment come to mean other words.
 */
import {
  stripBase,
  entryPathBuilders,
  followUpPath,
  canonicalPassagePath,
  itemPathBuilders,
  meetingPath,
  meetingPathBuilders,
  passagePath,
  positionsPath,
  sectionPath,
  sitePaths,
  fullTextPath,
  fullTextPassagePath,
  yearPathBuilders,
} from './urls.ts';
import { type ContentFile, decodeUtf8 } from './parse/decode-text.ts';
import type { Issue } from './issues.ts';
import { sha256 } from './hash.ts';
import { type AgendaItem, type Meeting, hasOwnHeading } from './model.ts';
import {
  type Redirect,
  type RedirectTarget,
  checkRedirects,
  resolveRedirect,
  redirectsFileName,
  suffixAfter,
} from './redirects.ts';
import type { RegisterEntry } from './register.ts';
import { hasPositions } from './attribution.ts';
import type { Paragraph } from './parse/parse-body.ts';
import { hasEvents, buildTimeline } from './timeline.ts';
import { groupByYear } from './group-by-date.ts';

/** An address that was published, as a path below the site's base: `/meetings/2013-…/1-2/#p1`. */
export interface Permalink {
  address: string;
  /** The hash of the words that it stands for, where it is a passage at home; the same words elsewhere have none. */
  words?: string;
  /** The hashes of what it stood for before its words were corrected, and the days of the corrections. */
  before: { words: string; until: string }[];
}

/** A list of addresses: its file, and the line of each. */
export interface PermalinkList {
  file: string;
  links: (Permalink & { line: number })[];
}

/** What is published now: its address, and the hash of its words where it is a passage. */
export type CurrentUrls = ReadonlyMap<string, string | undefined>;

interface Content {
  meetings: readonly Meeting[];
  entries: readonly RegisterEntry[];
}

/** What was published, and where what is gone leads. */
interface Published {
  permalinks: readonly PermalinkList[];
  redirects: readonly Redirect[];
}

/** The name of the lists, in a meeting's folder and for the site. */
export const permalinksFileName = 'permalinks.txt';

/** The first 12 digits of the SHA-256 of some words. A slip that keeps them is one in 280 million million. */
export function textHash(words: string): string {
  return sha256(words).slice(0, 12);
}

/** All that the record publishes, by the list that it belongs to. */
export function currentUrlsByFile({ meetings, entries }: Content): Map<string, CurrentUrls> {
  const site = [
    ...sitePaths,
    // Here too: a folder that is deleted takes its own list with it.
    ...meetings.map(meetingPath),
    ...groupByYear(meetings).flatMap(({ year }) => yearPath(year)),
    ...entries.flatMap((entry) => entryPath(entry)),
  ];
  return new Map<string, CurrentUrls>([
    [permalinksFileName, new Map(site.map((path) => [path, undefined]))],
    ...meetings.map((meeting): [string, CurrentUrls] => [
      `meetings/${meeting.id}/${permalinksFileName}`,
      ofMeeting(meeting),
    ]),
  ]);
}

/** All that the record publishes. */
export function currentUrls(content: Content): CurrentUrls {
  return new Map([...currentUrlsByFile(content).values()].flatMap((own) => [...own]));
}

function ofMeeting(meeting: Meeting): CurrentUrls {
  const published = new Map<string, string | undefined>();
  const add = (address: string, words?: string): void => {
    published.set(address, words);
  };
  const addPassages = (item: AgendaItem | undefined, paragraphs: readonly Paragraph[]): void => {
    for (const passage of paragraphs.flatMap((paragraph) => [paragraph, ...paragraph.sentences])) {
      add(passagePath(meeting, item, passage), textHash(passage.text));
      add(fullTextPassagePath(meeting, item, passage));
    }
  };
  for (const form of meetingPathBuilders) add(form(meeting));
  if (hasPositions(meeting)) add(positionsPath(meeting));
  if (hasEvents(buildTimeline(meeting))) add(followUpPath(meeting));
  addPassages(undefined, meeting.introduction);
  for (const section of meeting.sections) {
    add(sectionPath(meeting, section));
    add(`${fullTextPath(meeting)}#${String(section.number)}`);
    for (const item of section.items) {
      for (const form of itemPathBuilders) add(form(meeting, item));
      if (hasOwnHeading(section, item)) add(`${fullTextPath(meeting)}#${item.id}`);
      addPassages(item, item.paragraphs);
    }
  }
  return published;
}

/** The page or file of a fragment. */
function pageOf(address: string): string {
  return address.replace(/#.*$/u, '');
}

const pageLine = /^\/[a-z0-9./-]*$/u;
const fragmentLine = /^(#[a-z0-9-]+)(?: ([0-9a-f]{12})((?: \([0-9a-f]{12} until \d{4}-\d\d-\d\d\))*))?$/u;

/** Reads all lists. A line that the command would not have written is a fault. */
export function parsePermalinkLists(files: readonly ContentFile[], issues: Issue[]): PermalinkList[] {
  return files
    .filter(({ path }) => path.split('/').at(-1) === permalinksFileName)
    .map((file) => ({ file: file.path, links: readList(file, issues) }));
}

function readList(file: ContentFile, issues: Issue[]): PermalinkList['links'] {
  const links: PermalinkList['links'] = [];
  const known = new Set<string>();
  let page: string | undefined;
  for (const [index, row] of (decodeUtf8(file, issues) ?? '').split(/\r?\n/u).entries()) {
    if (row === '' || row.startsWith('# ')) continue;
    const line = index + 1;
    const [, fragment, words, before = ''] = fragmentLine.exec(row) ?? [];
    if (pageLine.test(row)) page = row;
    else if (fragment === undefined || page === undefined) {
      const message = `'${row.slice(0, 80)}' is no line that 'npm run permalinks' writes; bring the line back as it was`;
      issues.push({ code: 'invalid-permalinks-line', file: file.path, line, message });
      continue;
    }
    const address = `${page}${fragment ?? ''}`;
    if (known.has(address)) {
      const message = `lists '${address}' twice`;
      issues.push({ code: 'duplicate-permalink', file: file.path, line, message });
    }
    known.add(address);
    const past = [...before.matchAll(/\((\S+) until (\S+)\)/gu)];
    links.push({
      address,
      line,
      ...(words === undefined ? {} : { words }),
      before: past.map(([, old = '', until = '']) => ({ words: old, until })),
    });
  }
  return links;
}

const header =
  '# All addresses that were ever published, and the hashes of the words behind their fragments.\n' +
  "# 'npm run permalinks' writes this list, and only adds to it.\n";

/** A list as its file: a page a line, and below it the fragments of the page. */
export function serializePermalinks(links: readonly Permalink[]): string {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const pages = Map.groupBy(links, ({ address }) => pageOf(address));
  const lines = [...pages]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([page, own]) => [
      page,
      ...own
        .filter(({ address }) => address !== page)
        .sort((a, b) => compare(a.address, b.address))
        .map(({ address, words, before }) =>
          [
            address.slice(page.length),
            ...(words === undefined ? [] : [words]),
            ...before.map((past) => `(${past.words} until ${past.until})`),
          ].join(' '),
        ),
    ]);
  return `${header}${lines.join('\n')}\n`;
}

/** What was published and is no longer there, and where it leads. */
export interface MovedUrl {
  from: string;
  to: string;
  /** Whether it is there, at its new address; else it is nowhere, and the other is to be read in its place. */
  kept: boolean;
}

/** Where all leads that was published and is no longer there. What leads nowhere is a fault, and not in here. */
export function resolveMovedUrls(
  lists: readonly PermalinkList[],
  redirects: readonly Redirect[],
  published: CurrentUrls,
): MovedUrl[] {
  const gone = new Set(lists.flatMap(({ links }) => links.map(({ address }) => address)));
  return [...gone]
    .filter((address) => !published.has(address))
    .flatMap((from) => {
      const target = targetOf(from, redirects, published);
      return target ? { from, to: target.to, kept: !target.whole } : [];
    });
}

/** What readers of one page have to be told of: a page that is elsewhere, or passages that are. */
export interface MovedPage {
  page: string;
  /** Where the page itself leads; undefined where it is still there. */
  to: string | undefined;
  kept: boolean;
  /** Fragments that do not lead to their like on the new page. */
  fragments: { id: string; to: string; kept: boolean }[];
}

/** What moved, by page. Files are not in here: they have no words for their readers. */
export function groupByPage(moved: readonly MovedUrl[]): MovedPage[] {
  const pages = Map.groupBy(moved, ({ from }) => pageOf(from));
  return [...pages]
    .filter(([page]) => page.endsWith('/'))
    .map(([page, own]) => {
      const whole = own.find(({ from }) => from === page);
      const fragments = own
        .filter(({ from, to }) => from !== page && to !== `${whole?.to ?? ''}${from.slice(page.length)}`)
        .map(({ from, to, kept }) => ({ id: from.slice(page.length + 1), to, kept }));
      return { page, to: whole?.to, kept: whole?.kept ?? true, fragments };
    });
}

/** Where an address leads that is no longer there. */
function targetOf(
  address: string,
  redirects: readonly Redirect[],
  published: CurrentUrls,
): RedirectTarget | undefined {
  const target = resolveRedirect(address, redirects);
  if (target) return target;
  // What the page of the whole text shows has its home on an item's page, and goes where that went.
  const home = canonicalPassagePath(address);
  if (home === undefined) return undefined;
  return published.has(home) ? { to: home, own: true, whole: false } : resolveRedirect(home, redirects);
}

/**
 * Compares what was ever published with what is.
 *
 * @param corrected whether an editor says that the words at an address were corrected; nobody does in a build
 * @returns faults: what vanished, what means other words, redirects that are wrong; warnings: what is in no list yet
 */
export function checkPermalinks(
  { permalinks: lists, redirects, ...content }: Content & Published,
  corrected: (address: string) => boolean = () => false,
): Issue[] {
  const published = currentUrls(content);
  const all = lists.flatMap(({ file, links }) => links.map((link) => ({ file, ...link })));
  const listed = new Set(all.map(({ address }) => address));
  const issues = checkRedirects(
    redirects,
    (address) => listed.has(address),
    (address) => published.has(address),
  );
  /** What is said once: of a page and not of its fragments, of a passage and not of its copy in the whole text. */
  const said = new Set<string>();
  const isSaid = (address: string): boolean => {
    const home = canonicalPassagePath(address);
    return [...said].some(
      (owner) =>
        suffixAfter(address, owner) !== undefined ||
        (home !== undefined && suffixAfter(home, owner) !== undefined),
    );
  };
  const rank = (address: string): number => {
    if (!address.includes('#')) return address.endsWith('/') ? 0 : 1;
    if (!published.has(address)) return 2;
    return /#p\d+s\d+$/u.test(address) ? 3 : 4;
  };
  // What vanished before its parts; of what was corrected the sentences before their paragraphs.
  const inOrder = all.toSorted((a, b) => rank(a.address) - rank(b.address));
  for (const { file, line, address, words } of inOrder) {
    const target = published.has(address)
      ? { to: address, own: false }
      : targetOf(address, redirects, published);
    if (isSaid(address)) continue;
    const paragraph = /#p\d+$/u.test(address);
    if (!target) {
      const message = `'${address}' was published and is no longer there; bring it back, or say in ${redirectsFileName} where it went`;
      issues.push({ code: 'missing-permalink', file, line, message });
    } else if (!published.has(target.to)) {
      // A redirect's own target is checked with the redirects.
      if (target.own) continue;
      const message = `'${address}' would lead to '${target.to}', which is not there; give it a redirect of its own`;
      issues.push({ code: 'missing-permalink', file, line, message });
    } else if (words !== undefined && !target.own && published.get(target.to) !== words) {
      if (corrected(target.to)) continue;
      // One of its sentences has been named.
      if (paragraph && [...said].some((other) => suffixAfter(other, address))) continue;
      const message = otherWords(address, target.to, words, published);
      issues.push({ code: 'changed-words', file, line, message });
    } else continue;
    said.add(address);
  }
  issues.push(...lostLists(lists), ...untoldCorrections(content, lists));
  // No fault: a meeting that is being written has promised nothing yet. The tests, which a site passes before it is
  // published, let no such warning pass.
  const unlisted = [...published.keys()].filter((address) => !listed.has(address));
  const [first] = unlisted;
  const message = `${String(unlisted.length)} addresses are in no list yet, such as '${first ?? ''}'; run 'npm run permalinks' before they are published`;
  if (first !== undefined) issues.push({ code: 'unlisted-permalink', file: permalinksFileName, message });
  return issues;
}

function otherWords(address: string, to: string, words: string, published: CurrentUrls): string {
  const [now] = [...published].find(([, hash]) => hash === words) ?? [];
  const moved = now === undefined ? '' : ` (the words that were there are now at '${now}')`;
  const where = address === to ? '' : `, by a redirect to '${to}'`;
  const cure = address === to ? 'bring them back' : 'give it a redirect of its own';
  return `'${address}' would come to mean other words${where}${moved}; ${cure}, or, if they were corrected, say so in 'corrections' of meeting.md and run 'npm run permalinks -- ${to}'`;
}

/** The site's list names each meeting that was ever published: its own list must be somewhere. */
function lostLists(lists: readonly PermalinkList[]): Issue[] {
  const [site] = lists.filter(({ file }) => file === permalinksFileName);
  const own = new Set(
    lists.filter((list) => list !== site).flatMap(({ links }) => links.map(({ address }) => address)),
  );
  return (site?.links ?? [])
    .filter(({ address }) => /^\/meetings\/\d{4}-[^/]+\/$/u.test(address) && !own.has(address))
    .map(({ address }) => ({
      code: 'missing-permalinks-file',
      file: `${address.slice(1)}${permalinksFileName}`,
      message: `is missing; it lists all that was published of '${address}': bring it back, if need be alone`,
    }));
}

/** A correction that the list remembers must be told to readers too. */
function untoldCorrections({ meetings }: Content, lists: readonly PermalinkList[]): Issue[] {
  return meetings.flatMap(({ id, corrections }): Issue[] => {
    const file = `meetings/${id}/${permalinksFileName}`;
    const links = lists.find((list) => list.file === file)?.links ?? [];
    const [untold] = links.flatMap(({ line, before }) =>
      before
        .filter(({ until }) => !corrections.some(({ date }) => date === until))
        .map(({ until }) => ({ line, until })),
    );
    if (!untold) return [];
    const message = `remembers a correction of ${untold.until}, of which 'corrections' of meeting.md does not tell`;
    return [{ code: 'undisclosed-correction', file, line: untold.line, message }];
  });
}

/**
 * The lists with what is published now, and with the words of what was corrected.
 *
 * @param corrected whether the words at an address were corrected
 * @param day the day of a meeting's last correction, by the file of its list
 */
export function updatePermalinkLists(
  content: Content,
  lists: readonly PermalinkList[],
  redirects: readonly Redirect[],
  corrected: (address: string) => boolean,
  day: (file: string) => string,
): { file: string; links: Permalink[] }[] {
  const published = currentUrls(content);
  const now = currentUrlsByFile(content);
  const files = new Set([...now.keys(), ...lists.map(({ file }) => file)]);
  return [...files].map((file) => {
    const old = lists.find((list) => list.file === file)?.links ?? [];
    const known = new Set(old.map(({ address }) => address));
    const fresh = [...(now.get(file) ?? [])].filter(([address]) => !known.has(address));
    return {
      file,
      links: [
        ...old.map((link): Permalink => {
          const to = published.has(link.address)
            ? link.address
            : targetOf(link.address, redirects, published)?.to;
          const words = to === undefined ? undefined : published.get(to);
          if (to === undefined || words === undefined || link.words === undefined) return link;
          if (words === link.words || !corrected(to)) return link;
          return { ...link, words, before: [...link.before, { words: link.words, until: day(file) }] };
        }),
        ...fresh.map(([address, words]): Permalink => ({
          address,
          ...(words === undefined ? {} : { words }),
          before: [],
        })),
      ],
    };
  });
}

/**
 * The lists as `/permalinks.json` publishes them: by page or file, its fragments, each with the hash of its words.
 * What is empty is left out. Addresses have no slash in front, to be resolved against that of the site.
 */
export function permalinksJson(lists: readonly PermalinkList[], moved: readonly MovedUrl[]): object[] {
  const places = new Map(moved.map((one) => [one.from, one]));
  const leads = (address: string): object => {
    const place = places.get(address);
    return place ? { [place.kept ? 'movedTo' : 'instead']: place.to.slice(1) } : {};
  };
  const links = new Map(lists.flatMap((list) => list.links.map((link) => [link.address, link])));
  const pages = Map.groupBy(links.values(), ({ address }) => pageOf(address));
  return [...pages].map(([address, own]) => {
    const fragments = own
      .filter((link) => link.address !== address)
      .map(({ address: whole, words, before }) => ({
        id: whole.slice(address.length + 1),
        words,
        ...(before.length > 0 ? { before } : {}),
        ...leads(whole),
      }));
    return { address: address.slice(1), ...leads(address), ...(fragments.length > 0 ? { fragments } : {}) };
  });
}
