/**
 * What editors get wrong, and what comes in from outside: other encodings, YAML's traps, names that are paths, files that are none, what nobody
 * sees, redirects. Each row is a small change to the real content and all its issues: `file:line field code`.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContentDir } from '../../src/loaders/read-content-dir.ts';
import { formatIssue, formatReport, isError } from '../../src/domain/issues.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import {
  changed,
  contentFiles,
  issuesOf,
  edited,
  editedBody,
  meetingId,
  textOf,
} from '../helpers/content.ts';

const latin1 = Uint8Array.from([...Buffer.from('---\ntitle: Security\n---\n\nKerry'), 0x92]);
const item = '---\ntitle: Title\n---\n\nWords.\n';

type Files = Parameters<typeof changed>[0];

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const home = `/meetings/${meetingId}/`;
const security = textOf('1-2-security.md');
const source = textOf('source.txt');
const person = '---\nname: Someone\nforms: [Someone]\n---\n';
const term = (fields: string): string => `---\nname: Thing\nkind: subject\nforms: [Thing]\n${fields}---\n`;
const bytes = (text: string, encoding: BufferEncoding): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));
const redirects = (...rows: [from: string, to: string][]): Files => ({
  '/redirects.yaml': `redirects:\n${rows.map(([from, to]) => `  - { from: ${from}, to: ${to} }\n`).join('')}`,
});
/** Two terms fewer, of which the lists know. */
const without: Files = { 'terms/gctf.md': null, 'terms/afisma.md': null };

const rows: [string, Files, string[]][] = [
  // Encodings and line ends
  [
    'UTF-16, little end first',
    { '1-2-security.md': bytes(`\uFEFF${security}`, 'utf16le') },
    ['…/1-2-security.md:1 wrong-encoding'],
  ],
  [
    'UTF-16, big end first',
    { '1-2-security.md': new Uint8Array(Buffer.from(`\uFEFF${security}`, 'utf16le').swap16()) },
    ['…/1-2-security.md:1 wrong-encoding'],
  ],
  [
    'UTF-16 without a mark',
    { 'people/yokoi.md': bytes('---\nname: Yokoi\n---\n', 'utf16le') },
    ['people/yokoi.md:1 wrong-encoding'],
  ],
  [
    'Latin-1',
    { '1-2-security.md': bytes('---\ntitle: S\xe9curit\xe9\n---\n\nWords.\n', 'latin1') },
    ['…/1-2-security.md:2 wrong-encoding'],
  ],
  [
    'a source in Windows-1252',
    { 'source.txt': bytes(source.replaceAll('’', '\x92'), 'latin1') },
    ['…/source.txt:3 wrong-encoding'],
  ],
  [
    'UTF-8 cut in the middle of a character',
    { 'people/yokoi.md': bytes(`${person}é`, 'utf8').subarray(0, -1) },
    ['people/yokoi.md:5 wrong-encoding'],
  ],
  [
    'a byte-order mark before a source',
    { 'source.txt': `\uFEFF${source}` },
    ['…/source.txt:1 wrong-encoding'],
  ],
  [
    'a byte-order mark within a file',
    edited('1-2-security.md', 'title: Security', 'title: \uFEFFSecurity'),
    ['…/1-2-security.md:2 invisible-character'],
  ],
  [
    'line ends of an old Mac',
    { '1-2-security.md': security.replaceAll('\n', '\r') },
    ['…/1-2-security.md:1 line-ends'],
  ],
  [
    'one line end of an old Mac',
    edited('1-2-security.md', 'title: Security\n', 'title: Security\n# a\rb\n'),
    ['…/1-2-security.md:3 line-ends'],
  ],
  // Empty files and missing parts
  ['an empty item', { '1-2-security.md': '' }, ['…/1-2-security.md:1 no-front-matter']],
  ['an empty source', { 'source.txt': '' }, ['…/source.txt empty-text']],
  [
    'an empty meeting.md',
    { 'meeting.md': '---\n---\n' },
    ['…/meeting.md date invalid-field', '…/meeting.md source invalid-field'],
  ],
  [
    'front matter that is not closed',
    { 'people/yokoi.md': '---\nname: Yokoi\n' },
    ['people/yokoi.md:1 no-front-matter'],
  ],
  [
    'front matter after a blank line',
    { 'people/yokoi.md': `\n${person}` },
    ['people/yokoi.md:1 no-front-matter'],
  ],
  [
    'front matter that is a list',
    { 'people/yokoi.md': '---\n- Yokoi\n---\n' },
    ['people/yokoi.md invalid-field'],
  ],
  [
    'front matter that is a word',
    { 'people/yokoi.md': '---\nYokoi\n---\n' },
    ['people/yokoi.md invalid-field'],
  ],
  // YAML
  [
    'a key twice',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms: [Yokoi]\nname: Yokoi\n---\n' },
    ['people/yokoi.md:4 invalid-yaml'],
  ],
  [
    'a key twice in a value',
    edited('meeting.md', 'minutes: 70,', 'minutes: 70, minutes: 70,'),
    ['…/meeting.md:5 invalid-yaml'],
  ],
  [
    'a tab before a key',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms:\n\t- Yokoi\n---\n' },
    ['people/yokoi.md:4 invalid-yaml'],
  ],
  [
    'a number for a name',
    { 'people/yokoi.md': '---\nname: 1.10\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2 name invalid-field'],
  ],
  [
    'no, which is a word',
    edited('meeting.md', 'others: true', 'others: no'),
    ['…/meeting.md:14 sides.0.others invalid-field'],
  ],
  [
    'yes, which is a word',
    edited('meeting.md', 'approximate: true', 'approximate: yes'),
    ['…/meeting.md:5 duration.approximate invalid-field'],
  ],
  [
    'true for a name',
    { 'people/yokoi.md': '---\nname: true\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2 name invalid-field'],
  ],
  [
    'a day without quotation marks',
    edited('meeting.md', "received: '2026-11-22'", 'received: 2026-11-22'),
    ['…/meeting.md:65 source.received invalid-field'],
  ],
  [
    'nothing for a name',
    { 'people/yokoi.md': '---\nname:\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2 name invalid-field'],
  ],
  [
    'one word for a list',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms: Yokoi\n---\n' },
    ['people/yokoi.md:3 forms invalid-field'],
  ],
  [
    'an empty list',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms: []\n---\n' },
    ['people/yokoi.md:3 forms invalid-field'],
  ],
  [
    'a colon that makes a value a map',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms: [Yokoi]\nnote: Press: Secretary\n---\n' },
    ['people/yokoi.md:4 invalid-yaml'],
  ],
  [
    'an alias',
    { 'people/yokoi.md': '---\nname: &name Yokoi\nforms: [*name]\n---\n' },
    ['people/yokoi.md:3 invalid-yaml'],
  ],
  [
    'an alias of nothing',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms: [*name]\n---\n' },
    ['people/yokoi.md:3 invalid-yaml'],
  ],
  [
    'aliases of aliases, which would grow without end',
    { 'people/yokoi.md': '---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n---\n' },
    ['people/yokoi.md:3 invalid-yaml', 'people/yokoi.md:4 invalid-yaml', 'people/yokoi.md:5 invalid-yaml'],
  ],
  [
    'a tag',
    { 'people/yokoi.md': '---\nname: !person Yokoi\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2 invalid-yaml'],
  ],
  [
    'lists in lists in lists',
    { 'people/yokoi.md': `---\nforms: ${'['.repeat(20_000)}\n---\n` },
    ['people/yokoi.md:2 invalid-yaml'],
  ],
  [
    'a key that JavaScript knows',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms: [Yokoi]\n__proto__: { name: x }\n---\n' },
    ['people/yokoi.md:4 __proto__ unknown-field'],
  ],
  [
    'two documents',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms: [Yokoi]\n...\nname: x\n---\n' },
    ['people/yokoi.md:5 invalid-yaml'],
  ],
  [
    'a text on two lines',
    { 'people/yokoi.md': '---\nname: "Yo\\nkoi"\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2 name invalid-field'],
  ],
  // Days
  [
    'a 30th of February',
    edited('meeting.md', "received: '2026-11-22'", "received: '2026-02-30'"),
    ['…/meeting.md:65 source.received invalid-field'],
  ],
  [
    'a day in another order',
    edited('meeting.md', "received: '2026-11-22'", "received: '22.11.2026'"),
    ['…/meeting.md:65 source.received invalid-field'],
  ],
  [
    'an event that ends before it begins',
    edited('meeting.md', "- date: '2013-01-18'\n", "- date: '2013-01-18'\n    until: '2013-01-17'\n"),
    ['…/meeting.md:34 relatedEvents.0.until invalid-field'],
  ],
  [
    'a source received before the meeting',
    edited('meeting.md', "received: '2026-11-22'", "received: '2013-02-21'"),
    ['…/meeting.md source.received wrong-date'],
  ],
  [
    'a 25th hour',
    edited('meeting.md', "time: '15:45'", "time: '25:45'"),
    ['…/meeting.md:4 start.time invalid-field'],
  ],
  // Names that are paths
  ['a person in the folder above', { 'people/../x.md': person }, ['people/../x.md invalid-file-name']],
  ['a person in a folder', { 'people/a/b.md': person }, ['people/a/b.md invalid-file-name']],
  ['a device of Windows', { 'people/con.md': person }, ['people/con.md invalid-file-name']],
  ['an upper-case name', { 'people/Yokoi.md': person }, ['people/Yokoi.md invalid-file-name']],
  ['a name with a percent sign', { 'people/%2e%2e.md': person }, ['people/%2e%2e.md invalid-file-name']],
  [
    'a name in which nobody sees a sign',
    { 'people/yo\u200Bkoi.md': person },
    ['people/yo[U+200B]koi.md invalid-file-name'],
  ],
  ['an item in upper case', { '4-1-More.md': security }, ['…/4-1-More.md unexpected-file']],
  ['a number with a zero in front', { '1-02-security.md': security }, ['…/1-02-security.md unexpected-file']],
  [
    'a file in a folder of a meeting',
    { [`meetings/${meetingId}/notes/a.md`]: security },
    ['…/notes/a.md unexpected-file'],
  ],
  [
    'a meeting that is the folder above',
    { 'meetings/../meeting.md': textOf('meeting.md'), 'meetings/../source.txt': source },
    [
      'meetings/.. invalid-folder-name',
      'meetings/../meeting.md sections.0 empty-section',
      'meetings/../meeting.md sections.1 empty-section',
      'meetings/../meeting.md sections.2 empty-section',
    ],
  ],
  ['a meeting that is a file', { 'meetings/2013.md': security }, ['meetings/2013.md unexpected-file']],
  ['a register that is a file', { '/people': person }, ['people unexpected-file']],
  [
    'a side whose id is a path',
    edited('meeting.md', 'id: japan', 'id: ../japan'),
    ['…/meeting.md:8 sides.0.id invalid-field'],
  ],
  [
    'an entry of a meeting that is a path',
    { 'terms/thing.md': term('meetings: [../2013]\n') },
    ['terms/thing.md:5 meetings.0 invalid-field'],
  ],
  // Sides and quotations
  [
    'a statement by no side',
    edited('1-1-invitation-to-visit-japan.md', 'by: [japan]', 'by: [france]'),
    ['…/1-1-invitation-to-visit-japan.md statements.0.by unknown-side'],
  ],
  [
    'a statement by nobody',
    edited('1-1-invitation-to-visit-japan.md', 'by: [japan]', 'by: []'),
    ['…/1-1-invitation-to-visit-japan.md:5 statements.0.by invalid-field'],
  ],
  [
    'a quotation that does not stand',
    edited(
      '1-1-invitation-to-visit-japan.md',
      'quote: extended an invitation',
      'quote: extended the invitation',
    ),
    [
      '…/1-1-invitation-to-visit-japan.md statements.0.quote not-a-quotation',
      '…/1-1-invitation-to-visit-japan.md statements.0.quote not-a-quotation',
      '…/1-1-invitation-to-visit-japan.md statements sentence-without-statement',
    ],
  ],
  [
    'a quotation that stands twice',
    edited(
      '1-5-child-custody.md',
      /quote: (.*)/u.exec(textOf('1-5-child-custody.md'))?.[1] ?? '',
      'explained that',
    ),
    [
      '…/1-5-child-custody.md statements.0.quote ambiguous-quotation',
      '…/1-5-child-custody.md statements sentence-without-statement',
    ],
  ],
  // What nobody sees, and what a browser could run
  [
    'a word turned round',
    editedBody('1-2-security.md', 'Upon', 'U\u202Epon'),
    ['…/1-2-security.md:32 invisible-character'],
  ],
  [
    'a mark of direction in a note',
    { 'people/yokoi.md': person.replace('forms', 'note: A\u200Fb\nforms') },
    ['people/yokoi.md:3 invisible-character'],
  ],
  [
    'a space without width in a source',
    { 'source.txt': source.replace('Secretary', 'Secret\u200Bary') },
    ['…/source.txt:7 invisible-character'],
  ],
  [
    'a soft hyphen',
    editedBody('1-2-security.md', 'Regarding', 'Regard\u00ADing'),
    ['…/1-2-security.md:34 invisible-character'],
  ],
  [
    'a letter of the tag alphabet',
    { '/thesaurus.yaml': `stopWords: [[a\u{E0041}]]\n` },
    ['thesaurus.yaml:1 invisible-character'],
  ],
  [
    'a control character',
    edited('1-2-security.md', 'title: Security', 'title: Secu\u0007rity'),
    ['…/1-2-security.md:2 invisible-character'],
  ],
  [
    'a sign by its number in YAML',
    { 'people/yokoi.md': '---\nname: "Yo\\u202Ekoi"\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2 invisible-character'],
  ],
  [
    'half a character in YAML',
    { 'people/yokoi.md': '---\nname: "Yo\\uD800koi"\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2 invisible-character'],
  ],
  [
    'two lines in one',
    editedBody('1-2-security.md', 'Upon', 'Upon\u2028'),
    ['…/1-2-security.md:32 invisible-character'],
  ],
  [
    'a sign by its number in Markdown',
    editedBody('1-2-security.md', 'Upon', 'U&#x202E;pon'),
    ['…/1-2-security.md:32 invisible-character'],
  ],
  [
    'HTML in a body',
    editedBody('1-2-security.md', 'both ministers', 'both <script>ministers'),
    ['…/1-2-security.md:32 disallowed-markdown'],
  ],
  [
    'HTML in a name',
    { 'people/yokoi.md': '---\nname: <img src=x onerror=alert(1)>\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2 executable-content'],
  ],
  [
    'HTML in a source',
    { 'source.txt': source.replace('Security', '<b>Security</b>') },
    ['…/source.txt:14 executable-content'],
  ],
  [
    'a link to a program',
    editedBody('1-2-security.md', 'Upon', '[Upon](javascript:alert(1))'),
    ['…/1-2-security.md:32 disallowed-markdown'],
  ],
  [
    'a link to a program in angle brackets',
    editedBody('1-2-security.md', 'Upon', '<javascript:alert(1)> Upon'),
    ['…/1-2-security.md:32 disallowed-markdown'],
  ],
  [
    'a source that is a program',
    edited(
      'meeting.md',
      /address: (http:\/\/www.mofa.go.jp\/region\/n-america\/us\/meeting.*)/u.exec(
        textOf('meeting.md'),
      )?.[1] ?? '',
      'javascript:alert(1)',
    ),
    ['…/meeting.md:63 executable-content', '…/meeting.md:63 source.address invalid-field'],
  ],
  [
    'a page that is a program',
    { 'terms/thing.md': term("source: { address: 'data:text/html,x', language: en }\n") },
    ['terms/thing.md:5 executable-content', 'terms/thing.md:5 source.address invalid-field'],
  ],
  ...[String.raw`https://a.example\@b.example/`, 'https://a.example:b@c.example/', 'https://a.example/"'].map(
    (address): [string, Files, string[]] => [
      `an address that reads like another, ${address}`,
      { 'terms/thing.md': term(`source: { address: '${address}', language: en }\n`) },
      ['terms/thing.md:5 source.address invalid-field'],
    ],
  ),
  // Lists and redirects
  [
    'a list that was edited',
    { 'permalinks.txt': `${textOf('permalinks.txt')}p1 from memory\n` },
    ['…/permalinks.txt:173 invalid-permalinks-line'],
  ],
  [
    'a list with marks of a conflict',
    { 'permalinks.txt': `<<<<<<< HEAD\n${textOf('permalinks.txt')}` },
    ['…/permalinks.txt:1 invalid-permalinks-line'],
  ],
  [
    'a fragment twice',
    { 'permalinks.txt': textOf('permalinks.txt').replace('#p1s1 ', '#p1 ') },
    ['…/permalinks.txt:12 duplicate-permalink'],
  ],
  [
    'a redirect to nowhere',
    { ...without, ...redirects(['/terms/gctf/', '/terms/none/'], ['/terms/afisma/', '/terms/mali/']) },
    ['redirects.yaml redirects.0.to invalid-redirect'],
  ],
  [
    'redirects in a circle',
    { ...without, ...redirects(['/terms/gctf/', '/terms/afisma/'], ['/terms/afisma/', '/terms/gctf/']) },
    ['redirects.yaml redirects.0.to invalid-redirect', 'redirects.yaml redirects.1.to invalid-redirect'],
  ],
  [
    'a redirect to itself',
    { 'terms/gctf.md': null, ...redirects(['/terms/gctf/', '/terms/gctf/']) },
    ['redirects.yaml redirects.0.to invalid-redirect'],
  ],
  [
    'a redirect to a redirect',
    { ...without, ...redirects(['/terms/gctf/', '/terms/afisma/'], ['/terms/afisma/', '/terms/mali/']) },
    ['redirects.yaml redirects.0.to invalid-redirect'],
  ],
  [
    'a redirect of what is there',
    redirects(['/terms/gctf/', '/terms/mali/']),
    ['redirects.yaml redirects.0.from invalid-redirect'],
  ],
  [
    'a redirect of what never was',
    redirects(['/terms/g8/', '/terms/mali/']),
    ['redirects.yaml redirects.0.from invalid-redirect'],
  ],
  [
    'a redirect from a page to a fragment',
    { 'terms/gctf.md': null, ...redirects(['/terms/gctf/', `${home}3-4/#p1`]) },
    ['redirects.yaml redirects.0.to invalid-redirect'],
  ],
  [
    'two redirects of one address',
    {
      'terms/gctf.md': null,
      ...redirects(['/terms/gctf/', '/terms/mali/'], ['/terms/gctf/', '/terms/syria/']),
    },
    ['redirects.yaml redirects.1.from invalid-redirect'],
  ],
  [
    'a redirect to another site',
    { 'terms/gctf.md': null, ...redirects(['/terms/gctf/', '//example.org/']) },
    ['redirects.yaml:2 redirects.0.to invalid-field'],
  ],
  [
    'a redirect that says both',
    {
      'terms/gctf.md': null,
      '/redirects.yaml': 'redirects: [{ from: /terms/gctf/, to: /terms/, instead: /terms/ }]\n',
    },
    ['redirects.yaml redirects.0 invalid-redirect'],
  ],
  // What editors get wrong
  [
    'an unknown key',
    edited('1-2-security.md', 'title:', 'titel: x\ntitle:'),
    ['…/1-2-security.md:2 titel unknown-field'],
  ],
  [
    'an unknown key in a list',
    edited('meeting.md', 'post: Minister', 'rank: 1, post: Minister'),
    ['…/meeting.md:10 sides.0.lead.rank unknown-field'],
  ],
  [
    'a missing field',
    edited('meeting.md', '    name: Japan\n', ''),
    ['…/meeting.md:8 sides.0.name invalid-field'],
  ],
  [
    'a wrong kind of value',
    edited('meeting.md', 'minutes: 70', 'minutes: long'),
    ['…/meeting.md:5 duration.minutes invalid-field'],
  ],
  [
    'one side alone',
    edited(
      'meeting.md',
      /sides:\n[\s\S]*?(?=mentioned:)/u.exec(textOf('meeting.md'))?.[0] ?? '',
      'sides:\n  - { id: japan, name: Japan, lead: { name: Fumio Kishida, post: Minister for Foreign Affairs } }\n',
    ),
    ['…/meeting.md:7 sides invalid-field'],
  ],
  [
    'an address that is to be filled in and is none',
    edited('meeting.md', 'http://www.mofa.go.jp/region/n-america/us/meeting1302_fm.html', 'soon'),
    ['…/meeting.md:63 source.address invalid-field'],
  ],
  ['two files for one item', { '1-2-safety.md': item }, ['…/1-2-security.md duplicate-item']],
  ['a number without its section', { 'security.md': item }, ['…/security.md unexpected-file']],
  ['a section that meeting.md does not name', { '4-1-more.md': item }, ['…/4-1-more.md unknown-section']],
  [
    'a section without items',
    edited('meeting.md', 'source:\n', '  - { number: 4, title: More }\nsource:\n'),
    ['…/meeting.md sections.3 empty-section'],
  ],
  [
    'a date that does not exist',
    edited('meeting.md', "'2013-02-22'", "'2013-02-30'"),
    ['…/meeting.md:3 date invalid-field'],
  ],
  [
    'a date without quotation marks',
    edited('meeting.md', "'2013-02-22'", '2013-02-22'),
    ['…/meeting.md:3 date invalid-field'],
  ],
  [
    'a date that is not the folder’s',
    edited('meeting.md', "'2013-02-22'", "'2013-02-23'"),
    ['…/meeting.md date wrong-date'],
  ],
  ['an empty body', { '1-2-security.md': '---\ntitle: Security\n---\n' }, ['…/1-2-security.md:4 empty-text']],
  ['no front matter', { '1-2-security.md': 'Words.' }, ['…/1-2-security.md:1 no-front-matter']],
  [
    'front matter that is not YAML',
    edited('1-2-security.md', 'title: Security', 'title: "Security'),
    ['…/1-2-security.md:30 invalid-yaml'],
  ],
  [
    'a key twice',
    edited('1-2-security.md', 'title:', 'title: x\ntitle:'),
    ['…/1-2-security.md:3 invalid-yaml'],
  ],
  ['a file that is not UTF-8', { '1-2-security.md': latin1 }, ['…/1-2-security.md:5 wrong-encoding']],
  [
    'a byte-order mark',
    { '1-2-security.md': `\uFEFF${textOf('1-2-security.md')}` },
    ['…/1-2-security.md:1 wrong-encoding'],
  ],
  [
    'raw HTML',
    editedBody('1-2-security.md', 'Upon the', 'Upon <b>the</b>'),
    ['…/1-2-security.md:32 disallowed-markdown', '…/1-2-security.md:32 disallowed-markdown'],
  ],
  [
    'a heading',
    editedBody('1-2-security.md', 'Upon the', '# Upon the'),
    [
      '…/1-2-security.md:32 disallowed-markdown',
      '…/1-2-security.md leadQuote not-a-quotation',
      '…/1-2-security.md statements.0.quote not-a-quotation',
    ],
  ],
  [
    'an image',
    editedBody('1-2-security.md', 'Upon the', '![Upon](a.png) the'),
    ['…/1-2-security.md:32 disallowed-markdown'],
  ],
  [
    'a link',
    editedBody('1-2-security.md', 'Upon the', '[Upon](https://example.org) the'),
    ['…/1-2-security.md:32 disallowed-markdown'],
  ],
  [
    'emphasis',
    editedBody('1-2-security.md', 'Upon the', 'Upon *the*'),
    ['…/1-2-security.md:32 disallowed-markdown'],
  ],
  [
    'a second paragraph with HTML',
    editedBody('1-2-security.md', 'Futenma', '<i>Futenma</i>'),
    ['…/1-2-security.md:34 disallowed-markdown', '…/1-2-security.md:34 disallowed-markdown'],
  ],
  ['a missing source', { 'source.txt': null }, ['…/source.txt missing-file']],
  ['a missing meeting.md', { 'meeting.md': null }, ['…/meeting.md missing-file']],
  [
    'a quotation that the body does not have',
    edited('1-2-security.md', 'quote: requested cooperation', 'quote: requested help'),
    ['…/1-2-security.md statements.3.quote not-a-quotation'],
  ],
  [
    'a quotation that the body has twice',
    edited('2-2-north-korea.md', 'quote: requested continued cooperation', 'quote: stated that'),
    [
      '…/2-2-north-korea.md statements.7.quote not-a-quotation',
      '…/2-2-north-korea.md statements.7.quote ambiguous-quotation',
    ],
  ],
  [
    'quotations that overlap',
    edited(
      '1-2-security.md',
      'quote: requested cooperation',
      'quote: stated that it was important to develop\n  - by: [japan]\n    verb: requested\n    quote: requested cooperation',
    ),
    [
      '…/1-2-security.md statements.3.quote not-a-quotation',
      '…/1-2-security.md statements.3.quote overlapping-quotations',
    ],
  ],
  [
    'a sentence that no statement covers',
    edited(
      '3-4-counterterrorism-cooperation.md',
      '  - by: [japan, united-states]\n    verb: agreed\n    quote: agreed to keep contact on this issue\n',
      '',
    ),
    ['…/3-4-counterterrorism-cooperation.md statements sentence-without-statement'],
  ],
  [
    'a statement by no side of the meeting',
    edited('1-2-security.md', 'by: [japan]', 'by: [france]'),
    ['…/1-2-security.md statements.2.by unknown-side'],
  ],
  [
    'a quotation that does not start with its verb',
    edited('1-2-security.md', 'verb: requested', 'verb: asked'),
    ['…/1-2-security.md statements.3.quote not-a-quotation'],
  ],
  [
    'a quotation across the end of a sentence',
    edited(
      '1-1-invitation-to-visit-japan.md',
      'quote: extended an invitation for Secretary Kerry to visit Japan',
      'quote: extended an invitation for Secretary Kerry to visit Japan. In response',
    ),
    [
      '…/1-1-invitation-to-visit-japan.md statements.0.quote quotation-across-sentences',
      '…/1-1-invitation-to-visit-japan.md statements sentence-without-statement',
    ],
  ],
  [
    'a figure whose number is not in its quotation',
    edited('1-4-youth-exchanges.md', "number: '5,000'", "number: '6,000'"),
    ['…/1-4-youth-exchanges.md figures.0.number not-a-quotation'],
  ],
  [
    'a figure of no side',
    edited('1-4-youth-exchanges.md', 'of: [japan]', 'of: [france]'),
    ['…/1-4-youth-exchanges.md figures.0.of unknown-side'],
  ],
  [
    'somebody mentioned whom no item names',
    edited('meeting.md', 'name: Shinzo Abe', 'name: Shinzo Ape'),
    ['…/meeting.md mentioned.0 not-a-quotation'],
  ],
  [
    'a follow-up without its page',
    edited(
      '1-1-invitation-to-visit-japan.md',
      '    address: https://2009-2017.state.gov/secretary/remarks/2013/04/207483.htm\n',
      '',
    ),
    ['…/1-1-invitation-to-visit-japan.md:12 followUp.0.address invalid-field'],
  ],
  [
    'a form that two entries have',
    { 'terms/sanctions.md': '---\nname: Sanctions\nkind: subject\nforms: [Sanctions, Diet]\n---\n' },
    ['terms/sanctions.md forms.1 duplicate-form'],
  ],
  [
    'an entry of a meeting that is none',
    { 'terms/g8.md': '---\nname: G8\nkind: body\nforms: [G8]\nmeetings: [2013-01-01-nowhere]\n---\n' },
    ['terms/g8.md meetings.0 unknown-meeting'],
  ],
  [
    'an abbreviation that is no form',
    {
      'terms/g8.md':
        '---\nname: Group of Eight\nkind: body\nforms: [Group of Eight]\nabbreviation: G8\n---\n',
    },
    ['terms/g8.md abbreviation not-a-quotation'],
  ],
  [
    'an entry with a text',
    { 'people/someone.md': '---\nname: Someone\nforms: [Someone]\n---\n\nA minister.\n' },
    ['people/someone.md:5 unexpected-text'],
  ],
  [
    'an entry whose name is no address',
    { 'people/Some One.md': '---\nname: Someone\nforms: [Someone]\n---\n' },
    ['people/Some One.md invalid-file-name'],
  ],
  ['a file that belongs nowhere', { 'notes/a.md': item }, ['notes/a.md unexpected-file']],
  [
    'a folder without a date',
    { 'meetings/japan-us/meeting.md': textOf('meeting.md') },
    ['meetings/japan-us invalid-folder-name', 'meetings/japan-us/source.txt missing-file'],
  ],
  [
    'a side twice',
    edited('meeting.md', 'id: united-states', 'id: japan'),
    [
      '…/meeting.md sides.1.id duplicate-side',
      '…/1-1-invitation-to-visit-japan.md statements.1.by unknown-side',
      '…/1-2-security.md statements.0.by unknown-side',
      '…/1-2-security.md statements.1.by unknown-side',
      '…/1-3-space-and-cyber-cooperation.md statements.1.by unknown-side',
      '…/1-3-space-and-cyber-cooperation.md statements.2.by unknown-side',
      '…/1-3-space-and-cyber-cooperation.md statements.4.by unknown-side',
      '…/1-4-youth-exchanges.md statements.2.by unknown-side',
      '…/1-5-child-custody.md statements.2.by unknown-side',
      '…/2-1-japan-china-relations.md statements.3.by unknown-side',
      '…/2-1-japan-china-relations.md statements.4.by unknown-side',
      '…/2-2-north-korea.md statements.4.by unknown-side',
      '…/3-1-middle-east-peace-process.md statements.0.by unknown-side',
      '…/3-1-middle-east-peace-process.md statements.1.by unknown-side',
      '…/3-3-situation-in-mali.md statements.0.by unknown-side',
      '…/3-4-counterterrorism-cooperation.md statements.1.by unknown-side',
      '…/meeting.md figures.0.of unknown-side',
    ],
  ],
  [
    'a name that the summary does not give',
    edited('meeting.md', 'name: Nuland', 'name: Newland'),
    ['…/meeting.md sides.1.attended.1.name not-a-quotation'],
  ],
  [
    'a leadQuote that is not the text’s',
    edited('1-2-security.md', 'leadQuote: would', 'leadQuote: might'),
    ['…/1-2-security.md leadQuote not-a-quotation'],
  ],
  [
    'an address that is none',
    edited('meeting.md', 'http://www.mofa.go.jp/region/n-america/us/meeting', 'javascript:meeting'),
    ['…/meeting.md:63 executable-content', '…/meeting.md:63 source.address invalid-field'],
  ],
];

test.each(rows)('%s', (_name, files, expected) => {
  expect(issuesOf(files)).toEqual(expected);
});

test('line ends of Windows are no fault, and give the same record', () => {
  const unix = loadContent(contentFiles);
  const windows = loadContent(
    contentFiles.map(({ path, bytes }) => ({
      path,
      bytes: path.endsWith('source.txt')
        ? bytes
        : encoder.encode(decoder.decode(bytes).replaceAll('\n', '\r\n')),
    })),
  );
  expect(windows.content).toEqual(unix.content);
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
  expect(loadContent(changed({ 'meeting.md': text })).content.meetings[0]).toMatchObject({
    place: undefined,
    source: { publisher: undefined, licence: undefined },
  });
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

describe('in the folder itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefings-'));
  const outside = mkdtempSync(join(tmpdir(), 'briefings-'));
  const meeting = join('meetings', meetingId);
  const large = 'people/large.md';

  beforeAll(() => {
    cpSync('content', folder, { recursive: true });
    writeFileSync(join(outside, 'secret.md'), person);
    symlinkSync(join(outside, 'secret.md'), join(folder, 'people/secret.md'));
    symlinkSync(outside, join(folder, 'meetings/2014-01-01-a-b'));
    rmSync(join(folder, meeting, 'source.txt'));
    symlinkSync('meeting.md', join(folder, meeting, 'source.txt'));
    mkdirSync(join(folder, meeting, '4-1-folder.md'));
    writeFileSync(join(folder, large), person);
    truncateSync(join(folder, large), 3e9);
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git/config.md'), 'hidden');
    writeFileSync(join(folder, 'people/.DS_Store'), 'hidden');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
    rmSync(outside, { recursive: true });
  });

  test('links, folders in the place of files and files without end are named, and never read', () => {
    const files = readContentDir(folder);
    expect(files.filter(({ problem }) => problem !== undefined).map(({ bytes }) => bytes.length)).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expect(loadContent(files).issues.map(formatIssue)).toEqual([
      `meetings/${meetingId}/4-1-folder.md: is a folder where a file must be; take it away`,
      `meetings/${meetingId}/source.txt: is a symbolic link; put the file itself in its place`,
      'meetings/2014-01-01-a-b: is a symbolic link; put the file itself in its place',
      'people/large.md: is 3000.0 MB large; a content file is 2 MB at most',
      'people/secret.md: is a symbolic link; put the file itself in its place',
    ]);
  });
});
