/** What a reader downloads, in bytes as served: brotli at its default, the highest quality; fonts as they are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFontFaces } from '../../src/cli/fonts.ts';
import { meetingId } from '../helpers/content.ts';
import { type Page, filesOf, pagesOf } from '../helpers/built-site.ts';

const served = (bytes: Buffer): number => brotliCompressSync(bytes).length;
const file = (address: string): Buffer => readFileSync(join('dist', address));
const items = pagesOf('dist').filter(({ address }) =>
  new RegExp(`^meetings/${meetingId}/\\d`, 'u').test(address),
);

/** Scripts with the modules that they import at once. */
function withImports(scripts: readonly string[]): Set<string> {
  const found = new Set<string>();
  const follow = (address: string): void => {
    if (found.has(address)) return;
    found.add(address);
    const code = file(address).toString();
    // Built modules import their siblings by name: `import{a}from"./b.js"`.
    for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/gu))
      follow(`_astro/${name ?? ''}`);
  };
  scripts.forEach(follow);
  return found;
}

/** The scripts that a page asks for at once. */
const scriptsOf = ({ $ }: Page): string[] => [
  ...withImports(
    $('script[src]')
      .map((_, script) => script.attribs.src?.slice(1))
      .get(),
  ),
];

const bytesOf = (addresses: Iterable<string>): number =>
  [...addresses].reduce((sum, address) => sum + served(file(address)), 0);

/** The fonts that every page asks for; the extended ones are for rare letters. */
const fontsOf = ({ html }: Page): string[] =>
  [...new Set([...html.matchAll(/href="\/(_astro\/[^"]+\.woff2)"/gu)].map(([, path = '']) => path))].filter(
    (path) => !path.includes('extended'),
  );

test('there are eleven item pages to measure', () => {
  expect(items).toHaveLength(11);
});

describe.each(items)('/$address', (page) => {
  const html = served(Buffer.from(page.html));
  const scripts = bytesOf(scriptsOf(page));

  test('HTML with its styles: at most 8 KB', () => {
    expect(html).toBeLessThanOrEqual(8 * 1024);
  });

  test('one request before the text can be read: no style sheet, no blocking script', () => {
    expect(page.$('head link[rel=stylesheet]')).toHaveLength(0);
    expect(page.$('script[src]:not([type=module]):not([defer]):not([async])')).toHaveLength(0);
  });

  test('scripts: at most 4 KB', () => {
    expect(scripts).toBeGreaterThan(0);
    expect(scripts).toBeLessThanOrEqual(4 * 1024);
  });

  test('all bytes, cold, with both typefaces: at most 60 KB; each further item at most 9 KB', () => {
    const fonts = fontsOf(page).reduce((sum, address) => sum + file(address).length, 0);
    expect(fontsOf(page)).toHaveLength(2);
    const icon = served(file('favicon.svg'));
    expect(html + scripts + fonts + icon).toBeLessThanOrEqual(60 * 1024);
    expect(html).toBeLessThanOrEqual(9 * 1024);
  });
});

test('scripts of the search page: at most 11 KB more', () => {
  const [item] = items;
  const page = pagesOf('dist').find(({ address }) => address === 'search/');
  if (!page || !item) throw new Error('A page is missing.');
  const more = new Set(scriptsOf(page)).difference(new Set(scriptsOf(item)));
  expect(bytesOf(more)).toBeGreaterThan(0);
  expect(bytesOf(more)).toBeLessThanOrEqual(11 * 1024);
});

test('the fonts have every character of the texts', () => {
  const named = new Set(readFontFaces().flatMap(({ characters }) => characters));
  const missing = new Set<string>();
  for (const { $ } of pagesOf('dist')) {
    for (const sign of $('body').text()) {
      // Spaces need no glyph, and arrows are the system's; what is written in another script is shown in the system's type.
      if (!/[\s→↑\u3000-\uffff]/u.test(sign) && !named.has(sign)) missing.add(sign);
    }
  }
  expect([...missing]).toEqual([]);
});

test('the fonts’ licences travel with them', () => {
  const files = filesOf('dist');
  expect(files).toContain('fonts/source-serif-4-LICENSE.txt');
  expect(files).toContain('fonts/public-sans-LICENSE.txt');
});
