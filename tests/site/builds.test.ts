import { appendFileSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, filesOf, pagesOf, remove } from '../dist.ts';

const temporary = mkdtempSync(join(tmpdir(), 'briefings-'));
const below = join(temporary, 'below');

beforeAll(() => {
  const { code, output } = build(below, { SITE: 'https://example.org', BASE: '/briefings/' });
  if (code !== 0) throw new Error(output);
});
afterAll(() => {
  remove(temporary);
});

describe.each([
  { folder: 'dist', base: '/', origin: 'http://localhost:4321' },
  { folder: below, base: '/briefings/', origin: 'https://example.org' },
])('at $origin$base', ({ folder, base, origin }) => {
  const files = () => new Set(filesOf(folder));

  test('every link leads to a page, a file, and a place on the page', () => {
    const pages = pagesOf(folder);
    const byAddress = new Map(pages.map((page) => [base + page.address, page.$]));
    const all = files();
    const broken: string[] = [];
    for (const { $, address } of pages) {
      for (const element of $('[href], [src], [action]').toArray()) {
        const link = $(element).attr('href') ?? $(element).attr('src') ?? $(element).attr('action') ?? '';
        const url = new URL(link, origin + base + address);
        if (url.origin !== origin) continue;
        const file = url.pathname.slice(base.length).replace(/(^|\/)$/u, '$1index.html');
        const there = url.pathname.startsWith(base) && all.has(file);
        const target = byAddress.get(url.pathname);
        const id = decodeURIComponent(url.hash.slice(1));
        if (!there || (id !== '' && target?.(`[id="${id}"]`).length !== 1))
          broken.push(`${address}: ${link}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('the sitemap lists the pages that may be listed, and robots.txt the sitemap', () => {
    const sitemap = readFileSync(join(folder, 'sitemap-0.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/gu)].map(([, address]) => address);
    const canonical = pagesOf(folder).flatMap(({ $ }) => $('link[rel=canonical]').attr('href') ?? []);
    expect(new Set(listed)).toEqual(new Set(canonical));
    const robots = readFileSync(join(folder, 'robots.txt'), 'utf8');
    expect(robots).toContain(`Sitemap: ${origin}${base}sitemap-index.xml`);
  });
});

test('a build takes what did not change from the last one, and nothing that was changed by hand', () => {
  const item = 'meetings/2013-02-22-japan-us-foreign-ministers/1-2/index.html';
  const data = 'meetings/2013-02-22-japan-us-foreign-ministers/1-2.json';
  const before = pieces(item, data);
  appendFileSync(join(below, item), '<p>by hand</p>');
  const { code } = build(below, { SITE: 'https://example.org', BASE: '/briefings/' });
  expect(code).toBe(0);
  const after = pieces(item, data);
  expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
  expect(after.map(({ second }, at) => second === before[at]?.second)).toEqual([false, true]);
}, 60_000);

/** What files hold, and the second in which they were written. */
function pieces(...files: string[]): { text: string; second: number }[] {
  return files.map((file) => ({
    text: readFileSync(join(below, file), 'utf8'),
    second: Math.floor(statSync(join(below, file)).mtimeMs / 1000),
  }));
}
