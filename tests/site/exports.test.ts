/** The formats in which a summary is published, and what pages tell programs. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as cheerio from 'cheerio';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { itemsOf } from '../../src/record/meeting.ts';
import { meetingId, theMeeting } from '../content.ts';
import { dist, pagesOf } from '../dist.ts';

const meeting = theMeeting();
const items = itemsOf(meeting);
const texts = [meeting.introduction, ...items.map(({ paragraphs }) => paragraphs)]
  .flat()
  .map(({ text }) => text);
const home = `meetings/${meetingId}`;
const site = 'http://localhost:4321/';
const read = (path: string): string => readFileSync(join(dist, path), 'utf8');
const pages = new Map(pagesOf(dist).map((page) => [page.address, page.$]));

/** Those texts that a document does not hold in this order; line breaks and spaces don't count. */
function missingFrom(document: string, wanted: readonly string[]): string[] {
  const compact = (words: string): string => words.replace(/\s+/gu, '');
  let rest = compact(document);
  return wanted.filter((words) => {
    const at = rest.indexOf(compact(words));
    if (at >= 0) rest = rest.slice(at + compact(words).length);
    return at < 0;
  });
}

test.each([['meeting-1', `${home}.json`], ...items.map(({ id }) => ['item-1', `${home}/${id}.json`])])(
  'JSON: %s describes %s, and every address in it exists',
  (schema, path) => {
    const ajv = new Ajv2020({ strict: true, validateFormats: false, allErrors: true });
    const validate = ajv.compile(JSON.parse(read(`schema/${schema}.json`)) as object);
    const document = JSON.parse(read(path)) as Record<string, unknown>;
    validate(document);
    expect(validate.errors).toBeNull();
    expect(validate({ ...document, more: 1 })).toBe(false);
    const addresses = [...read(path).matchAll(/"address": "http:\/\/localhost:4321\/([^"#]*)#?([^"]*)"/gu)];
    expect(addresses.length).toBeGreaterThan(3);
    for (const [, page = '', id = ''] of addresses)
      expect(pages.get(page)?.(id === '' ? 'html' : `[id="${id}"]`), `${page}#${id}`).toHaveLength(1);
    const own = items.filter(({ id }) => path === `${home}.json` || path.endsWith(`/${id}.json`));
    const words = own.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => JSON.stringify(text)));
    expect(missingFrom(read(path), words)).toEqual([]);
  },
);

test.each([
  [`${home}.md`, texts],
  ...items.map(({ id, paragraphs }) => [`${home}/${id}.md`, paragraphs.map(({ text }) => text)] as const),
] as const)('Markdown: %s', (path, wanted) => {
  const [, frontMatter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/su.exec(read(path)) ?? [];
  const address = site + path.replace(/\.md$/u, '/');
  expect(parse(frontMatter)).toMatchObject({
    address,
    citation: expect.stringContaining(address) as unknown,
  });
  const { children } = unified().use(remarkParse).use(remarkGfm).parse(body);
  const rule = children.findIndex(({ type }) => type === 'thematicBreak');
  const text = children.slice(0, rule < 0 ? undefined : rule).map((node) => toString(node));
  expect(wanted.filter((words) => !text.includes(words))).toEqual([]);
  expect(children[0]).toMatchObject({ type: 'heading', depth: 1 });
});

test('the feed is RSS 2.0 with full texts, and every page links to it', () => {
  const $ = cheerio.load(read('feed.xml'), { xml: true });
  expect($('channel > atom\\:link').attr('href')).toBe(`${site}feed.xml`);
  const own = $('item').filter((_, item) => $(item).children('link').text() === `${site}${home}/`);
  expect(Date.parse(own.children('pubDate').text())).toBe(Date.parse(meeting.source.received));
  expect(own.children('dc\\:creator').text()).toBe(meeting.source.publisher);
  const content = cheerio.load(own.children('content\\:encoded').text());
  expect(
    content('p')
      .map((_, node) => content(node).text())
      .get(),
  ).toEqual(texts);
  for (const [address, $page] of pages)
    expect(
      $page('link[type="application/rss+xml"]').attr('href') ??
        ($page('meta[http-equiv=refresh]').length > 0 ? '/feed.xml' : ''),
      address,
    ).toBe('/feed.xml');
});

describe('meta tags', () => {
  const shown = ['', ...items.map(({ id }) => `${id}/`), 'text/', 'positions/'];

  test.each(shown)('a page with the ministry’s text is cited as its report: /%s', (path) => {
    const $ = pages.get(`${home}/${path}`) ?? cheerio.load('');
    const meta = (name: string) => $(`meta[name="${name}"], meta[property="${name}"]`).attr('content');
    const item = items.find(({ id }) => path === `${id}/`);
    expect(meta('citation_title')).toBe(
      item ? `${item.number} ${item.title}, ${meeting.title}` : meeting.title,
    );
    expect(meta('citation_author')).toBe('Ministry of Foreign Affairs of Japan,');
    expect(meta('citation_technical_report_institution')).toBe('Ministry of Foreign Affairs of Japan');
    expect(meta('citation_publication_date')).toBe('2013/02/22');
    expect(meta('citation_public_url')).toBe(`${site}${home}/${path}`);
    expect(meta('citation_abstract')).toBe(item ? item.paragraphs[0]?.text : texts[0]);
    const formats = $('link[rel=alternate]')
      .map((_, link) => $(link).attr('type'))
      .get()
      .slice(1);
    if (item) expect(formats).toEqual(['text/markdown', 'application/json']);
    else if (path !== 'positions/')
      expect(formats).toEqual(['application/pdf', 'text/markdown', 'application/json', 'text/plain']);
  });

  test('other pages have no citation tags, and a date of their own', () => {
    for (const [address, $] of pages) {
      if (shown.some((path) => address === `${home}/${path}`) || $('meta[http-equiv=refresh]').length > 0)
        continue;
      if (/^meetings\/\d{4}-\d\d-\d\d/u.test(address) && !address.startsWith(`${home}/`)) continue;
      expect($('meta[name^=citation_]').length, address).toBe(0);
      expect($('meta[name="DC.date"]').attr('content'), address).toMatch(/^\d{4}-\d\d-\d\d$/u);
    }
  });

  test('every page names the site', () => {
    for (const [address, $] of pages)
      if ($('meta[http-equiv=refresh]').length === 0)
        expect($('meta[property="og:site_name"]').attr('content'), address).toBe('Meeting Briefings');
  });
});

test('the sizes next to download links are those of the files', () => {
  for (const form of pages.get(`${home}/`)?.('.downloads li').toArray() ?? []) {
    const $ = cheerio.load(form);
    const { size } = statSync(join(dist, $('a').attr('href') ?? ''));
    expect($.text()).toContain(`${String(Math.max(1, Math.round(size / 1000)))} kB`);
  }
});
