/** A site of many meetings: its pages stay small, and all of them are reached. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateArchive } from '../helpers/generate-archive.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { answersFrom, serve } from '../helpers/edge-server.ts';
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
});
afterAll(() => {
  remove(temporary);
});

test('no page is larger than 100 KB, but for those that list everything', () => {
  const large = [...pages].filter(([, { html }]) => Buffer.byteLength(html) > 100_000);
  const lists = ['/people/', '/terms/', '/about/source/'];
  expect(large.map(([address]) => address).filter((address) => !lists.includes(address))).toEqual([]);
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
  expect(brokenLinks(outDir, '/', [...pages.values()])).toEqual([]);
});

test('what is named everywhere has its newest sentences and links to all meetings', () => {
  const $ = pages.get('/terms/the-two-ministers/')?.$;
  const linked = new Set(
    $?.('main a').map((_, link) => /^\/meetings\/[^/]+\//u.exec(link.attribs.href ?? '')?.[0]),
  );
  expect(linked.size).toBe(120);
  expect($?.('q mark').length).toBeGreaterThan(10);
  expect($?.('main li').length).toBeLessThan(400);
});

test('search shows 20 passages, and 20 more on demand', async () => {
  const server = await serve(answersFrom(outDir));
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/search/?q=maritime`);
  const passages = page.locator('.hit:not(.topic-hit)');
  await passages.nth(19).waitFor();
  expect(await passages.count()).toBe(20);
  await page.getByRole('button', { name: 'Show more results' }).click();
  await passages.nth(39).waitFor();
  expect(await passages.count()).toBe(40);
  await browser.close();
  server.close();
});
