import { describe, expect, test } from 'vitest';
import { agendaItems } from '../../src/domain/model.ts';
import { splitByStatement } from '../../src/domain/text-runs.ts';
import {
  allFigures,
  statementsBySpeaker,
  wordShares,
  speakerOf,
  speakersOf,
} from '../../src/domain/attribution.ts';
import { buildTimeline } from '../../src/domain/timeline.ts';
import { changed, textOf, theMeeting } from '../helpers/content.ts';
import { loadContent } from '../../src/domain/load-content.ts';

const meeting = theMeeting();
const items = agendaItems(meeting);

describe('statements', () => {
  test('cover all 36 sentences of the items, each a quotation of its sentence', () => {
    const sentences = items.flatMap((item) =>
      item.paragraphs.flatMap((paragraph) =>
        paragraph.sentences.map((sentence) => ({ item, paragraph, sentence })),
      ),
    );
    expect(sentences).toHaveLength(36);
    for (const { item, paragraph, sentence } of sentences) {
      const own = item.statements.filter((statement) => statement.sentence === sentence.id);
      expect(own.length, sentence.text).toBeGreaterThan(0);
      for (const { quote, verb, start, end } of own) {
        expect(paragraph.text.slice(start, end)).toBe(quote);
        expect(sentence.text).toContain(quote);
        expect(meeting.sourceText).toContain(quote);
        expect(quote.startsWith(verb)).toBe(true);
      }
    }
  });

  test('a sentence with two reporting verbs has two', () => {
    const [, security] = items;
    expect(security?.statements.map(({ sentence, by, verb }) => [sentence, by.join(' '), verb])).toEqual([
      ['p1s1', 'japan united-states', 'shared their views'],
      ['p2s1', 'japan united-states', 'confirmed'],
      ['p2s2', 'japan', 'stated'],
      ['p2s2', 'japan', 'requested'],
    ]);
  });

  test('are by the sides of the grammatical subject', () => {
    for (const { paragraphs, statements } of items) {
      for (const { by, sentence, start } of statements) {
        const paragraph = paragraphs.find(({ sentences }) => sentences.some(({ id }) => id === sentence));
        const from = paragraph?.sentences.find(({ id }) => id === sentence)?.start ?? 0;
        const before = paragraph?.text.slice(from, start) ?? '';
        const [subject = ''] =
          /(?:(?:Foreign )?Minister Kishida|Secretary Kerry|(?:two|both) ministers)(?!.*(?:(?:Foreign )?Minister Kishida|Secretary Kerry|(?:two|both) ministers))/u.exec(
            before,
          ) ?? [];
        // "He" goes on with who spoke before.
        if (subject === '') continue;
        const sides = subject.includes('ministers')
          ? 'japan united-states'
          : subject.includes('Kerry')
            ? 'united-states'
            : 'japan';
        expect(by.join(' '), before).toBe(sides);
      }
    }
  });

  test('an item without any builds too', () => {
    const file = '3-4-counterterrorism-cooperation.md';
    const bare = textOf(file).replace(/statements:[\s\S]*?(?=---\n)/u, '');
    const { content, issues } = loadContent(changed({ [file]: bare }));
    expect(issues).toEqual([]);
    const other = content.meetings.find(({ id }) => id === meeting.id);
    expect(other && agendaItems(other).at(-1)?.statements).toEqual([]);
  });

  test('cut a sentence into its own words, in order and complete', () => {
    for (const { paragraphs, statements } of items) {
      for (const paragraph of paragraphs) {
        for (const sentence of paragraph.sentences) {
          const stretches = splitByStatement(paragraph, sentence, statements);
          expect(stretches.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')).toBe(
            sentence.text,
          );
          for (const { statement, pieces } of stretches)
            if (statement) expect(pieces.map(({ text }) => text).join('')).toBe(statement.quote);
        }
      }
    }
  });
});

describe('sides', () => {
  test('are named alone and together', () => {
    expect(speakersOf(meeting)).toEqual([
      { sides: 'japan', name: 'Japan', mark: '1' },
      { sides: 'united-states', name: 'United States', mark: '2' },
      { sides: 'japan united-states', name: 'Both sides', mark: 'both' },
    ]);
    const [japan, unitedStates] = meeting.sides;
    const three = {
      sides: [japan, unitedStates, { ...japan, id: 'korea', name: 'Korea' }],
    } as typeof meeting;
    expect(speakerOf(three, ['korea', 'japan']).name).toBe('Japan and Korea');
    expect(speakerOf(three, ['korea', 'japan', 'united-states']).name).toBe('All sides');
  });

  test('have each statement of an item once', () => {
    for (const item of items)
      expect(statementsBySpeaker(meeting, item).flatMap(({ statements }) => statements)).toHaveLength(
        item.statements.length,
      );
  });

  test('are given shares of an item’s words', () => {
    expect(
      wordShares(meeting, items[0] ?? ({} as never)).map(({ voice, words }) => [voice.name, words]),
    ).toEqual([
      ['Japan', 9],
      ['United States', 15],
    ]);
  });
});

test('the figures are those of the text, all of each quoted', () => {
  expect(allFigures(meeting).map(({ item, figure }) => [item?.number, figure.number, figure.unit])).toEqual([
    [undefined, '70', 'minutes'],
    ['1(4)', '5,000', 'people'],
    ['3(1)', '40 million', '$'],
    ['3(2)', '65 million', '$'],
    ['3(3)', '120 million', '$'],
  ]);
  for (const { figure } of allFigures(meeting)) {
    expect(meeting.sourceText).toContain(figure.quote);
    for (const part of [figure.number, figure.unit, figure.for]) expect(figure.quote).toContain(part);
  }
});

describe('the timeline', () => {
  const timeline = buildTimeline(meeting);

  test('has what is known before, on the day and after, in order of time', () => {
    const dates = (part: { date: string }[]): string[] => part.map(({ date }) => date);
    expect(dates(timeline.before)).toEqual(['2013-01-18', '2013-02-03', '2013-02-12']);
    expect(dates(timeline.day)).toEqual(['2013-02-22']);
    expect(dates(timeline.after)).toEqual(dates(timeline.after).toSorted());
    expect(timeline.after).toHaveLength(15);
    // Nothing is known of these, and nothing is shown.
    for (const id of ['2-1', '3-1', '3-4'])
      expect(items.find((item) => item.id === id)?.followUp).toEqual([]);
  });
});
