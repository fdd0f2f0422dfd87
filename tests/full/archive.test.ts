/** A site of many meetings: nothing lists all of them, and all of them are reached. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateArchive } from '../helpers/generate-archive.ts';
import { type Page, brokenLinks, build, linksOf, pagesOf, remove } from '../helpers/built-site.ts';

const temporary = mkdtempSync(join(tmpdir(), 'briefings-'));
const content = join(temporary, 'content');
const outDir = join(temporary, 'site');
let pages: Map<string, Page>;

beforeAll(() => {
  generateArchive(content, 120);
  // What nearly every item names.
  writeFileSync(
    join(content, 'terms/the-two-ministers.md'),
    '---\nname: The two ministers\nkind: subject\nforms: [The two ministers]\n---\n',
  );
  const { code, output } = build(outDir, { CONTENT: content });
  if (code !== 0) throw new Error(output);
  pages = new Map(pagesOf(outDir).map((page) => [`/${page.address}`, page]));
}, 500_000);
afterAll(() => {
  remove(temporary);
});

/** Pages on which a text stands, whose length is the ministry's. */
const isText = (address: string): boolean => /^\/meetings\/\d{4}-[^/]+\//u.test(address);

test('no page is larger than 100 KB', () => {
  const large = [...pages].filter(([, { html }]) => Buffer.byteLength(html) > 100_000);
  expect(large.map(([address]) => address)).toEqual([]);
});

test('no page of ours lists more than 400 lines', () => {
  const long = [...pages].filter(([address, { $ }]) => !isText(address) && $('main li').length > 400);
  expect(long.map(([address]) => address)).toEqual([]);
});

test('every page is at most four links from the home page', () => {
  const reached = new Set(['/']);
  let last = ['/'];
  for (let click = 0; click < 4; click += 1) {
    const next = last.flatMap((address) => {
      const page = pages.get(address);
      return page ? linksOf(page).map(({ pathname }) => pathname) : [];
    });
    last = [...new Set(next)].filter((address) => pages.has(address) && !reached.has(address));
    for (const address of last) reached.add(address);
  }
  const lost = [...pages.keys()].filter((address) => !reached.has(address) && address !== '/404.html');
  expect(lost).toEqual([]);
});

test('every link leads to a page and a place on it', () => {
  expect(brokenLinks([...pages.values()])).toEqual([]);
});

test('what is named everywhere has its sentences of each year on a page', () => {
  const term = '/terms/the-two-ministers/';
  const years = [...pages.keys()].filter((address) => address.startsWith(term) && address !== term);
  expect(years.length).toBeGreaterThan(50);
  const counts = pages.get(term)?.$('.years small').toArray() ?? [];
  expect(counts).toHaveLength(years.length);
  const [first = ''] = years;
  expect(pages.get(first)?.$('.occurrences q mark').length).toBeGreaterThan(0);
});

test('a place in an index of one page is a place in one of many', () => {
  expect(pages.get('/people/')?.$('[id="B"]').attr('href')).toBe('/people/letters/b/');
  expect(pages.get('/people/letters/b/')?.$('.register a').length).toBeGreaterThan(3);
});
