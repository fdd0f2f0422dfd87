/** Meetings as an import leaves them, before anybody has filled in a field: two of the fixture site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importSummary } from '../../src/importer/import-summary.ts';
import { filesOf, fixture, htmlFaults, pagesOf } from '../helpers/built-site.ts';

const ids = ['2024-03-04-japan-india', '2015-05-22-japan-peru-talks'];
const pages = pagesOf(fixture.folder);

describe.each(ids)('%s', (id) => {
  const folder = join(fixture.content, 'meetings', id);
  const source = readFileSync(join(folder, 'source.txt'));

  test('has the files that an import writes', () => {
    const { files } = importSummary({ name: 'a.txt', bytes: source }, '2026-11-29', id);
    for (const { name, text } of files) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
  });

  test('has no undefined, null or empty values in what is published of it', () => {
    const texts = filesOf(fixture.folder).filter(
      (file) => file.includes(id) && /\.(?:json|md|txt)$/u.test(file),
    );
    expect(texts.length).toBeGreaterThan(2);
    for (const file of [...texts, 'feed.xml', 'meetings.json', 'llms.txt'])
      expect(readFileSync(join(fixture.folder, file), 'utf8'), file).not.toMatch(
        /\bundefined\b|: null\b|\]\(\): |: , |Accessed NaN/u,
      );
  });
});

test.each(pages)('/briefings/$address is valid HTML and leaves out what is not known', async (page) => {
  expect(await htmlFaults(page)).toEqual([]);
  const { $, html } = page;
  expect($('main, footer').text()).not.toMatch(/\bundefined\b|\bnull\b|\bNaN\b|, ,|“”| ,|\(\)/u);
  expect(html).not.toMatch(/content="(?:undefined|,|“”)?"|href=""|"undefined"/u);
  for (const fact of $('dt + dd').toArray()) expect($(fact).text().trim()).not.toBe('');
});

test('items have URLs by their place', () => {
  const own = pages.filter(({ address }) => address.startsWith(`meetings/${ids[0] ?? ''}/`));
  const names = own.map(({ address }) => address.split('/').at(-2));
  expect(names).toEqual([ids[0], '1', '2-0', '2-1', '2-2', 'text'].sort());
});
