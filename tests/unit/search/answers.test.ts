/** The right agenda item comes first, and what the summary does not have is not passed off as an answer. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meetingTexts } from '../../../src/domain/model.ts';
import { toHit } from '../../../src/search/client/hits.ts';
import { search } from '../../../src/search/client/search.ts';
import { content, loadIndex } from './load-index.ts';

let index: Awaited<ReturnType<typeof loadIndex>>;
beforeAll(async () => {
  index = await loadIndex();
});
afterAll(() => {
  index.close();
});

/** Kind, query, and the items of which one must come first; "-" for none, "intro" for the introduction. */
const queries = readFileSync('tests/fixtures/search-queries.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t') as [kind: string, query: string, items: string]);

async function hitsFor(query: string, filters: Readonly<Record<string, string>> = {}) {
  const { passages, people, topics, ...response } = await search(index, query, filters);
  const words = response.readings.flatMap(({ word }) => word ?? []);
  const load = async (results: typeof passages) =>
    Promise.all(results.map(async ({ data }) => toHit(await data(), words, filters.side)));
  return { ...response, passages: await load(passages), entries: await load([...people, ...topics]) };
}

const itemOf = (url = ''): string => /\/(\d+-\d+)\/#/u.exec(url)?.[1] ?? (url && 'intro');

test.each([...Map.groupBy(queries, ([kind]) => kind)])('queries of the kind “%s”', async (kind, own) => {
  const wrong: string[] = [];
  for (const [, query, items] of own) {
    const { passages, entries } = await hitsFor(query);
    const first = itemOf(passages[0]?.url);
    const isRight = items === '-' ? passages.length + entries.length === 0 : items.split(' ').includes(first);
    if (!isRight) wrong.push(`${query} → ${first || 'nothing'}, not ${items}`);
  }
  const allowed = kind === 'absent' ? 0 : Math.ceil(own.length / 20);
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(allowed);
});

test.each(['the', 'stated', 'would', 'of'])('“%s” alone is found wherever it is', async (word) => {
  const { passages } = await hitsFor(word);
  const texts = content.meetings.flatMap(meetingTexts);
  const own = texts.filter(({ paragraphs }) => paragraphs.some(({ text }) => text.includes(` ${word} `)));
  expect(own.length).toBeGreaterThan(1);
  // Names and other forms of the word are found too.
  expect(passages.length).toBeGreaterThanOrEqual(own.length);
});

test.each(['Japan', 'States', 'Kerry', 'reco'])(
  '“%s” has the same passages each time, and they have it',
  async (word) => {
    const { passages } = await hitsFor(word);
    expect(passages.filter(({ excerpt }) => excerpt.length === 1)).toEqual([]);
    for (const before of ['Senkaku', 'terrorism', 'J', word, 'Diet', word]) {
      await hitsFor(before);
      expect((await hitsFor(word)).passages).toEqual(passages);
    }
  },
);

test('a word that the texts do not have is not found because it is common', async () => {
  expect((await hitsFor('said')).passages).toEqual([]);
});

describe('what was done to the query is told', () => {
  test.each<[query: string, words: string, typos: string, missing: string, isPartial: boolean]>([
    ['futemna', 'futenma', 'futemna', '', false],
    ['Mali helicopter', 'mali', '', 'helicopter', false],
    ['trade agreement', 'agreement', '', 'trade', false],
    ['Futenma terrorism', 'futenma terrorism', '', '', true],
  ])('%s', async (query, words, typos, missing, isPartial) => {
    const { passages, readings, isPartial: partial } = await hitsFor(query);
    expect(passages.length).toBeGreaterThan(0);
    expect(readings.flatMap(({ word }) => word ?? []).join(' ')).toBe(words);
    expect(readings.flatMap(({ typed, isTypo }) => (isTypo ? typed : [])).join(' ')).toBe(typos);
    expect(readings.flatMap(({ typed, word }) => (word === undefined ? typed : [])).join(' ')).toBe(missing);
    expect(partial).toBe(isPartial);
  });

  test.each<[query: string, missing: string[]]>([
    ['“solid commitment”', []],
    ['"he should resign"', ['he should resign']],
  ])('%s', async (query, missing) => {
    const { passages, missingPhrases } = await hitsFor(query);
    expect(passages).toHaveLength(1);
    expect(missingPhrases).toEqual(missing);
  });

  test('in quotation marks, nothing is corrected', async () => {
    expect((await hitsFor('"futemna"')).passages).toEqual([]);
  });
});

describe('a hit', () => {
  test.each<[query: string, url: string, matches: string[]]>([
    ['Futenma', '/1-2/#p2', ['Futenma']],
    ['South Korea', '/2-2/#p1', ['Republic of Korea', 'ROK']],
    ['guidelines', '/1-2/#p1', ['Guidelines']],
    ['$40 million', '/3-1/#p2', ['40 million']],
    ['abductees', '/2-2/#p2', ['abduction issue']],
  ])('for “%s” is %s', async (query, url, matches) => {
    const { passages } = await hitsFor(query);
    expect(passages[0]?.url).toMatch(new RegExp(`${url}$`, 'u'));
    expect(passages[0]?.excerpt.filter((_, at) => at % 2 === 1)).toEqual(matches);
  });

  test('has the ministry’s words only, and starts at a sentence or a word', async () => {
    const texts = content.meetings.flatMap(({ introduction, sections }) =>
      [introduction, ...sections.flatMap(({ items }) => items.map(({ paragraphs }) => paragraphs))].flat(),
    );
    for (const query of ['Kishida', 'Japan', 'resolution', 'dictator', 'two plus two'])
      for (const { excerpt } of (await hitsFor(query)).passages) {
        const words = excerpt.join('').replace(/^… | …$/gu, '');
        expect(
          texts.some(({ text }) => new RegExp(`(?:^|\\s)${RegExp.escape(words)}`, 'u').test(text)),
          words,
        ).toBe(true);
      }
  });

  test('of a topic shows the editors’ note', async () => {
    const { entries } = await hitsFor('DPRK');
    expect(entries.map(({ title, context, isPassage }) => [title, context, isPassage])).toContainEqual([
      'North Korea',
      'Topic',
      false,
    ]);
    expect(entries[0]?.excerpt.join('')).toBe('Democratic People’s Republic of Korea.');
  });

  test('of a topic comes before those whose notes name it', async () => {
    const { entries } = await hitsFor('Futenma');
    expect(entries.map(({ title }) => title)).toEqual(['U.S. Marine Corps Air Station Futenma', 'Okinawa']);
  });

  test('is filtered by Pagefind, whose counts are those of the results', async () => {
    await index.pagefind.filters();
    const { passages, filterCounts } = await hitsFor('opposition', { side: 'Japan' });
    expect(passages.map(({ url }) => itemOf(url))).toContain('3-2');
    expect(filterCounts.side?.Japan).toBe(passages.length);
    // Each number is what its value leaves, also next to the one that is set.
    for (const set of [{}, { side: 'United States' }]) {
      const { filterCounts: counts } = await hitsFor('Japan', set);
      expect(counts.side?.Japan).toBe((await hitsFor('Japan', { side: 'Japan' })).passages.length);
    }
    // Where the results are not those that Pagefind counts, there are no counts.
    expect((await hitsFor('Futenma terrorism')).filterCounts).toEqual({});
    expect((await hitsFor('reconstruction', { side: 'United States' })).passages).toEqual([]);
    expect((await hitsFor('', { section: 'Global Issues' })).passages).toHaveLength(4);
  });
});

test.each<[query: string, excerpt: RegExp, context: RegExp]>([
  ['Senkaku', /^In response, Secretary Kerry confirmed/u, /Situation$/u],
  ['provocation', /^In response, Secretary Kerry stated/u, /Another part of this item has the words/u],
])('“%s” filtered by a side shows what that side said', async (query, excerpt, context) => {
  const { passages } = await hitsFor(query, { side: 'United States' });
  expect(passages[0]?.excerpt.join('')).toMatch(excerpt);
  expect(passages[0]?.context).toMatch(context);
});

test('compatibility characters of a text are found by their plain forms', async () => {
  const [meeting] = structuredClone(content.meetings);
  const paragraph = meeting?.sections[0]?.items[0]?.paragraphs[0];
  if (!meeting || !paragraph) throw new Error('The content has no item.');
  paragraph.text = 'Emissions of CO₂ fell over 5 m² in phase Ⅱ.';
  const other = await loadIndex({ ...content, meetings: [meeting] });
  for (const query of ['CO2', 'CO₂', 'm2', 'm²', 'Ⅱ', 'phase II'])
    expect((await search(other, query)).passages, query).toHaveLength(1);
  other.close();
});

test('every word that queries are read by is found', async () => {
  const words = index.vocabulary.words.map((word) => word.toLowerCase());
  const found = await Promise.all(words.map(async (word) => index.pagefind.search(`"${word}"`, {})));
  expect(words.filter((_, at) => found[at]?.results.length === 0)).toEqual([]);
});
