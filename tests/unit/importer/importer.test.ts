/**
 * Documents as ministries publish them, and what an import makes of each. A fixture's `.tree` file is the result; look
 * at it before updating it (`vitest -u`).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { type ImportResult, importSummary, toContentFile } from '../../../src/importer/import-summary.ts';
import type { Meeting } from '../../../src/domain/model.ts';
import { isError } from '../../../src/domain/issues.ts';
import { loadContent } from '../../../src/domain/load-content.ts';
import { meetingId, textOf, theMeeting } from '../../helpers/content.ts';

const fixtures = 'tests/fixtures/import';

function importText(text: string | Uint8Array, name = 'summary.txt', id?: string): ImportResult {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return importSummary({ name, bytes }, '2026-11-25', id);
}

function meetingOf({ id = '', files }: ImportResult): Meeting {
  const { content, issues } = loadContent(files.map((file) => toContentFile(id, file)));
  expect(issues.filter(isError)).toEqual([]);
  const [meeting] = content.meetings;
  if (!meeting) throw new Error('no meeting');
  return meeting;
}

/**
 * A result as lines: `=` title and id, `@` date, start and duration, `<` before the text, `¶` a paragraph, `§` a section
 * with its label, then its items: the id, the label, the title; `>` after the text; `!` a warning; `✗` an error.
 */
function treeOf(result: ImportResult): string[] {
  const issues = [...result.errors, ...result.warnings].map(
    ({ line = 0, code }, index) => `${index < result.errors.length ? '✗' : '!'} ${String(line)} ${code}`,
  );
  if (result.errors.length > 0) return issues;
  const { id, title, date, start, duration, before, introduction, sections, after } = meetingOf(result);
  const time = start ? ` ${start.time} ${start.offset}` : '';
  return [
    ...[`= ${title}`, `= ${id}`, `@ ${date}${time}${duration ? ` ${String(duration.minutes)} min` : ''}`],
    ...before.map((line) => `< ${line}`),
    ...introduction.map(({ text }) => `¶ ${text}`),
    ...sections.flatMap((section) => [
      `§ ${section.label} ${section.hasTitle ? section.title : '–'}`,
      ...section.items.flatMap((item) => [
        item.label === undefined ? item.id : `${item.id} ${item.label} ${item.hasTitle ? item.title : '–'}`,
        ...item.paragraphs.map(({ text }) => `¶ ${text}`),
      ]),
    ]),
    ...after.map((line) => `> ${line}`),
    ...issues,
  ];
}

/** The text of a tree, without white space and the marks at the start of its lines. */
function textOfTree(tree: readonly string[]): string {
  return tree
    .filter((line) => !/^[=@!]/u.test(line))
    .map((line) => line.replace(/^(?:[<>¶§] |\d+(?:-\d+)? ?)/u, '').replace(/(?<=^|\s)–$/u, ''))
    .join('')
    .replace(/\s+/gu, '');
}

const names = readdirSync(fixtures).filter((name) => !name.endsWith('.tree'));

test.each(names)('%s', async (name) => {
  const result = importText(readFileSync(join(fixtures, name)), name);
  const tree = treeOf(result);
  await expect(`${tree.join('\n')}\n`).toMatchFileSnapshot(join(process.cwd(), fixtures, `${name}.tree`));
  // Nothing is lost: each character of the text occurs once, in order.
  const source = result.files.find((file) => file.name === 'source.txt')?.text ?? '';
  if (result.errors.length > 0) expect(source).toBe('');
  else expect(textOfTree(tree)).toBe(source.replace(/\s+/gu, ''));
});

const opening = [
  'A and B Foreign Ministers’ Meeting (Summary)',
  'March 4, 2014',
  'The ministers met in Paris.',
];

test.each<[document: string | Uint8Array, code: string, named: string]>([
  ['A-B Meeting\nThey met in Paris.\n', 'no-date', "--id 'YYYY-MM-DD-a-b'"],
  ['A-B Meeting\nFebruary 30, 2013\nThey met in Paris.\n', 'ambiguous-date', 'February 30, 2013'],
  ['A-B Meeting\n03/04/2013\nThey met in Paris.\n', 'ambiguous-date', '03/04/2013'],
  ['A-B Meeting\n7 June 2013\n9 June 2013\nThey met in Paris.\n', 'several-dates', "--id '2013-06-07-a-b'"],
  ['%PDF-1.7 …', 'unreadable', 'PDF'],
  [Uint8Array.from([...Buffer.from('A\nB'), 0x92]), 'unreadable', 'UTF-8'],
  [Buffer.from('<html><p>They met.</p>', 'utf16le'), 'unreadable', 'UTF-16'],
  [Uint8Array.from([0xff, 0xfe, 0x41, 0]), 'unreadable', 'UTF-16'],
])('%j is refused as %s, and the message names %s', (document, code, named) => {
  const { files, errors } = importText(document);
  expect(files).toEqual([]);
  expect(errors.map((error) => error.code)).toEqual([`import/${code}`]);
  expect(errors[0]?.message).toContain(named);
});

test.each(['at 10:30 a.m. (local time)', 'from 15.00 hours', 'at 3 p.m. IST'])(
  'a start whose zone is not stated is to be filled in: “%s”',
  (time) => {
    const { missingFields } = importText(`A-B Talks\nMarch 4, 2014\nThey met in Paris ${time}.`);
    expect(missingFields.map(({ field }) => field)).toContain('start');
  },
);

test('all that is refused is reported at once', () => {
  const lines = ['1. Relations ..... 2', 'Q: What?', 'A: They agreed.', '- 2 -', '| a | b |'];
  const { errors } = importText([...opening, ...lines].join('\n'));
  expect(errors.map(({ line }) => line)).toEqual([4, 5, 7, 8]);
});

test.each([
  ...['February 22, 2013', '22 February 2013', '2013-02-22', 'February, 22, 2013', 'Feb. 22, 2013'],
  ...['Friday, February 22, 2013', '22nd February, 2013', 'Tokyo, 22 February 2013', '(February 22, 2013)'],
  ...['2013/2/22', '22.02.2013', 'FEBRUARY 22, 2013', 'February 22 (Fri), 2013', 'February 22-23, 2013'],
  ...['２０１３-０２-２２', 'February ２２, ２０１３', '22/02/2013', '2013. 2. 22', '22 to 24 February 2013'],
  ...['February 22 - March 1, 2013', '22 February – 1 March 2013', 'February 22 and 23, 2013'],
])('the date “%s”', (date) => {
  expect(importText(`A-B Meeting\n${date}\nThey met in Paris.\n`).id).toBe('2013-02-22-a-b');
});

test('fields that the text does not state are listed and empty; the publisher is not guessed', () => {
  const { missingFields } = importText([...opening, 'Ministry of Foreign Affairs'].join('\n'));
  expect(missingFields.map(({ field }) => field)).toEqual([
    ...['place', 'sides', 'source.publisher', 'source.address', 'source.licence'],
  ]);
});

test('a page gives its own URL and those of its translations', () => {
  const head = ['<link rel="canonical" href="https://example.org/en.html">'];
  head.push('<link rel="alternate" hreflang="ja" href="https://example.org/ja.html">');
  const links = ['<p><a href="/fr/talks/7.html">Français</a> <a href="/de/">Deutsch</a></p>'];
  links.push('<p><a href="/ja/other/7.html">(Japanese)</a></p>');
  const page = `<html><head>${head.join('')}</head><body>${links.join('')}<h1>A-B Talks</h1><p>4 March 2014</p><p>They met in Paris.</p>`;
  expect(meetingOf(importText(page, '-')).source).toMatchObject({
    address: 'https://example.org/en.html',
    translations: [
      { language: 'ja', address: 'https://example.org/ja.html' },
      { language: 'fr', address: 'https://example.org/fr/talks/7.html' },
    ],
  });
});

test('a warning that repeats is one, and the most important come first', () => {
  const headings = ['Trade', 'Aid', 'Sport', 'Culture'].flatMap((title) => [title, 'They agreed to meet.']);
  const page = `<h1>A-B Talks</h1><p>4 March 2014</p><p>They met in Paris<sup>x</sup>.</p>`;
  const lines = headings.map((text) => `<p>${text}</p>`).join('\n');
  const { warnings } = importText(`${page}\n${lines}`, 'page.html');
  expect(warnings.map(({ code, line }) => [code, line])).toEqual([
    ['import/no-agenda', 1],
    ['import/heading-as-text', 2],
    ['import/raised-text', 1],
  ]);
});

test('an id that is given counts, with its date', () => {
  const result = importText(opening.join('\n'), 'summary.txt', '2014-03-05-a-b-talks');
  expect([result.id, meetingOf(result).date]).toEqual(['2014-03-05-a-b-talks', '2014-03-05']);
  expect(result.warnings.map(({ code }) => code)).toEqual(['import/other-date', 'import/no-agenda']);
  expect(importText(opening.join('\n'), 'summary.txt', '../x').errors).not.toEqual([]);
});

test('the meeting of 22 February 2013 becomes the content of this project', () => {
  const result = importText(textOf('source.txt'), 'source.txt');
  expect([result.id, result.warnings]).toEqual([meetingId, []]);
  const bodyOf = (text = ''): string => text.slice(text.indexOf('\n---\n') + 5);
  const ownNames = readdirSync(join('content/meetings', meetingId));
  for (const { name, text } of result.files) {
    const number = /^\d+-\d+-/u.exec(name)?.[0] ?? name;
    const own = textOf(ownNames.find((file) => file.startsWith(number)) ?? name);
    expect(bodyOf(text), name).toBe(bodyOf(own));
  }
  const { start, duration, after } = theMeeting();
  expect(meetingOf(result)).toMatchObject({ start, duration, after });
});

/** Documents of lines or blocks that are drawn from a list, with a seed, so that a failure can be repeated. */
function drawDocuments(file: string, count: number, most: number): string[][] {
  const source = xoroshiro128plus(20_130_222);
  const shapes = readFileSync(`tests/fixtures/${file}`, 'utf8').trimEnd().split('\n');
  const draw = (): string => shapes[uniformInt(source, 0, shapes.length - 1)] ?? '';
  return Array.from({ length: count }, () => Array.from({ length: uniformInt(source, 1, most) }, draw));
}

test('nothing is lost, whatever the document', () => {
  const results = drawDocuments('import-lines.txt', 400, 25).map((lines, round) => {
    const text = [...opening, ...lines].join(['\n', '\r\n', '\n\n'][round % 3]);
    const result = importText(text);
    expect(result.errors.filter(({ code }) => code === 'import/lossy')).toEqual([]);
    if (result.files.length > 0) expect(textOfTree(treeOf(result)), text).toBe(text.replace(/\s+/gu, ''));
    return result;
  });
  expect(results.filter(({ files }) => files.length > 0).length).toBeGreaterThan(100);
});

test('nothing is lost, whatever the page', () => {
  const results = drawDocuments('import-blocks.txt', 300, 14).map((blocks) => {
    const head = '<h1>A-B Talks</h1><p>7 May 2024</p><p>They met in Oslo.</p>';
    return importText(head + blocks.join('\n'), 'page.html');
  });
  expect(results.flatMap(({ errors }) => errors.map(({ code }) => code))).not.toContain('import/lossy');
  expect(results.filter(({ files }) => files.length > 0).length).toBeGreaterThan(200);
});
