/** What files may be: names, encodings and line ends, and what is in the place of a file. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readContentDir } from '../../src/loaders/read-content-dir.ts';
import type { ContentFile } from '../../src/domain/parse/decode-text.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { contentFiles, issuesIn, issuesOf, meetingId, textOf } from '../helpers/content.ts';

const security = textOf('1-2-security.md');
const source = textOf('source.txt');
const person = '---\nname: Someone\nforms: [Someone]\n---\n';

test.each([
  ['people/../x.md', person, 'invalid-file-name'],
  ['people/con.md', person, 'invalid-file-name'],
  ['people/Yokoi.md', person, 'invalid-file-name'],
  ['people/Some One.md', person, 'invalid-file-name'],
  ['people/%2e%2e.md', person, 'invalid-file-name'],
  ['people/yo\u200Bkoi.md', person, 'people/yo[U+200B]koi.md invalid-file-name'],
  ['people/new.md', `${person}\nA minister.\n`, '5 unexpected-text'],
  ['people/new.md', `\n${person}`, '1 no-front-matter'],
  ['people/new.md', '---\nname: A\n', '1 no-front-matter'],
  ['/people', person, 'people unexpected-file'],
  ['notes/a.md', person, 'unexpected-file'],
  ['meetings/2013.md', person, 'unexpected-file'],
  [`meetings/${meetingId}/notes/a.md`, person, '…/notes/a.md unexpected-file'],
  ['4-1-More.md', security, 'unexpected-file'],
  ['1-02-security.md', security, 'unexpected-file'],
  ['1-more.md', '---\ntitle: More\n---\n\nWords.\n', '…/meeting.md sections.0 section-numbers'],
  ['4-1-more.md', '---\ntitle: More\n---\n\nWords.\n', 'unknown-section'],
  ['1-2-safety.md', '---\ntitle: Title\n---\n\nWords.\n', '…/1-2-security.md duplicate-item'],
  ['1-2-security.md', '---\ntitle: Security\n---\n', '4 empty-text'],
  ['1-2-security.md', '', '1 no-front-matter'],
  ['1-2-security.md', `\uFEFF${security}`, '1 wrong-encoding'],
  ['1-2-security.md', Buffer.from(`\uFEFF${security}`, 'utf16le'), '1 wrong-encoding'],
  ['1-2-security.md', Buffer.from(`\uFEFF${security}`, 'utf16le').swap16(), '1 wrong-encoding'],
  ['1-2-security.md', Buffer.from(security, 'utf16le'), '1 wrong-encoding'],
  [
    '1-2-security.md',
    Buffer.from('---\ntitle: S\xe9curit\xe9\n---\n\nWords.\n', 'latin1'),
    '2 wrong-encoding',
  ],
  ['1-2-security.md', Buffer.from(`${security}é`).subarray(0, -1), '35 wrong-encoding'],
  ['1-2-security.md', security.replaceAll('\n', '\r'), '1 invisible-character'],
  ['source.txt', Buffer.from(source.replaceAll('’', '\x92'), 'latin1'), '3 wrong-encoding'],
  ['source.txt', `\uFEFF${source}`, '1 wrong-encoding'],
  ['source.txt', '', 'empty-text'],
  ['source.txt', null, 'missing-file'],
  ['meeting.md', null, 'missing-file'],
  ['meeting.md', '---\n---\n', 'date invalid-field, source invalid-field'],
  ['permalinks.txt', `${textOf('permalinks.txt')}p1 from memory\n`, '174 invalid-permalinks-line'],
  ['permalinks.txt', `<<<<<<< HEAD\n${textOf('permalinks.txt')}`, '1 invalid-permalinks-line'],
  ['permalinks.txt', textOf('permalinks.txt').replace('#p1s1 968a', '#p1s1 0000'), 'changed-words'],
])('the file %j, %j: %s', (file, content, issues) => {
  expect(issuesIn(file, { [file]: content })).toBe(issues);
});

test('a folder that is not named after a meeting', () => {
  for (const name of ['..', 'japan-us'])
    expect(issuesOf({ [`meetings/${name}/meeting.md`]: textOf('meeting.md') })[0]).toBe(
      `meetings/${name} invalid-folder-name`,
    );
});

test('line ends of Windows are no fault, and give the same record', () => {
  const withWindowsEnds = ({ path, bytes }: ContentFile): ContentFile =>
    path.endsWith('source.txt')
      ? { path, bytes }
      : { path, bytes: Buffer.from(Buffer.from(bytes).toString().replaceAll('\n', '\r\n')) };
  const { content } = loadContent(contentFiles.map(withWindowsEnds));
  expect(content).toEqual(loadContent(contentFiles).content);
});

test('symbolic links and hidden files are not read', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'briefings-'));
  onTestFinished(() => {
    rmSync(temporary, { recursive: true });
  });
  const [folder, outside] = [join(temporary, 'content'), join(temporary, 'outside')];
  mkdirSync(outside);
  cpSync('content', folder, { recursive: true });
  writeFileSync(join(outside, 'secret.md'), person);
  symlinkSync(join(outside, 'secret.md'), join(folder, 'people/secret.md'));
  symlinkSync(outside, join(folder, 'meetings/2014-01-01-a-b'));
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, '.git/config.md'), 'hidden');
  writeFileSync(join(folder, 'people/.DS_Store'), 'hidden');
  expect(readContentDir(folder)).toEqual(contentFiles);
});
