import { describe, expect, test } from 'vitest';
import { faultLine } from '../../src/record/faults.ts';
import { makeRecord } from '../../src/record/record.ts';
import { changed, edited, faultsOf, textOf } from '../content.ts';

const latin1 = Uint8Array.from([...Buffer.from('---\ntitle: Security\n---\n\nKerry'), 0x92]);
const item = '---\ntitle: Title\n---\n\nWords.\n';

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
    edited('meeting.md', 'place: Washington, D.C.\n', ''),
    /meeting\.md place: is missing; it must be given/,
  ],
  [
    'a wrong kind of value',
    edited('meeting.md', 'minutes: 70', 'minutes: long'),
    /meeting\.md:5 duration\.minutes: must be number, not string/,
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
  ['a file that is not UTF-8', { '1-2-security.md': latin1 }, /1-2-security\.md: is not UTF-8/],
  [
    'a byte-order mark',
    { '1-2-security.md': `\uFEFF${textOf('1-2-security.md')}` },
    /1-2-security\.md:1: starts with a byte-order mark/,
  ],
  [
    'raw HTML',
    edited('1-2-security.md', 'Upon the', 'Upon <b>the</b>'),
    /1-2-security\.md:6: holds raw HTML/,
  ],
  ['a heading', edited('1-2-security.md', 'Upon the', '# Upon the'), /1-2-security\.md:6: holds a heading/],
  [
    'an image',
    edited('1-2-security.md', 'Upon the', '![Upon](a.png) the'),
    /1-2-security\.md:6: holds an image/,
  ],
  [
    'a link',
    edited('1-2-security.md', 'Upon the', '[Upon](https://example.org) the'),
    /1-2-security\.md:6: holds a link/,
  ],
  ['emphasis', edited('1-2-security.md', 'Upon the', 'Upon *the*'), /1-2-security\.md:6: holds emphasis/],
  [
    'a second paragraph with HTML',
    edited('1-2-security.md', 'Futenma', '<i>Futenma</i>'),
    /1-2-security\.md:8: holds raw HTML/,
  ],
  ['a missing source', { 'source.txt': null }, /source\.txt: is missing/],
  ['a missing meeting.md', { 'meeting.md': null }, /meeting\.md: is missing/],
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
    'an orientation that is not the text’s',
    edited('1-2-security.md', 'orientation: would', 'orientation: might'),
    /1-2-security\.md orientation: 'might follow up .*' does not stand in the body/,
  ],
  [
    'an address that is none',
    edited('meeting.md', 'http://www.mofa', 'javascript:www.mofa'),
    /source\.address: must be a web address/,
  ],
];

describe('bad content is named with file, place, cause and cure', () => {
  test.each(rows)('%s', (_name, files, message) => {
    const lines = faultsOf(files).map(faultLine);
    expect(
      lines.some((line) => message.test(line)),
      lines.join('\n'),
    ).toBe(true);
  });

  test('all faults are reported at once', () => {
    const faults = faultsOf({
      ...edited('1-2-security.md', 'title:', 'titel: x\ntitle:'),
      ...edited('2-2-north-korea.md', 'Foreign', '# Foreign'),
      ...edited('meeting.md', "'2013-02-22'", "'2013-02-30'"),
    });
    expect(new Set(faults.map(({ file }) => file.split('/').at(-1)))).toEqual(
      new Set(['1-2-security.md', '2-2-north-korea.md', 'meeting.md']),
    );
  });

  test('a gap in the numbers only warns: ministries leave gaps', () => {
    const files = changed({ '1-4-youth-exchanges.md': null });
    const { warnings, faults } = makeRecord(files);
    expect(warnings.map(faultLine)).toEqual([
      expect.stringMatching(/1-5-child-custody\.md: leaves a gap: the item before it would be 1\(4\)/),
    ]);
    // The text that went missing is another matter.
    expect(faults.map(faultLine)).toEqual([expect.stringMatching(/Youth Exchanges/)]);
  });
});
