/** Citations against the patterns of their manuals, and the files against who reads them. */
import { Cite } from '@citation-js/core';
import { describe, expect, test } from 'vitest';
import { type Cited, citedOf, cslDate } from '../../src/cite/cited.ts';
import { citationFiles } from '../../src/cite/files.ts';
import { apa, chicagoBibliography, chicagoNote, mla } from '../../src/cite/styles.ts';
import { itemsOf } from '../../src/record/meeting.ts';
import { theMeeting } from '../content.ts';

const meeting = theMeeting();
const whole = citedOf(meeting);
const [item] = itemsOf(meeting).filter(({ id }) => id === '1-2');
const part = citedOf(meeting, item);
const accessed = cslDate('2026-09-04');
const home = 'http://localhost:4321/meetings/2013-02-22-japan-us-foreign-ministers/';

describe('as manuals write them', () => {
  test.each([
    [
      'Chicago, note',
      chicagoNote(whole),
      `Ministry of Foreign Affairs of Japan, “Japan-U.S. Foreign Ministers' Meeting (Summary),” February 22, 2013, Meeting Briefings, ${home}.`,
    ],
    [
      'Chicago, note of a paragraph on a day',
      chicagoNote({ ...part, accessed, URL: `${part.URL}#p2` }, '2'),
      `Ministry of Foreign Affairs of Japan, “Japan-U.S. Foreign Ministers' Meeting (Summary),” February 22, 2013, 1(2), para. 2, Meeting Briefings, accessed September 4, 2026, ${home}1-2/#p2.`,
    ],
    [
      'Chicago, bibliography',
      chicagoBibliography({ ...part, accessed }),
      `Ministry of Foreign Affairs of Japan. “1(2) Security.” In “Japan-U.S. Foreign Ministers' Meeting (Summary).” February 22, 2013. Meeting Briefings. Accessed September 4, 2026. ${home}1-2/.`,
    ],
    [
      'APA',
      apa({ ...whole, accessed }),
      `Ministry of Foreign Affairs of Japan. (2013, February 22). Japan-U.S. Foreign Ministers' Meeting (Summary). Meeting Briefings. Retrieved September 4, 2026, from ${home}`,
    ],
    [
      'APA, an item',
      apa(part),
      `Ministry of Foreign Affairs of Japan. (2013, February 22). 1(2) Security. In Japan-U.S. Foreign Ministers' Meeting (Summary). Meeting Briefings. ${home}1-2/`,
    ],
    [
      'MLA',
      mla({ ...part, accessed }),
      `Ministry of Foreign Affairs of Japan. “1(2) Security.” Japan-U.S. Foreign Ministers' Meeting (Summary). 22 Feb. 2013. Meeting Briefings, ${home}1-2/. Accessed 4 Sept. 2026.`,
    ],
  ])('%s', (_, written, pattern) => {
    expect(written).toBe(pattern);
  });

  test('quotation marks within a title turn into single ones, and no stop is doubled', () => {
    const cited: Cited = { ...whole, title: 'The “2+2” of the U.S.' };
    expect(chicagoBibliography(cited)).toContain('“The ‘2+2’ of the U.S.”');
    expect(apa(cited)).toContain('). The “2+2” of the U.S. Meeting Briefings.');
  });
});

describe.each([
  ['a meeting', whole, "Japan-U.S. Foreign Ministers' Meeting (Summary)"],
  ['an item', part, "1(2) Security, Japan-U.S. Foreign Ministers' Meeting (Summary)"],
  [
    'a title full of signs, and too long for a line',
    {
      ...whole,
      title: `50% & $40 million, #1 {A_B} ~ “x” – Côte d’Ivoire, ${'and on '.repeat(20)}to the end`,
    },
    `50% & $40 million, #1 {A_B} ~ “x” – Côte d’Ivoire, ${'and on '.repeat(20)}to the end`,
  ],
])('files of %s', (_, cited, title) => {
  const files = citationFiles(cited);

  test.each(['bibtex', 'ris', 'csl'] as const)('%s, read again, says the same', (format) => {
    const [read] = new Cite(files[format]).data as Record<string, unknown>[];
    expect(read).toMatchObject({ type: 'report', title, issued: cslDate('2013-02-22'), URL: cited.URL });
    // BibTeX knows names of families only.
    const [author] = read?.author as Record<string, string>[];
    expect(author?.literal ?? author?.family).toBe('Ministry of Foreign Affairs of Japan');
  });

  test('BibTeX keeps the ministry in one piece', () => {
    expect(files.bibtex).toMatch(/^@techreport\{/u);
    expect(files.bibtex).toContain('author = {{Ministry of Foreign Affairs of Japan}}');
  });

  test('RIS is a report, one field a line', () => {
    const lines = files.ris.split('\n');
    expect(lines[0]).toBe('TY  - RPRT');
    expect(lines.at(-1)).toMatch(/^ER {2}-/u);
    expect(lines.filter((line) => !/^[A-Z][A-Z\d] {2}- ?/u.test(line))).toEqual([]);
    expect(lines).toContain('DA  - 2013/02/22/');
  });
});

test('each item has a key of its own', () => {
  const keys = itemsOf(meeting).map(
    (own) => /^@techreport\{([^,]+),/u.exec(citationFiles(citedOf(meeting, own)).bibtex)?.[1],
  );
  expect(new Set(keys).size).toBe(11);
});
