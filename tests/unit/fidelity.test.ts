import { describe, expect, test } from 'vitest';
import { importSummary, toContentFile } from '../../src/importer/import-summary.ts';
import { formatIssue, isError } from '../../src/domain/issues.ts';
import { findSourceDifference, expectedSourceLines } from '../../src/domain/checks/verify-source.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { changed, edited, editedBody, textOf, theMeeting } from '../helpers/content.ts';

const meeting = theMeeting();

test('the content is the published text, line by line', () => {
  const published = meeting.sourceText.split('\n').map((line) => line.trimEnd());
  expect(
    expectedSourceLines(meeting).map(({ parts }) =>
      parts
        .map(({ text }) => text)
        .join(' ')
        .trimEnd(),
    ),
  ).toEqual(published.filter((line) => line !== ''));
});

test('one changed character anywhere is found, and the place is named', () => {
  const { sourceText } = meeting;
  for (let at = 0; at < sourceText.length; at += 1) {
    // Blank lines and spaces at line ends are the only thing that may differ.
    if (/\s/u.test(sourceText[at] ?? '') && /^\s*(?:\n|$)/u.test(sourceText.slice(at))) continue;
    if (
      /\s/u.test(sourceText[at] ?? '') &&
      /(?:^|\n)\s*$/u.test(sourceText.slice(0, at)) &&
      sourceText[at] === '\n'
    )
      continue;
    const altered = { ...meeting, sourceText: `${sourceText.slice(0, at)}§${sourceText.slice(at + 1)}` };
    const line = sourceText.slice(0, at).split('\n').length;
    const issue = findSourceDifference(altered);
    expect(issue, `character ${String(at)}`).toBeDefined();
    expect(issue && formatIssue(issue)).toMatch(new RegExp(`source\\.txt:${String(line)}\\b`));
  }
});

test('a lost character is found', () => {
  const { sourceText } = meeting;
  for (const [index, sign] of Array.from(sourceText).entries()) {
    if (/\s/u.test(sign)) continue;
    const altered = { ...meeting, sourceText: sourceText.slice(0, index) + sourceText.slice(index + 1) };
    expect(findSourceDifference(altered), `character ${String(index)}`).toBeDefined();
  }
});

const rows: [string, Record<string, string>, RegExp][] = [
  [
    'a straight for a curly apostrophe',
    editedBody('3-3-situation-in-mali.md', 'States’ sub', "States' sub"),
    /3-3-situation-in-mali\.md: differs from .*source\.txt:\d+, character \d+: the source has ’ \(U\+2019\) in “.*”, the content has ' \(U\+0027\)/,
  ],
  [
    'a lost comma',
    editedBody('1-2-security.md', 'Futenma,', 'Futenma'),
    /1-2-security\.md: differs from .*source\.txt:16, character 66: the source has , \(U\+002C\)/,
  ],
  [
    'a changed title',
    edited('1-2-security.md', 'title: Security', 'title: Defense'),
    /1-2-security\.md: differs from .*source\.txt:14, character 5/,
  ],
  [
    'a changed section',
    edited('meeting.md', 'Global Issues', 'Global Matters'),
    /meeting\.md: differs from .*source\.txt:\d+, character 11/,
  ],
  [
    'a changed photo label',
    edited('meeting.md', 'Meeting-2)', 'Meeting-3)'),
    /meeting\.md: differs from .*source\.txt:4/,
  ],
  [
    'a lost closing line',
    edited('meeting.md', 'after:\n  - Back to Index\n', ''),
    /source\.txt:\d+: is in no content file: “Back to Index”/,
  ],
  [
    'an added paragraph',
    { '3-4-counterterrorism-cooperation.md': `${textOf('3-4-counterterrorism-cooperation.md')}\nMore.\n` },
    /3-4-counterterrorism-cooperation\.md: differs from/,
  ],
  [
    'two paragraphs made one',
    editedBody('1-2-security.md', '2+2 Meeting.\n\n', '2+2 Meeting.\n'),
    /1-2-security\.md: differs from/,
  ],
  ['Markdown that hides a sign', editedBody('1-2-security.md', '2+2 Meeting', '2\\+2 Meeting'), /^$/],
];

test.each(rows)('%s', (name, files, message) => {
  const lines = loadContent(changed(files)).issues.map(formatIssue);
  // A reader sees the same after Markdown, so an escaped sign is no fault.
  if (name.startsWith('Markdown')) expect(lines).toEqual([]);
  else {
    expect(lines[0]).toMatch(message);
    // What the editors quote may no longer be found in an altered text; that comes last.
    for (const line of lines.slice(1)) expect(line).toMatch(/ (?:statements|figures|mentioned)[.\d\w]*: /);
  }
});

describe('a text that is wrapped', () => {
  const wrapped = [
    'A-B Meeting',
    'On Friday, February 22, for approximately 70 minutes, the Minister held a',
    'meeting with the Secretary of State in the capital. The outline is as',
    'follows.',
    '',
    '1.Relations',
    '(1) Both ministers shared the view that the two sides would follow up on the',
    'matter in Asia-',
    'Pacific affairs.',
    '',
    'They parted.',
  ].join('\n');
  const files = importSummary(
    { name: 'a.txt', bytes: new TextEncoder().encode(wrapped) },
    '2013-02-22',
    '2013-02-22-a-b',
  ).files;
  /** What the record says, with a change to the text or to a file. */
  const issue = (name: string, part: string, by: string): string => {
    expect(files.find((file) => file.name.startsWith(name))?.text).toContain(part);
    const { issues } = loadContent(
      files.map((file) =>
        toContentFile(
          '2013-02-22-a-b',
          file.name.startsWith(name) ? { ...file, text: file.text.replace(part, by) } : file,
        ),
      ),
    );
    return issues.filter(isError).map(formatIssue).join('\n');
  };

  test.each([
    ['nothing is changed', 'meeting', '\n', '\n', /^$/u],
    ['the white space is another', 'source', '1.Relations\n(1) ', '1. \u00a0Relations\n\n  (1)\n', /^$/u],
    [
      'a blank line is in a paragraph',
      'source',
      'held a\n',
      'held a\n\n',
      /source\.txt:2, character 74: the source has a blank line/u,
    ],
    [
      'a line break in a paragraph is no wrapping',
      'source',
      'as\nfollows',
      'as:\nFollows',
      /source\.txt:3, character 70/u,
    ],
    [
      'a paragraph is cut where a line is wrapped',
      'meeting',
      'held a meeting',
      'held a\n\nmeeting',
      /the source has a line break .*the content has a new paragraph/u,
    ],
    [
      'two paragraphs are one',
      '1-1',
      '\n\nThey',
      ' They',
      /source\.txt:9, character 17: the source has a blank line/u,
    ],
    ['two words are one', 'meeting', 'the Minister', 'theMinister', /source\.txt:2, character 58/u],
    [
      'one word is two',
      'meeting',
      'Minister',
      'Min ister',
      /source\.txt:2, character 62: the source has i \(U\+0069\).*the content has {3}\(U\+0020\)/u,
    ],
  ])('%s', (_, name, part, by, message) => {
    expect(issue(name, part, by)).toMatch(message);
  });

  test('each changed or lost character is found, and its line is named', () => {
    for (const [at, sign] of Array.from(wrapped).entries()) {
      if (/\s/u.test(sign)) continue;
      const line = wrapped.slice(0, at).split('\n').length;
      for (const other of ['§', '']) {
        const source = { name: 'source.txt', text: wrapped.slice(0, at) + other + wrapped.slice(at + 1) };
        const own = files.map((file) => (file.name === 'source.txt' ? source : file));
        const { issues } = loadContent(own.map((file) => toContentFile('2013-02-22-a-b', file)));
        const said = issues.map(formatIssue).join('\n');
        expect(said, `character ${String(at)}`).not.toBe('');
        if (other !== '')
          expect(said, `character ${String(at)}`).toMatch(new RegExp(`source\\.txt:${String(line)}\\b`, 'u'));
      }
    }
  });
});
