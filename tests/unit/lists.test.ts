/** What keeps lists readable when there are many meetings: letters, and as much as one page can hold. */
import { describe, expect, test } from 'vitest';
import { groupByLetter, nameSlug } from '../../src/domain/alphabetical-index.ts';
import { type MeetingMentions, limitMentions } from '../../src/domain/mentions.ts';
import { summarizeRoles } from '../../src/domain/register.ts';
import { theMeeting } from '../helpers/content.ts';

test('names are grouped by letter, and written as a URL has them', () => {
  expect(['K', '0–9', 'U.S. Élan', '普天間'].map(nameSlug)).toEqual(['k', '0-9', 'u-s-elan', '普天間']);
  const filed = ['Kishida', 'Kerry', 'Élan', '2+2'].map((sortName) => ({ sortName }));
  expect(groupByLetter(filed).map(([letter]) => letter)).toEqual(['0–9', 'E', 'K']);
});

describe('where an entry is named', () => {
  const meeting = theMeeting();
  const [paragraph] = meeting.introduction;
  const [sentence] = paragraph?.sentences ?? [];
  if (!paragraph || !sentence) throw new Error('the meeting has no introduction');
  /** A meeting that names the entry in so many items, each with so many sentences. */
  const named = (items: number, sentences: number): MeetingMentions => ({
    meeting,
    items: Array.from({ length: items }, () => ({
      item: undefined,
      sentences: Array.from({ length: sentences }, () => ({ paragraph, sentence, mentions: [] })),
    })),
  });
  const many = (count: number, items: number, sentences: number) =>
    Array.from({ length: count }, () => named(items, sentences));

  test.each<[string, MeetingMentions[], shown: number, linked: number]>([
    ['nowhere', [], 0, 0],
    ['few meetings are shown whole', many(20, 1, 3), 20, 0],
    ['meetings after sixty sentences are linked to', many(21, 1, 5), 12, 9],
    ['a meeting is shown whole', many(2, 12, 6), 1, 1],
  ])('%s', (_, occurrences, shown, linked) => {
    const mentions = limitMentions(occurrences);
    expect([mentions.shown.length, mentions.linked.length]).toEqual([shown, linked]);
    expect(mentions.meetings).toBe(shown + linked);
  });

  test('a post that was held for long is told once', () => {
    const at = (date: string) => ({ ...meeting, date });
    const [newest, middle, oldest] = [at('2014-01-01'), at('2013-01-01'), at('2012-01-01')];
    const minister = { post: 'Foreign Minister', side: 'Japan', attended: true };
    expect(
      summarizeRoles([
        { ...minister, meeting: newest },
        { ...minister, post: 'Ambassador', meeting: middle },
        { ...minister, meeting: oldest },
      ]).map(({ post, first, last, meetings }) => [post, first.date, last.date, meetings]),
    ).toEqual([
      ['Foreign Minister', '2012-01-01', '2014-01-01', 2],
      ['Ambassador', '2013-01-01', '2013-01-01', 1],
    ]);
  });
});
