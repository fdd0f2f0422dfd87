/** What was promised, against the built site: each listed address is there, and what is there is listed. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePermalinkLists } from '../../src/domain/permalinks.ts';
import { contentFiles } from '../helpers/content.ts';
import { dist, filesOf, pagesOf } from '../helpers/built-site.ts';

const listed = new Set(
  parsePermalinkLists(contentFiles, []).flatMap(({ links }) => links.map(({ path }) => path)),
);
const pages = new Map(pagesOf(dist).map((page) => [`/${page.address}`, page.$]));
const files = filesOf(dist).map((file) => `/${file.replace(/(^|\/)index\.html$/u, '$1')}`);

/** What the site needs for itself, and what is where the web expects it. */
const unpromised =
  /^\/(?:_astro\/|pagefind\/|fonts\/|search\/.|404\.html$|favicon\.svg$|opensearch\.xml$|robots\.txt$|_headers$|\.well-known\/|sitemap-|meetings\/[^/]+\.png$|register-names\.json$)/u;

test('each address of a list is a page or a file, and each fragment is on its page once', () => {
  const broken = [...listed].filter((address) => {
    const [page = '', id] = address.split('#');
    if (!files.includes(page)) return true;
    return id !== undefined && pages.get(page)?.(`[id="${id}"]`).length !== 1;
  });
  expect(broken).toEqual([]);
});

test('each page and file is in a list, or on the short list of what is not promised', () => {
  expect(files.filter((address) => !listed.has(address) && !unpromised.test(address))).toEqual([]);
});

test('each fragment of a passage is in a list', () => {
  const missing = [...pages].flatMap(([page, $]) =>
    $('.text [id]')
      .toArray()
      .map((passage) => `${page}#${$(passage).attr('id') ?? ''}`)
      .filter((address) => !listed.has(address)),
  );
  expect(missing).toEqual([]);
});

test('/permalinks.json publishes the list, with the hashes', () => {
  const published: unknown = JSON.parse(readFileSync(`${dist}/permalinks.json`, 'utf8'));
  expect(published).toMatchObject({
    site: 'http://localhost:4321/',
    policy: 'http://localhost:4321/about/permalinks/',
    pages: expect.arrayContaining([
      {
        address: 'meetings/2013-02-22-japan-us-foreign-ministers/1-1/',
        fragments: [
          { id: 'p1', words: '8385bda175fb' },
          { id: 'p1s1', words: 'f2353e914648' },
          { id: 'p1s2', words: '2ab7fd000c41' },
        ],
      },
    ]) as unknown,
  });
});
