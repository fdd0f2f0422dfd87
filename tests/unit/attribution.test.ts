/** Who said what: each attribution is a quotation from the text, by the sides that its sentence names. */
import { expect, test } from 'vitest';
import { agendaItems } from '../../src/domain/model.ts';
import { splitByStatement } from '../../src/domain/text-runs.ts';
import { allFigures, statementsBySpeaker, speakerOf, speakersOf } from '../../src/domain/attribution.ts';
import { buildTimeline } from '../../src/domain/timeline.ts';
import { changed, textOf, theMeeting } from '../helpers/content.ts';
import { loadContent } from '../../src/domain/load-content.ts';

const meeting = theMeeting();
const items = agendaItems(meeting);
const sentences = items.flatMap(({ paragraphs, statements }) =>
  paragraphs.flatMap((paragraph) =>
    paragraph.sentences.map((sentence) => ({
      paragraph,
      sentence,
      statements: statements.filter((statement) => statement.sentence === sentence.id),
    })),
  ),
);

test('statements cover all sentences of the items, each a quotation that starts with its verb', () => {
  expect(sentences).toHaveLength(36);
  for (const { paragraph, sentence, statements } of sentences) {
    expect(statements, sentence.text).not.toEqual([]);
    for (const { quote, verb, start, end } of statements) {
      expect(paragraph.text.slice(start, end)).toBe(quote);
      expect(sentence.text).toContain(quote);
      expect(quote.startsWith(verb)).toBe(true);
    }
  }
});

test('statements are by the sides of the grammatical subject', () => {
  const subjects = /(?:Minister Kishida|Secretary Kerry|(?:two|both) ministers)/gu;
  for (const { paragraph, sentence, statements } of sentences)
    for (const { by, start } of statements) {
      const before = paragraph.text.slice(sentence.start, start);
      const subject = [...before.matchAll(subjects)].at(-1)?.[0];
      // "He" goes on with who spoke before.
      if (subject === undefined) continue;
      const sides = subject.endsWith('ministers')
        ? ['japan', 'united-states']
        : [subject.endsWith('Kerry') ? 'united-states' : 'japan'];
      expect(by, before).toEqual(sides);
    }
});

test('a sentence is split by statement into its own words, in order and complete', () => {
  for (const { paragraph, sentence, statements } of sentences) {
    const parts = splitByStatement(paragraph, sentence, statements).map(({ statement, runs }) => ({
      statement,
      text: runs.map(({ text }) => text).join(''),
    }));
    expect(parts.map(({ text }) => text).join('')).toBe(sentence.text);
    for (const { statement, text } of parts) if (statement) expect(text).toBe(statement.quote);
  }
});

test('an item may be without statements', () => {
  const file = '3-4-counterterrorism-cooperation.md';
  const bare = textOf(file).replace(/statements:[\s\S]*?(?=---\n)/u, '');
  const { content, issues } = loadContent(changed({ [file]: bare }));
  expect(issues).toEqual([]);
  expect(content.meetings.flatMap(agendaItems).at(-1)?.statements).toEqual([]);
});

test('sides are named alone and together', () => {
  expect(speakersOf(meeting)).toEqual([
    { sides: 'japan', name: 'Japan', mark: '1' },
    { sides: 'united-states', name: 'United States', mark: '2' },
    { sides: 'japan united-states', name: 'Both sides', mark: 'both' },
  ]);
  const [japan, unitedStates] = meeting.sides;
  const three = { sides: [japan, unitedStates, { ...japan, id: 'korea', name: 'Korea' }] } as typeof meeting;
  expect(speakerOf(three, ['korea', 'japan']).name).toBe('Japan and Korea');
  expect(speakerOf(three, ['korea', 'japan', 'united-states']).name).toBe('All sides');
});

test('each statement of an item has one speaker', () => {
  for (const item of items)
    expect(statementsBySpeaker(meeting, item).flatMap(({ statements }) => statements)).toHaveLength(
      item.statements.length,
    );
});

test('figures are quoted with all that is said of them', () => {
  expect(allFigures(meeting)).toHaveLength(5);
  for (const { figure } of allFigures(meeting)) {
    expect(meeting.sourceText).toContain(figure.quote);
    for (const part of [figure.number, figure.unit, figure.for]) expect(figure.quote).toContain(part);
  }
});

test('the timeline has what is known before, on the day and after, in order of time', () => {
  const parts = buildTimeline(meeting);
  const dates = parts.flatMap(({ entries }) => entries.map(({ date }) => date));
  expect(dates).toEqual(dates.toSorted());
  expect(parts.map(({ id, entries }) => [id, entries.length])).toEqual([
    ['before', 3],
    ['day', 1],
    ['after', 15],
  ]);
});
