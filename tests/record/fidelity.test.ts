import { expect, test } from 'vitest';
import { faultLine } from '../../src/record/faults.ts';
import { fidelityFault, printedLines } from '../../src/record/fidelity.ts';
import { edited, editedBody, faultsOf, textOf, theMeeting } from '../content.ts';

const meeting = theMeeting();

test('the content is the published text, line by line', () => {
  const published = meeting.published.split('\n').map((line) => line.trimEnd());
  expect(
    printedLines(meeting).map(({ parts }) =>
      parts
        .map(({ text }) => text)
        .join(' ')
        .trimEnd(),
    ),
  ).toEqual(published.filter((line) => line !== ''));
});

test('one changed character anywhere is found, and the place is named', () => {
  const { published } = meeting;
  for (let at = 0; at < published.length; at += 1) {
    // Blank lines and spaces at line ends are the only thing that may differ.
    if (/\s/u.test(published[at] ?? '') && /^\s*(?:\n|$)/u.test(published.slice(at))) continue;
    if (
      /\s/u.test(published[at] ?? '') &&
      /(?:^|\n)\s*$/u.test(published.slice(0, at)) &&
      published[at] === '\n'
    )
      continue;
    const altered = { ...meeting, published: `${published.slice(0, at)}§${published.slice(at + 1)}` };
    const line = published.slice(0, at).split('\n').length;
    const fault = fidelityFault(altered);
    expect(fault, `character ${String(at)}`).toBeDefined();
    expect(fault && faultLine(fault)).toMatch(new RegExp(`source\\.txt:${String(line)}\\b`));
  }
});

test('a lost character is found', () => {
  const { published } = meeting;
  for (const [index, sign] of Array.from(published).entries()) {
    if (/\s/u.test(sign)) continue;
    const altered = { ...meeting, published: published.slice(0, index) + published.slice(index + 1) };
    expect(fidelityFault(altered), `character ${String(index)}`).toBeDefined();
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
    /source\.txt:\d+: stands in no content file: “Back to Index”/,
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
  const lines = faultsOf(files).map(faultLine);
  // A reader sees the same after Markdown, so an escaped sign is no fault.
  if (name.startsWith('Markdown')) expect(lines).toEqual([]);
  else {
    expect(lines[0]).toMatch(message);
    // What the editors quote may no longer be found in an altered text; that comes last.
    for (const line of lines.slice(1)) expect(line).toMatch(/ (?:statements|figures|mentioned)[.\d\w]*: /);
  }
});
