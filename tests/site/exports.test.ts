/** The formats in which a summary is published, and what pages tell programs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as cheerio from 'cheerio';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { agendaItems } from '../../src/domain/model.ts';
import { meetingId, theMeeting } from '../helpers/content.ts';
import { dist, pagesOf } from '../helpers/built-site.ts';

const meeting = theMeeting();
const items = agendaItems(meeting);
const home = `meetings/${meetingId}`;
const site = 'http://localhost:4321/';
const read = (path: string): string => readFileSync(join(dist, path), 'utf8');
const pages = new Map(
  pagesOf(dist)
    .filter(({ $ }) => $('meta[http-equiv=refresh]').length === 0)
    .map((page) => [page.address, page.$]),
);
/** What is exported, as its path, and the paragraphs that it must hold. */
const documents = [
  { path: home, item: undefined, paragraphs: [meeting.introduction, ...items.map((own) => own.paragraphs)] },
  ...items.map((item) => ({ path: `${home}/${item.id}`, item, paragraphs: [item.paragraphs] })),
].map((own) => ({ ...own, texts: own.paragraphs.flat().map(({ text }) => text) }));

test.each(documents)('$path.json is as its schema says, and its addresses exist', ({ path, item, texts }) => {
  const ajv = new Ajv2020({ strict: true, validateFormats: false, allErrors: true });
  const schema = JSON.parse(read(`schema/${item ? 'item' : 'meeting'}-1.json`)) as object;
  const validate = ajv.compile(schema);
  const document = JSON.parse(read(`${path}.json`)) as object;
  validate(document);
  expect(validate.errors).toBeNull();
  expect(validate({ ...document, more: 1 })).toBe(false);
  for (const text of texts) expect(read(`${path}.json`)).toContain(`"text": ${JSON.stringify(text)},`);
  const addresses = [
    ...read(`${path}.json`).matchAll(/"address": "http:..localhost:4321\/([^"#]*)#?([^"]*)"/gu),
  ];
  expect(addresses.length).toBeGreaterThan(3);
  for (const [, page = '', id = ''] of addresses)
    expect(pages.get(page)?.(id === '' ? 'html' : `[id="${id}"]`), `${page}#${id}`).toHaveLength(1);
});

test.each(documents)('$path.md has every paragraph unchanged and in order', ({ path, texts }) => {
  const [, frontMatter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/su.exec(read(`${path}.md`)) ?? [];
  expect(parse(frontMatter)).toMatchObject({ address: `${site}${path}/` });
  const nodes = unified().use(remarkParse).use(remarkGfm).parse(body).children;
  expect(nodes[0]).toMatchObject({ type: 'heading', depth: 1 });
  const words = nodes.map((node) => toString(node)).filter((text) => texts.includes(text));
  expect(words).toEqual(texts);
});

test('the feed is RSS 2.0 with full texts', () => {
  const $ = cheerio.load(read('feed.xml'), { xml: true });
  expect($('channel > atom\\:link').attr('href')).toBe(`${site}feed.xml`);
  const entry = $('item').filter((_, item) => $(item).children('link').text() === `${site}${home}/`);
  expect(Date.parse(entry.children('pubDate').text())).toBe(Date.parse(meeting.source.received));
  expect(entry.children('dc\\:creator').text()).toBe(meeting.source.publisher);
  const content = cheerio.load(entry.children('content\\:encoded').text());
  const paragraphs = content('p').map((_, node) => content(node).text());
  expect(paragraphs.get()).toEqual(documents[0]?.texts);
});

const metaOf = (path: string) => (name: string) =>
  pages.get(path)?.(`meta[name="${name}"], meta[property="${name}"]`).attr('content');

test.each([...documents, { path: `${home}/text` }, { path: `${home}/positions` }])(
  '/$path/ is cited as the ministry’s report, and links to its formats',
  ({ path, ...own }) => {
    const { item, texts } = { item: undefined, texts: documents[0]?.texts, ...own };
    const meta = metaOf(`${path}/`);
    expect(meta('citation_title')).toBe(
      item ? `${item.number} ${item.title}, ${meeting.title}` : meeting.title,
    );
    expect(meta('citation_author')).toBe('Ministry of Foreign Affairs of Japan,');
    expect(meta('citation_technical_report_institution')).toBe('Ministry of Foreign Affairs of Japan');
    expect(meta('citation_publication_date')).toBe('2013/02/22');
    expect(meta('citation_public_url')).toBe(`${site}${path}/`);
    expect(meta('citation_abstract')).toBe(texts?.[0]);
    const formats = pages.get(`${path}/`)?.('link[rel=alternate]').slice(1);
    const expected = item ? ['md', 'json'] : path.endsWith('positions') ? [] : ['pdf', 'md', 'json', 'txt'];
    expect(formats?.get().map(({ attribs }) => attribs.href?.split('.').at(-1))).toEqual(expected);
  },
);

test('every page names the site and its feed; without the ministry’s text it has no citation tags, but a date', () => {
  for (const [path, $] of pages) {
    const meta = metaOf(path);
    expect(meta('og:site_name'), path).toBe('Meeting Briefings');
    expect($('link[type="application/rss+xml"]').attr('href'), path).toBe('/feed.xml');
    const isText = /^meetings\/\d{4}-\d\d-\d\d[^/]*\/(?:\d+(?:-\d+)?\/|text\/|positions\/)?$/u.test(path);
    expect(meta('citation_title') !== undefined, path).toBe(isText);
    expect(meta('DC.date'), path).toMatch(/^\d{4}-\d\d-\d\d$/u);
  }
});
