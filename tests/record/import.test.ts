/** Small documents of every shape that ministries write, and the content folder that comes of each. */
import { describe, expect, test } from 'vitest';
import { type Import, contentFile, importSummary } from '../../src/import/summary.ts';
import { meetingId, textOf } from '../content.ts';
import { makeRecord } from '../../src/record/record.ts';
import type { Meeting } from '../../src/record/meeting.ts';

const today = '2026-11-25';

function imported(text: string | Uint8Array, name = 'summary.txt', id?: string): Import {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return importSummary({ name, bytes }, today, id);
}

/** What the record reads from an import; it must be sound. */
function recordOf({ id = '', files }: Import): Meeting {
  const { record, faults } = makeRecord(files.map((file) => contentFile(id, file)));
  expect(faults).toEqual([]);
  const [meeting] = record.meetings;
  if (!meeting) throw new Error('no meeting');
  return meeting;
}

/**
 * A folder as lines: `<` before the text, `¶` a paragraph, `§` a section with its printed number, then its items: the
 * address, the printed number, the title; `>` behind the text; `!` the lines of warnings. No title is `–`.
 */
function treeOf(result: Import): string[] {
  const meeting = recordOf(result);
  return [
    ...meeting.before.map((line) => `< ${line}`),
    ...meeting.introduction.map(({ text }) => `¶ ${text}`),
    ...meeting.sections.flatMap(({ label, title, titled, items }) => [
      `§ ${label} ${titled ? title : '–'}`,
      ...items.flatMap((item) => [
        `${item.id} ${item.label === undefined ? '' : `${item.label} ${item.titled ? item.title : '–'}`}`.trim(),
        ...item.paragraphs.map(({ text }) => `¶ ${text}`),
      ]),
    ]),
    ...meeting.after.map((line) => `> ${line}`),
    ...result.warnings.map(({ line = 0 }) => `! ${String(line)}`),
  ];
}

/** The characters of a text that can be seen. */
function signs(text: string): string {
  return text.replace(/\s+/gu, '');
}

const opening = [
  'A and B Foreign Ministers’ Meeting (Summary)',
  'March 4, 2014',
  'The ministers met in Paris.',
];
const openingTree = [`< ${opening[0] ?? ''}`, `< ${opening[1] ?? ''}`, `¶ ${opening[2] ?? ''}`];

/** Documents below a usual opening: lines of the text, and the tree below the opening's. */
const structures: Record<string, [lines: string[], tree: string[]]> = {
  'sections with items': [
    [
      '1. Relations',
      '(1) Security',
      'They met.',
      '(2) Trade',
      'They met.',
      '2. World',
      '(1) Syria',
      'They met.',
    ],
    [
      '§ 1. Relations',
      '1-1 (1) Security',
      '¶ They met.',
      '1-2 (2) Trade',
      '¶ They met.',
      '§ 2. World',
      '2-1 (1) Syria',
      '¶ They met.',
    ],
  ],
  'sections without items': [
    ['1. Relations', 'They met.', '', 'They parted.', '2. World', 'They met.'],
    ['§ 1. Relations', '1', '¶ They met.', '¶ They parted.', '§ 2. World', '2', '¶ They met.'],
  ],
  'sections with and without items': [
    ['1. Relations', 'They met.', '2. World', '(1) Syria', 'They met.'],
    ['§ 1. Relations', '1', '¶ They met.', '§ 2. World', '2-1 (1) Syria', '¶ They met.'],
  ],
  'text before the first item': [
    ['1. Relations', 'They met.', 'They welcomed it.', '(1) Trade', 'They agreed.'],
    ['§ 1. Relations', '1-0', '¶ They met.', '¶ They welcomed it.', '1-1 (1) Trade', '¶ They agreed.'],
  ],
  'numbers without a full stop': [
    ['1 Relations', 'They met.', '2 World', '(1)Syria', 'They met.'],
    ['§ 1 Relations', '1', '¶ They met.', '§ 2 World', '2-1 (1) Syria', '¶ They met.'],
  ],
  'numbers without a space': [
    ['1.Relations', '(1)Trade', 'They met.', '(2)They agreed to meet again.'],
    ['§ 1. Relations', '1-1 (1) Trade', '¶ They met.', '1-2 (2) –', '¶ They agreed to meet again.'],
  ],
  'numbers as wide as characters of Japanese': [
    ['１．Relations', '（１）Trade', 'They met.'],
    ['§ １． Relations', '1-1 （１） Trade', '¶ They met.'],
  ],
  'numbers with half a bracket': [
    ['1) Relations', 'They met.', '2) World', 'They met.'],
    ['§ 1) Relations', '1', '¶ They met.', '§ 2) World', '2', '¶ They met.'],
  ],
  'numbers with the section’s in front': [
    ['1. Relations', '1.1 Trade', 'They met.', '1.2 Aid', 'They met.'],
    ['§ 1. Relations', '1-1 1.1 Trade', '¶ They met.', '1-2 1.2 Aid', '¶ They met.'],
  ],
  'numbered paragraphs': [
    ['1. They exchanged views on trade.', '', '2. A explained it. B agreed.', 'They parted.'],
    [
      '§ 1. –',
      '1',
      '¶ They exchanged views on trade.',
      '§ 2. –',
      '2',
      '¶ A explained it. B agreed.',
      '¶ They parted.',
    ],
  ],
  'numbered paragraphs and titles in one document': [
    [
      '1. Relations',
      'They met.',
      '2. The two ministers agreed to meet again.',
      '3. World',
      '(1) Syria',
      'They met.',
      '(2) They noted art.',
    ],
    [
      '§ 1. Relations',
      '1',
      '¶ They met.',
      '§ 2. –',
      '2',
      '¶ The two ministers agreed to meet again.',
      '§ 3. World',
      '3-1 (1) Syria',
      '¶ They met.',
      '3-2 (2) –',
      '¶ They noted art.',
    ],
  ],
  'a paragraph behind the number of an item': [
    [
      '1. Relations',
      '(1) The minister of A explained the position of his country.',
      'They parted.',
      '(2) Security: they agreed to go on. They met.',
    ],
    [
      '§ 1. Relations',
      '1-1 (1) –',
      '¶ The minister of A explained the position of his country.',
      '¶ They parted.',
      '1-2 (2) –',
      '¶ Security: they agreed to go on. They met.',
    ],
  ],
  'a numbered paragraph with items': [
    ['1. The ministers discussed the following subjects.', '(1) Trade', 'They met.'],
    ['§ 1. –', '1-0', '¶ The ministers discussed the following subjects.', '1-1 (1) Trade', '¶ They met.'],
  ],
  'numbers on lines of their own': [
    ['1.', 'Relations', '(1)', 'Trade', 'They met.', '(2)', 'The two ministers agreed to meet again.'],
    [
      '§ 1. Relations',
      '1-1 (1) Trade',
      '¶ They met.',
      '1-2 (2) –',
      '¶ The two ministers agreed to meet again.',
    ],
  ],
  'items without sections': [
    ['(1) Trade', 'They met.', '(2) Aid', 'They met.'],
    ['§ (1) Trade', '1', '¶ They met.', '§ (2) Aid', '2', '¶ They met.'],
  ],
  'no headings at all': [
    ['They discussed trade.', '', 'They parted.'],
    ['¶ They discussed trade.', '¶ They parted.'],
  ],
  'headings without numbers are words of the text, and said to be': [
    ['Relations', 'They discussed trade.', '1. World', 'They met.', 'Iran and Syria', 'They met again.'],
    [
      ...['¶ Relations', '¶ They discussed trade.', '§ 1. World', '1', '¶ They met.'],
      ...['¶ Iran and Syria', '¶ They met again.', '! 4', '! 8'],
    ],
  ],
  'sections numbered as items are, and items as sections': [
    [
      ...['(1) Opening', 'They met.', '(2) Politics', '1. Elections', 'They met.'],
      ...['2. They discussed reform.', '(3) Economy', '1. Aid', 'They met.'],
    ],
    [
      ...['§ (1) Opening', '1', '¶ They met.', '§ (2) Politics', '2-1 1. Elections', '¶ They met.'],
      ...['2-2 2. –', '¶ They discussed reform.', '§ (3) Economy', '3-1 1. Aid', '¶ They met.'],
    ],
  ],
  'numbers with half a bracket before words that start like a month': [
    ['1) Maritime security', 'They met.', '2) Decisions', 'They met.'],
    ['§ 1) Maritime security', '1', '¶ They met.', '§ 2) Decisions', '2', '¶ They met.'],
  ],
  'wide numbers without a full stop, or with the section’s in front': [
    ['１ Relations', '１．１ Trade', 'They met.', '２ World', 'They met.'],
    ['§ １ Relations', '1-1 １．１ Trade', '¶ They met.', '§ ２ World', '2', '¶ They met.'],
  ],
  'a list without ends behind a colon, in an item': [
    [
      ...['1. Relations', '(1) Plan', 'They agreed on three points:', '(1) Training of police officers'],
      ...['(2) Exchange of experts', '(3) Joint exercises', '(2) Visits', 'They met.'],
    ],
    [
      ...['§ 1. Relations', '1-1 (1) Plan', '¶ They agreed on three points:'],
      ...['¶ (1) Training of police officers', '¶ (2) Exchange of experts', '¶ (3) Joint exercises'],
      ...['1-2 (2) Visits', '¶ They met.'],
    ],
  ],
  'an item that goes on where the list of the one before it ends': [
    [
      ...[
        '1. Relations',
        '(1) Plan',
        'They met.',
        '(2) Trade',
        'They agreed to:',
        '(1) buy; and',
        '(2) sell.',
      ],
      ...['(3) Aid', 'They met.'],
    ],
    [
      ...['§ 1. Relations', '1-1 (1) Plan', '¶ They met.', '1-2 (2) Trade', '¶ They agreed to:'],
      ...['¶ (1) buy; and', '¶ (2) sell.', '1-3 (3) Aid', '¶ They met.'],
    ],
  ],
  'numbers that start again': [
    ['1. Relations', '(1) Trade', 'They met.', '(1) Aid', 'They met.', '1. World', 'They met.'],
    [
      '§ 1. Relations',
      '1-1 (1) Trade',
      '¶ They met.',
      '1-2 (1) Aid',
      '¶ They met.',
      '§ 1. World',
      '2',
      '¶ They met.',
      '! 7',
      '! 9',
    ],
  ],
  'numbers that jump': [
    ['1. Relations', '(1) Trade', 'They met.', '(4) Aid', 'They met.', '3. World', 'They met.'],
    [
      '§ 1. Relations',
      '1-1 (1) Trade',
      '¶ They met.',
      '1-2 (4) Aid',
      '¶ They met.',
      '§ 3. World',
      '2',
      '¶ They met.',
      '! 7',
      '! 9',
    ],
  ],
  'doubled numbers': [
    ['1. Relations', '1. (1) Trade', 'They met.', '2. 2. World', 'They met.'],
    ['§ 1. Relations', '1-1 1. (1) Trade', '¶ They met.', '§ 2. 2. World', '2', '¶ They met.', '! 5', '! 7'],
  ],
  'a section whose number is printed again as an item’s': [
    ['1. Relations', 'They met.', '2. (2) World', 'They met.'],
    ['§ 1. Relations', '1', '¶ They met.', '§ 2. (2) World', '2', '¶ They met.', '! 6'],
  ],
  'a short sentence that ends with a colon': [
    ['1. Relations', '(1) They discussed roads:', 'to Laos', '2. World', 'They met.'],
    ['§ 1. Relations', '1-1 (1) –', '¶ They discussed roads:', '¶ to Laos', '§ 2. World', '2', '¶ They met.'],
  ],
  'numbers that an import does not know': [
    ['1 - Relations', 'They discussed trade.'],
    ['¶ 1 - Relations', '¶ They discussed trade.', '! 4'],
  ],
  'a section’s number in front of its first item': [
    ['1. (1) Trade', 'They met.', '(2) Aid', 'They met.', '2. (1) Syria', 'They met.'],
    [
      '§ 1. –',
      '1-1 (1) Trade',
      '¶ They met.',
      '1-2 (2) Aid',
      '¶ They met.',
      '§ 2. –',
      '2-1 (1) Syria',
      '¶ They met.',
      '! 4',
      '! 8',
    ],
  ],
  'deeper levels stay in the text': [
    [
      '1. Relations',
      '(1) Trade',
      '(a) Goods',
      'They met.',
      '(i) steel',
      '- first',
      '• second',
      '(ア) third',
      '1) fourth',
      '① fifth',
      '* sixth',
      '+ seventh',
    ],
    [
      '§ 1. Relations',
      '1-1 (1) Trade',
      '¶ (a) Goods',
      '¶ They met.',
      '¶ (i) steel',
      '¶ - first',
      '¶ • second',
      '¶ (ア) third',
      '¶ 1) fourth',
      '¶ ① fifth',
      '¶ * sixth',
      '¶ + seventh',
    ],
  ],
  'numbers within a sentence': [
    ['1. Relations', 'They agreed to (1) trade; (2) talk; and (3) meet.'],
    ['§ 1. Relations', '1', '¶ They agreed to (1) trade; (2) talk; and (3) meet.'],
  ],
  'numbers within a sentence, on lines of their own': [
    [
      '1. Relations',
      '(1) Trade',
      'They agreed to:',
      '(1) buy;',
      '(2) sell; and',
      '(3) talk.',
      '(2) Aid',
      'They met.',
    ],
    [
      '§ 1. Relations',
      '1-1 (1) Trade',
      '¶ They agreed to:',
      '¶ (1) buy;',
      '¶ (2) sell; and',
      '¶ (3) talk.',
      '1-2 (2) Aid',
      '¶ They met.',
    ],
  ],
  'a list before the first section': [
    ['They discussed:', '(1) Trade.', '(2) Aid.', '1. Relations', 'They met.'],
    ['¶ They discussed:', '¶ (1) Trade.', '¶ (2) Aid.', '§ 1. Relations', '1', '¶ They met.'],
  ],
  'a date and a figure at the start of a line are no numbers': [
    ['1. Relations', '22 February was named.', '5,000 people took part.', '1.5 million were paid.'],
    [
      '§ 1. Relations',
      '1',
      '¶ 22 February was named.',
      '¶ 5,000 people took part.',
      '¶ 1.5 million were paid.',
    ],
  ],
  'titles with a full stop, a question mark, an abbreviation': [
    [
      '1. Opening remarks.',
      'They met.',
      '2. What next?',
      'They met.',
      '3. Relations with the U.S.',
      'They met.',
    ],
    [
      '§ 1. Opening remarks.',
      '1',
      '¶ They met.',
      '§ 2. What next?',
      '2',
      '¶ They met.',
      '§ 3. Relations with the U.S.',
      '3',
      '¶ They met.',
    ],
  ],
  'headings without a text are the text': [
    ['1. Trade', '2. Aid'],
    ['§ 1. –', '1', '¶ Trade', '§ 2. –', '2', '¶ Aid', '! 4', '! 5'],
  ],
  'signs of Markdown': [
    [
      '1. *Star* & _line_',
      'They *met* on a_b_c <then> [here] `now`.',
      '# no heading',
      '> no quotation',
      '---',
      'A \\ b ~~c~~ https://example.org/a_b_',
    ],
    [
      '§ 1. *Star* & _line_',
      '1',
      '¶ They *met* on a_b_c <then> [here] `now`.',
      '¶ # no heading',
      '¶ > no quotation',
      '¶ ---',
      '¶ A \\ b ~~c~~ https://example.org/a_b_',
    ],
  ],
  'white space of any kind': [
    ['  1.\u00a0Relations', '\t(1)\u3000Trade', '   They\u00a0 met   twice.  '],
    ['§ 1. Relations', '1-1 (1) Trade', '¶ They met twice.'],
  ],
  'closing lines': [
    ['1. Relations', 'They met.', '', '(END)', 'Related Information', 'Visit of the Minister', 'Back to Top'],
    [
      '§ 1. Relations',
      '1',
      '¶ They met.',
      '> (END)',
      '> Related Information',
      '> Visit of the Minister',
      '> Back to Top',
    ],
  ],
  'a note on the translation': [
    ['1. Relations', 'They met.', '(This is a provisional translation. The original text is in Japanese.)'],
    [
      '§ 1. Relations',
      '1',
      '¶ They met.',
      '> (This is a provisional translation. The original text is in Japanese.)',
    ],
  ],
  'a sentence about a translation': [
    ['1. Relations', 'They agreed that it was a provisional translation.', 'They parted.'],
    ['§ 1. Relations', '1', '¶ They agreed that it was a provisional translation.', '¶ They parted.'],
  ],
  'names of other meetings at the foot': [
    [
      '1. Trade',
      'They met.',
      'Related Information',
      'Talks with C (May 1)',
      'Meeting between A and C (May 2)',
    ],
    [
      ...['§ 1. Trade', '1', '¶ They met.', '> Related Information', '> Talks with C (May 1)'],
      '> Meeting between A and C (May 2)',
    ],
  ],
  'the issuer at the foot': [
    ['1. Relations', 'They met.', '', 'Ministry of Foreign Affairs', '2-2-1 Kasumigaseki, Tokyo'],
    ['§ 1. Relations', '1', '¶ They met.', '> Ministry of Foreign Affairs', '> 2-2-1 Kasumigaseki, Tokyo'],
  ],
  'the place and the day behind numbered paragraphs': [
    ['1. They met in Colombo.', '', '2. They agreed to meet again.', '', 'New Delhi', 'March 5, 2014'],
    [
      ...['§ 1. –', '1', '¶ They met in Colombo.', '§ 2. –', '2', '¶ They agreed to meet again.'],
      ...['> New Delhi', '> March 5, 2014'],
    ],
  ],
  'an end between hyphens': [
    ['1. Relations', 'They met.', '- END -'],
    ['§ 1. Relations', '1', '¶ They met.', '> - END -'],
  ],
  'a line of the page between sections is text': [
    ['1. Relations', 'They met.', 'Back to Top', '2. World', 'They met.', 'Back to Top'],
    [
      '§ 1. Relations',
      '1',
      '¶ They met.',
      '¶ Back to Top',
      '§ 2. World',
      '2',
      '¶ They met.',
      '> Back to Top',
    ],
  ],
  'names with a colon are no transcript': [
    [
      'Japanese side: Minister A',
      'French side: Minister B',
      '1. Relations',
      'Japan:',
      'They met.',
      'Note: it rained.',
    ],
    [
      '¶ Japanese side: Minister A',
      '¶ French side: Minister B',
      '§ 1. Relations',
      '1',
      '¶ Japan:',
      '¶ They met.',
      '¶ Note: it rained.',
    ],
  ],
  'a wrapped text': [
    [
      '1. Relations',
      '',
      '  (1) Security',
      '      Upon the instruction of the leaders, both ministers shared their views',
      '      that the two sides would follow up on bilateral security, and agreed to',
      '      (1) trade more and (2) talk more in the whole of the region. Minister',
      '      Kishida welcomed it.',
      '',
      '      They met again.',
      '',
      '  (2) The two ministers exchanged views on the situation in the region and',
      '      agreed to cooperate.',
    ],
    [
      '§ 1. Relations',
      '1-1 (1) Security',
      '¶ Upon the instruction of the leaders, both ministers shared their views that the two sides would follow up on bilateral security, and agreed to (1) trade more and (2) talk more in the whole of the region. Minister Kishida welcomed it.',
      '¶ They met again.',
      '1-2 (2) –',
      '¶ The two ministers exchanged views on the situation in the region and agreed to cooperate.',
    ],
  ],
  'a wrapped text with numbers where lines start': [
    [
      ...['1. The two sides recalled that the rebuilding of the port had begun on May'],
      ...['12. They noted that in the years since then trade had grown and had reached'],
      ...['1.5 billion dollars, and that a fund had been set up. It was named on 1'],
      ...['June. They thanked those who gave to it, and for the coming year agreed'],
      ...[
        '(1) to keep it; (2) to widen it to other ports in the region, and (3) to',
        'publish its accounts.',
      ],
      ...['', '2. The two sides agreed to meet again.'],
    ],
    [
      '§ 1. –',
      '1',
      '¶ The two sides recalled that the rebuilding of the port had begun on May 12. They noted that in the years since then trade had grown and had reached 1.5 billion dollars, and that a fund had been set up. It was named on 1 June. They thanked those who gave to it, and for the coming year agreed (1) to keep it; (2) to widen it to other ports in the region, and (3) to publish its accounts.',
      ...['§ 2. –', '2', '¶ The two sides agreed to meet again.'],
    ],
  ],
  'a word that is wrapped behind its hyphen': [
    [
      '1. Relations',
      '',
      'The two ministers shared their views on the situation in the whole of Asia-',
      'Pacific, and agreed to promote cooperation that is important in the medium-',
      'and long-term.',
    ],
    [
      '§ 1. Relations',
      '1',
      '¶ The two ministers shared their views on the situation in the whole of Asia-Pacific, and agreed to promote cooperation that is important in the medium- and long-term.',
      '! 6',
      '! 7',
    ],
  ],
};

describe('the structure of a document', () => {
  test.each(Object.entries(structures))('%s', (_, [lines, tree]) => {
    const text = [...opening, ...lines].join('\n');
    const result = imported(text);
    expect(result.problems).toEqual([]);
    expect(treeOf(result)).toEqual([...openingTree, ...tree]);
    expect(recordOf(result).published).toBe(text);
  });
});

/** Documents with lines before the text: the tree, and the facts that the text states. */
const openings: Record<string, [lines: string[], tree: string[], facts: Partial<Meeting>]> = {
  'a breadcrumb, languages, the issuer, a photo': [
    [
      'Home > Countries > North America > Japan-U.S. Foreign Ministers’ Meeting',
      'Japanese | French',
      'Ministry of Foreign Affairs of Japan',
      'November, 11, 2009',
      'Japan-U.S. Foreign Ministers’ Meeting',
      '(Summary)',
      '(Photo) The two ministers shaking hands',
      'On November 11, from 6:00 p.m. (JST) for around 80 minutes, A held talks with B.',
      'The main points were as follows:',
      '1. Alliance',
      'They met.',
    ],
    [
      '< Home > Countries > North America > Japan-U.S. Foreign Ministers’ Meeting',
      '< Japanese | French',
      '< Ministry of Foreign Affairs of Japan',
      '< November, 11, 2009',
      '< Japan-U.S. Foreign Ministers’ Meeting',
      '< (Summary)',
      '< (Photo) The two ministers shaking hands',
      '¶ On November 11, from 6:00 p.m. (JST) for around 80 minutes, A held talks with B.',
      '¶ The main points were as follows:',
      '§ 1. Alliance',
      '1',
      '¶ They met.',
    ],
    {
      id: '2009-11-11-japan-us-foreign-ministers',
      title: 'Japan-U.S. Foreign Ministers’ Meeting',
      date: '2009-11-11',
      start: { time: '18:00', zone: 'JST', offset: '+09:00' },
      duration: { minutes: 80, approximate: true },
      source: {
        publisher: 'Ministry of Foreign Affairs of Japan',
        ...{ address: undefined, language: 'en', received: today, licence: undefined, translations: [] },
      },
    },
  ],
  'facts with their names': [
    [
      'A-B Talks (Overview)',
      'Date: 1 September 2014',
      'Time: 10:30 (JST)',
      'Place: Tokyo',
      'Duration: 45 minutes',
      '1. Trade',
      'They met.',
    ],
    [
      '< A-B Talks (Overview)',
      '< Date: 1 September 2014',
      '< Time: 10:30 (JST)',
      '< Place: Tokyo',
      '< Duration: 45 minutes',
      '§ 1. Trade',
      '1',
      '¶ They met.',
    ],
    {
      id: '2014-09-01-a-b-talks',
      place: 'Tokyo',
      start: { time: '10:30', zone: 'JST', offset: '+09:00' },
      duration: { minutes: 45, approximate: false },
    },
  ],
  'no line before the text': [
    ['On March 4, 2014, for an hour, A met B in Paris.', '(Photo: A and B)', 'They parted.'],
    ['¶ On March 4, 2014, for an hour, A met B in Paris.', '¶ (Photo: A and B)', '¶ They parted.'],
    {
      id: '2014-03-04-meeting',
      title: 'Meeting of 4 March 2014',
      duration: { minutes: 60, approximate: false },
    },
  ],
  'no paragraph before the first section': [
    ['A-B Summit Meeting', '2014-05-06', '1. Trade', 'They met.'],
    ['< A-B Summit Meeting', '< 2014-05-06', '§ 1. Trade', '1', '¶ They met.'],
    { id: '2014-05-06-a-b-summit', introduction: [] },
  ],
  'a time without a zone, and two durations': [
    ['A-B Meeting', '6 May 2014', 'At 3 p.m. A met B for 20 minutes, and C for 30 minutes.'],
    ['< A-B Meeting', '< 6 May 2014', '¶ At 3 p.m. A met B for 20 minutes, and C for 30 minutes.'],
    { id: '2014-05-06-a-b', start: undefined, duration: undefined },
  ],
  'an opening that ends with a date': [
    ['A-B Consultations', '12 October 2016', 'Officials met in Brussels on 12 October 2016.', 'They parted.'],
    [
      ...['< A-B Consultations', '< 12 October 2016', '¶ Officials met in Brussels on 12 October 2016.'],
      '¶ They parted.',
    ],
    { id: '2016-10-12-a-b-consultations' },
  ],
  'the days on which a page was published and changed': [
    ['A-B Meeting', 'Published 12 March 2021', 'Last updated 15 March 2021', 'On 11 March 2021 A met B.'],
    [
      ...['< A-B Meeting', '< Published 12 March 2021', '< Last updated 15 March 2021'],
      ...['¶ On 11 March 2021 A met B.', '! 4'],
    ],
    { id: '2021-03-11-a-b' },
  ],
  'no date but in the first numbered paragraph, and several days in it': [
    ['Visit of A to B', '1. A visited B on 3 to 5 March 2014.', '2. They discussed trade.'],
    [
      ...['< Visit of A to B', '§ 1. –', '1', '¶ A visited B on 3 to 5 March 2014.'],
      ...['§ 2. –', '2', '¶ They discussed trade.', '! 2'],
    ],
    { date: '2014-03-03' },
  ],
  'day and time in one line, and a commission that is no issuer': [
    ['Joint Commission', 'Date and time: Monday, 3 March 2014, 10:00-11:15 (JST)', 'They met in Tokyo.'],
    [
      ...['< Joint Commission', '< Date and time: Monday, 3 March 2014, 10:00-11:15 (JST)'],
      '¶ They met in Tokyo.',
    ],
    { title: 'Joint Commission', start: { time: '10:00', zone: 'JST', offset: '+09:00' } },
  ],
  'a duration with a half': [
    ['A-B Meeting', '6 May 2014', 'A met B for an hour and a half in Paris.'],
    ['< A-B Meeting', '< 6 May 2014', '¶ A met B for an hour and a half in Paris.'],
    { duration: { minutes: 90, approximate: false } },
  ],
  'a day in the text that is not the page’s': [
    ['A-B Meeting', 'January 1, 2014', 'On Tuesday, December 31, A met B.'],
    ['< A-B Meeting', '< January 1, 2014', '¶ On Tuesday, December 31, A met B.', '! 3'],
    { id: '2013-12-31-a-b', date: '2013-12-31' },
  ],
};

describe('the lines before the text', () => {
  test.each(Object.entries(openings))('%s', (_, [lines, tree, facts]) => {
    const result = imported(lines.join('\r\n'));
    expect(result.problems).toEqual([]);
    expect(treeOf(result)).toEqual(tree);
    const meeting = recordOf(result);
    for (const [name, value] of Object.entries(facts))
      expect(meeting[name as keyof Meeting], name).toEqual(value);
  });

  test.each([
    ...['February 22, 2013', '22 February 2013', '2013-02-22', 'February, 22, 2013', 'Feb. 22, 2013'],
    ...['Friday, February 22, 2013', '22nd February, 2013', 'Tokyo, 22 February 2013', '(February 22, 2013)'],
    ...['2013/2/22', '22.02.2013', 'FEBRUARY 22, 2013', 'February 22 (Fri), 2013', 'February 22-23, 2013'],
    ...[
      '２０１３-０２-２２',
      'February ２２, ２０１３',
      '22/02/2013',
      '2013. 2. 22',
      '22 to 24 February 2013',
    ],
    ...['February 22 - March 1, 2013', '22 February – 1 March 2013'],
  ])('the date “%s”', (date) => {
    expect(imported(`A-B Meeting\n${date}\nThey met in Paris.\n`).id).toBe('2013-02-22-a-b');
  });

  test('what is not known is listed as to be filled in, and stays empty', () => {
    const { open, files } = imported([...opening].join('\n'));
    expect(open.map(({ field }) => field)).toEqual([
      'place',
      'sides',
      'source.publisher',
      'source.address',
      'source.licence',
    ]);
    const main = files.find(({ name }) => name === 'meeting.md')?.text;
    expect(main).toMatch(/^place: # to be filled in: where the meeting took place$/mu);
    expect(main).toMatch(/^date: '2014-03-04'$/mu);
  });
});

/** Documents that an import refuses: line, and what is said. The opening has three lines. */
const refused: Record<string, [lines: string[], line: number, message: RegExp]> = {
  'a transcript in capitals': [
    ['SECRETARY KERRY: Thank you.', 'MINISTER A: I am glad.'],
    4,
    /transcript.*SECRETARY KERRY/u,
  ],
  'a transcript with names': [
    ['Kishida: I am glad.', 'Kerry: Thank you.', 'Kishida: We agree.'],
    4,
    /transcript/u,
  ],
  'questions and answers': [['Q: What was said?', 'A: They agreed.'], 4, /transcript/u],
  'dot leaders': [['1. Relations', 'Trade ........ 3', 'They met.'], 5, /dot leaders/u],
  'a page number': [['1. Relations', 'They met.', '- 2 -', 'They parted.'], 6, /page number, “- 2 -”/u],
  'pages that are counted': [['They met.', 'Page 2 of 5', 'They parted.'], 5, /page number, “Page 2 of 5”/u],
  'questions with full stops': [['Q. What was said?', 'A. They agreed.'], 4, /transcript/u],
  'a transcript whose first words are a greeting': [
    ['Moderator: Good morning.', 'Mr. A: Thank you.', 'Mr. B: I agree.'],
    4,
    /transcript.*Moderator/u,
  ],
  'the title at the head of each page': [
    [
      ...['They met.', 'A and B Foreign Ministers’ Meeting (Summary) 2', 'They parted.'],
      'A and B Foreign Ministers’ Meeting (Summary) 3',
    ],
    5,
    /page number/u,
  ],
  'a table with bars': [['| Country | Sum |', '|---|---|', '| Mali | 120 |'], 4, /table \(bars\)/u],
  'a table with tabs': [['Country\tSum', 'Mali\t120', 'Syria\t65'], 4, /table \(tabs\)/u],
  'a table with columns': [
    ['Country      Sum', 'Mali         120', 'Syria        65'],
    4,
    /table \(columns\)/u,
  ],
  'Roman numerals': [
    ['I. Relations', 'They met.', 'II. World', 'They met.'],
    4,
    /Roman numerals, “I. Relations”/u,
  ],
  'parts with Roman numerals': [['Part I: Relations', 'They met.', 'Part II: World'], 4, /Roman numerals/u],
  'a paragraph in another language': [
    ['1. Relations', '両大臣は、両国の関係について意見交換を行い、協力で一致した。'],
    5,
    /not in English/u,
  ],
  'sections that are meetings of their own': [
    [
      ...['1. A-B Foreign Ministers’ Meeting', 'On March 4, they met in Paris.'],
      ...['2. A-C Foreign Ministers’ Meeting', 'On March 5, they met in Rome.'],
    ],
    6,
    /another meeting, “2. A-C .*line 4;/u,
  ],
  'sections that are meetings with others': [
    [
      ...['1. Meeting with Minister C', 'The ministers met for an hour.'],
      ...['2. Meeting with Minister D', 'The ministers met for an hour.'],
    ],
    6,
    /another meeting, “2. Meeting with Minister D/u,
  ],
  'one Roman numeral': [['I. Relations', '(1) Trade', 'They met.'], 4, /Roman numerals/u],
  letters: [['A. Relations', 'They met.', 'B. World', 'They met.'], 4, /letters, “A. Relations”/u],
  'two meetings': [
    [
      '1. Relations',
      'They met.',
      'A and C Foreign Ministers’ Meeting (Summary)',
      'March 5, 2014',
      'They met in Rome.',
    ],
    6,
    /another meeting, “A and C .*line 1;/u,
  ],
  'raw HTML': [['They <b>met</b>.'], 4, /raw HTML/u],
  'a sign that nobody sees': [['They met\u200b.'], 4, /invisible character \(U\+200B\)/u],
  'a page break': [['They met.\fThey parted.'], 4, /a page break, as texts from PDFs have them \(U\+000C\)/u],
};

describe('what an import is not made for', () => {
  test.each(Object.entries(refused))('%s', (_, [lines, line, message]) => {
    const { files, problems } = imported([...opening, ...lines].join('\n'));
    expect(files).toEqual([]);
    expect(problems.map((problem) => problem.line)).toContain(line);
    expect(problems.find((problem) => problem.line === line)?.problem).toMatch(message);
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    [
      'French',
      'Réunion\n22 février 2013\n\nLes deux ministres ont échangé des vues sur la situation dans la région.',
      /in French/u,
    ],
    [
      'Japanese',
      '日米外相会談\n2013-02-22\n岸田外務大臣は、ケリー国務長官と会談を行いました。',
      /not in English/u,
    ],
    [
      'Turkish',
      'Toplantı\n2013-02-22\nBakanlar bir araya gelerek iki ülke arasındaki ilişkileri ve bölgedeki gelişmeleri ele aldılar.\nBakanlar şiddetin sona ermesi gerektiği konusunda görüş birliğine vardılar.',
      /not in English, “Bakanlar bir/u,
    ],
    ['nothing', ' \n', /is empty/u],
    ['no text', 'A-B Meeting\n2013-02-22\n', /holds no text/u],
    ['no date', 'A-B Meeting\nThey met in Paris.\n', /states no date.*--id/u],
    [
      'a day that is not there',
      'A-B Meeting\nFebruary 30, 2013\nThey met.\n',
      /“February 30, 2013”.*no day.*--id/u,
    ],
    ['a day that may be two', 'A-B Meeting\n03/04/2013\nThey met in Paris.\n', /“03\/04\/2013”.*may be two/u],
    [
      'several dates',
      'A-B Meeting\n7 June 2013\n9 June 2013\nThey met in Paris.\n',
      /several dates, 7 June 2013 and 9 June 2013/u,
    ],
    ['a PDF', '%PDF-1.7 …', /is a PDF/u],
    ['bytes that are no UTF-8', Uint8Array.from([...Buffer.from('A\nB'), 0x92]), /not UTF-8 on this line/u],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x41, 0]), /UTF-16 LE/u],
  ])('%s', (_, text, message) => {
    const { files, problems } = imported(text);
    expect(files).toEqual([]);
    expect(problems.map(({ problem }) => problem).join('\n')).toMatch(message);
  });

  test('all of it is said at once', () => {
    const lines = ['1. Relations ..... 2', 'Q: What?', 'A: They agreed.', '- 2 -', '| a | b |'];
    expect(imported([...opening, ...lines].join('\n')).problems.map(({ line }) => line)).toEqual([
      4, 5, 7, 8,
    ]);
  });
});

describe('a saved page', () => {
  const page = `<!doctype html><html><head><title>T</title>
<link rel="canonical" href="https://example.org/en.html">
<link rel="alternate" hreflang="ja" href="https://example.org/ja.html"></head><body>
<nav><ol class="breadcrumb"><li>Home</li><li>Regions</li></ol></nav><script>no()</script><!-- no -->
<h1>A-B Summit Meeting</h1><p>August 25, 2016</p><p hidden>no</p><p style="display: none">no</p>
<p>On August&nbsp;25, A met B &amp; C.<br>They
met <b>agai</b>n.</p>
<ol><li>Relations<p>(1) Trade</p><p>They met.</p><ul><li>Roads</li><li>- Ports</li></ul></li>
<li>World<p>They met.</p></li></ol><p>Back to Top</p></body></html>`;

  test('is read as a reader sees it', () => {
    const result = imported(page, 'page.html');
    expect(treeOf(result)).toEqual([
      ...['< Home', '< Regions', '< A-B Summit Meeting', '< August 25, 2016'],
      ...['¶ On August 25, A met B & C.', '¶ They met again.'],
      ...['§ 1. Relations', '1-1 (1) Trade', '¶ They met.', '¶ Roads', '¶ - Ports'],
      ...['§ 2. World', '2', '¶ They met.', '> Back to Top', '! 8', '! 9'],
    ]);
    expect(recordOf(result).source).toMatchObject({
      address: 'https://example.org/en.html',
      translations: [{ language: 'ja', address: 'https://example.org/ja.html' }],
    });
  });

  test('is told from a text by how it starts', () => {
    expect(imported(page, '-').id).toBe('2016-08-25-a-b-summit');
  });

  test('comes out the same again from the text that is kept of it', () => {
    const { files } = imported(page, 'page.html');
    const source = files.find(({ name }) => name === 'source.txt')?.text ?? '';
    const [first, again] = [imported(page, 'page.html'), imported(source)].map((result) =>
      treeOf({ ...result, warnings: [] }),
    );
    expect(again).toEqual(first);
  });

  test('with a table of cells is refused by its line; one that only lays the page out is not', () => {
    const table = (cells: string): string =>
      page.replace('<ol><li>Rel', `<table><tr>${cells}</tr></table><ol><li>Rel`);
    expect(imported(table('<td>Mali</td><td>120</td>'), 'page.html').problems[0]).toMatchObject({
      line: 8,
      problem: expect.stringContaining('is a table') as string,
    });
    for (const cells of [
      '<td>They parted.</td>',
      '<td><a href="/">Home</a></td><td><h2>Results</h2><p>They parted.</p></td>',
    ])
      expect(imported(table(cells), 'page.html').problems).toEqual([]);
  });
});

test('the meeting of 22 February 2013 comes out as the content that the project holds', () => {
  const result = imported(textOf('source.txt'), 'source.txt');
  expect(result.id).toBe(meetingId);
  expect(result.warnings).toEqual([]);
  const bodyOf = (text = ''): string => text.slice(text.indexOf('\n---\n') + 5);
  for (const { name, text } of result.files) {
    const number = /^\d+-\d+/u.exec(name)?.[0];
    const own =
      number === undefined ? name : (ownNames.find((file) => file.startsWith(`${number}-`)) ?? name);
    if (name === 'source.txt') expect(text).toBe(textOf(name));
    else expect(bodyOf(text), name).toBe(bodyOf(textOf(own)));
  }
  const meeting = recordOf(result);
  expect(meeting).toMatchObject({
    date: '2013-02-22',
    start: { time: '15:45', zone: 'EST', offset: '-05:00' },
    duration: { minutes: 70, approximate: true },
    after: ['Back to Index'],
  });
});

const ownNames = [
  ...['1-1-invitation-to-visit-japan.md', '1-2-security.md', '1-3-space-and-cyber-cooperation.md'],
  ...['1-4-youth-exchanges.md', '1-5-child-custody.md', '2-1-japan-china-relations.md', '2-2-north-korea.md'],
  ...[
    '3-1-middle-east-peace-process.md',
    '3-2-syria.md',
    '3-3-situation-in-mali.md',
    '3-4-counterterrorism-cooperation.md',
  ],
];

test('the name of the folder may be given; its date holds', () => {
  const result = imported([...opening].join('\n'), 'summary.txt', '2014-03-05-a-b-talks');
  expect(result.id).toBe('2014-03-05-a-b-talks');
  expect(recordOf(result).date).toBe('2014-03-05');
  expect(result.warnings).toMatchObject([{ problem: expect.stringContaining('4 March 2014') as string }]);
  expect(imported(opening.join('\n'), 'summary.txt', '../x').problems).not.toEqual([]);
});

test('whatever the document, nothing is lost: each sign that can be seen stands once, in order', () => {
  // A generator with a seed, so that a failure can be repeated (mulberry32).
  let seed = 20_130_222;
  const random = (below: number): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const pick = (all: readonly string[]): string => all[random(all.length)] ?? '';
  const shapes = [
    ...[
      '1. Relations',
      '2. 2. World',
      '3 Asia',
      '4. They agreed to meet again.',
      '7.',
      '1. (1) Iran',
      '1.1 Aid',
    ],
    ...[
      '(1) Trade',
      '(2)Aid',
      '(1) They met again in Paris.',
      '(3)',
      '（4）Sport',
      '(2) buy; and',
      '(a) Goods',
      '- steel',
    ],
    ...[
      '• *coal*',
      '(ア) kana',
      'They met.',
      'They agreed to (1) buy; (2) sell.',
      'Note: it rained.',
      '# 1',
      '* * *',
    ],
    ...[
      'Back to Top',
      '(END)',
      'March 4, 2014',
      'Relations',
      '  they parted_and_met  again',
      '1) half',
      '> quoted',
      '<x y>',
    ],
    ...[
      'The two ministers shared their views on the situation in the region and agreed',
      'with it, and on the medium-',
    ],
    ...[
      '',
      '',
      '',
      '\t',
      'https://example.org/a_b',
      '1986. It was so.',
      '5,000 people came.',
      '+ plus',
      '===',
      '**',
      '\\',
    ],
  ];
  let written = 0;
  for (let round = 0; round < 400; round += 1) {
    const lines = Array.from({ length: 1 + random(25) }, () => pick(shapes));
    const text = [...opening, ...lines].join(pick(['\n', '\r\n', '\n\n']));
    const result = imported(text);
    for (const { problem } of result.problems) expect(problem, text).not.toContain('without loss');
    if (result.files.length === 0) continue;
    written += 1;
    const tree = treeOf({ ...result, warnings: [] });
    expect(
      signs(
        tree
          .map((line) => line.replace(/^(?:[<>¶§] |\d+(?:-\d+)? ?)/u, '').replace(/(?<=^|\s)–$/u, ''))
          .join(''),
      ),
      text,
    ).toBe(signs(text));
  }
  expect(written).toBeGreaterThan(100);
}, 60_000);
