import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printedHeading } from '../../src/domain/format.ts';
import { agendaItems } from '../../src/domain/model.ts';
import { theMeeting } from '../helpers/content.ts';
import { dist, fixture, pageAt, pagesOf } from '../helpers/built-site.ts';

const meeting = theMeeting();
const home = `meetings/${meeting.id}/`;

test.each(agendaItems(meeting))(
  '$number shows its paragraphs and sentences, to the letter, at their ids',
  (item) => {
    const $ = pageAt(`${home}${item.id}/`);
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

test('the meeting’s page has the introduction, the sections and every item', () => {
  const $ = pageAt(home);
  expect($('#p1').text()).toBe(meeting.introduction[0]?.text);
  for (const { number, title, items } of meeting.sections) {
    expect($(`[id="${String(number)}"] h3`).text()).toContain(title);
    for (const { id } of items) expect($(`a[href="/${home}${id}/"]`).length).toBeGreaterThan(0);
  }
  expect($('.meeting-details').text()).toMatch(/3:45 p\.m\. \(EST, UTC−5\), about 70 minutes/u);
});

test('the page of the whole text has the ids of the pages', () => {
  const $ = pageAt(`${home}text/`);
  for (const item of agendaItems(meeting)) {
    expect($(`[id="${item.id}"]`).text()).toContain(printedHeading(item));
    for (const paragraph of item.paragraphs) {
      expect($(`[id="${item.id}-${paragraph.id}"]`).text()).toBe(paragraph.text);
      for (const { id, text } of paragraph.sentences) expect($(`[id="${item.id}-${id}"]`).text()).toBe(text);
    }
  }
  expect($('#intro-p1').text()).toBe(meeting.introduction[0]?.text);
});

const words = (text: string): string => text.replace(/\s+/gu, '');

test.each([
  { content: 'content', folder: dist },
  { content: fixture.content, folder: fixture.folder },
])('pages of whole texts in $folder have every line of the source in order', ({ content, folder }) => {
  const pages = pagesOf(folder).filter(({ address }) => address.endsWith('/text/'));
  expect(pages.length).toBeGreaterThan(0);
  for (const { address, $ } of pages) {
    const shown = words($('main').text());
    let at = 0;
    for (const line of readFileSync(join(content, address, '../source.txt'), 'utf8')
      .split('\n')
      .map(words)) {
      const found = shown.indexOf(line, at);
      expect(found, `${address}: ${line}`).toBeGreaterThanOrEqual(at);
      at = found + line.length;
    }
  }
});
