import { describe, expect, test } from 'vitest';
import { formatIssue } from '../../src/domain/issues.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { bodyLine, changed, edited, editedBody, faultsOf, meetingId, textOf } from '../helpers/content.ts';

const latin1 = Uint8Array.from([...Buffer.from('---\ntitle: Security\n---\n\nKerry'), 0x92]);
const item = '---\ntitle: Title\n---\n\nWords.\n';

/** The security item's fault on the line that starts like this. */
const at = (start: string, problem: string): RegExp =>
  new RegExp(`1-2-security\\.md:${bodyLine('1-2-security.md', start)}: ${problem}`);

/** A small change to the real content, and what must be said of it: file, line, field, cause, cure. */
const rows: [string, Record<string, string | Uint8Array | null>, RegExp][] = [
  [
    'an unknown key',
    edited('1-2-security.md', 'title:', 'titel: x\ntitle:'),
    /1-2-security\.md:2 titel: is no field; take it out/,
  ],
  [
    'an unknown key in a list',
    edited('meeting.md', 'post: Minister', 'rank: 1, post: Minister'),
    /meeting\.md:\d+ sides\.0\.lead\.rank: is no field/,
  ],
  [
    'a missing field',
    edited('meeting.md', '    name: Japan\n', ''),
    /meeting\.md:\d+ sides\.0\.name: is missing; it must be given: text/,
  ],
  [
    'a wrong kind of value',
    edited('meeting.md', 'minutes: 70', 'minutes: long'),
    /meeting\.md:5 duration\.minutes: must be a number, not text/,
  ],
  [
    'one side alone',
    edited(
      'meeting.md',
      /sides:\n[\s\S]*?(?=mentioned:)/u.exec(textOf('meeting.md'))?.[0] ?? '',
      'sides:\n  - { id: japan, name: Japan, lead: { name: Fumio Kishida, post: Minister for Foreign Affairs } }\n',
    ),
    /meeting\.md:\d+ sides: must hold at least 2/,
  ],
  [
    'an address that is to be filled in and is none',
    edited('meeting.md', 'http://www.mofa.go.jp/region/n-america/us/meeting1302_fm.html', 'soon'),
    /meeting\.md:\d+ source\.address: must be a web address/,
  ],
  [
    'two files for one item',
    { '1-2-safety.md': item },
    /1-2-security\.md: has the number of meetings\/.*1-2-safety\.md; each item has one file/,
  ],
  [
    'a number without its section',
    { 'security.md': item },
    /\/security\.md: is no content; an agenda item is named '1-2-security\.md'/,
  ],
  [
    'a section that meeting.md does not name',
    { '4-1-more.md': item },
    /4-1-more\.md: belongs to section 4, which meeting\.md does not name/,
  ],
  [
    'a section without items',
    edited('meeting.md', 'source:\n', '  - { number: 4, title: More }\nsource:\n'),
    /meeting\.md sections\.3: names section 4, which has no item/,
  ],
  [
    'a date that does not exist',
    edited('meeting.md', "'2013-02-22'", "'2013-02-30'"),
    /meeting\.md:3 date: must be a date that exists/,
  ],
  [
    'a date without quotation marks',
    edited('meeting.md', "'2013-02-22'", '2013-02-22'),
    /meeting\.md:3 date: must be a date that exists, written '2013-02-22' with its quotation marks/,
  ],
  [
    'a date that is not the folder’s',
    edited('meeting.md', "'2013-02-22'", "'2013-02-23'"),
    /meeting\.md date: must be the date of the folder's name, '2013-02-22'/,
  ],
  [
    'an empty body',
    { '1-2-security.md': '---\ntitle: Security\n---\n' },
    /1-2-security\.md:\d+: has an empty body/,
  ],
  ['no front matter', { '1-2-security.md': 'Words.' }, /1-2-security\.md:1: has no front matter/],
  [
    'front matter that is not YAML',
    edited('1-2-security.md', 'title: Security', 'title: "Security'),
    /1-2-security\.md:\d+: is not YAML/,
  ],
  [
    'a key twice',
    edited('1-2-security.md', 'title:', 'title: x\ntitle:'),
    /1-2-security\.md:3: is not YAML: Map keys must be unique/,
  ],
  ['a file that is not UTF-8', { '1-2-security.md': latin1 }, /1-2-security\.md:5: is not UTF-8/],
  [
    'a byte-order mark',
    { '1-2-security.md': `\uFEFF${textOf('1-2-security.md')}` },
    /1-2-security\.md:1: starts with a byte-order mark/,
  ],
  [
    'raw HTML',
    editedBody('1-2-security.md', 'Upon the', 'Upon <b>the</b>'),
    at('Upon the', 'holds raw HTML'),
  ],
  ['a heading', editedBody('1-2-security.md', 'Upon the', '# Upon the'), at('Upon the', 'holds a heading')],
  [
    'an image',
    editedBody('1-2-security.md', 'Upon the', '![Upon](a.png) the'),
    at('Upon the', 'holds an image'),
  ],
  [
    'a link',
    editedBody('1-2-security.md', 'Upon the', '[Upon](https://example.org) the'),
    at('Upon the', 'holds a link'),
  ],
  ['emphasis', editedBody('1-2-security.md', 'Upon the', 'Upon *the*'), at('Upon the', 'holds emphasis')],
  [
    'a second paragraph with HTML',
    editedBody('1-2-security.md', 'Futenma', '<i>Futenma</i>'),
    at('Regarding', 'holds raw HTML'),
  ],
  ['a missing source', { 'source.txt': null }, /source\.txt: is missing/],
  ['a missing meeting.md', { 'meeting.md': null }, /meeting\.md: is missing/],
  [
    'a quotation that the body does not have',
    edited('1-2-security.md', 'quote: requested cooperation', 'quote: requested help'),
    /1-2-security\.md statements\.3\.quote: 'requested help by the United States' does not stand in the body/,
  ],
  [
    'a quotation that the body has twice',
    edited('2-2-north-korea.md', 'quote: requested continued cooperation', 'quote: stated that'),
    /2-2-.*\.md statements\.7\.quote: 'stated that' stands in the body 3 times; quote more words/,
  ],
  [
    'quotations that overlap',
    edited(
      '1-2-security.md',
      'quote: requested cooperation',
      'quote: stated that it was important to develop\n  - by: [japan]\n    verb: requested\n    quote: requested cooperation',
    ),
    /1-2-security\.md statements\.3\.quote: '.*' overlaps 'stated that it was important.* without delay'/,
  ],
  [
    'a sentence that no statement covers',
    edited(
      '3-4-counterterrorism-cooperation.md',
      '  - by: [japan, united-states]\n    verb: agreed\n    quote: agreed to keep contact on this issue\n',
      '',
    ),
    /3-4-.*\.md statements: cover no part of sentence p1s2, 'The two ministers agreed/,
  ],
  [
    'a statement by no side of the meeting',
    edited('1-2-security.md', 'by: [japan]', 'by: [france]'),
    /1-2-security\.md statements\.2\.by: 'france' is no side of the meeting; its sides are japan, united-states/,
  ],
  [
    'a quotation that does not start with its verb',
    edited('1-2-security.md', 'verb: requested', 'verb: asked'),
    /1-2-security\.md statements\.3\.quote: must start with its verb, 'asked'/,
  ],
  [
    'a quotation across the end of a sentence',
    edited(
      '1-1-invitation-to-visit-japan.md',
      'quote: extended an invitation for Secretary Kerry to visit Japan',
      'quote: extended an invitation for Secretary Kerry to visit Japan. In response',
    ),
    /1-1-.*\.md statements\.0\.quote: '.*' goes beyond its sentence/,
  ],
  [
    'a figure whose number is not in its quotation',
    edited('1-4-youth-exchanges.md', "number: '5,000'", "number: '6,000'"),
    /1-4-.*\.md figures\.0\.number: '6,000' does not stand in the quotation/,
  ],
  [
    'a figure of no side',
    edited('1-4-youth-exchanges.md', 'of: [japan]', 'of: [france]'),
    /1-4-.*\.md figures\.0\.of: 'france' is no side of the meeting/,
  ],
  [
    'somebody mentioned whom no item names',
    edited('meeting.md', 'name: Shinzo Abe', 'name: Shinzo Ape'),
    /meeting\.md mentioned\.0: 'Shinzo Ape' and 'Prime Minister' stand in no sentence of an item/,
  ],
  [
    'a follow-up without its page',
    edited(
      '1-1-invitation-to-visit-japan.md',
      '    address: https://2009-2017.state.gov/secretary/remarks/2013/04/207483.htm\n',
      '',
    ),
    /1-1-.*\.md.* followUp\.0\.address: is missing|followUp\.0\.address: must be a web address/,
  ],
  [
    'a form that two entries have',
    { 'terms/sanctions.md': '---\nname: Sanctions\nkind: subject\nforms: [Sanctions, Diet]\n---\n' },
    /terms\/sanctions\.md forms\.1: 'Diet' is a form of terms\/diet\.md too; a form names one entry in a meeting/,
  ],
  [
    'an entry of a meeting that is none',
    { 'terms/g8.md': '---\nname: G8\nkind: body\nforms: [G8]\nmeetings: [2013-01-01-nowhere]\n---\n' },
    /terms\/g8\.md meetings\.0: '2013-01-01-nowhere' is no meeting of the record/,
  ],
  [
    'an abbreviation that is no form',
    {
      'terms/g8.md':
        '---\nname: Group of Eight\nkind: body\nforms: [Group of Eight]\nabbreviation: G8\n---\n',
    },
    /terms\/g8\.md abbreviation: 'G8' is none of the forms/,
  ],
  [
    'an entry with a text',
    { 'people/someone.md': '---\nname: Someone\nforms: [Someone]\n---\n\nA minister.\n' },
    /people\/someone\.md:\d+: has text below its front matter; what the editors say stands in 'note'/,
  ],
  [
    'an entry whose name is no address',
    { 'people/Some One.md': '---\nname: Someone\nforms: [Someone]\n---\n' },
    /people\/Some One\.md: is no entry; its name must be lower-case words/,
  ],
  ['a file that belongs nowhere', { 'notes/a.md': item }, /notes\/a\.md: is no content/],
  [
    'a folder without a date',
    { 'meetings/japan-us/meeting.md': textOf('meeting.md') },
    /meetings\/japan-us: must be named date, sides and kind/,
  ],
  [
    'a side twice',
    edited('meeting.md', 'id: united-states', 'id: japan'),
    /sides\.1\.id: is the id of another side too/,
  ],
  [
    'a name that the summary does not give',
    edited('meeting.md', 'name: Nuland', 'name: Newland'),
    /sides\.1\.attended\.1\.name: 'Newland' does not stand in the introduction/,
  ],
  [
    'a leadQuote that is not the text’s',
    edited('1-2-security.md', 'leadQuote: would', 'leadQuote: might'),
    /1-2-security\.md leadQuote: 'might follow up .*' does not stand in the body/,
  ],
  [
    'an address that is none',
    edited('meeting.md', 'http://www.mofa.go.jp/region/n-america/us/meeting', 'javascript:meeting'),
    /source\.address: must be a web address/,
  ],
];

describe('bad content is named with file, place, cause and cure', () => {
  test.each(rows)('%s', (_name, files, message) => {
    const lines = faultsOf(files).map(formatIssue);
    expect(
      lines.some((line) => message.test(line)),
      lines.join('\n'),
    ).toBe(true);
  });

  test('all faults are reported at once', () => {
    const issues = faultsOf({
      ...edited('1-2-security.md', 'title:', 'titel: x\ntitle:'),
      ...editedBody('2-2-north-korea.md', 'Foreign', '# Foreign'),
      ...edited('meeting.md', "'2013-02-22'", "'2013-02-30'"),
    });
    expect(new Set(issues.map(({ file }) => file.split('/').at(-1)))).toEqual(
      new Set(['1-2-security.md', '2-2-north-korea.md', 'meeting.md']),
    );
  });

  test('a gap in the numbers only warns: ministries leave gaps', () => {
    const files = changed({ '1-4-youth-exchanges.md': null });
    const { warnings, issues } = loadContent(files);
    expect(warnings.map(formatIssue)).toEqual([
      expect.stringMatching(/1-5-child-custody\.md: leaves a gap: the item before it would be 1\(4\)/),
    ]);
    // The text that went missing is another matter.
    expect(issues.map(formatIssue)).toEqual([expect.stringMatching(/Youth Exchanges/)]);
  });
});

test('what is not filled in yet only warns, field by field, and is left out of the meeting', () => {
  const { 'meeting.md': empty = '' } = edited('meeting.md', 'place: Washington, D.C.', 'place:');
  const text = empty.replace(/^ {2}licence: .*\n/mu, '').replace('Ministry of Foreign Affairs of Japan', '');
  const { record, issues, warnings } = loadContent(changed({ 'meeting.md': text }));
  expect(issues).toEqual([]);
  expect(warnings.map(formatIssue)).toEqual([
    expect.stringMatching(/meeting\.md place: is to be filled in: where the meeting took place$/u),
    expect.stringMatching(/meeting\.md source\.publisher: is to be filled in: who published/u),
    expect.stringMatching(/meeting\.md source\.licence: is to be filled in: the terms/u),
  ]);
  expect(record.meetings.find(({ id }) => id === meetingId)).toMatchObject({
    place: undefined,
    source: { publisher: undefined, licence: undefined },
  });
});
