import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dist, filesOf, fixture, pagesOf } from '../helpers/built-site.ts';

const origin = 'http://localhost:4321';

describe.each([
  { folder: dist, base: '/' },
  { folder: fixture.folder, base: fixture.base },
])('the site at $base', ({ folder, base }) => {
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
