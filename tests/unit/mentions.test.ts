import { describe, expect, test } from 'vitest';
import { type Meeting, agendaItems } from '../../src/domain/model.ts';
import { createMentionMatcher } from '../../src/domain/mentions.ts';
import { overlappingNames } from '../../src/domain/name-matcher.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { groupByLetter } from '../../src/domain/alphabetical-index.ts';
import {
  type RegisterEntry,
  entriesBySlug,
  createRoleLookup,
  buildRegisterIndex,
} from '../../src/domain/register.ts';
import { sentenceRanges } from '../../src/domain/parse/sentences.ts';
import { contentFiles, theMeeting } from '../helpers/content.ts';

const { content } = loadContent(contentFiles);

function entry(id: string, ...forms: string[]): RegisterEntry {
  return { register: 'terms', id, name: id, sortName: id, kind: 'subject', forms, alsoKnownAs: [] };
}

/** What a text mentions: `id:words`, in order. */
function found(text: string, entries: RegisterEntry[], meeting = 'm'): string[] {
  const find = createMentionMatcher(entries)(meeting);
  return sentenceRanges(text)
    .flatMap(({ start, end }) => find({ start, end, text: text.slice(start, end) }))
    .map((mention) => `${mention.entry}:${text.slice(mention.start, mention.end)}`);
}

test('a family name next to the given name of somebody else is no mention', () => {
  const fumio: RegisterEntry = {
    ...entry('fumio', 'Fumio Kishida', 'Minister Kishida', 'Kishida'),
    register: 'people',
  };
  const text =
    'Vice-Minister Taro Kishida met Kishida. Mr. Kishida thanked him. In Kishida’s view, Kishida Taro and Prime Minister Kishida agreed.';
  expect(found(text, [fumio])).toEqual([
    ...['fumio:Kishida', 'fumio:Kishida', 'fumio:Kishida', 'fumio:Minister Kishida'],
  ]);
});

describe('mentions', () => {
  const us = entry('us', 'U.S.');
  const treaty = entry('treaty', 'U.S. Security Treaty');
  test.each<[string, string, RegisterEntry[], string[]]>([
    [
      'the longest form is found first',
      'The U.S. Security Treaty binds the U.S. and Japan.',
      [us, treaty],
      ['treaty:U.S. Security Treaty', 'us:U.S.'],
    ],
    [
      'a longer form that starts later wins over a shorter one',
      'The Japan-U.S. Security Treaty.',
      [entry('relations', 'Japan-U.S.'), treaty],
      ['treaty:U.S. Security Treaty'],
    ],
    [
      'a form is found as a whole word',
      'The Palestinian side and Palestine.',
      [entry('palestine', 'Palestine')],
      ['palestine:Palestine'],
    ],
    ['nor at the start of another word', 'The Malian army in Mali.', [entry('mali', 'Mali')], ['mali:Mali']],
    ['nor at the end of one', 'A Somali in Mali.', [entry('mali', 'mali', 'Mali')], ['mali:Mali']],
    ['a hyphen ends a word', 'In post-Assad Syria.', [entry('assad', 'Assad')], ['assad:Assad']],
    ['an apostrophe ends a word', 'Mali’s army.', [entry('mali', 'Mali')], ['mali:Mali']],
    ['parentheses end a word', 'A forum (GCTF), so to speak.', [entry('gctf', 'GCTF')], ['gctf:GCTF']],
    ['capitals count', 'On a diet in the Diet.', [entry('diet', 'Diet')], ['diet:Diet']],
    [
      'nothing is found across the end of a sentence',
      'They met in North. Korea was discussed.',
      [entry('north-korea', 'North. Korea'), entry('korea', 'Korea')],
      ['korea:Korea'],
    ],
    ['signs are letters', 'The 2+2 Meeting.', [entry('two', '2+2 Meeting')], ['two:2+2 Meeting']],
  ])('%s', (_, text, entries, mentions) => {
    expect(found(text, entries)).toEqual(mentions);
  });

  test('an entry of some meetings is found in those alone', () => {
    const summit = {
      ...entry('summit', 'Summit Meeting'),
      meetings: ['2013-02-22-japan-us-foreign-ministers'],
    };
    expect(found('The Summit Meeting.', [summit])).toEqual([]);
    expect(found('The Summit Meeting.', [summit], '2013-02-22-japan-us-foreign-ministers')).toHaveLength(1);
  });
});

describe('the registers', () => {
  const meeting = theMeeting();
  const byId = (id: string): RegisterEntry => {
    const [own] = content.entries.filter((other) => other.id === id);
    if (!own) throw new Error(`no ${id}`);
    return own;
  };

  test('every person whom the summary names and every term of the registers is found where it stands', () => {
    const mentionedIn = (own: Meeting): string[] =>
      [own.introduction, ...agendaItems(own).map(({ paragraphs }) => paragraphs)]
        .flat()
        .flatMap(({ text, mentions }) =>
          mentions.map(({ entry: id, start, end }) => {
            expect(byId(id).forms).toContain(text.slice(start, end));
            return id;
          }),
        );
    const elsewhere = new Set(content.meetings.filter(({ id }) => id !== meeting.id).flatMap(mentionedIn));
    const here = new Set(mentionedIn(meeting));
    const missing = content.entries.map(({ id }) => id).filter((id) => !here.has(id));
    // The text names Algeria only within the incident there, and its entry says so.
    expect(missing).toContain('algeria');
    expect(missing.filter((id) => id !== 'algeria' && !elsewhere.has(id))).toEqual([]);
    expect(
      overlappingNames(content.entries)
        .get(byId('algeria'))
        ?.map(({ id }) => id),
    ).toEqual(['incident-in-algeria']);
  });

  test('the Security Treaty and the Security Council are not mentions of what their names hold', () => {
    const named = (id: string): string[] =>
      agendaItems(meeting)
        .find((item) => item.id === id)
        ?.paragraphs.flatMap(({ text, mentions }) =>
          mentions.map(({ start, end }) => text.slice(start, end)),
        ) ?? [];
    expect(named('2-1')).toContain('Japan-U.S. Security Treaty');
    expect(named('2-2')).toContain('U.N. Security Council');
    expect(named('2-2')).not.toContain('U.N.');
    expect(named('3-2')).toContain('Assad');
  });

  test('posts come from the meetings', () => {
    const posts = (id: string): (string | undefined)[][] =>
      createRoleLookup([meeting])(byId(id)).map(({ post, side }) => [post, side]);
    expect(posts('victoria-nuland')).toEqual([['State Department Spokesperson', 'United States']]);
    expect(posts('shinzo-abe')).toEqual([['Prime Minister', 'Japan']]);
    expect(posts('bashar-al-assad')).toEqual([['Syrian President', undefined]]);
  });

  test('an index is in alphabetical order, digits first', () => {
    const index = groupByLetter([entry('b', 'b'), entry('2+2', '2'), entry('Éa', 'e'), entry('a', 'a')]);
    expect(index.map(([letter, entries]) => [letter, ...entries.map(({ id }) => id)])).toEqual([
      ['0–9', '2+2'],
      ['A', 'a'],
      ['B', 'b'],
      ['E', 'Éa'],
    ]);
  });

  test('an index refers from other proper names to the entry', () => {
    const rows = buildRegisterIndex([
      { entry: byId('marine-corps-air-station-futenma'), role: undefined, sentences: 1 },
    ]);
    const names = rows
      .flatMap(({ rows: own }) => own)
      .map(({ sortName, isReference }) => [sortName, isReference]);
    expect(names).toContainEqual(['Futenma', true]);
    expect(names).toContainEqual(['Marine Corps Air Station Futenma, U.S.', false]);
    // Descriptions, and names next to the entry, need no row.
    expect(names.flat()).not.toContain('base relocation');
    expect(names.flat()).not.toContain('Marine Corps Air Station Futenma');
  });

  test('a name in a URL leads to the entry that has it', () => {
    const entries = entriesBySlug(['marine-corps-air-station-futenma', 'john-kerry'].map(byId));
    expect(entries.get('futenma')?.id).toBe('marine-corps-air-station-futenma');
    expect(entries.get('kerry')?.id).toBe('john-kerry');
    expect(entries.get('普天間')?.id).toBe('marine-corps-air-station-futenma');
  });
});
