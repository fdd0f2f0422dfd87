/** Every word of the source is in the content, in order, with its own punctuation: anything else is an issue. */
import { describe, expect, test } from 'vitest';
import { importSummary, toContentFile } from '../../src/importer/import-summary.ts';
import { formatIssue, isError } from '../../src/domain/issues.ts';
import { findSourceDifference, expectedSourceParts } from '../../src/domain/checks/verify-source.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { edited, editedBody, issuesOf, textOf, theMeeting } from '../helpers/content.ts';

const meeting = theMeeting();

test('the content is the published text, line by line', () => {
  const published = meeting.sourceText.split('\n').map((line) => line.trimEnd());
  const parts = expectedSourceParts(meeting).map(
    ({ text, start }) => (start === 'anywhere' ? ' ' : '\n') + text.trimEnd(),
  );
  expect(parts.join('').trimStart().split('\n')).toEqual(published.filter((line) => line !== ''));
});

test('each changed or lost character of the source is found, and the line of a changed one is named', () => {
  const { sourceText } = meeting;
  for (const { index } of sourceText.matchAll(/\S|(?<=\S) (?=\S)/gu)) {
    const issueWith = (other: string): string => {
      const altered = sourceText.slice(0, index) + other + sourceText.slice(index + 1);
      const issue = findSourceDifference({ ...meeting, sourceText: altered });
      return issue ? formatIssue(issue) : '';
    };
    const line = sourceText.slice(0, index).split('\n').length;
    expect(issueWith('§'), `character ${String(index)}`).toContain(`source.txt:${String(line)}`);
    // A number may stand without a space before its heading.
    if (sourceText[index] !== ' ') expect(issueWith(''), `character ${String(index)}`).not.toBe('');
  }
});

test.each([
  ['a lost comma', editedBody('1-2-security.md', 'Futenma,', 'Futenma'), '1-2-security.md'],
  ['another apostrophe', editedBody('3-3-situation-in-mali.md', '’', "'"), '3-3-situation-in-mali.md'],
  ['a changed title', edited('1-2-security.md', 'Security', 'Defense'), '1-2-security.md'],
  ['a changed section', edited('meeting.md', 'Global Issues', 'Global Matters'), 'meeting.md'],
  ['a changed photo label', edited('meeting.md', 'Meeting-2)', 'Meeting-3)'), 'meeting.md'],
  ['a lost closing line', edited('meeting.md', 'after:\n  - Back to Index\n', ''), 'source.txt:54'],
  ['two paragraphs made one', editedBody('1-2-security.md', '.\n\n', '.\n'), '1-2-security.md'],
  [
    'an added paragraph',
    { '2-2-north-korea.md': `${textOf('2-2-north-korea.md')}\nMore.\n` },
    '2-2-north-korea.md',
  ],
])('%s is found', (_, files, file) => {
  expect(issuesOf(files)).toContain(`…/${file} source-differs`);
});

test('Markdown that hides a character is no difference', () => {
  expect(issuesOf(editedBody('1-2-security.md', '2+2 Meeting', '2\\+2 Meeting'))).toEqual([]);
});

describe('a text that is wrapped', () => {
  const source = [
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
  const { files } = importSummary(
    { name: 'a.txt', bytes: new TextEncoder().encode(source) },
    '2013-02-22',
    '2013-02-22-a-b',
  );

  /** The errors after a change to one of the files. */
  const errors = (name: string, change: (text: string) => string): string =>
    loadContent(
      files.map((file) => {
        const text = file.name.startsWith(name) ? change(file.text) : file.text;
        return toContentFile('2013-02-22-a-b', { ...file, text });
      }),
    )
      .issues.filter(isError)
      .map(formatIssue)
      .join('\n');

  test.each([
    ['source', 'another space', '1.Relations\n(1) ', '1. \u00a0Relations\n\n  (1)\n', ''],
    ['source', 'a blank line in a paragraph', 'held a\n', 'held a\n\n', 'source.txt:2, character 74'],
    [
      'source',
      'a line break that is no wrapping',
      'as\nfollows',
      'as:\nFollows',
      'source.txt:3, character 70',
    ],
    [
      'meeting',
      'a paragraph cut where a line is wrapped',
      'held a meeting',
      'held a\n\nmeeting',
      'source.txt:2',
    ],
    ['1-1', 'two paragraphs made one', '\n\nThey', ' They', 'source.txt:9, character 17'],
    ['meeting', 'two words made one', 'the Minister', 'theMinister', 'source.txt:2, character 58'],
    ['meeting', 'one word made two', 'Minister', 'Min ister', 'source.txt:2, character 62'],
  ])('%s: %s', (name, _, from, to, place) => {
    const found = errors(name, (text) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    });
    if (place === '') expect(found).toBe('');
    else expect(found).toContain(place);
  });

  test('each changed or lost character is found', () => {
    for (const { index } of source.matchAll(/\S/gu))
      for (const other of ['§', ''])
        expect(
          errors('source', () => source.slice(0, index) + other + source.slice(index + 1)),
          `character ${String(index)}`,
        ).not.toBe('');
  });
});
