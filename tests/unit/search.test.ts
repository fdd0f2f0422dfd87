/** The query layer: each rule by itself, without a browser. */
import { describe, expect, test } from 'vitest';
import { makeRecord } from '../../src/record/record.ts';
import { rooms } from '../../src/record/schema.ts';
import { unpackContents } from '../../src/search/contents.ts';
import { correct, readQuery, vocabularyFrom } from '../../src/search/correct.ts';
import { type Place, worthTogether } from '../../src/search/near.ts';
import { excerptOf } from '../../src/search/excerpt.ts';
import { synonymFinder } from '../../src/search/other-names.ts';
import { packPassage, partPassages, unpackPassage } from '../../src/search/passage.ts';
import { type Query, likeness, parseQuery } from '../../src/search/query.ts';
import { type Candidate, hasTerm, rank, weightOf } from '../../src/search/rank.ts';
import { remembered } from '../../src/record/remembered.ts';
import { searchRecords, vocabularyOf } from '../../src/search/records.ts';
import { isForm, wordsOf } from '../../src/search/words.ts';
import { contentAlone, contentFiles } from '../helpers/content.ts';

const { record: whole } = makeRecord(contentFiles);
const { record } = makeRecord(contentAlone());
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
    ['5 000 people', ['5000', 'people']],
    ['2 + 2', ['2+2']],
    ['R&D', ['r&d']],
    ['R & D and Q&A', ['r&d', 'and', 'q&a']],
    ['the 22nd', ['the', '22']],
    ['2(1) Relations', ['2(1)', 'relations']],
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

test.each([
  ['study', 'studies', true],
  ['relocate', 'relocating', true],
  ['planned', 'plans', true],
  ['import', 'important', false],
  ['assistance', 'assistant', false],
])('“%s” and “%s” are forms of one word: %s', (word, other, form) => {
  expect(isForm(word, other)).toBe(form);
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
    ['talks about Mali', ['mali']],
    ['who was at the meeting', ['who', 'was', 'at', 'the', 'meeting']],
    ['5k people', ['5000', 'people']],
    ['item 2.1', ['2(1)']],
    ['2-1', ['2(1)']],
    ['1 (3)', ['1(3)']],
    ['1.(4)', ['1(4)']],
    ['section 3', ['3']],
    ['3.45 pm', ['3', '45', 'pm']],
    ['2.5 million', ['2.5', 'million']],
    ['2-3 years', ['2', '3', 'years']],
    ['2 plus 2', ['2+2']],
    ['5.000 people', ['5000', 'people']],
    ['0.125 billion', ['0.125', 'billion']],
    ['USD40m', ['usd', '40', 'million']],
    ['22Feb', ['22', 'feb']],
    ['G20 5th', ['g20', '5']],
    ['22/2/2013', ['2013', '02', '22']],
    ['2/22/2013', ['2013', '02', '22']],
    ['3.2.2013', ['2013', '02', '03']],
    ['“the Diet”', ['the', 'diet']],
  ])('“%s” asks for %j', (typed, words) => {
    expect(wanted(typed)).toEqual(words);
  });

  test('words in quotation marks are a phrase', () => {
    expect(parseQuery('Kishida "Summit Meeting"', questionWords).phrases).toEqual([['summit', 'meeting']]);
  });

  test('a section’s number answers for its items, and only what is asked alone asks for a fact', () => {
    const [term] = parseQuery('2', questionWords).terms;
    const item = { word: '2(1)', stem: '2(1)' };
    expect(term && likeness(term, item)).toBe(0.9);
    expect(term && likeness({ ...term, word: '1', stem: '1' }, item)).toBe(0);
    expect(parseQuery('who was there', questionWords).onlyAsks).toBe(true);
    expect(parseQuery('who was in Mali', questionWords).onlyAsks).toBe(false);
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
    ['provocatively', ['provocative'], true],
    ['administered', ['administration'], true],
  ])('“%s” is read as %j', (word, words, slip) => {
    const found = correct(word, vocabulary);
    expect(found?.words.map((one) => one.toLowerCase())).toEqual(words);
    expect(found?.slip).toBe(slip);
  });

  // What is likely to be another word is a guess.
  test.each<[string, string, boolean]>([
    ['siria', 'syria', false],
    ['malli', 'mali', false],
    ['syira', 'syria', false],
    ['onvitation', 'invitation', false],
    ['newland', 'nuland', false],
    ['cybersecurty', 'cyber security', false],
    ['plant', 'plan', true],
    // Of three letters only one that is missing is a guess.
    ['mli', 'mali', true],
    ['mal', 'mali', true],
    ['jerry', 'kerry', true],
  ])('“%s” is read as “%s”, as a guess: %s', (word, read, doubtful) => {
    const found = correct(word, vocabulary, questionWords);
    expect(found?.words.join(' ').toLowerCase()).toBe(read);
    expect(found?.doubtful).toBe(doubtful);
  });

  test.each(['whaling', 'climate', 'beef'])('“%s” is no slip', (word) => {
    expect(correct(word, vocabulary, questionWords)).toBeUndefined();
  });

  test('of a query: what is certain stands, a guess is dropped, parted words are joined, phrases follow', () => {
    const reading = (typed: string, ...unknown: string[]): [string, string[], string[][]] => {
      const query = parseQuery(typed, questionWords);
      const terms = query.terms.filter(({ word }) => unknown.includes(word));
      const read = readQuery(query, terms, vocabulary, questionWords);
      return [read.terms.map(({ word }) => word).join(' '), read.missing, read.phrases];
    };
    expect(reading('plant', 'plant')).toEqual(['plan', [], []]);
    expect(reading('Mali plant', 'plant')).toEqual(['mali', ['plant'], []]);
    expect(reading('Sen kaku', 'sen', 'kaku')).toEqual(['senkaku', [], []]);
    expect(reading('"Sumit Meeting"', 'sumit')).toEqual(['summit meeting', [], [['summit', 'meeting']]]);
  });

  test('take a few milliseconds among twenty thousand words', () => {
    const letters = 'etaoinshrdlcumwfgypbvk';
    let seed = 1;
    const next = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const word = (): string =>
      Array.from({ length: 5 + next(8) }, () => letters[next(letters.length)]).join('');
    const large = vocabularyFrom(Array.from({ length: 20_000 }, () => [word(), 1] as const));
    expect(large.size).toBeGreaterThan(15_000);
    const start = process.cpuUsage();
    for (const slip of ['terrorsim', 'humanitarain', 'okniawa', 'xyzzyq']) correct(slip, large);
    expect(process.cpuUsage(start).user / 1000 / 4).toBeLessThan(25);
  });

  test.each(['xyzzy', 'abc', 'wto', '12345678'])('“%s” is left alone', (word) => {
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
    for (const { published } of whole.meetings) expect(published).not.toMatch(/[⁂≡≈⁏⁑]/u);
  });

  test('an abbreviation of the thesaurus stands in capitals only; a form counts, another word of the stem does not', () => {
    const thesaurus = {
      ...record.thesaurus,
      same: [
        ['PM', 'Prime Minister'],
        ['assistance', 'aid'],
      ],
    };
    const forms = (text: string): string[] => synonymFinder(thesaurus)(text).map(({ form }) => form);
    expect(forms('The PM gave assistance at 3 p.m.')).toEqual(['PM', 'assistance']);
    expect(forms('The assistant came at 3 p.m.')).toEqual([]);
  });

  /** The packed passage whose address ends so. */
  const packed = (end: string): string => {
    for (const { url, content } of records) {
      const contents = unpackContents(url);
      const addresses = contents.pages.flatMap(({ path, passages }) =>
        passages.map(({ id }) => `${contents.address}${path}#${id}`),
      );
      const at = addresses.findIndex((one) => one.endsWith(end));
      if (at >= 0) return partPassages(content)[at] ?? '';
    }
    return '';
  };

  test('are few records: each meeting, and entries together', () => {
    const all = searchRecords(whole);
    expect(all).toHaveLength(
      whole.meetings.length +
        rooms.reduce(
          (sum, room) => sum + Math.ceil(whole.entries.filter((entry) => entry.room === room).length / 25),
          0,
        ),
    );
    for (const { url, content } of all)
      expect(partPassages(content)).toHaveLength(
        unpackContents(url).pages.flatMap(({ passages }) => passages).length,
      );
  });

  test('are found by their section, by what their title is called, and the introduction by posts and publisher', () => {
    expect(packed('/2-2/#p1')).toContain('Asia-Pacific Situation');
    expect(packed('/1-5/#p1')).toContain('kids');
    expect(records[0]?.content).toContain('Foreign Minister of Japan');
    expect(records[0]?.content).toContain('MOFA');
  });

  test('are found by the names of what they name, and by numbers in words and digits', () => {
    expect(packed('/2-2/#p1')).toContain('South Korea');
    expect(packed('/3-1/#p2')).toMatch(/40000000 ⁏ 0.04 billion ⁏ Forty Million/u);
    expect(packed('/1-3/#p3')).toContain('IED');
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
    values: {},
  });
  test.each([
    ['study', 'The studies.'],
    ['UN', 'The U.N. came.'],
    ['40,000', 'A sum of $40 000.'],
    ['2+2', 'The 2 + 2 talks.'],
    ['1(2)', '1(2) Security'],
    ['cafe', 'A Café.'],
    ['using', 'They use it.'],
  ])('“%s” stands in “%s”, in a text as in a title or a name', (typed, text) => {
    const [term] = parseQuery(typed, questionWords).terms;
    const name = [{ form: '', names: [text], same: true }];
    for (const [title, own, others] of [
      ['', text, []],
      [text, '', []],
      ['', '', name],
    ] as const)
      expect(term && hasTerm(term, passage('/a/', title, own, [...others]))).toBe(true);
    expect(term && hasTerm(term, passage('/a/', 'Else', 'Something else.'))).toBe(false);
  });

  test('an item is what answers of it; where only its title does, its first passage', () => {
    const own = ['Of Japan.', 'Of Syria.', 'Of nothing.'].map((text, at) =>
      passage(`/a/#p${String(at + 1)}`, '1 Talks', text),
    );
    const shown = (typed: string): string[] | undefined =>
      rank(own, parseQuery(typed, questionWords), new Map())[0]?.passages.map(({ text }) => text);
    expect(shown('Syria')).toEqual(['Of Syria.']);
    expect(shown('talks')).toEqual(['Of Japan.']);
    expect(shown('Mali')).toBeUndefined();
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

  test('a full name beats a frequent word', () => {
    const often = passage('/a/#p1', '1', 'Kishida, Kishida, Kishida and Kishida.', [
      { form: 'Kishida', names: ['Fumio Kishida', 'Kishida Fumio'], same: true },
    ]);
    const full = passage('/b/#p1', '2', 'Fumio Kishida came.');
    expect(order('Fumio Kishida', often, full)).toEqual(['/b/', '/a/']);
    expect(order('Kishida Fumio', often, full)).toEqual(['/b/', '/a/']);
  });

  test('another word of the same stem is worth less than a form of the word', () => {
    const other = passage('/a/#p1', '1', 'It was important.');
    const form = passage('/b/#p1', '2', 'An import was made.');
    expect(order('imports', other, form)).toEqual(['/b/', '/a/']);
  });

  test('who only asks is asking for a fact', () => {
    const text = passage('/a/#p1', '1', 'The president, who was ill, went there.');
    const fact = passage('/b/#p1', '2', 'Kerry came.', [
      { form: '', names: ['who', 'attended'], same: true },
    ]);
    expect(order('who was there', text, fact)[0]).toBe('/b/');
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

test('words that stand near to each other are worth more than those far apart, each word once', () => {
  const [one, other] = parseQuery('maritime security', questionWords).terms;
  const at = (...places: [number, typeof one][]): number =>
    worthTogether(places.flatMap(([place, term]): Place[] => (term ? [{ at: place, term, weight: 1 }] : [])));
  expect(at([10, one], [30, other])).toBe(2);
  expect(at([30, other], [10, one])).toBe(2);
  expect(at([10, one], [300, other])).toBe(1);
  expect(at([10, one], [12, one], [14, one])).toBe(1);
  expect(at([10, one], [300, other], [310, one])).toBe(2);
  expect(at()).toBe(0);
});

test('what was made of a text is remembered, up to a number of texts', () => {
  let made = 0;
  const count = remembered(2, () => (made += 1));
  expect(['a', 'b', 'a', 'c', 'a'].map(count)).toEqual([1, 2, 1, 3, 4]);
});

describe('what is shown of a passage', () => {
  const words = 'word '.repeat(200);
  const found = (start: number): { start: number; end: number } => ({ start, end: start + 4 });

  test('a short one whole, with what was found in it', () => {
    expect(excerptOf('On Mali and Syria.', [found(3)])).toEqual(['On ', 'Mali', ' and Syria.']);
    expect(excerptOf('On Mali.', [])).toEqual(['On Mali.']);
  });

  test.each([0, 100, 270, 275, 500, 995])('what was found at %i, wherever a long one is cut', (start) => {
    const [before = '', marked = '', behind = ''] = excerptOf(words, [found(start)]);
    expect(marked).toBe('word');
    expect(before.startsWith('… ')).toBe(start > 40);
    expect(behind.endsWith(' …')).toBe(start < 900);
    expect((before + marked + behind).length).toBeLessThanOrEqual(286);
  });

  test('where most was found', () => {
    expect(
      excerptOf(words, [found(100), found(600), found(620)]).filter((_, at) => at % 2 === 1),
    ).toHaveLength(2);
  });
});
