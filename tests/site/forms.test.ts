/** The forms in which a summary is taken along, and what pages tell to programs. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as cheerio from 'cheerio';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import sharp from 'sharp';
import { unified } from 'unified';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Meeting, itemsOf } from '../../src/record/meeting.ts';
import { readRecord } from '../../src/record/record.ts';
import { meetingDocument } from '../../src/forms/plain-record.ts';
import { contentFiles, meetingId, theMeeting } from '../content.ts';
import { dist, pagesOf } from '../dist.ts';

const { meetings } = readRecord(contentFiles).record;
const meeting = theMeeting();
const items = itemsOf(meeting);
const textsOf = (any: Meeting): string[] =>
  [any.introduction, ...itemsOf(any).map((item) => item.paragraphs)].flat().map(({ text }) => text);
const paragraphs = textsOf(meeting);
const read = (address: string): string => readFileSync(join(dist, address), 'utf8');
const json = (address: string): unknown => JSON.parse(read(address));
const whole = `meetings/${meetingId}`;

/** Whether all texts stand in a text in this order; line breaks and the spaces at them don't count. */
function missingIn(text: string, texts: readonly string[]): string[] {
  const bare = (words: string): string => words.replace(/\s+/gu, '');
  const body = bare(text);
  let at = 0;
  return texts.filter((words) => {
    const found = body.indexOf(bare(words), at);
    if (found >= 0) at = found + bare(words).length;
    return found < 0;
  });
}

test('there are 13 paragraphs and more to look for', () => {
  expect(paragraphs.length).toBeGreaterThan(13);
  expect(missingIn(paragraphs.toReversed().join(' '), paragraphs)).not.toEqual([]);
});

describe('JSON', () => {
  const ajv = new Ajv2020({ strict: true, validateFormats: false, allErrors: true });
  const of = {
    meeting: ajv.compile(json('schema/meeting-1.json') as object),
    item: ajv.compile(json('schema/item-1.json') as object),
  };

  test('the meeting is what the schema says, and the record, to the letter', () => {
    const document = json(`${whole}.json`);
    of.meeting(document);
    expect(of.meeting.errors).toBeNull();
    expect(document).toEqual(JSON.parse(JSON.stringify(meetingDocument(meeting))));
    const words = (document as ReturnType<typeof meetingDocument>).sections
      .flatMap((section) => section.items)
      .flatMap((item) => item.paragraphs.map(({ text }) => text));
    expect(words).toEqual(items.flatMap((item) => item.paragraphs.map(({ text }) => text)));
  });

  test.each(items)('$number is what the schema says', ({ id, paragraphs: own }) => {
    const document = json(`${whole}/${id}.json`);
    of.item(document);
    expect(of.item.errors).toBeNull();
    expect(document).toMatchObject({ id, paragraphs: own.map(({ text }) => ({ text })) });
  });

  test('a document with a field too many, or one too few, is refused', () => {
    const document = json(`${whole}/1-2.json`) as Record<string, unknown>;
    expect(of.item({ ...document, more: 1 })).toBe(false);
    delete document.title;
    expect(of.item(document)).toBe(false);
  });

  test('each address in it is there', () => {
    const addresses = [
      ...read(`${whole}.json`).matchAll(/"address": "http:\/\/localhost:4321\/([^"]*)"/gu),
    ].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThan(80);
    const pages = new Map(pagesOf(dist).map((page) => [page.address, page.$]));
    const broken = addresses.filter((address) => {
      const [page = '', id] = address.split('#');
      return !pages.has(page) || (id !== undefined && pages.get(page)?.(`[id="${id}"]`).length !== 1);
    });
    expect(broken).toEqual([]);
  });

  test('/meetings.json lists all, and their forms are there', () => {
    const { meetings: listed } = json('meetings.json') as { meetings: Record<string, string>[] };
    expect(listed.map(({ id }) => id)).toEqual(meetings.map(({ id }) => id));
    for (const own of listed)
      for (const form of ['json', 'markdown', 'text', 'pdf'])
        expect(statSync(join(dist, new URL(own[form] ?? '').pathname)).size).toBeGreaterThan(100);
  });
});

describe('Markdown', () => {
  const markdown = unified().use(remarkParse).use(remarkGfm);
  const files = [
    { address: `${whole}.md`, texts: paragraphs },
    ...items.map((item) => ({
      address: `${whole}/${item.id}.md`,
      texts: item.paragraphs.map(({ text }) => text),
    })),
  ];

  test.each(files)('$address', ({ address, texts }) => {
    const [, matter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/su.exec(read(address)) ?? [];
    const page = address.replace(/\.md$/u, '/');
    expect(parse(matter)).toMatchObject({
      address: `http://localhost:4321/${page}`,
      citation: expect.stringContaining(`http://localhost:4321/${page}`) as unknown,
    });
    const { children } = markdown.parse(body);
    const words = children.filter(({ type }) => type === 'paragraph').map((node) => toString(node));
    expect(texts.filter((text) => !words.includes(text))).toEqual([]);
    expect(missingIn(words.join('\n'), texts)).toEqual([]);
    expect(children[0]).toMatchObject({ type: 'heading', depth: 1 });
    // Each mark has its note, and no note is without its mark.
    const marks = [...body.matchAll(/\[\^([^\]]+)\](?!:)/gu)].map(([, name]) => name);
    const notes = [...body.matchAll(/^\[\^([^\]]+)\]:/gmu)].map(([, name]) => name);
    expect(notes).toEqual(marks);
  });

  test('headings are numbered as in the source', () => {
    const headings = [...read(`${whole}.md`).matchAll(/^#+ (.*)$/gmu)].map(([, text]) => text);
    expect(headings.slice(0, 4)).toEqual([
      meeting.title,
      '1. Japan-U.S. Relations',
      '(1) Invitation to Secretary Kerry to Visit Japan',
      '(2) Security',
    ]);
    expect(headings).toHaveLength(1 + 3 + 11);
  });
});

describe('PDF', async () => {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(join(dist, `${whole}.pdf`))));

  test('every paragraph stands in it, in order, and how to cite it', async () => {
    const { text } = await extractText(pdf, { mergePages: true });
    // What is printed at the edges of pages stands between the lines.
    const running =
      /Text: Ministry[^\n]*?the ministry’s\.\s*\d+ of \d+|Japan-U\.S\. Foreign Ministers' Meeting, 22 February 2013\s*Ministry of Foreign Affairs of Japan/gu;
    const body = text.replace(/\s+/gu, ' ').replace(running, '');
    // The numbers of paragraphs hang beside their first lines.
    expect(missingIn(body, paragraphs)).toEqual([]);
    expect(missingIn(body, ['Suggested citation'])).toEqual([]);
  });

  test('it is tagged, and has title, language, bookmarks and links', async () => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: "Japan-U.S. Foreign Ministers' Meeting, 22 February 2013",
      Language: 'en',
    });
    expect(metadata.get('pdfuaid:part')).toBe('1');
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const outline = await pdf.getOutline();
    expect(outline.map(({ title }) => title)).toEqual([
      expect.stringContaining('Japan-U.S. Relations'),
      expect.stringContaining('Asia-Pacific Situation'),
      expect.stringContaining('Global Issues'),
      'Added by the editors',
    ]);
    const page = await pdf.getPage(2);
    const links = ((await page.getAnnotations()) as { url?: string }[]).flatMap(({ url }) => url ?? []);
    expect(links).toContain(`http://localhost:4321/${whole}/1-2/#p2`);
  });
});

test('the picture is 1200 by 630, and at most 60 KB', async () => {
  const file = join(dist, `${whole}.png`);
  expect(await sharp(file).metadata()).toMatchObject({ width: 1200, height: 630, format: 'png' });
  expect(statSync(file).size).toBeLessThanOrEqual(60 * 1024);
});

test('the feed is RSS 2.0 with the full text', () => {
  const $ = cheerio.load(read('feed.xml'), { xml: true });
  expect($('rss').attr('version')).toBe('2.0');
  for (const field of ['title', 'link', 'description', 'language'])
    expect($(`channel > ${field}`)).toHaveLength(1);
  expect($('channel > atom\\:link').attr('href')).toBe('http://localhost:4321/feed.xml');
  const items = $('item').toArray();
  expect(items).toHaveLength(Math.min(meetings.length, 20));
  for (const [index, item] of items.entries()) {
    const own = meetings[index] ?? meeting;
    expect($(item).children('guid').text()).toBe(`http://localhost:4321/meetings/${own.id}/`);
    expect(Date.parse($(item).children('pubDate').text())).toBe(Date.parse(own.date));
    const content = cheerio.load($(item).children('content\\:encoded').text());
    expect(
      content('p')
        .toArray()
        .map((node) => content(node).text()),
    ).toEqual(textsOf(own));
  }
});

test('llms.txt lists the Markdown forms', () => {
  for (const { id } of meetings.slice(0, 100))
    expect(read('llms.txt')).toContain(`(http://localhost:4321/meetings/${id}.md)`);
});

describe('what pages tell to programs', () => {
  const pages = pagesOf(dist);
  const own = pages.filter(
    ({ address }) =>
      address === `${whole}/` || (address.startsWith(`${whole}/`) && /\/\d(?:-\d+)?\/$/u.test(address)),
  );

  test.each(own)('/$address', ({ $, address }) => {
    const meta = (name: string): string | undefined =>
      $(`meta[name="${name}"], meta[property="${name}"]`).attr('content');
    const url = `http://localhost:4321/${address}`;
    const item = items.find(({ id }) => address === `${whole}/${id}/`);
    const title = item ? `${item.number} ${item.title}, ${meeting.title}` : meeting.title;
    expect(meta('citation_title')).toBe(title);
    expect(meta('citation_author')).toBe('Ministry of Foreign Affairs of Japan,');
    expect(meta('citation_technical_report_institution')).toBe('Ministry of Foreign Affairs of Japan');
    expect(meta('citation_publication_date')).toBe('2013/02/22');
    expect(meta('citation_public_url')).toBe(url);
    expect(meta('citation_pdf_url')).toBe(item ? undefined : `http://localhost:4321/${whole}.pdf`);
    expect(meta('DC.title')).toBe(title);
    expect(meta('og:url')).toBe(url);
    expect(meta('og:image')).toBe(`http://localhost:4321/${whole}.png`);
    expect($('title').text()).toContain(meta('og:title') ?? '?');
    const { '@graph': graph } = JSON.parse($('script[type="application/ld+json"]').text()) as {
      '@graph': Record<string, unknown>[];
    };
    const node = (type: string) => graph.find(({ '@type': kind }) => kind === type);
    expect(node('Report')).toMatchObject({ '@id': url });
    expect(node('BreadcrumbList')).toBeDefined();
    if (item) {
      expect(node('Report')).toMatchObject({
        name: item.title,
        position: items.indexOf(item) + 1,
        isPartOf: { '@id': `http://localhost:4321/${whole}/` },
      });
    } else {
      expect(node('Event')).toMatchObject({
        startDate: '2013-02-22T15:45:00-05:00',
        duration: 'PT70M',
        recordedIn: { '@id': url },
      });
      expect(node('GovernmentOrganization')).toMatchObject({ name: 'Ministry of Foreign Affairs of Japan' });
      const parts = (node('Report')?.hasPart as { hasPart: { '@id': string }[] }[]).flatMap((section) =>
        section.hasPart.map((report) => report['@id']),
      );
      expect(parts).toEqual(items.map(({ id }) => `http://localhost:4321/${whole}/${id}/`));
    }
  });

  test('twelve pages were read', () => {
    expect(own).toHaveLength(12);
  });

  test('the sizes beside the links are those of the files', () => {
    for (const { $ } of own) {
      const forms = $('.forms li').toArray();
      expect(forms.length).toBeGreaterThanOrEqual(2);
      for (const form of forms) {
        const { size } = statSync(join(dist, $(form).find('a').attr('href') ?? ''));
        expect($(form).text()).toContain(`${String(Math.max(1, Math.round(size / 1000)))} kB`);
      }
    }
  });
});
