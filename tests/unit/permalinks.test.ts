import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type SiteContent, loadContent } from '../../src/domain/load-content.ts';
import {
  currentHashes,
  parsePermalinkLists,
  permalinksJson,
  resolveMovedUrls,
  serializePermalinks,
  updatePermalinkLists,
} from '../../src/domain/permalinks.ts';
import { groupByPage } from '../../src/domain/redirects.ts';
import {
  changed,
  contentFiles,
  edited,
  editedBody,
  issuesOf,
  meetingId,
  textOf,
} from '../helpers/content.ts';

type Files = Parameters<typeof changed>[0];

const home = `/meetings/${meetingId}/`;
const load = (files: Files): SiteContent => loadContent(changed(files)).content;
const findIssues = (files: Files): string[] =>
  issuesOf(files).filter((issue) => issue.includes('permalinks.txt'));

/** `redirects.yaml`; paths without a slash are those of the meeting. */
function redirects(rows: Record<string, string>): Files {
  const full = (path: string): string => (path.startsWith('/') ? path : home + path);
  const lines = Object.entries(rows).map(([from, to]) => `'${full(from)}': '${full(to)}'\n`);
  return { '/redirects.yaml': lines.join('') };
}

/** Item 1(5) gets the number 1(6); its text stays. */
const renumbered: Files = {
  '1-5-child-custody.md': null,
  '1-6-child-custody.md': textOf('1-5-child-custody.md').replace('title:', "label: '(5)'\ntitle:"),
};

/** The last two paragraphs of 1(3) become one. */
const joined: Files = {
  ...editedBody('1-3-space-and-cyber-cooperation.md', '\n\nWith regard', ' With regard'),
  ...edited('source.txt', '\nWith regard', ' With regard'),
};

const corrected: Files = {
  ...editedBody('1-2-security.md', 'the previous weekend', 'the weekend before'),
  ...edited('source.txt', 'the previous weekend', 'the weekend before'),
};
const correction =
  "corrections: [{ date: '2026-11-25', what: A day., paragraphs: ['1-2/#p2 b832efda020f'] }]";
const declared: Files = { ...corrected, ...edited('meeting.md', 'before:', `${correction}\nbefore:`) };

/** The meeting gets another id, which two terms name. */
const newHome = '/meetings/2013-02-22-japan-us-ministers/';
const renamed: Files = Object.fromEntries(
  contentFiles.flatMap(({ path, bytes }): [string, Uint8Array | string | null][] => {
    const moved = `/${path}`.replace(home, newHome).slice(1);
    const text = new TextDecoder().decode(bytes).replace(home.slice(10, -1), newHome.slice(10, -1));
    if (path.startsWith('terms/')) return [[path, text]];
    const files: [string, Uint8Array | null][] = [
      [path, null],
      [moved, bytes],
    ];
    return moved === path ? [] : files;
  }),
);

test('every URL is in a list: otherwise run `npm run permalinks`', () => {
  expect(findIssues({})).toEqual([]);
});

test('a list is written as it is read', () => {
  for (const { file, links } of parsePermalinkLists(contentFiles, [])) {
    const { bytes } = contentFiles.find(({ path }) => path === file) ?? {};
    expect(serializePermalinks(links)).toBe(new TextDecoder().decode(bytes));
  }
});

test('a passage has the hash of its text, its copy in the full text has none', () => {
  const content = load({});
  const hashes = currentHashes(content);
  const [sentence] = content.meetings[0]?.introduction[0]?.sentences ?? [];
  expect(hashes.get(`${home}#p1s1`)).toBe(hash('sha256', sentence?.text ?? '').slice(0, 12));
  expect([...hashes]).toContainEqual([`${home}text/#intro-p1s1`, undefined]);
});

const list = '…/permalinks.txt';
const unlisted = 'permalinks.txt unlisted-permalink';
test.each<[string, Files, issues: string[]]>([
  ['an item', renumbered, [`${list} missing-permalink`, unlisted]],
  ['a redirected item', { ...renumbered, ...redirects({ '1-5/': '1-6/' }) }, [unlisted]],
  ['a joined paragraph', joined, [`${list} missing-permalink`, `${list} changed-words`, unlisted]],
  ['a corrected sentence', corrected, [`${list} changed-words`]],
  ['a declared correction', declared, [`${list} unlisted-permalink`]],
  ['a person', { 'people/yokoi.md': null }, ['permalinks.txt missing-permalink']],
  ['a meeting', renamed, ['permalinks.txt missing-permalink', unlisted]],
  [
    'the list of a meeting',
    { ...renamed, [`${newHome.slice(1)}permalinks.txt`]: null, ...redirects({ [home]: newHome }) },
    [`${list} missing-permalinks-file`, unlisted],
  ],
])('what was published and changes is one issue: %s', (_, files, issues) => {
  expect(findIssues(files)).toEqual(issues);
});

describe('redirects', () => {
  const move = (files: Files) => {
    const content = load(files);
    return resolveMovedUrls(content.permalinks, content.redirects, content);
  };

  test.each<[string, Record<string, string>, from: string, to: string | undefined]>([
    ['a page to a page', { '1-5/': '1-6/' }, '1-5/', '1-6/'],
    ['a fragment to the same text', { '1-5/': '1-6/' }, '1-5/#p1s2', '1-6/#p1s2'],
    ['a format to the same format', { '1-5/': '1-6/' }, '1-5.json', '1-6.json'],
    ['a heading of the full text to the page', { '1-5/': '1-6/' }, 'text/#1-5', '1-6/'],
    ['a copy to the passage', { '1-5/': '1-6/' }, 'text/#1-5-p1', '1-6/#p1'],
    ['a fragment whose text is not there to the page', { '1-5/': '1-4/' }, '1-5/#p1', '1-4/'],
    ['a fragment to its own target', { '1-5/': '1-4/', '1-5/#p1': '1-6/#p1' }, '1-5/#p1', '1-6/#p1'],
    ['no page of a redirected fragment', { '1-5/#p1': '1-6/#p1' }, '1-5/', undefined],
  ])('lead %s', (_, rows, from, to) => {
    const moved = move({ ...renumbered, ...redirects(rows) });
    expect(moved.find((url) => url.from === home + from)?.to).toBe(to === undefined ? to : home + to);
  });

  test('lead all URLs of a meeting to the same below its new one', () => {
    const moved = move({ ...renamed, ...redirects({ [home]: newHome }) });
    expect(moved).toContainEqual({ from: `${home}text/#1-2-p2`, to: `${newHome}text/#1-2-p2` });
    for (const { from, to } of moved) expect(to).toBe(from.replace(home.slice(0, -1), newHome.slice(0, -1)));
  });

  test('are grouped by page, with the fragments that do not follow it', () => {
    const pages = groupByPage(
      move({ ...renumbered, ...redirects({ '1-5/': '1-6/', '1-5/#p1s3': '1-4/#p1' }) }),
    );
    const fragments = [{ id: 'p1s3', to: `${home}1-4/#p1` }];
    expect(pages).toContainEqual({ page: `${home}1-5/`, to: `${home}1-6/`, fragments });
    const fullText = pages.find(({ page }) => page === `${home}text/`);
    expect(fullText?.to).toBeUndefined();
    expect(fullText?.fragments).toContainEqual({ id: '1-5-p1s1', to: `${home}1-6/#p1s1` });
  });
});

describe('an update of the lists', () => {
  const update = (files: Files): Files => {
    const content = load(files);
    const lists = updatePermalinkLists(content.permalinks, content);
    return Object.fromEntries(lists.map(({ file, links }) => [`/${file}`, serializePermalinks(links)]));
  };

  test('adds what is new and removes nothing', () => {
    const files = { ...renumbered, ...redirects({ '1-5/': '1-6/' }) };
    const updated = update(files);
    expect(findIssues({ ...files, ...updated })).toEqual([]);
    const lines = String(updated[`${home}permalinks.txt`]).split('\n');
    expect(lines).toEqual(expect.arrayContaining(textOf('permalinks.txt').split('\n')));
  });

  test('has the new hashes of a declared correction, and of no other change', () => {
    expect(findIssues({ ...declared, ...update(declared) })).toEqual([]);
    expect(findIssues({ ...corrected, ...update(corrected) })).toEqual([`${list} changed-words`]);
  });

  test('a declared correction declares no later change', () => {
    const later = {
      ...editedBody('1-2-security.md', 'the previous weekend', 'the last weekend'),
      ...edited('source.txt', 'the previous weekend', 'the last weekend'),
    };
    expect(findIssues({ ...declared, ...update(declared), ...later })).toEqual([`${list} changed-words`]);
  });
});

test('/permalinks.json lists pages with their fragments, and where they moved', () => {
  const links = [{ path: '/a/#p1', hash: '8385bda175fb' }];
  const fragments = [{ id: 'p1', words: '8385bda175fb', movedTo: 'b/#p1' }];
  expect(permalinksJson([{ file: '', links }], [{ from: '/a/#p1', to: '/b/#p1' }])).toEqual([
    { address: 'a/', fragments },
  ]);
});
