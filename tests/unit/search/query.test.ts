/** How queries are read. */
import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/search/client/parse-query.ts';
import { readTerms } from '../../../src/search/client/read-terms.ts';
import { createVocabulary } from '../../../src/search/client/vocabulary.ts';
import { createRelatedFinder, writtenOtherwise } from '../../../src/search/index/names.ts';
import { wordsOf } from '../../../src/search/tokenize.ts';

const stopWords = ['who', 'what', 'did', 'say', 'about', 'the', 'a', 'of', 'no', 'item', 'agenda', 'section'];

test.each<[typed: string, words: string]>([
  ['What did Kerry say about Mali?', 'kerry mali'],
  ['who attended', 'attended'],
  ['WHO ATTENDED', 'attended'],
  ['WHO reform', 'who reform'],
  ['US$65m', 'us 65000000'],
  ['2.3 Million', '2300000'],
  ['USD65', 'usd 65'],
  ['5k people', '5000 people'],
  ['5.000', '5000'],
  ['40.000.000', '40000000'],
  ["5'000", '5000'],
  ['40 000', '40000'],
  ['3.45 pm', '3:45 pm'],
  ['22/2/2013', '22 02 2013'],
  ['02/22/2013', '02 22 2013'],
  ['22.02.2013', '22 02 2013'],
  ['2013/2/22', '2013 02 22'],
  ['two 2 plus 2', 'two 2+2'],
  ['２＋２', '2+2'],
  ['U. N. and U.S.', 'un and us'],
  ['A.F.I.S.M.A', 'afisma'],
  ['R & D', 'r&d'],
  ['Senkaku’s', 'senkaku'],
  ['ＡＦＩＳＭＡ', 'afisma'],
  ['CO₂', 'co2'],
  ['バッシャール', 'バッシャール'],
  ['アル＝アサド', 'アルアサド'],
  ['Café\u00AD', 'cafe'],
])('“%s” asks for %s', (typed, words) => {
  const { terms } = parseQuery(typed, new Set(stopWords));
  expect(terms.flatMap(({ word, isStopWord }) => (isStopWord ? [] : word)).join(' ')).toBe(words);
});

test.each<[typed: string, item: string | undefined]>([
  ['1(2)', '1(2)'],
  ['２（１）', '2(1)'],
  ['item 2.1', '2(1)'],
  ['2-1', '2(1)'],
  ['1 (3)', '1(3)'],
  ['1.(4)', '1(4)'],
  ['§ 3(2)', '3(2)'],
  ['section 3', '3'],
  ['item (5)', '(5)'],
  ['agenda item 1', '1'],
  ['point 3(1)', '3(1)'],
  ['Ⅲ (2)', 'III(2)'],
  ['2.5 million', undefined],
  ['3.45 pm', undefined],
  ['22.02.2013', undefined],
  ['2-3 years', undefined],
  ['$1.5', undefined],
])('“%s” asks for item %s', (typed, item) => {
  expect(parseQuery(typed, new Set()).item).toBe(item);
});

test.each([
  '"step aside"',
  '“step aside”',
  '„step aside“',
  '«step aside»',
  '「step aside」',
  "'step aside'",
  '‘step aside’',
  '‹step aside›',
  "``step aside''",
])('%s is a phrase', (typed) => {
  expect(parseQuery(typed, new Set()).phrases).toEqual(['step aside']);
});

const words = [
  ...'Japan Senkaku Futenma Syria Mali Algeria Asian humanitarian counter terrorism cyber attack'.split(' '),
  ...'relocation administration Okinawa important AFISMA visit aid 尖閣諸島'.split(' '),
].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
const english = ['malawi', 'nigeria', 'visa', 'plan', 'exchang'];
const vocabulary = createVocabulary(
  { words, stopWords, unrelatedWords: ['import', 'asean'], factWords: [], meetingCount: 1, wordCount: 100 },
  () => Promise.resolve(english),
);

test.each<[typed: string, read: string]>([
  // Forms and compounds.
  ['relocating x', 'relocation -'],
  ['cyberattacks', 'cyber attack'],
  ['counterterrorism', 'counter terrorism'],
  ['尖閣諸島問題', '尖閣諸島'],
  // The last word may be the beginning of one; no other may.
  ['Fut', 'fut…'],
  ['human', 'human…'],
  ['human rights', '- -'],
  // Typos.
  ['futnema', 'futenma?'],
  ['Futemna', 'futenma?'],
  ['syira', 'syria?'],
  ['suria', 'syria?'],
  ['mlai', 'mali?'],
  ['alegria', 'algeria?'],
  ['terorrism', 'terrorism?'],
  ['"terorrism"', '-'],
  // No typos: abbreviations, words and names of the language, words of another subject, short and foreign words.
  ['ASEAN', '-'],
  ['asean', '-'],
  ['TPP', '-'],
  ['WHO', '-'],
  ['AIDS', '-'],
  ['aids', 'aid'],
  ['AFISMMA', '-'],
  ['REL', '-'],
  ['rel', 'rel…'],
  ['visa', '-'],
  ['Malawi', '-'],
  ['Nigeria', '-'],
  ['import', '-'],
  ['日本語', '-'],
])('“%s” is read as %s', async (typed, read) => {
  const { terms } = parseQuery(typed, new Set(stopWords));
  const readings = await readTerms(terms, vocabulary);
  const asRead = readings.map(
    ({ word, isTypo, isPrefix }) => (word ?? '-') + (isTypo ? '?' : isPrefix ? '…' : ''),
  );
  expect(asRead.join(' ')).toBe(read);
});

test.each<[text: string, names: string[]]>([
  ['$40 million', ['40 million', '40000000', 'forty million']],
  ['5,000 people', ['5,000', '5000', 'five thousand']],
])('“%s” is also written %j', (text, names) => {
  expect(writtenOtherwise(text)).toContainEqual(names);
});

test('related words are found in their forms, abbreviations in capitals only', () => {
  const find = createRelatedFinder([
    ['assist', 'aid'],
    ['Prime Minister', 'PM'],
  ]);
  expect(find('It assisted.')).toEqual([['assisted', 'assist', 'aid']]);
  expect(find('At 3 p.m. the assistant came.')).toEqual([]);
});

test('words are compared without case, accents, apostrophes and dots', () => {
  expect(wordsOf('The U.N., Japan’s R&D and Ōsaka’s 3:45 p.m.')).toEqual([
    'the',
    'un',
    'japan',
    'r&d',
    'and',
    'osaka',
    '3:45',
    'pm',
  ]);
});
