/**
 * What editors get wrong in a file, and what comes in from outside: YAML's traps, what nobody sees. Each row is a small
 * change to the real content and all its issues: `line field code`.
 */
import { describe, expect, test } from 'vitest';
import { formatReport, isError } from '../../src/domain/issues.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { changed, edited, editedBody, issuesIn, issuesOf } from '../helpers/content.ts';

const edits: Record<string, [from: string, to: string, issues: string][]> = {
  'meeting.md': [
    ['others: true', 'others: no', '14 sides.0.others invalid-field'],
    ["time: '15:45'", "time: '25:45'", '4 start.time invalid-field'],
    ["'2013-02-22'", "'2013-02-30'", '3 date invalid-field'],
    ["'2013-02-22'", '2013-02-22', '3 date invalid-field'],
    ["'2013-02-22'", "'2013-02-23'", 'date wrong-date'],
    ["'2026-11-22'", "'2013-02-21'", 'source.received wrong-date'],
    [
      "- date: '2013-01-18'",
      "- date: '2013-01-18'\n    until: '2013-01-17'",
      '34 relatedEvents.0.until invalid-field',
    ],
    ['post: Minister', 'rank: 1, post: Minister', '10 sides.0.lead.rank unknown-field'],
    ['    name: Japan\n', '', '8 sides.0.name invalid-field'],
    ['id: japan', 'id: ../japan', '8 sides.0.id invalid-field'],
    [
      'http://www.mofa.go.jp/region',
      'javascript:',
      '35 executable-content, 35 relatedEvents.0.address invalid-field',
    ],
    ['source:\n', '  - { number: 4, title: More }\nsource:\n', 'sections.3 empty-section'],
    ['name: Shinzo Abe', 'name: Shinzo Ape', 'mentioned.0 not-a-quotation'],
    ['name: Nuland', 'name: Newland', 'sides.1.attended.1.name not-a-quotation'],
  ],
  '1-1-invitation-to-visit-japan.md': [
    ['by: [japan]', 'by: [france]', 'statements.0.by unknown-side'],
    [
      'Kerry to visit Japan\n',
      'Kerry to visit Japan. In response\n',
      'statements.0.quote quotation-across-sentences, statements sentence-without-statement',
    ],
  ],
  '1-2-security.md': [
    ['title:', 'titel: x\ntitle:', '2 titel unknown-field'],
    ['title:', 'title: x\ntitle:', '3 invalid-yaml'],
    ['title: Security', 'title: "Security', '30 invalid-yaml'],
    ['title: Security', "label: ''", 'label invalid-field'],
    ['title: Security', 'title: \uFEFFSecurity', '2 invisible-character'],
    ['title: Security', 'title: Secu\u0007rity', '2 invisible-character'],
    ['leadQuote: would', 'leadQuote: might', 'leadQuote not-a-quotation'],
    ['quote: requested cooperation', 'quote: requested help', 'statements.3.quote not-a-quotation'],
    [
      'quote: requested cooperation',
      'quote: stated that it was important\n  - { by: [japan], verb: requested, quote: requested cooperation }\n  #',
      'statements.3.quote not-a-quotation, statements.3.quote overlapping-quotations',
    ],
  ],
  '1-4-youth-exchanges.md': [
    ['title: Youth Exchanges\n', '', 'title missing-item-title, source-differs'],
    ["number: '5,000'", "number: '6,000'", 'figures.0.number not-a-quotation'],
    ['of: [japan]', 'of: [france]', 'figures.0.of unknown-side'],
  ],
  '2-2-north-korea.md': [
    [
      'quote: requested continued cooperation',
      'quote: stated that',
      'statements.7.quote not-a-quotation, statements.7.quote ambiguous-quotation',
    ],
  ],
  'source.txt': [
    ['Secretary', 'Secret\u200Bary', '7 invisible-character'],
    ['Security', '<b>Security</b>', '14 executable-content'],
  ],
};
describe.each(Object.entries(edits))('%s', (file, rows) => {
  test.each(rows)('%j → %j: %s', (from, to, issues) => {
    expect(issuesIn(file, edited(file, from, to))).toBe(issues);
  });
});

test.each([
  ['U\u202Epon', '32 invisible-character'],
  ['U&#x202E;pon', '32 invisible-character'],
  ['Regard\u00ADing', '32 invisible-character'],
  ['Upon\u2028', '32 invisible-character'],
  ['<b>Upon</b>', '32 disallowed-markdown, 32 disallowed-markdown'],
  ['[Upon](javascript:alert(1))', '32 disallowed-markdown'],
  ['[Upon](https://example.org)', '32 disallowed-markdown'],
  ['![Upon](a.png)', '32 disallowed-markdown'],
  ['*Upon*', '32 disallowed-markdown'],
  ['# Upon', '32 disallowed-markdown, leadQuote not-a-quotation, statements.0.quote not-a-quotation'],
])('in a body, %j: %s', (by, issues) => {
  expect(issuesIn('1-2-security.md', editedBody('1-2-security.md', 'Upon', by))).toBe(issues);
});

test.each([
  ['- Someone', 'invalid-field'],
  ['name: 1.10\nforms: [A]', '2 name invalid-field'],
  ['name:\nforms: [A]', '2 name invalid-field'],
  ['name: "A\\nb"\nforms: [A]', '2 name invalid-field'],
  ['name: A\nforms: A', '3 forms invalid-field'],
  ['name: A\nforms: []', '3 forms invalid-field'],
  ['name: A\nforms: [A]\n__proto__: { name: x }', '4 __proto__ unknown-field'],
  ['name: A\nforms: [A]\nnote: Press: Secretary', '4 invalid-yaml'],
  ['name: A\nforms: [A]\nname: A', '4 invalid-yaml'],
  ['name: A\nforms: [A]\n...\nname: x', '5 invalid-yaml'],
  ['name: A\nforms:\n\t- A', '4 invalid-yaml'],
  ['name: &name A\nforms: [*name]', '3 invalid-yaml'],
  // Aliases of aliases would grow without end.
  ['a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', '3 invalid-yaml, 4 invalid-yaml'],
  ['name: !person A\nforms: [A]', '2 invalid-yaml'],
  ['name: "A\\u202Eb"\nforms: [A]', '2 invisible-character'],
  ['name: "A\\uD800b"\nforms: [A]', '2 invisible-character'],
  ['name: A\nforms: [A]\nnote: A\u200Fb', '4 invisible-character'],
  ['name: <img src=x onerror=alert(1)>\nforms: [A]', '2 executable-content'],
])('in the front matter of a person, %j', (frontMatter, issues) => {
  expect(issuesIn('people/new.md', { 'people/new.md': `---\n${frontMatter}\n---\n` })).toBe(issues);
});

test.each([
  ['forms: [Thing, Diet]', 'forms.1 duplicate-form'],
  ['forms: [Thing]\nmeetings: [2013-01-01-nowhere]', 'meetings.0 unknown-meeting'],
  ['forms: [Thing]\nmeetings: [../2013]', '5 meetings.0 invalid-field'],
  ['forms: [Thing]\nabbreviation: T', 'abbreviation not-a-quotation'],
  ...['//a.example', String.raw`https://a.example\@b.example/`, 'https://a.example:b@c.example/'].map(
    (url) => [
      `forms: [Thing]\nsource: { address: '${url}', language: en }`,
      '5 source.address invalid-field',
    ],
  ),
  [
    "forms: [Thing]\nsource: { address: 'data:text/html,x', language: en }",
    '5 executable-content, 5 source.address invalid-field',
  ],
])('in the front matter of a term, %j', (fields, issues) => {
  const file = `---\nname: Thing\nkind: subject\n${fields}\n---\n`;
  expect(issuesIn('terms/new.md', { 'terms/new.md': file })).toBe(issues);
});

test('a side that is there twice', () => {
  const issues = issuesOf(edited('meeting.md', 'id: united-states', 'id: japan'));
  expect(issues).toContain('…/meeting.md sides.1.id duplicate-side');
});

/** Where redirects lead; the terms that they lead on from are gone, unless they are `mali`. */
test.each([
  [['gctf → /terms/none/'], '/terms/gctf/ invalid-redirect'],
  [['gctf → /terms/gctf/'], '/terms/gctf/ invalid-redirect'],
  [['gctf → /terms/afisma/', 'afisma → /terms/mali/'], '/terms/gctf/ invalid-redirect'],
  [['mali → /terms/syria/'], '/terms/mali/ invalid-redirect'],
  [['gctf → /terms/mali/', 'gctf → /terms/syria/'], '2 invalid-yaml'],
  [['gctf → //example.org/'], '1 /terms/gctf/ invalid-field'],
  [['gctf → https://example.org/'], '1 /terms/gctf/ invalid-field'],
])('redirects %j: %s', (redirects, issues) => {
  const lines = redirects.map((line) => `/terms/${line.replace(' → ', '/: ')}\n`);
  const gone = redirects.map((line) => line.split(' ')[0] ?? '').filter((name) => name !== 'mali');
  const files = Object.fromEntries(gone.map((name) => [`terms/${name}.md`, null]));
  const file = { '/redirects.yaml': lines.join('') };
  expect(issuesIn('redirects.yaml', { ...files, ...file })).toBe(issues);
});

test('issues of several files are reported at once', () => {
  const issues = issuesOf({
    ...edited('1-2-security.md', 'title:', 'titel: x\ntitle:'),
    ...editedBody('2-2-north-korea.md', 'Foreign', '# Foreign'),
    ...edited('meeting.md', "'2013-02-22'", "'2013-02-30'"),
  });
  expect(issues).toEqual([
    '…/meeting.md:3 date invalid-field',
    '…/1-2-security.md:2 titel unknown-field',
    expect.stringMatching(/^…\/2-2-north-korea\.md:\d+ disallowed-markdown$/u),
  ]);
});

test('a gap in the numbers only warns: ministries leave gaps', () => {
  expect(issuesOf({ '1-4-youth-exchanges.md': null })).toEqual([
    '…/1-5-child-custody.md item-number-gap',
    // The text that is missing is another matter.
    '…/1-5-child-custody.md source-differs',
  ]);
});

test('what is not filled in yet only warns, field by field, and is left out of the meeting', () => {
  const { 'meeting.md': empty = '' } = edited('meeting.md', 'place: Washington, D.C.', 'place:');
  const text = empty.replace(/^ {2}licence: .*\n/mu, '').replace('Ministry of Foreign Affairs of Japan', '');
  expect(issuesOf({ 'meeting.md': text })).toEqual([
    '…/meeting.md place missing-recommended-field',
    '…/meeting.md source.publisher missing-recommended-field',
    '…/meeting.md source.licence missing-recommended-field',
  ]);
  const [meeting] = loadContent(changed({ 'meeting.md': text })).content.meetings;
  const { place, source } = meeting ?? {};
  expect([place, source?.publisher, source?.licence]).toEqual([undefined, undefined, undefined]);
  expect(source).toBeDefined();
});

test('a report has a line for each issue: for a terminal, as annotations of a workflow, as JSON', () => {
  const issue = {
    code: 'invalid-yaml',
    file: 'people/a.md',
    line: 2,
    field: 'name',
    message: 'is 100% \u200Bwrong',
  } as const;
  expect(formatReport([issue], 'text', 'content')).toBe('people/a.md:2 name: is 100% [U+200B]wrong');
  expect(formatReport([issue], 'github', 'content')).toBe(
    '::error file=content/people/a.md,line=2,title=invalid-yaml::people/a.md:2 name: is 100%25 [U+200B]wrong',
  );
  expect(JSON.parse(formatReport([issue], 'json', 'content'))).toEqual([issue]);
});

test('words in angle brackets that are no tag are words, in a source too', () => {
  const files = {
    ...editedBody('1-2-security.md', 'Summit Meeting,', 'Summit Meeting \\<Reference>,'),
    ...edited('source.txt', 'Summit Meeting,', 'Summit Meeting <Reference>,'),
    'permalinks.txt': null,
    '/permalinks.txt': null,
  };
  expect(loadContent(changed(files)).issues.filter(isError)).toEqual([]);
});
