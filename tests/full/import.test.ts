/** A site with meetings that were just imported and that nobody has filled in, next to the real one. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContentDir } from '../../src/loaders/read-content-dir.ts';
import { expectedSourceLines } from '../../src/domain/checks/verify-source.ts';
import { parsePermalinkLists } from '../../src/domain/permalinks.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { brokenLinks, build, filesOf, htmlFaults, pagesOf, remove } from '../helpers/built-site.ts';

const temporary = mkdtempSync(join(tmpdir(), 'briefings-'));
const content = join(temporary, 'content');
const site = join(temporary, 'site');

/** The newest, with paragraphs for sections; one that is an introduction alone; one without an introduction or a title. */
const summaries = [
  `Japan-India Meeting (Summary)
March 4, 2024

The two ministers met in Tokyo.

1. The two ministers exchanged views on trade & agreed to meet
   again.
2. World

They welcomed it.
(1)Security
They discussed Syria.
(2) They agreed that nothing was to be lost.

Back to Top
`,
  'Japan-Peru Talks\n22 May 2015\nThe ministers met in Lima.\nThey parted.\n',
  'May 23, 2016\n1. Trade\nThey discussed trade.\n',
];
const ids = ['2024-03-04-japan-india', '2015-05-22-japan-peru-talks', '2016-05-23-meeting'];
let output = '';

function run(command: string, ...rest: string[]): void {
  const { status, stderr } = spawnSync('node_modules/.bin/node', [`src/cli/${command}.ts`, ...rest], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT: content },
  });
  if (status !== 0) throw new Error(stderr);
}

beforeAll(() => {
  cpSync('content', content, { recursive: true });
  for (const [index, summary] of summaries.entries()) {
    const path = join(temporary, `${String(index)}.txt`);
    writeFileSync(path, summary);
    run('import', path);
  }
  run('permalinks');
  const built = build(site, { CONTENT: content });
  if (built.code !== 0) throw new Error(built.output);
  ({ output } = built);
});
afterAll(() => {
  remove(temporary);
});

test('the build goes on, and says what is to be filled in', () => {
  for (const id of ids) {
    for (const field of ['place', 'sides', 'source.publisher', 'source.address', 'source.licence'])
      expect(output).toContain(`meetings/${id}/meeting.md ${field}: `);
  }
});

test('every word of the summaries is on the pages of their whole text, in order', () => {
  const pages = new Map(pagesOf(site).map((page) => [page.address, page.$]));
  const { meetings } = loadContent(readContentDir(content)).content;
  for (const id of ids) {
    const meeting = meetings.find((own) => own.id === id);
    const $ = pages.get(`meetings/${id}/text/`);
    if (!meeting || !$) throw new Error(id);
    $('.paragraph-number').remove();
    const shown = $('main').text().replace(/\s+/gu, ' ');
    let at = 0;
    for (const { text } of expectedSourceLines(meeting).flatMap(({ parts }) => parts)) {
      const found = shown.indexOf(text, at);
      expect(found, text).toBeGreaterThanOrEqual(at);
      at = found + text.length;
    }
    expect(readFileSync(join(site, `meetings/${id}.txt`), 'utf8')).toBe(summaries[ids.indexOf(id)]);
  }
});

test('every page is valid HTML, and every link leads to a page and a place on it', async () => {
  const pages = pagesOf(site);
  for (const page of pages) expect(await htmlFaults(page), page.address).toEqual([]);
  expect(brokenLinks(site)).toEqual([]);
});

test('every permalink of the summaries is a page or a file, each fragment on its page once', () => {
  const links = parsePermalinkLists(readContentDir(content), []).flatMap((list) => list.links);
  const addresses = links.map(({ path }) => path);
  for (const id of ids) expect(addresses).toContain(`/meetings/${id}/text/`);
  const pages = new Map(pagesOf(site).map(({ address, $ }) => [`/${address}`, $]));
  const files = filesOf(site).map((file) => `/${file.replace(/(^|\/)index\.html$/u, '$1')}`);
  const broken = addresses.filter((address) => {
    const [page = '', id] = address.split('#');
    return !files.includes(page) || (id !== undefined && pages.get(page)?.(`[id="${id}"]`).length !== 1);
  });
  expect(broken).toEqual([]);
});

test('items have their addresses, by their place, and show their printed numbers', () => {
  const items = filesOf(site).filter(
    (file) => file.startsWith(`meetings/${ids[0] ?? ''}/`) && file.endsWith('index.html'),
  );
  expect(items.map((file) => file.split('/').at(-2))).toEqual(['1', '2-0', '2-1', '2-2', ids[0], 'text']);
  const page = pagesOf(site).find(({ address }) => address === `meetings/${ids[0] ?? ''}/text/`);
  for (const label of ['1.', '2.', '(1)', '(2)']) expect(page?.$('main').text()).toContain(label);
});

test('what is not known is left out of pages and of all that programs read', () => {
  for (const { address, html, $ } of pagesOf(site)) {
    const text = $('main, footer').text();
    expect(text, address).not.toMatch(/\bundefined\b|\bnull\b|\bNaN\b|, ,|“”| ,|\(\)/u);
    expect(html, address).not.toMatch(/content="(?:undefined|,|“”)?"|href=""|"undefined"/u);
    for (const fact of $('dt + dd').toArray()) expect($(fact).text().trim(), address).not.toBe('');
  }
  for (const file of filesOf(site).filter(
    (name) =>
      /\.(?:json|md|xml|txt)$/u.test(name) &&
      ids.some((id) => name.includes(id) || /^(?:feed|meetings|llms)/u.test(name)),
  ))
    expect(readFileSync(join(site, file), 'utf8'), file).not.toMatch(
      /\bundefined\b|: null\b|\]\(\): |: , |Accessed NaN/u,
    );
});
