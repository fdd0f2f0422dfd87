/**
 * What comes in from outside: other encodings, YAML's traps, names that are paths, files that are none, what nobody
 * sees, redirects. Each row is a small change to the real content and all that must be said of it, to the letter; the
 * meeting's own folder is written as `…`. What an editor of the record itself gets wrong is in `faults.test.ts`.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContentDir } from '../../src/loaders/read-content-dir.ts';
import { formatIssue } from '../../src/domain/issues.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { changed, contentFiles, edited, editedBody, meetingId, textOf } from '../helpers/content.ts';

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
  '/redirects.md': `---\nredirects:\n${rows.map(([from, to]) => `  - { from: ${from}, to: ${to} }\n`).join('')}---\n`,
});
/** Two terms fewer, of which the lists know. */
const without: Files = { 'terms/gctf.md': null, 'terms/afisma.md': null };

const rows: [string, Files, string[]][] = [
  // Encodings and line ends
  [
    'UTF-16, little end first',
    { '1-2-security.md': bytes(`\uFEFF${security}`, 'utf16le') },
    ['…/1-2-security.md:1: is UTF-16 LE; save it as UTF-8'],
  ],
  [
    'UTF-16, big end first',
    { '1-2-security.md': new Uint8Array(Buffer.from(`\uFEFF${security}`, 'utf16le').swap16()) },
    ['…/1-2-security.md:1: is UTF-16 BE; save it as UTF-8'],
  ],
  [
    'UTF-16 without a mark',
    { 'people/yokoi.md': bytes('---\nname: Yokoi\n---\n', 'utf16le') },
    ['people/yokoi.md:1: is no text, or UTF-16 (it holds U+0000); save it as UTF-8'],
  ],
  [
    'Latin-1',
    { '1-2-security.md': bytes('---\ntitle: S\xe9curit\xe9\n---\n\nWords.\n', 'latin1') },
    ['…/1-2-security.md:2: is not UTF-8 on this line; save the file as UTF-8'],
  ],
  [
    'a source in Windows-1252',
    { 'source.txt': bytes(source.replaceAll('’', '\x92'), 'latin1') },
    ['…/source.txt:3: is not UTF-8 on this line; save the file as UTF-8'],
  ],
  [
    'UTF-8 cut in the middle of a character',
    { 'people/yokoi.md': bytes(`${person}é`, 'utf8').subarray(0, -1) },
    ['people/yokoi.md:5: is not UTF-8 on this line; save the file as UTF-8'],
  ],
  [
    'a byte-order mark before a source',
    { 'source.txt': `\uFEFF${source}` },
    ['…/source.txt:1: starts with a byte-order mark; save it as UTF-8 without one'],
  ],
  [
    'a byte-order mark within a file',
    edited('1-2-security.md', 'title: Security', 'title: \uFEFFSecurity'),
    ['…/1-2-security.md:2: holds an invisible character (U+FEFF) after “title: ”; take it out'],
  ],
  [
    'line ends of an old Mac',
    { '1-2-security.md': security.replaceAll('\n', '\r') },
    ['…/1-2-security.md:1: has a line end of an old Mac (CR alone); save it with line ends of Unix (LF)'],
  ],
  [
    'one line end of an old Mac',
    edited('1-2-security.md', 'title: Security\n', 'title: Security\n# a\rb\n'),
    ['…/1-2-security.md:3: has a line end of an old Mac (CR alone); save it with line ends of Unix (LF)'],
  ],
  // Empty files and missing parts
  [
    'an empty item',
    { '1-2-security.md': '' },
    ['…/1-2-security.md:1: has no front matter; start it with --- and close it with ---'],
  ],
  ['an empty source', { 'source.txt': '' }, ['…/source.txt: is empty; it is the summary as published']],
  [
    'an empty meeting.md',
    { 'meeting.md': '---\n---\n' },
    [
      "…/meeting.md date: must be a date that exists, written '2013-02-22' with its quotation marks",
      '…/meeting.md source: is missing; it must be given: fields with their names',
    ],
  ],
  [
    'front matter that is not closed',
    { 'people/yokoi.md': '---\nname: Yokoi\n' },
    ['people/yokoi.md:1: has no front matter; start it with --- and close it with ---'],
  ],
  [
    'front matter after a blank line',
    { 'people/yokoi.md': `\n${person}` },
    ['people/yokoi.md:1: has no front matter; start it with --- and close it with ---'],
  ],
  [
    'front matter that is a list',
    { 'people/yokoi.md': '---\n- Yokoi\n---\n' },
    ['people/yokoi.md: must be fields with their names, not a list'],
  ],
  [
    'front matter that is a word',
    { 'people/yokoi.md': '---\nYokoi\n---\n' },
    ['people/yokoi.md: must be fields with their names, not text'],
  ],
  // YAML
  [
    'a key twice',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms: [Yokoi]\nname: Yokoi\n---\n' },
    ['people/yokoi.md:4: is not YAML: Map keys must be unique'],
  ],
  [
    'a key twice in a value',
    edited('meeting.md', 'minutes: 70,', 'minutes: 70, minutes: 70,'),
    ['…/meeting.md:5: is not YAML: Map keys must be unique'],
  ],
  [
    'a tab before a key',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms:\n\t- Yokoi\n---\n' },
    ['people/yokoi.md:4: is not YAML: Tabs are not allowed as indentation'],
  ],
  [
    'a number for a name',
    { 'people/yokoi.md': '---\nname: 1.10\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2 name: must be text, not a number: put quotation marks around it'],
  ],
  [
    'no, which is a word',
    edited('meeting.md', 'others: true', 'others: no'),
    ['…/meeting.md:14 sides.0.others: must be true or false, not text'],
  ],
  [
    'yes, which is a word',
    edited('meeting.md', 'approximate: true', 'approximate: yes'),
    ['…/meeting.md:5 duration.approximate: must be true or false, not text'],
  ],
  [
    'true for a name',
    { 'people/yokoi.md': '---\nname: true\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2 name: must be text, not true or false: put quotation marks around it'],
  ],
  [
    'a day without quotation marks',
    edited('meeting.md', "received: '2026-11-22'", 'received: 2026-11-22'),
    [
      "…/meeting.md:65 source.received: must be a date that exists, written '2013-02-22' with its quotation marks",
    ],
  ],
  [
    'nothing for a name',
    { 'people/yokoi.md': '---\nname:\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2 name: must be text, not nothing'],
  ],
  [
    'one word for a list',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms: Yokoi\n---\n' },
    ['people/yokoi.md:3 forms: must be a list, not text'],
  ],
  [
    'an empty list',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms: []\n---\n' },
    ['people/yokoi.md:3 forms: must hold at least 1'],
  ],
  [
    'a colon that makes a value a map',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms: [Yokoi]\nnote: Press: Secretary\n---\n' },
    ['people/yokoi.md:4: is not YAML: Nested mappings are not allowed in compact mappings'],
  ],
  [
    'an alias',
    { 'people/yokoi.md': '---\nname: &name Yokoi\nforms: [*name]\n---\n' },
    ["people/yokoi.md:3: repeats '&name' by an alias; write the value itself"],
  ],
  [
    'an alias of nothing',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms: [*name]\n---\n' },
    ["people/yokoi.md:3: repeats '&name' by an alias; write the value itself"],
  ],
  [
    'aliases of aliases, which would grow without end',
    { 'people/yokoi.md': '---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n---\n' },
    [
      "people/yokoi.md:3: repeats '&a' by an alias; write the value itself",
      "people/yokoi.md:4: repeats '&b' by an alias; write the value itself",
      "people/yokoi.md:5: repeats '&c' by an alias; write the value itself",
    ],
  ],
  [
    'a tag',
    { 'people/yokoi.md': '---\nname: !person Yokoi\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2: is not YAML: Unresolved tag: !person'],
  ],
  [
    'lists in lists in lists',
    { 'people/yokoi.md': `---\nforms: ${'['.repeat(20_000)}\n---\n` },
    ['people/yokoi.md:2: is nested too deeply to be read'],
  ],
  [
    'a key that JavaScript knows',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms: [Yokoi]\n__proto__: { name: x }\n---\n' },
    ['people/yokoi.md:4 __proto__: is no field; take it out'],
  ],
  [
    'two documents',
    { 'people/yokoi.md': '---\nname: Yokoi\nforms: [Yokoi]\n...\nname: x\n---\n' },
    ["people/yokoi.md:5: goes on behind its end; take the '...' out"],
  ],
  [
    'a text on two lines',
    { 'people/yokoi.md': '---\nname: "Yo\\nkoi"\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2 name: must be text on one line, without spaces at its ends'],
  ],
  // Days
  [
    'a 30th of February',
    edited('meeting.md', "received: '2026-11-22'", "received: '2026-02-30'"),
    [
      "…/meeting.md:65 source.received: must be a date that exists, written '2013-02-22' with its quotation marks",
    ],
  ],
  [
    'a day in another order',
    edited('meeting.md', "received: '2026-11-22'", "received: '22.11.2026'"),
    [
      "…/meeting.md:65 source.received: must be a date that exists, written '2013-02-22' with its quotation marks",
    ],
  ],
  [
    'an event that ends before it begins',
    edited('meeting.md', "- date: '2013-01-18'\n", "- date: '2013-01-18'\n    until: '2013-01-17'\n"),
    ["…/meeting.md:34 relatedEvents.0.until: must not be before 'date'"],
  ],
  [
    'a source received before the meeting',
    edited('meeting.md', "received: '2026-11-22'", "received: '2013-02-21'"),
    ["…/meeting.md source.received: must not be before the meeting, which was on '2013-02-22'"],
  ],
  [
    'a 25th hour',
    edited('meeting.md', "time: '15:45'", "time: '25:45'"),
    ["…/meeting.md:4 start.time: must be a time such as '15:45'"],
  ],
  // Names that are paths
  [
    'a person in the folder above',
    { 'people/../x.md': person },
    [
      "people/../x.md: is no entry; its name must be lower-case words joined by hyphens, and no device of Windows: 'north-korea.md'",
    ],
  ],
  [
    'a person in a folder',
    { 'people/a/b.md': person },
    [
      "people/a/b.md: is no entry; its name must be lower-case words joined by hyphens, and no device of Windows: 'north-korea.md'",
    ],
  ],
  [
    'a device of Windows',
    { 'people/con.md': person },
    [
      "people/con.md: is no entry; its name must be lower-case words joined by hyphens, and no device of Windows: 'north-korea.md'",
    ],
  ],
  [
    'an upper-case name',
    { 'people/Yokoi.md': person },
    [
      "people/Yokoi.md: is no entry; its name must be lower-case words joined by hyphens, and no device of Windows: 'north-korea.md'",
    ],
  ],
  [
    'a name with a percent sign',
    { 'people/%2e%2e.md': person },
    [
      "people/%2e%2e.md: is no entry; its name must be lower-case words joined by hyphens, and no device of Windows: 'north-korea.md'",
    ],
  ],
  [
    'a name in which nobody sees a sign',
    { 'people/yo\u200Bkoi.md': person },
    [
      "people/yo[U+200B]koi.md: is no entry; its name must be lower-case words joined by hyphens, and no device of Windows: 'north-korea.md'",
    ],
  ],
  [
    'an item in upper case',
    { '4-1-More.md': security },
    ["…/4-1-More.md: is no content; an agenda item is named '1-2-security.md': section, item, words"],
  ],
  [
    'a number with a zero in front',
    { '1-02-security.md': security },
    ["…/1-02-security.md: is no content; an agenda item is named '1-2-security.md': section, item, words"],
  ],
  [
    'a file in a folder of a meeting',
    { [`meetings/${meetingId}/notes/a.md`]: security },
    [
      '…/notes/a.md: is no content; meetings stand in meetings/<id>/, people in people/, terms in terms/, the words of search in thesaurus.md, redirects in redirects.md',
    ],
  ],
  [
    'a meeting that is the folder above',
    { 'meetings/../meeting.md': textOf('meeting.md'), 'meetings/../source.txt': source },
    [
      "meetings/..: must be named date, sides and kind: '2013-02-22-japan-us-foreign-ministers'",
      'meetings/../meeting.md sections.0: names section 1, which has no item',
      'meetings/../meeting.md sections.1: names section 2, which has no item',
      'meetings/../meeting.md sections.2: names section 3, which has no item',
    ],
  ],
  [
    'a meeting that is a file',
    { 'meetings/2013.md': security },
    [
      'meetings/2013.md: is no content; meetings stand in meetings/<id>/, people in people/, terms in terms/, the words of search in thesaurus.md, redirects in redirects.md',
    ],
  ],
  [
    'a register that is a file',
    { '/people': person },
    [
      'people: is no content; meetings stand in meetings/<id>/, people in people/, terms in terms/, the words of search in thesaurus.md, redirects in redirects.md',
    ],
  ],
  [
    'a side whose id is a path',
    edited('meeting.md', 'id: japan', 'id: ../japan'),
    ['…/meeting.md:8 sides.0.id: must be lower-case words joined by hyphens'],
  ],
  [
    'an entry of a meeting that is a path',
    { 'terms/thing.md': term('meetings: [../2013]\n') },
    ['terms/thing.md:5 meetings.0: must be lower-case words joined by hyphens'],
  ],
  // Sides and quotations
  [
    'a statement by no side',
    edited('1-1-invitation-to-visit-japan.md', 'by: [japan]', 'by: [france]'),
    [
      "…/1-1-invitation-to-visit-japan.md statements.0.by: 'france' is no side of the meeting; its sides are japan, united-states",
    ],
  ],
  [
    'a statement by nobody',
    edited('1-1-invitation-to-visit-japan.md', 'by: [japan]', 'by: []'),
    ['…/1-1-invitation-to-visit-japan.md:5 statements.0.by: must hold at least 1'],
  ],
  [
    'a quotation that does not stand',
    edited(
      '1-1-invitation-to-visit-japan.md',
      'quote: extended an invitation',
      'quote: extended the invitation',
    ),
    [
      "…/1-1-invitation-to-visit-japan.md statements.0.quote: must start with its verb, 'extended an invitation'",
      "…/1-1-invitation-to-visit-japan.md statements.0.quote: 'extended the invitation for Secretary Kerry to visit Japan' does not stand in the body",
      "…/1-1-invitation-to-visit-japan.md statements: cover no part of sentence p1s1, 'Minister Kishida extended an invitation for Secretary Kerry to visit Japan.'; an item with statements has one in each sentence",
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
      "…/1-5-child-custody.md statements.0.quote: 'explained that' stands in the body 2 times; quote more words",
      "…/1-5-child-custody.md statements: cover no part of sentence p1s1, 'Following Secretary Kerry’s reference to the issue, Foreign Minister Kishida explained that process of the ruling parties regarding the Hague Convention and a bill on relevant domestic law to implement the Convention had been completed.'; an item with statements has one in each sentence",
    ],
  ],
  // What nobody sees, and what a browser could run
  [
    'a word turned round',
    editedBody('1-2-security.md', 'Upon', 'U\u202Epon'),
    ['…/1-2-security.md:32: holds a sign that turns the direction of text (U+202E) after “U”; take it out'],
  ],
  [
    'a mark of direction in a note',
    { 'people/yokoi.md': person.replace('forms', 'note: A\u200Fb\nforms') },
    [
      'people/yokoi.md:3: holds a sign that turns the direction of text (U+200F) after “note: A”; take it out',
    ],
  ],
  [
    'a space without width in a source',
    { 'source.txt': source.replace('Secretary', 'Secret\u200Bary') },
    ['…/source.txt:7: holds an invisible character (U+200B) after “ing with U.S. Secret”; take it out'],
  ],
  [
    'a soft hyphen',
    editedBody('1-2-security.md', 'Regarding', 'Regard\u00ADing'),
    ['…/1-2-security.md:34: holds an invisible character (U+00AD) after “Regard”; take it out'],
  ],
  [
    'a letter of the tag alphabet',
    { '/thesaurus.md': `---\nstopWords: [[a\u{E0041}]]\n---\n` },
    ['thesaurus.md:2: holds an invisible character (U+E0041) after “stopWords: [[a”; take it out'],
  ],
  [
    'a control character',
    edited('1-2-security.md', 'title: Security', 'title: Secu\u0007rity'),
    ['…/1-2-security.md:2: holds a control character (U+0007) after “title: Secu”; take it out'],
  ],
  [
    'a sign by its number in YAML',
    { 'people/yokoi.md': '---\nname: "Yo\\u202Ekoi"\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2: holds a sign that turns the direction of text (U+202E) after “Yo”; take it out'],
  ],
  [
    'half a character in YAML',
    { 'people/yokoi.md': '---\nname: "Yo\\uD800koi"\nforms: [Yokoi]\n---\n' },
    ['people/yokoi.md:2: holds an invisible character (U+D800) after “Yo”; take it out'],
  ],
  [
    'two lines in one',
    editedBody('1-2-security.md', 'Upon', 'Upon\u2028'),
    ['…/1-2-security.md:32: holds an invisible character (U+2028) after “Upon”; take it out'],
  ],
  [
    'a sign by its number in Markdown',
    editedBody('1-2-security.md', 'Upon', 'U&#x202E;pon'),
    ['…/1-2-security.md:32: holds a sign that turns the direction of text (U+202E) after “U”; take it out'],
  ],
  [
    'HTML in a body',
    editedBody('1-2-security.md', 'both ministers', 'both <script>ministers'),
    [
      "…/1-2-security.md:32: holds raw HTML, '<script' (U+003C); a body is the source's words alone: put \\ before a sign that Markdown would read",
    ],
  ],
  [
    'HTML in a name',
    { 'people/yokoi.md': '---\nname: <img src=x onerror=alert(1)>\nforms: [Yokoi]\n---\n' },
    ["people/yokoi.md:2: holds raw HTML, '<img' (U+003C); take it out"],
  ],
  [
    'HTML in a source',
    { 'source.txt': source.replace('Security', '<b>Security</b>') },
    ["…/source.txt:14: holds raw HTML, '<b' (U+003C); a source is plain text, and no copy of a page's HTML"],
  ],
  [
    'a link to a program',
    editedBody('1-2-security.md', 'Upon', '[Upon](javascript:alert(1))'),
    [
      "…/1-2-security.md:32: holds a link to 'javascript:alert(1)'; a body is the source's words alone: put \\ before a sign that Markdown would read",
    ],
  ],
  [
    'a link to a program in angle brackets',
    editedBody('1-2-security.md', 'Upon', '<javascript:alert(1)> Upon'),
    [
      "…/1-2-security.md:32: holds a link to 'javascript:alert(1)'; a body is the source's words alone: put \\ before a sign that Markdown would read",
    ],
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
    [
      "…/meeting.md:63: holds the address of a program, 'javascript:' (U+006A); take it out",
      '…/meeting.md:63 source.address: must be a web address (http or https)',
    ],
  ],
  [
    'a page that is a program',
    { 'terms/thing.md': term("source: { address: 'data:text/html,x', language: en }\n") },
    [
      "terms/thing.md:5: holds the address of a program, 'data:text/html' (U+0064); take it out",
      'terms/thing.md:5 source.address: must be a web address (http or https)',
    ],
  ],
  ...[String.raw`https://a.example\@b.example/`, 'https://a.example:b@c.example/', 'https://a.example/"'].map(
    (address): [string, Files, string[]] => [
      `an address that reads like another, ${address}`,
      { 'terms/thing.md': term(`source: { address: '${address}', language: en }\n`) },
      [
        'terms/thing.md:5 source.address: must name its host first, and hold no sign that an address cannot have, such as a backslash or a quotation mark',
      ],
    ],
  ),
  // Lists and redirects
  [
    'a list that was edited',
    { 'permalinks.txt': `${textOf('permalinks.txt')}p1 from memory\n` },
    [
      "…/permalinks.txt:173: 'p1 from memory' is no line that 'npm run permalinks' writes; bring the line back as it was",
    ],
  ],
  [
    'a list with marks of a conflict',
    { 'permalinks.txt': `<<<<<<< HEAD\n${textOf('permalinks.txt')}` },
    [
      "…/permalinks.txt:1: '<<<<<<< HEAD' is no line that 'npm run permalinks' writes; bring the line back as it was",
    ],
  ],
  [
    'a fragment twice',
    { 'permalinks.txt': textOf('permalinks.txt').replace('#p1s1 ', '#p1 ') },
    ["…/permalinks.txt:12: lists '/…/#p1' twice"],
  ],
  [
    'a redirect to nowhere',
    { ...without, ...redirects(['/terms/gctf/', '/terms/none/'], ['/terms/afisma/', '/terms/mali/']) },
    ["redirects.md redirects.0.to: '/terms/none/' is not there; nothing may lead to it"],
  ],
  [
    'redirects in a circle',
    { ...without, ...redirects(['/terms/gctf/', '/terms/afisma/'], ['/terms/afisma/', '/terms/gctf/']) },
    [
      'redirects.md redirects.0.to: goes round in a circle: /terms/gctf/ → /terms/afisma/ → /terms/gctf/',
      'redirects.md redirects.1.to: goes round in a circle: /terms/afisma/ → /terms/gctf/ → /terms/afisma/',
    ],
  ],
  [
    'a redirect to itself',
    { 'terms/gctf.md': null, ...redirects(['/terms/gctf/', '/terms/gctf/']) },
    ['redirects.md redirects.0.to: goes round in a circle: /terms/gctf/ → /terms/gctf/'],
  ],
  [
    'a redirect to a redirect',
    { ...without, ...redirects(['/terms/gctf/', '/terms/afisma/'], ['/terms/afisma/', '/terms/mali/']) },
    ["redirects.md redirects.0.to: '/terms/afisma/' moved on; lead there at once: '/terms/mali/'"],
  ],
  [
    'a redirect of what is there',
    redirects(['/terms/gctf/', '/terms/mali/']),
    ["redirects.md redirects.0.from: '/terms/gctf/' is still there; take the redirect out"],
  ],
  [
    'a redirect of what never was',
    redirects(['/terms/g8/', '/terms/mali/']),
    [
      "redirects.md redirects.0.from: '/terms/g8/' is in no list of what was published; nothing has to lead on from it",
    ],
  ],
  [
    'a redirect from a page to a fragment',
    { 'terms/gctf.md': null, ...redirects(['/terms/gctf/', `${home}3-4/#p1`]) },
    ["redirects.md redirects.0.to: leads from a page to a fragment; say 'instead'"],
  ],
  [
    'two redirects of one address',
    {
      'terms/gctf.md': null,
      ...redirects(['/terms/gctf/', '/terms/mali/'], ['/terms/gctf/', '/terms/syria/']),
    },
    ["redirects.md redirects.1.from: '/terms/gctf/' has a redirect already"],
  ],
  [
    'a redirect to another site',
    { 'terms/gctf.md': null, ...redirects(['/terms/gctf/', '//example.org/']) },
    ["redirects.md:3 redirects.0.to: must be an address of this site without its host, such as '/…/1-2/#p1'"],
  ],
  [
    'a redirect that says both',
    {
      'terms/gctf.md': null,
      '/redirects.md': '---\nredirects: [{ from: /terms/gctf/, to: /terms/, instead: /terms/ }]\n---\n',
    },
    [
      "redirects.md redirects.0: must have either 'to' (where it is now) or 'instead' (what to read in its place)",
    ],
  ],
];

test.each(rows)('%s', (_name, files, lines) => {
  const said = loadContent(changed(files)).issues.map((issue) =>
    formatIssue(issue).replaceAll(`meetings/${meetingId}`, '…'),
  );
  expect(said).toEqual(lines);
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
  expect(windows).toEqual(unix);
});

test('words in angle brackets that are no tag are words, in a source too', () => {
  const files = {
    ...editedBody('1-2-security.md', 'Summit Meeting,', 'Summit Meeting \\<Reference>,'),
    ...edited('source.txt', 'Summit Meeting,', 'Summit Meeting <Reference>,'),
    'permalinks.txt': null,
    '/permalinks.txt': null,
  };
  expect(loadContent(changed(files)).issues).toEqual([]);
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
