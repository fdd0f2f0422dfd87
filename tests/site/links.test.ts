import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokenLinks, dist, fixture, pagesOf } from '../helpers/built-site.ts';

describe.each([
  { folder: dist, base: '/' },
  { folder: fixture.folder, base: fixture.base },
])('the site at $base', ({ folder, base }) => {
  test('every link leads to a page, a file, and a place on the page', () => {
    expect(brokenLinks(folder, base)).toEqual([]);
  });

  test('the sitemap lists the pages that may be listed, and robots.txt the sitemap', () => {
    const sitemap = readFileSync(join(folder, 'sitemap-0.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/gu)].map(([, url]) => url);
    const indexable = pagesOf(folder).filter(({ $ }) => $('meta[name=robots]').attr('content') !== 'noindex');
    const canonical = indexable.flatMap(({ $ }) => $('link[rel=canonical]').attr('href') ?? []);
    expect(new Set(listed)).toEqual(new Set(canonical));
    const robots = readFileSync(join(folder, 'robots.txt'), 'utf8');
    expect(robots).toContain(`Sitemap: http://localhost:4321${base}sitemap-index.xml`);
  });
});
