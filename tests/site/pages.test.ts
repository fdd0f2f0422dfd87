import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/domain/load-content.ts';
import { contentFiles } from '../helpers/content.ts';
import { dist, htmlFaults, pagesOf } from '../helpers/built-site.ts';

const pages = pagesOf(dist);
const { meetings } = loadContent(contentFiles).content;

test('editorial pages have tables and footnotes, as GitHub Flavored Markdown writes them', () => {
  const page = pages.find(({ address }) => address === 'about/permalinks/');
  expect(page?.$('main table th').length).toBe(2);
  const footnote = page?.$('main sup a').attr('href') ?? '';
  expect(page?.$(`main [data-footnotes] ${footnote}`).text()).toContain('SHA-256');
});

test('titles tell pages apart', () => {
  const titles = pages.map(({ $ }) => $('title').text());
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).toContain(
    "1(2) Security, Japan-U.S. Foreign Ministers' Meeting, 22 February 2013 · Meeting Briefings",
  );
});

describe.each(pages)('/$address', ({ $, html, address }) => {
  test('is valid HTML', async () => {
    expect(await htmlFaults({ $, html, address })).toEqual([]);
  });

  test('has language, description, one main heading, landmarks and a skip link', () => {
    expect($('html').attr('lang')).toBe('en');
    expect($('meta[name=description]').attr('content')).toMatch(/.{20,}/u);
    expect($('h1')).toHaveLength(1);
    expect($('main#main')).toHaveLength(1);
    expect($('body > header')).toHaveLength(1);
    expect($('body > footer')).toHaveLength(1);
    expect($('nav').length).toBeGreaterThan(0);
    expect($('body > :first-child').attr('href')).toBe('#main');
  });

  test('has a space between words where an element begins or ends', () => {
    const page = load(html);
    // The text sets its own spaces.
    page('head, script, link, .text, .source-lines').remove();
    const joined =
      /.{0,20}[\p{L}\p{N}.]<(?:a|b|small|span|strong|time)[ >].{0,20}|<\/a>\p{L}.{0,20}|\p{Ll}\.\p{Lu}.{0,20}/gu;
    expect(page('body').html()?.match(joined) ?? []).toEqual([]);
  });

  test('has headings in order', () => {
    const levels = $('h1, h2, h3, h4')
      .toArray()
      .map(({ tagName }) => Number(tagName[1]));
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    });
  });

  test('says that it is independent, and links the ministry’s page in all its languages', () => {
    const footer = $('body > footer');
    const links = footer
      .find('a[rel=external]')
      .toArray()
      .map((link) => $(link).attr('href'));
    // A page of a meeting is about that one; any other is about all that there are.
    const about = meetings.filter(({ id }) => address.startsWith(`meetings/${id}/`));
    const [meeting, another] = about.length > 0 ? about : meetings;
    if (!meeting || another) {
      expect(footer.text()).toContain('An independent edition of summaries that ministries have published.');
      expect(links).toEqual([]);
    } else {
      const { publisher = '', address: page, translations } = meeting.source;
      expect(footer.text()).toContain(`of a summary published by the ${publisher}.`);
      expect(links).toEqual([page, ...translations.map((translation) => translation.address)]);
    }
  });

  test('is listed under its own address, or not at all', () => {
    const canonical = $('link[rel=canonical]').attr('href');
    if (address === '404.html') expect($('meta[name=robots]').attr('content')).toBe('noindex');
    else expect(canonical).toBe(`http://localhost:4321/${address}`);
  });
});
