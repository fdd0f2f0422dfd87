/** Citations against the patterns of their manuals, and the files against programs that read them. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { citationFiles } from '../../../src/exports/bibtex-ris.ts';
import { chicagoBibliography, citationStyles } from '../../../src/exports/citation-styles.ts';
import { type CslItem, cslDate, toCsl } from '../../../src/exports/csl.ts';
import { agendaItems } from '../../../src/domain/model.ts';
import { theMeeting } from '../../helpers/content.ts';

const meeting = theMeeting();
const summary = toCsl(meeting);
const item = toCsl(
  meeting,
  agendaItems(meeting).find(({ id }) => id === '1-2'),
);
const accessed = cslDate('2026-09-04');
const home = 'http://localhost:4321/meetings/2013-02-22-japan-us-foreign-ministers/';
const ministry = 'Ministry of Foreign Affairs of Japan';
const title = "Japan-U.S. Foreign Ministers' Meeting (Summary)";

describe('styles', () => {
  const note = `${ministry}, “${title},” February 22, 2013, 1(2), para. 2, Meeting Briefings, accessed September 4, 2026, ${home}1-2/#p2.`;
  const entry = `${ministry}. “1(2) Security.” In “${title}.” February 22, 2013. Meeting Briefings. Accessed September 4, 2026. ${home}1-2/.`;
  const apaEntry = `${ministry}. (2013, February 22). 1(2) Security. In ${title}. Meeting Briefings. Retrieved September 4, 2026, from ${home}1-2/`;
  const mlaEntry = `${ministry}. “1(2) Security.” ${title}. 22 Feb. 2013. Meeting Briefings, ${home}1-2/. Accessed 4 Sept. 2026.`;

  const format = (style: string, cited: CslItem, paragraph?: string) =>
    citationStyles.find(({ name }) => name === style)?.format({ ...cited, accessed }, paragraph);

  test('each as its manual has it', () => {
    expect(format('Chicago, note', { ...item, URL: `${item.URL}#p2` }, '2')).toBe(note);
    expect(format('Chicago, bibliography', item)).toBe(entry);
    expect(format('APA', item)).toBe(apaEntry);
    expect(format('MLA', item)).toBe(mlaEntry);
  });

  test('quotation marks within a title become single ones, and no period is doubled', () => {
    const cited = { ...summary, title: 'The “2+2” of the U.S.' };
    expect(chicagoBibliography(cited)).toContain('“The ‘2+2’ of the U.S.”');
    expect(format('APA', cited)).toContain('). The “2+2” of the U.S. Meeting Briefings.');
  });
});

test('BibTeX, as BibLaTeX reads it', () => {
  expect(citationFiles(item).bibtex.split('\n')).toEqual([
    '@online{meeting-2013-02-22-japan-us-foreign-ministers-1-2,',
    `\tauthor = {{${ministry}}},`,
    `\ttitle = {{1(2) Security, ${title}}},`,
    '\torganization = {{Meeting Briefings}},',
    '\tdate = {2013-02-22},',
    '\tlangid = {english},',
    `\turl = {${home}1-2/},`,
    '}',
  ]);
});

test('RIS names this site as the provider, and the ministry’s page in a note', () => {
  const report = [
    `TI  - ${title}`,
    `AU  - ${ministry}`,
    `PB  - ${ministry}`,
    'PY  - 2013',
    'DA  - 2013/02/22/',
  ];
  const note = `N1  - First published at ${meeting.source.address ?? ''}`;
  const where = ['M3  - Meeting summary', 'LA  - en', 'DP  - Meeting Briefings', `UR  - ${home}`, note];
  expect(citationFiles(summary).ris.split('\n')).toEqual(['TY  - RPRT', ...report, ...where, 'ER  - ']);
});

const special = `50% & $40 million, #1 {A_B} ~ “x” – Côte d’Ivoire, ${'and on '.repeat(20)}to the end`;
const economy = 'Ministry of Economy, Trade and Industry';

type Name = Partial<Record<'literal' | 'family' | 'given', string>>;

describe.each(['bibtex', 'ris', 'csl'] as const)('%s, read by another program, says the same', (format) => {
  test.each([
    [title, ministry],
    [special, ministry],
    [title, economy],
  ])('%s by %s', (name, publisher) => {
    const cited: CslItem = { ...summary, title: name, publisher, author: [{ literal: publisher }] };
    const csl = new Cite(citationFiles(cited)[format]).data[0] as { author?: Name[] };
    const issued = cslDate('2013-02-22');
    const kind = format === 'bibtex' ? { type: 'webpage' } : { type: 'report', publisher };
    expect(csl).toMatchObject({ ...kind, title: name, issued, URL: home });
    const authors = (csl.author ?? []).map(({ literal, family, given }) => [literal ?? family, given]);
    expect([[], [[publisher, undefined]]]).toContainEqual(authors);
  });
});
