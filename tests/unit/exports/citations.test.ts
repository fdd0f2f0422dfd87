/** Citations against the patterns of their manuals, and the files against programs that read them. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { citationFiles } from '../../../src/exports/bibtex-ris.ts';
import { apa, chicagoBibliography, chicagoNote, mla } from '../../../src/exports/citation-styles.ts';
import { cslDate, toCsl } from '../../../src/exports/csl.ts';
import { itemsOf } from '../../../src/record/meeting.ts';
import { theMeeting } from '../../content.ts';

const meeting = theMeeting();
const summary = toCsl(meeting);
const item = toCsl(
  meeting,
  itemsOf(meeting).find(({ id }) => id === '1-2'),
);
const accessed = cslDate('2026-09-04');
const home = 'http://localhost:4321/meetings/2013-02-22-japan-us-foreign-ministers/';
const ministry = 'Ministry of Foreign Affairs of Japan';
const title = "Japan-U.S. Foreign Ministers' Meeting (Summary)";

describe('styles', () => {
  test('Chicago, a note', () => {
    const summaryNote = `${ministry}, “${title},” February 22, 2013, Meeting Briefings, ${home}.`;
    expect(chicagoNote(summary)).toBe(summaryNote);
    const note = `${ministry}, “${title},” February 22, 2013, 1(2), para. 2, Meeting Briefings, accessed September 4, 2026, ${home}1-2/#p2.`;
    expect(chicagoNote({ ...item, accessed, URL: `${item.URL}#p2` }, '2')).toBe(note);
  });

  test('Chicago, a bibliography', () => {
    const entry = `${ministry}. “1(2) Security.” In “${title}.” February 22, 2013. Meeting Briefings. Accessed September 4, 2026. ${home}1-2/.`;
    expect(chicagoBibliography({ ...item, accessed })).toBe(entry);
  });

  test('APA', () => {
    const entry = `${ministry}. (2013, February 22). 1(2) Security. In ${title}. Meeting Briefings. Retrieved September 4, 2026, from ${home}1-2/`;
    expect(apa({ ...item, accessed })).toBe(entry);
  });

  test('MLA', () => {
    const entry = `${ministry}. “1(2) Security.” ${title}. 22 Feb. 2013. Meeting Briefings, ${home}1-2/. Accessed 4 Sept. 2026.`;
    expect(mla({ ...item, accessed })).toBe(entry);
  });

  test('quotation marks within a title become single ones, and no period is doubled', () => {
    const cited = { ...summary, title: 'The “2+2” of the U.S.' };
    expect(chicagoBibliography(cited)).toContain('“The ‘2+2’ of the U.S.”');
    expect(apa(cited)).toContain('). The “2+2” of the U.S. Meeting Briefings.');
  });
});

const commas = 'Ministry of Economy, Trade and Industry';
const special = `50% & $40 million, #1 {A_B} ~ “x” – Côte d’Ivoire, ${'and on '.repeat(20)}to the end`;

describe.each([
  ['a meeting', summary, title, ministry],
  ['an item', item, `1(2) Security, ${title}`, ministry],
  ['a title with special characters', { ...summary, title: special }, special, ministry],
  [
    'a publisher with a comma',
    { ...summary, author: [{ literal: commas }] as [{ literal: string }], publisher: commas },
    title,
    commas,
  ],
])('files of %s', (_, cited, fullTitle, publisher) => {
  const files = citationFiles(cited);
  const read = (file: string) => new Cite(file).data[0] as Record<string, unknown>;

  test.each(['bibtex', 'ris', 'csl'] as const)('%s, read by another program, says the same', (format) => {
    const csl = read(files[format]);
    expect(csl).toMatchObject({
      type: 'report',
      title: fullTitle,
      issued: cslDate('2013-02-22'),
      URL: cited.URL,
      publisher,
    });
    const authors = (csl.author ?? []) as { literal?: string; family?: string; given?: string }[];
    for (const { literal, family, given } of authors)
      expect([literal ?? family, given]).toEqual([publisher, undefined]);
  });

  test('BibTeX has the day for BibTeX and for BibLaTeX, and says what kind of report it is', () => {
    expect(files.bibtex).toMatch(/^@techreport\{[a-z][^,]*,$/mu);
    for (const field of [
      `author = {{${publisher}}}`,
      `institution = {{${publisher}}}`,
      'type = {Meeting summary}',
      'year = {2013}',
      'month = feb',
      'day = {22}',
      'date = {2013-02-22}',
      'langid = {english}',
    ])
      expect(files.bibtex).toContain(`\t${field},\n`);
  });

  test('RIS has one field a line, names this site as provider and the ministry’s page in a note', () => {
    const lines = files.ris.split('\n');
    expect(lines[0]).toBe('TY  - RPRT');
    expect(lines.at(-1)).toBe('ER  - ');
    expect(lines.filter((line) => !/^[A-Z][A-Z\d] {2}- /u.test(line))).toEqual([]);
    expect(lines).toEqual(
      expect.arrayContaining(['DA  - 2013/02/22/', 'DP  - Meeting Briefings', 'M3  - Meeting summary']),
    );
    expect(files.ris).toContain(`N1  - First published at ${meeting.source.address ?? ''}`);
    expect(files.ris).not.toContain('DB  -');
  });
});

test('each item has a key of its own', () => {
  const keys = itemsOf(meeting).map((own) => toCsl(meeting, own).id);
  expect(new Set(keys).size).toBe(11);
});
