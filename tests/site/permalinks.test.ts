/** What was promised, against the built site: each listed address is there, and what is there is listed. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePermalinkLists } from '../../src/domain/permalinks.ts';
import { contentFiles, meetingId } from '../helpers/content.ts';
import { dist, filesOf, pagesOf } from '../helpers/built-site.ts';

const listed = new Set(
  parsePermalinkLists(contentFiles, []).flatMap(({ links }) => links.map(({ path }) => path)),
);
const pages = new Map(pagesOf(dist).map((page) => [`/${page.address}`, page.$]));
const files = filesOf(dist).map((file) => `/${file.replace(/(^|\/)index\.html$/u, '$1')}`);

/** What the site needs for itself, and what is where the web expects it. */
const unpromised =
  /^\/(?:_astro\/|pagefind\/|fonts\/|search\/.|404\.html$|favicon\.svg$|opensearch\.xml$|robots\.txt$|_headers$|sitemap-|meetings\/[^/]+\.png$|register-names\.json$)/u;

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

test('/permalinks.json publishes the list, with the hashes', () => {
  const published = JSON.parse(readFileSync(`${dist}/permalinks.json`, 'utf8')) as {
    pages: { address: string; fragments: object[] }[];
  };
  const policy = 'http://localhost:4321/about/permalinks/';
  expect(published).toMatchObject({ site: 'http://localhost:4321/', policy });
  const item = published.pages.find(({ address }) => address === `meetings/${meetingId}/1-1/`);
  expect(item?.fragments[0]).toEqual({ id: 'p1', words: '8385bda175fb' });
});
