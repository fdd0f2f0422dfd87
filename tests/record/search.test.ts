/** The query layer: each rule by itself, without a browser. */
import { describe, expect, test } from 'vitest';
import { makeRecord } from '../../src/record/record.ts';
import { correct, vocabularyFrom } from '../../src/search/correct.ts';
import { packPassage, unpackPassage } from '../../src/search/passage.ts';
import { type Query, parseQuery } from '../../src/search/query.ts';
import { type Candidate, rank, weightOf } from '../../src/search/rank.ts';
import { searchRecords, vocabularyOf } from '../../src/search/records.ts';
import { wordsOf } from '../../src/search/words.ts';
import { contentFiles } from '../content.ts';

const { record } = makeRecord(contentFiles);
const records = searchRecords(record);
const questionWords = new Set(record.thesaurus.questionWords.flat());
const vocabulary = vocabularyFrom(vocabularyOf(records));

describe('words', () => {
  test.each<[string, string[]]>([
    ['U.N. Security Council', ['un', 'security', 'council']],
    ['Japan’s and the United States’', ['japan', 'and', 'the', 'united', 'states']],
    ['approximately 5,000 people', ['approximately', '5000', 'people']],
    ['$40 million', ['40', 'million']],
    ['using the 2+2 Meeting.', ['using', 'the', '2+2', 'meeting']],
    ['post-Assad', ['post', 'assad']],
    ['Café', ['cafe']],
    ['at 3:45 p.m.', ['at', '3', '45', 'pm']],
  ])('of “%s”', (text, words) => {
    expect(wordsOf(text).map(({ word }) => word)).toEqual(words);
  });

  test('stand where they stand', () => {
    const text = 'The U.N. and Mali’s';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'The',
      'U.N.',
      'and',
      'Mali’s',
    ]);
  });
});

describe('queries', () => {
  const wanted = (typed: string): string[] =>
    parseQuery(typed, questionWords)
      .terms.filter(({ asks }) => !asks)
      .map(({ word }) => word);

  test.each<[string, string[]]>([
    ['what did Kerry say about Mali', ['kerry', 'mali']],
    ['who', ['who']],
    ['$65m', ['65', 'million']],
    ['Japan Japan', ['japan']],
    ['“the Diet”', ['the', 'diet']],
  ])('“%s” asks for %j', (typed, words) => {
    expect(wanted(typed)).toEqual(words);
  });

  test('words in quotation marks are a phrase', () => {
    expect(parseQuery('Kishida "Summit Meeting"', questionWords).phrases).toEqual([['summit', 'meeting']]);
  });

  test('the last word may still be typed', () => {
    expect(parseQuery('Okinawa Fut', questionWords).terms.map(({ open }) => open)).toEqual([false, true]);
    expect(parseQuery('Okinawa Fut ', questionWords).terms.map(({ open }) => open)).toEqual([false, false]);
  });
});

describe('corrections', () => {
  test.each<[string, string[], boolean]>([
    ['futemna', ['futenma'], true],
    ['terrorsim', ['terrorism'], true],
    ['cybersecurity', ['cyber', 'security'], false],
    ['provocatively', ['provocation'], false],
  ])('“%s” is read as %j', (word, words, slip) => {
    const found = correct(word, vocabulary);
    expect(found?.words.map((one) => one.toLowerCase())).toEqual(words);
    expect(found?.slip).toBe(slip);
  });

  test.each(['xyzzy', 'abc', '12345678'])('“%s” is left alone', (word) => {
    expect(correct(word, vocabulary)).toBeUndefined();
  });
});

describe('passages', () => {
  test('are unpacked as they were packed', () => {
    const passage = {
      text: 'The Republic of Korea (ROK) and $40 million.',
      others: [
        { form: 'ROK', names: ['South Korea', 'Seoul'], same: true },
        { form: '$', names: ['dollars'], same: false },
        { form: '', names: ['who'], same: true },
      ],
    };
    expect(unpackPassage(packPassage(passage))).toEqual(passage);
  });

  test('no text has the signs between the parts', () => {
    for (const { published } of record.meetings) expect(published).not.toMatch(/[⁂≡≈⁏]/u);
  });

  test('are found by the names of what they name, and by numbers in words and digits', () => {
    const packed = (end: string): string => records.find(({ url }) => url.endsWith(end))?.content ?? '';
    expect(packed('/2-2/#p1')).toContain('South Korea');
    expect(packed('/3-1/#p2')).toMatch(/40000000 ⁏ Forty Million/u);
    expect(packed('/3-1/#p2')).toContain('dollars');
    expect(packed('/1-2/#p1')).toContain('defence');
  });
});

describe('ranking', () => {
  const passage = (
    address: string,
    title: string,
    text: string,
    others: { form: string; names: string[]; same: boolean }[] = [],
  ): Candidate => ({
    address,
    title,
    item: true,
    packed: packPassage({ text, others }),
    where: [],
    date: '',
  });
  const order = (typed: string, ...candidates: Candidate[]): string[] => {
    const query: Query = parseQuery(typed, questionWords);
    const weights = new Map(query.terms.map((term) => [term, weightOf(term, 3)]));
    return rank(candidates, query, weights)
      .filter(({ terms }) => terms.size > 0)
      .map(({ page }) => page);
  };

  test('a title beats a mention', () => {
    expect(
      order('Syria', passage('/a/#p1', '1 Aid', 'Aid to Syria.'), passage('/b/#p1', '2 Syria', 'On Syria.')),
    ).toEqual(['/b/', '/a/']);
  });

  test('words that stand together beat words apart', () => {
    const apart = passage('/a/#p1', '1', 'A meeting after the summit.');
    const near = passage('/b/#p1', '2', 'The summit meeting.');
    expect(order('summit meeting', apart, near)).toEqual(['/b/', '/a/']);
  });

  test('the word itself beats its other name, and that beats a word much like it', () => {
    const word = passage('/a/#p1', '1', 'South Korea was named.');
    const name = passage('/b/#p1', '2', 'The ROK was.', [
      { form: 'ROK', names: ['South Korea'], same: true },
    ]);
    const like = passage('/c/#p1', '3', 'The peninsula.', [
      { form: 'peninsula', names: ['South Korea'], same: false },
    ]);
    expect(order('South Korea', like, name, word)).toEqual(['/a/', '/b/', '/c/']);
  });

  test('part of a name is worth less than the whole', () => {
    const part = passage('/a/#p1', '1', 'The ROK.', [{ form: 'ROK', names: ['South Korea'], same: true }]);
    const whole = passage('/b/#p1', '2', 'The North.', [{ form: 'North', names: ['Korea'], same: true }]);
    expect(order('Korea', part, whole)).toEqual(['/b/', '/a/']);
  });

  test('a passage that has none of the words is no answer', () => {
    expect(order('UN', passage('/a/#p1', '1', 'Unilateral actions under pressure.'))).toEqual([]);
  });

  test('a phrase is wanted as it stands', () => {
    const apart = passage('/a/#p1', '1', 'A meeting after the summit.');
    const near = passage('/b/#p1', '2', 'The summit meeting.');
    expect(order('"summit meeting"', apart, near)).toEqual(['/b/']);
  });

  test('an other name marks the words that it is another name of', () => {
    const query = parseQuery('South Korea', questionWords);
    const text = 'North Korea and the Republic of Korea (ROK).';
    const others = ['Republic of Korea', 'ROK'].map((form) => ({ form, names: ['South Korea'], same: true }));
    const [found] = rank([passage('/a/#p1', '1', text, others)], query, new Map());
    const marked = found?.passages[0]?.spans.map(({ start, end }) => text.slice(start, end));
    expect(marked).toEqual(['Republic of Korea', 'ROK']);
  });
});
