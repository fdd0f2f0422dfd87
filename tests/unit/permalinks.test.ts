import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyMovedFiles } from '../../src/integrations/redirect-files.ts';
import { formatIssue, isError } from '../../src/domain/issues.ts';
import {
  updatePermalinkLists,
  resolveMovedUrls,
  groupByPage,
  checkPermalinks,
  permalinksJson,
  currentUrls,
  parsePermalinkLists,
  textHash,
  serializePermalinks,
} from '../../src/domain/permalinks.ts';
import { loadContent } from '../../src/domain/load-content.ts';

import { changed, contentFiles, edited, editedBody, meetingId, textOf } from '../helpers/content.ts';

type Files = Parameters<typeof changed>[0];

const home = `/meetings/${meetingId}/`;
const list = `meetings/${meetingId}/permalinks.txt`;

/** A file of redirects, each as `from → to` or `from ⇒ instead`; addresses of the meeting without its own. */
function leading(...rows: string[]): Files {
  const whole = (address: string): string => (address.startsWith('/') ? address : home + address);
  const lines = rows.map((row) => {
    const [from = '', to = ''] = row.split(/ [→⇒] /u);
    return `  - { from: '${whole(from)}', ${row.includes('→') ? 'to' : 'instead'}: '${whole(to)}' }\n`;
  });
  return { '/redirects.yaml': `redirects:\n${lines.join('')}` };
}

/** 1(5) under the number 1(6): what an editor does who overlooked an item. Its text stays. */
const renumbered: Files = {
  '1-5-child-custody.md': null,
  '1-6-child-custody.md': textOf('1-5-child-custody.md').replace('title:', "label: '(5)'\ntitle:"),
};

/** One sentence of 1(2) put right, in the content and in the source. */
const corrected: Files = {
  ...editedBody('1-2-security.md', 'the previous weekend', 'the weekend before'),
  ...edited('source.txt', 'the previous weekend', 'the weekend before'),
};

/** The meeting under another id, which two terms name. */
const renamedId = '2013-02-22-japan-us-ministers';
const renamed: Files = Object.fromEntries(
  contentFiles.flatMap(({ path, bytes }): [string, Uint8Array | string | null][] => {
    if (path.startsWith('terms/'))
      return [[path, new TextDecoder().decode(bytes).replace(meetingId, renamedId)]];
    if (!path.startsWith(`meetings/${meetingId}/`)) return [];
    return [
      [path, null],
      [path.replace(meetingId, renamedId), bytes],
    ];
  }),
);

function read(files: Files) {
  const all = changed(files);
  const { content } = loadContent(all);
  return { content, lists: content.permalinks, redirects: content.redirects };
}

/** What the record says, without the addresses' long beginning. */
function said(files: Files): string[] {
  return checkPermalinks(read(files).content)
    .filter(isError)
    .map((issue) => formatIssue(issue).replace(list, 'list').replaceAll(home, ''));
}

function moved(files: Files): Record<string, string> {
  const { content, lists, redirects } = read(files);
  const all = resolveMovedUrls(lists, redirects, currentUrls(content));
  return Object.fromEntries(all.map(({ from, to }) => [from.replace(home, ''), to.replace(home, '')]));
}

test('all that is published is in a list: else run `npm run permalinks`', () => {
  expect(loadContent(contentFiles).issues.map(formatIssue)).toEqual([]);
});

test('lists are written as they are read', () => {
  const lists = parsePermalinkLists(contentFiles, []);
  const files = contentFiles.map(({ path }) => path).filter((path) => path.endsWith('permalinks.txt'));
  expect(lists.map(({ file }) => file).sort()).toEqual(files.sort());
  expect(files).toEqual(expect.arrayContaining(['permalinks.txt', list]));
  for (const { file, links } of lists) {
    const { bytes } = contentFiles.find(({ path }) => path === file) ?? {};
    expect(serializePermalinks(links)).toBe(new TextDecoder().decode(bytes));
  }
});

test('a fragment has the hash of its words at home, and none on the page of the whole text', () => {
  const published = currentUrls(loadContent(contentFiles).content);
  expect(published.get(`${home}1-2/#p2s1`)).toBe(
    textHash(
      'Regarding the relocation of U.S. Marine Corps Air Station Futenma, the two ministers confirmed that both sides would continue communication between the diplomatic authorities based on the discussion at the Summit Meeting.',
    ),
  );
  expect(published.has(`${home}text/#1-2-p2s1`)).toBe(true);
  expect(published.get(`${home}text/#1-2-p2s1`)).toBeUndefined();
  expect(published.has(`${home}#p1s2`)).toBe(true);
  expect(published.has(`${home}#3`)).toBe(true);
  expect(published.has('/terms/afisma/')).toBe(true);
});

describe('what was published and is gone stops the build', () => {
  test('an item: once, and not each of its fragments and forms', () => {
    expect(said(renumbered)).toEqual([
      "list:46: '1-5/' was published and is no longer there; bring it back, or say in redirects.yaml where it went",
    ]);
  });

  test('a page without which a meeting can do', () => {
    const bare = Object.fromEntries(
      contentFiles
        .filter(({ path }) => path.startsWith(`meetings/${meetingId}/`) && /\/\d-\d-.*\.md$/u.test(path))
        .map(({ path, bytes }) => [
          path,
          new TextDecoder().decode(bytes).replace(/\nfollowUp:\n(?: .*\n)+/u, '\n'),
        ]),
    );
    const around = { 'meeting.md': textOf('meeting.md').replace(/\nrelatedEvents:\n(?: .*\n)+/u, '\n') };
    expect(said({ ...bare, ...around })).toEqual([
      expect.stringMatching(/^list:\d+: 'follow-up\/' was published and is no longer there/u),
    ]);
  });

  test('a paragraph: once, and not its sentences or its copy', () => {
    const joined = {
      ...editedBody('1-3-space-and-cyber-cooperation.md', '\n\nWith regard', ' With regard'),
      ...edited('source.txt', '\nWith regard', ' With regard'),
    };
    expect(said(joined)).toEqual([
      expect.stringMatching(/^list:\d+: '1-3\/#p3' was published and is no longer there/u),
      expect.stringMatching(/^list:\d+: '1-3\/#p2' would come to mean other words/u),
    ]);
  });

  test('a person', () => {
    expect(said({ 'people/yokoi.md': null })).toEqual([
      expect.stringMatching(/^permalinks\.txt:\d+: '\/people\/yokoi\/' was published/u),
    ]);
  });

  test('a meeting under another id, and a list that went with its folder', () => {
    const gone = `'${home}' was published and is no longer there; bring it back, or say in redirects.yaml where it went`;
    const { content } = read(renamed);
    expect(checkPermalinks(content).filter(isError).map(formatIssue)).toEqual([
      expect.stringContaining(gone),
    ]);
    const lost = { ...renamed, [`meetings/${renamedId}/permalinks.txt`]: null };
    const bereft = read({ ...lost, ...leading(`${home} → /meetings/${renamedId}/`) });
    expect(checkPermalinks(bereft.content).filter(isError).map(formatIssue)).toEqual([
      `${list}: is missing; it lists all that was published of '${home}': bring it back, if need be alone`,
    ]);
  });
});

describe('a redirect leads on', () => {
  test('from an item with its fragments, and from its place in the whole text', () => {
    const files = { ...renumbered, ...leading('1-5/ → 1-6/') };
    expect(said(files)).toEqual([]);
    expect(moved(files)).toEqual({
      '1-5.json': '1-6.json',
      '1-5.md': '1-6.md',
      '1-5/': '1-6/',
      '1-5/#p1': '1-6/#p1',
      '1-5/#p1s1': '1-6/#p1s1',
      '1-5/#p1s2': '1-6/#p1s2',
      '1-5/#p1s3': '1-6/#p1s3',
      'text/#1-5': '1-6/',
      'text/#1-5-p1': '1-6/#p1',
      'text/#1-5-p1s1': '1-6/#p1s1',
      'text/#1-5-p1s2': '1-6/#p1s2',
      'text/#1-5-p1s3': '1-6/#p1s3',
    });
  });

  test('from all of a meeting', () => {
    const files = { ...renamed, ...leading(`${home} → /meetings/${renamedId}/`) };
    expect(said(files)).toEqual([]);
    const leads = moved(files);
    expect(leads['1-2/#p2s1']).toBe(`/meetings/${renamedId}/1-2/#p2s1`);
    expect(leads['text/#1-2-p2']).toBe(`/meetings/${renamedId}/text/#1-2-p2`);
    expect(leads[`/meetings/${meetingId}.txt`]).toBe(`/meetings/${renamedId}.txt`);
    const own = Object.values(leads).filter((to) => !to.startsWith(`/meetings/${renamedId}`));
    expect(own).toEqual([]);
  });

  test('from a file, where a program reads no page that would lead it on, by a copy', () => {
    const folder = mkdtempSync(join(tmpdir(), 'briefings-'));
    const { content, lists, redirects } = read({
      ...renamed,
      ...leading(`${home} → /meetings/${renamedId}/`),
    });
    const links = resolveMovedUrls(lists, redirects, currentUrls(content));
    for (const { to } of links.filter((link) => /\.\w+$/u.test(link.to))) {
      mkdirSync(dirname(join(folder, to)), { recursive: true });
      writeFileSync(join(folder, to), `what is at ${to}`);
    }
    copyMovedFiles(folder, links);
    for (const form of ['.txt', '.json', '.md', '.pdf', '/1-2.json'])
      expect(readFileSync(join(folder, `meetings/${meetingId}${form}`), 'utf8')).toBe(
        `what is at /meetings/${renamedId}${form}`,
      );
    rmSync(folder, { recursive: true });
  });

  test('to what is to be read instead: all to one place', () => {
    const files = { ...renumbered, ...leading('1-5/ ⇒ 1-4/#p1') };
    expect(said(files)).toEqual([]);
    expect(new Set(Object.values(moved(files)))).toEqual(new Set(['1-4/#p1']));
  });

  test('but not to other words, nor to nowhere', () => {
    expect(said({ ...renumbered, ...leading('1-5/ → 1-4/') })).toEqual([
      expect.stringMatching(
        /^list:\d+: '1-5\/#p1' would come to mean other words, by a redirect to '1-4\/#p1' \(the words that were there are now at '1-6\/#p1'\); give it a redirect of its own/u,
      ),
    ]);
    expect(said({ ...renumbered, ...leading('1-5/ → 1-4/', '1-5/#p1 → 1-6/#p1') })).toEqual([]);
    expect(said({ ...renumbered, ...leading('1-5/ → 1-4/', '1-5/#p1 → 1-4/#p1') })).toEqual([
      expect.stringMatching(/^list:\d+: '1-5\/#p1s1' would come to mean other words/u),
      expect.stringMatching(/^list:\d+: '1-5\/#p1s2' would come to mean other words/u),
      expect.stringMatching(/^list:\d+: '1-5\/#p1s3' would lead to '1-4\/#p1s3', which is not there/u),
    ]);
  });

  test('from one passage, with its own sentences', () => {
    const joined = {
      ...editedBody('1-3-space-and-cyber-cooperation.md', '\n\nWith regard', ' With regard'),
      ...edited('source.txt', '\nWith regard', ' With regard'),
    };
    const files = { ...joined, ...leading('1-3/#p3 ⇒ 1-3/#p2', '1-3/#p3s1 → 1-3/#p2s2') };
    expect(said(files)).toEqual([expect.stringMatching(/'1-3\/#p2' would come to mean other words/u)]);
    expect(moved(files)).toEqual({
      '1-3/#p3': '1-3/#p2',
      '1-3/#p3s1': '1-3/#p2s2',
      'text/#1-3-p3': '1-3/#p2',
      'text/#1-3-p3s1': '1-3/#p2s2',
    });
  });

  test('pages tell of what left them, and of fragments that do not follow', () => {
    const { content, lists, redirects } = read({
      ...renumbered,
      ...leading('1-5/ → 1-6/', '1-5/#p1s3 ⇒ 1-4/#p1'),
    });
    const pages = groupByPage(resolveMovedUrls(lists, redirects, currentUrls(content)));
    expect(pages.map(({ page, to }) => [page, to])).toEqual([
      [`${home}1-5/`, `${home}1-6/`],
      [`${home}text/`, undefined],
    ]);
    expect(pages[0]?.fragments).toEqual([{ id: 'p1s3', to: `${home}1-4/#p1`, kept: false }]);
    expect(pages[1]?.fragments.map(({ id }) => id)).toContain('1-5-p1s1');
  });

  test('to nothing that a content file could choose freely', () => {
    for (const to of [
      'https://example.org/',
      '//example.org/',
      'javascript:alert(1)',
      '/../x/',
      '/a b/',
      '/x//',
    ]) {
      const all = changed({
        ...renumbered,
        '/redirects.yaml': `redirects:\n  - { from: '${home}1-5/', to: '${to}' }\n`,
      });
      expect(loadContent(all).issues.map(formatIssue), to).toContainEqual(
        expect.stringMatching(/^redirects\.yaml:2 redirects\.0\.to: must be a path of this site/u),
      );
    }
  });
});

describe('words that were corrected', () => {
  const named = `${home}1-2/#p2s2`;
  const isCorrected = (address: string): boolean => address === named || address === `${home}1-2/#p2`;

  test('stop the build, which names the sentence and the way on', () => {
    expect(said(corrected)).toEqual([
      "list:27: '1-2/#p2s2' would come to mean other words; bring them back, or, if they were corrected, say so in 'corrections' of meeting.md and run 'npm run permalinks -- 1-2/#p2s2'",
    ]);
  });

  test('are written down with what stood there before, and until when; nothing else changes', () => {
    const { content, lists, redirects } = read(corrected);
    expect(checkPermalinks(content, isCorrected)).toEqual([]);
    const extended = updatePermalinkLists(content, lists, redirects, isCorrected, () => '2026-11-25');
    const [old] = lists.filter(({ file }) => file === list);
    const [now] = extended.filter(({ file }) => file === list);
    const differing = now?.links.filter(
      ({ address, words }) => old?.links.find((link) => link.address === address)?.words !== words,
    );
    expect(differing?.map(({ address }) => address).sort()).toEqual([`${home}1-2/#p2`, named]);
    const text = serializePermalinks(now?.links ?? []);
    expect(text).toMatch(/\n#p2s2 [0-9a-f]{12} \(a0fff3d24a38 until 2026-11-25\)\n/u);

    const untold = { ...corrected, 'permalinks.txt': text };
    expect(said(untold)).toEqual([
      "list:25: remembers a correction of 2026-11-25, of which 'corrections' of meeting.md does not tell",
    ]);
    const told = edited(
      'meeting.md',
      'before:',
      "corrections:\n  - { date: '2026-11-25', what: A day. }\nbefore:",
    );
    expect(said({ ...untold, ...told })).toEqual([]);
    const after = read({ ...untold, ...told });
    expect(JSON.stringify(permalinksJson(after.lists, []))).toContain(
      '"before":[{"words":"a0fff3d24a38","until":"2026-11-25"}]',
    );
  });

  test('are not written down unless they are named', () => {
    const { content, lists, redirects } = read(corrected);
    const extended = updatePermalinkLists(
      content,
      lists,
      redirects,
      () => false,
      () => '2026-11-25',
    );
    for (const { file, links } of extended)
      expect(serializePermalinks(links)).toBe(
        serializePermalinks(lists.find((own) => own.file === file)?.links ?? []),
      );
  });
});

test('what is new is added, and nothing is ever taken out', () => {
  const files = { ...renumbered, ...leading('1-5/ → 1-6/') };
  const { content, lists, redirects } = read(files);
  const warnings = checkPermalinks(content);
  expect(warnings.map(formatIssue)).toEqual([
    `permalinks.txt: 12 addresses are in no list yet, such as '${home}1-6/'; run 'npm run permalinks' before they are published`,
  ]);
  const extended = updatePermalinkLists(
    content,
    lists,
    redirects,
    () => false,
    () => '',
  );
  for (const { file, links } of lists) {
    const now = new Set(extended.find((own) => own.file === file)?.links.map(({ address }) => address));
    expect(links.filter(({ address }) => !now.has(address))).toEqual([]);
  }
  const withLists = Object.fromEntries(
    extended.map(({ file, links }) => [`/${file}`, serializePermalinks(links)]),
  );
  const after = read({ ...files, ...withLists });
  expect(checkPermalinks(after.content)).toEqual([]);
});

test('a meeting that is withdrawn leaves its list alone in its folder', () => {
  const other = '2014-01-01-a-b';
  const lists = parsePermalinkLists(contentFiles, []);
  const { links = [] } = lists.find(({ file }) => file === 'permalinks.txt') ?? {};
  const files = {
    '/permalinks.txt': `${serializePermalinks(links)}/meetings/${other}/\n`,
    [`meetings/${other}/permalinks.txt`]: `/meetings/${other}/\n#p1 000000000000\n/meetings/${other}.txt\n`,
    ...leading(`/meetings/${other}/ ⇒ /meetings/`),
  };
  expect(said(files)).toEqual([]);
  expect(new Set(Object.values(moved(files)))).toEqual(new Set(['/meetings/']));
});
