import { describe, expect, test } from 'vitest';
import { type Meeting, type RegisterEntry, agendaItems } from '../../src/domain/model.ts';
import { createMentionMatcher } from '../../src/domain/mentions.ts';
import { overlappingNames } from '../../src/domain/name-matcher.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { entriesBySlug, createRoleLookup, buildRegisterIndex } from '../../src/domain/register.ts';
import { sentenceRanges } from '../../src/domain/parse/sentences.ts';
import { contentFiles, theMeeting } from '../helpers/content.ts';

const { content } = loadContent(contentFiles);

function entry(id: string, ...forms: string[]): RegisterEntry {
  return {
    register: 'terms',
    id,
    name: id,
    sortName: id,
    kind: 'subject',
    forms,
    alsoKnownAs: [],
    searchTerms: [],
  };
}

/** What a text mentions: `id:words`, in order. */
function found(text: string, entries: RegisterEntry[], meeting = 'm'): string[] {
  const find = createMentionMatcher(entries)(meeting);
  return sentenceRanges(text)
    .flatMap(({ start, end }) => find({ start, end, text: text.slice(start, end) }))
    .map((mention) => `${mention.entry.id}:${text.slice(mention.start, mention.end)}`);
}

const [us, mali, korea] = [entry('us', 'U.S.'), entry('mali', 'Mali'), entry('korea', 'Korea')];
const treaty = entry('treaty', 'U.S. Security Treaty');
const forms = ['Fumio Kishida', 'Minister Kishida', 'Kishida'];
const kishida: RegisterEntry = { ...entry('kishida', ...forms), register: 'people' };

test.each<[text: string, entries: RegisterEntry[], mentions: string[]]>([
  // The longest form is found first, and wherever it starts.
  ['The U.S. Security Treaty binds the U.S.', [us, treaty], ['treaty:U.S. Security Treaty', 'us:U.S.']],
  ['The Japan-U.S. Security Treaty.', [entry('r', 'Japan-U.S.'), treaty], ['treaty:U.S. Security Treaty']],
  // A form is a whole word; hyphens, apostrophes and parentheses end it; capitals count.
  ['The Malian army in Mali.', [mali], ['mali:Mali']],
  ['A Somali in Mali.', [entry('mali', 'mali', 'Mali')], ['mali:Mali']],
  ['In post-Mali times.', [mali], ['mali:Mali']],
  ['Mali’s army.', [mali], ['mali:Mali']],
  ['A country (Mali), so to speak.', [mali], ['mali:Mali']],
  ['On a diet in the Diet.', [entry('diet', 'Diet')], ['diet:Diet']],
  ['The 2+2 Meeting.', [entry('two', '2+2 Meeting')], ['two:2+2 Meeting']],
  // Nothing is found across the end of a sentence.
  ['They met in North. Korea was discussed.', [entry('north', 'North. Korea'), korea], ['korea:Korea']],
  // A family name next to another given name is somebody else's.
  ['Taro Kishida met Kishida. In Kishida’s view', [kishida], ['kishida:Kishida', 'kishida:Kishida']],
  ['Kishida Taro met Prime Minister Kishida', [kishida], ['kishida:Minister Kishida']],
])('“%s”', (text, entries, mentions) => {
  expect(found(text, entries)).toEqual(mentions);
});

test('an entry of some meetings is found in those alone', () => {
  const summit = { ...entry('summit', 'Summit Meeting'), meetings: ['2013-02-22-a-b'] };
  expect(found('The Summit Meeting.', [summit])).toEqual([]);
  expect(found('The Summit Meeting.', [summit], '2013-02-22-a-b')).toHaveLength(1);
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
          mentions.map(({ entry, start, end }) => {
            expect(entry.forms).toContain(text.slice(start, end));
            return entry.id;
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
