import { expect, test } from 'vitest';
import { itemHeading, expectedSourceLines } from '../../src/domain/checks/verify-source.ts';
import { agendaItems } from '../../src/domain/model.ts';
import { theMeeting } from '../helpers/content.ts';
import { type Document, dist, pagesOf } from '../helpers/built-site.ts';

const meeting = theMeeting();
const home = `meetings/${meeting.id}/`;
const pages = new Map(pagesOf(dist).map((page) => [page.address, page.$]));

function page(address: string): Document {
  const $ = pages.get(address);
  if (!$) throw new Error(`no page ${address}`);
  return $;
}

test.each(agendaItems(meeting))(
  '$number shows its paragraphs and sentences, to the letter, at their ids',
  (item) => {
    const $ = page(`${home}${item.id}/`);
    expect(
      $('.text p')
        .toArray()
        .map((p) => $(p).text()),
    ).toEqual(item.paragraphs.map(({ text }) => text));
    for (const { id, text, number, sentences } of item.paragraphs) {
      expect($(`#${id}`).text()).toBe(text);
      expect($(`a.paragraph-number[href="#${id}"]`).attr('data-number')).toBe(String(number));
      for (const sentence of sentences) expect($(`#${id} #${sentence.id}`).text()).toBe(sentence.text);
    }
    expect($('h1').text().replace(/\s+/gu, ' ').trim()).toBe(`${item.number} ${item.title}`);
    expect($('.agenda-nav [aria-current=page]').attr('href')).toBe(`/${home}${item.id}/`);
    expect($('.agenda-nav a[href]')).toHaveLength(1 + meeting.sections.length + agendaItems(meeting).length);
  },
);

test('previous and next lead through all items, across the borders of sections', () => {
  const walked: string[] = [];
  let next: string | undefined = `/${home}1-1/`;
  while (next !== undefined) {
    const $: Document = page(next.slice(1));
    const previous = $('a[rel=prev]').attr('href');
    expect(previous).toBe(walked.at(-1));
    walked.push(next);
    next = $('a[rel=next]').attr('href');
  }
  expect(walked).toEqual(agendaItems(meeting).map(({ id }) => `/${home}${id}/`));
});

test('the meeting’s page has the introduction, the sections and every item', () => {
  const $ = page(home);
  expect($('#p1').text()).toBe(meeting.introduction[0]?.text);
  for (const { number, title, items } of meeting.sections) {
    expect($(`[id="${String(number)}"] h3`).text()).toContain(title);
    for (const { id } of items) expect($(`a[href="/${home}${id}/"]`).length).toBeGreaterThan(0);
  }
  expect($('.meeting-details').text()).toMatch(/3:45 p\.m\. \(EST, UTC−5\), about 70 minutes/u);
});

test('each line of orientation in the agenda is a quotation of its item', () => {
  const $ = page(home);
  const quotes = $('.agenda li p:first-of-type')
    .toArray()
    .map((p) => $(p).text());
  expect(quotes).toHaveLength(11);
  quotes.forEach((quote, index) => {
    const { paragraphs = [] } = agendaItems(meeting)[index] ?? {};
    const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
    expect(text).toContain(/^“(.*)”$/u.exec(quote)?.[1]);
  });
});

test('the page of the whole text has every line of the source in order, and its ids', () => {
  const $ = page(`${home}text/`);
  const main = $('main').clone();
  main.find('.breadcrumbs, .paragraph-number').remove();
  const shown = main.text().replace(/\s+/gu, ' ');
  let at = 0;
  for (const { parts } of expectedSourceLines(meeting)) {
    const line = parts
      .map(({ text }) => text)
      .join(' ')
      .trim()
      .replace(/\s+/gu, ' ');
    const found = shown.indexOf(line, at);
    expect(found, line).toBeGreaterThanOrEqual(at);
    at = found + line.length;
  }
  for (const item of agendaItems(meeting)) {
    expect($(`[id="${item.id}"]`).text()).toContain(itemHeading(item));
    for (const paragraph of item.paragraphs) {
      expect($(`[id="${item.id}-${paragraph.id}"]`).text()).toBe(paragraph.text);
      for (const { id, text } of paragraph.sentences) expect($(`[id="${item.id}-${id}"]`).text()).toBe(text);
    }
  }
  expect($('#intro-p1').text()).toBe(meeting.introduction[0]?.text);
});
