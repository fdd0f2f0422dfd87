import { describe, expect, test } from 'vitest';
import { agendaItems, adjacentItems } from '../../src/domain/model.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { contentFiles, theMeeting } from '../helpers/content.ts';

const meeting = theMeeting();

describe('the meeting of 22 February 2013', () => {
  test('is sound', () => {
    expect(loadContent(contentFiles).issues).toEqual([]);
  });

  test('has 3 sections and 11 items, numbered and titled as published', () => {
    expect(meeting.sections.map(({ label, title }) => `${label} ${title}`)).toEqual([
      '1. Japan-U.S. Relations',
      '2. Asia-Pacific Situation',
      '3. Global Issues',
    ]);
    expect(agendaItems(meeting).map(({ id, number, title }) => `${id} ${number} ${title}`)).toEqual([
      '1-1 1(1) Invitation to Secretary Kerry to Visit Japan',
      '1-2 1(2) Security',
      '1-3 1(3) Space and Cyber Cooperation',
      '1-4 1(4) Youth Exchanges',
      '1-5 1(5) Child Custody (Hague Convention)',
      '2-1 2(1) Japan-China Relations',
      '2-2 2(2) North Korea',
      '3-1 3(1) Middle East Peace Process',
      '3-2 3(2) Syria',
      '3-3 3(3) Situation in Mali',
      '3-4 3(4) Counterterrorism Cooperation',
    ]);
  });

  test('has 38 sentences: 36 in its items, 2 in its introduction', () => {
    const sentences = agendaItems(meeting).map(({ paragraphs }) => paragraphs.map((p) => p.sentences.length));
    expect(sentences).toEqual([[2], [1, 2], [2, 1, 1], [2], [3], [2, 2], [4, 2], [1, 3], [4], [2], [2]]);
    expect(meeting.introduction.map((p) => p.sentences.length)).toEqual([2]);
  });

  test('has the facts of the summary', () => {
    expect(meeting).toMatchObject({
      date: '2013-02-22',
      start: { time: '15:45', zone: 'EST', offset: '-05:00' },
      duration: { minutes: 70, approximate: true },
      place: 'Washington, D.C.',
    });
    expect(meeting.sides.map(({ id, lead }) => [id, lead.name, lead.post])).toEqual([
      ['japan', 'Fumio Kishida', 'Minister for Foreign Affairs'],
      ['united-states', 'John Kerry', 'U.S. Secretary of State'],
    ]);
    expect(meeting.sides.flatMap(({ attended }) => attended.map(({ name }) => name))).toEqual([
      ...['Sasae', 'Yokoi'],
      ...['Roos', 'Nuland', 'Yun'],
    ]);
    expect(meeting.before).toHaveLength(4);
    expect(meeting.after).toEqual(['Back to Index']);
  });

  test('numbers paragraphs and sentences by their addresses, and sentences are cut from their paragraph', () => {
    const security = agendaItems(meeting)[1];
    expect(security?.wordCount).toBe(115);
    expect(security?.paragraphs.flatMap((p) => [p.id, ...p.sentences.map(({ id }) => id)])).toEqual([
      ...['p1', 'p1s1'],
      ...['p2', 'p2s1', 'p2s2'],
    ]);
    for (const { text, sentences } of agendaItems(meeting).flatMap(({ paragraphs }) => paragraphs)) {
      expect(sentences.map((sentence) => sentence.text).join(' ')).toBe(text);
      for (const { start, end, text: words } of sentences) expect(text.slice(start, end)).toBe(words);
    }
  });

  test('leads from item to item across the borders of sections', () => {
    const items = agendaItems(meeting);
    const around = items.map((item) => adjacentItems(meeting, item));
    expect(around.map(({ next }) => next)).toEqual([...items.slice(1), undefined]);
    expect(around.map(({ previous }) => previous)).toEqual([undefined, ...items.slice(0, -1)]);
  });
});
