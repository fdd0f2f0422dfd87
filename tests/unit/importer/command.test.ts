/** The real command, as a process, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';

const temporary = mkdtempSync(join(tmpdir(), 'briefings-import-'));
const out = join(temporary, 'meetings');
const id = '2014-03-04-a-b';
const folder = join(out, id);
const summary = `A-B Meeting (Summary)
March 4, 2014
The ministers met in Paris.
1. Relations
(1) Trade
They agreed to buy more.
(2) Aid
They agreed to give more.
`;
const names = ['1-1-trade.md', '1-2-aid.md', 'meeting.md', 'source.txt'];

function run(args: string[], input = ''): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    'node_modules/.bin/node',
    ['src/cli/import.ts', '--out', out, ...args],
    { encoding: 'utf8', input },
  );
  return { code: status, out: stdout, err: stderr };
}

function save(name: string, text: string): string {
  const path = join(temporary, name);
  writeFileSync(path, text);
  return path;
}

const original = save('a.txt', summary);

/** The files of the meeting's folder. */
function files(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

beforeEach(() => {
  rmSync(out, { recursive: true, force: true });
});
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

test.each([
  { name: 'a file', args: [original], input: '' },
  { name: 'standard input', args: ['-'], input: summary },
])('$name becomes a folder; said is what was written and which fields are missing', ({ args, input }) => {
  const { code, out: said, err } = run(args, input);
  expect(code).toBe(0);
  expect(readdirSync(out)).toEqual([id]);
  expect(Object.keys(files())).toEqual(names);
  expect(files()['source.txt']).toBe(summary);
  expect(said).toContain(`${folder}: 4 files`);
  expect(err).toContain(`${join(folder, 'meeting.md')}: place, sides`);
});

test('a dry run writes nothing, and says all as JSON, with the texts', () => {
  const { code, out: said } = run(['--json', '--dry-run', '--id', '2014-03-04-other', original]);
  expect(code).toBe(0);
  expect(JSON.parse(said)).toMatchObject({
    dryRun: true,
    imports: [
      {
        ...{ status: 'imported', id: '2014-03-04-other', errors: [], warnings: [] },
        files: [{ name: 'meeting.md' }, {}, {}, { text: summary }],
        missingFields: [{ field: 'place' }, { field: 'sides' }, {}, {}, {}],
      },
    ],
  });
  expect(existsSync(out)).toBe(false);
});

const refused = save('refused.txt', `${summary}- 2 -\nSECRETARY B: Thank you.\n`);

test.each<[what: string, args: string[], named: string[], code: number]>([
  ['refused text', [refused], [`${refused}:9: `, `${refused}:10: `], 1],
  ['option', ['--nothing', original], ['--nothing'], 2],
  ['file', ['not-there.txt'], ['not-there.txt'], 2],
  ['pair of files', [original, original], ['--help'], 2],
  ['id', ['--id', '../../x', original], ['../../x'], 1],
])('a wrong %s is named, and nothing is written', (_, args, named, code) => {
  const { code: ended, err } = run(args);
  expect(ended).toBe(code);
  for (const part of named) expect(err).toContain(part);
  expect(existsSync(out)).toBe(false);
});

describe('a folder that exists', () => {
  const other = save('other.txt', summary.replace('buy more', 'buy less'));

  beforeEach(() => {
    run([original]);
    const main = join(folder, 'meeting.md');
    writeFileSync(main, readFileSync(main, 'utf8').replace(/^place:.*$/mu, 'place: Paris # by hand'));
    writeFileSync(join(folder, 'permalinks.txt'), '# empty\n');
  });

  test('is left as it is; the files that would change are named', () => {
    const before = files();
    const { code, err } = run([other]);
    expect(code).toBe(3);
    expect(err).toContain('1-1-trade.md, source.txt');
    expect(run(['--overwrite', '--dry-run', other]).code).toBe(0);
    expect(files()).toEqual(before);
  });

  test('takes the new text with --overwrite, and keeps what editors wrote', () => {
    expect(run(['--overwrite', other]).code).toBe(0);
    expect(Object.keys(files())).toEqual([...names.slice(0, 3), 'permalinks.txt', 'source.txt']);
    expect(files()['meeting.md']).toContain('place: Paris # by hand');
    expect(files()['1-1-trade.md']).toContain('They agreed to buy less.');
  });

  test('is not written over where an item would be lost', () => {
    const before = files();
    const shorter = summary.replace('(2) Aid\nThey agreed to give more.\n', '');
    const { code, err } = run(['--overwrite', save('shorter.txt', shorter)]);
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toEqual([expect.stringContaining('1-2-aid.md')]);
    expect(files()).toEqual(before);
  });

  test('is not written over where front matter, which stays, has other words', () => {
    run([save('a.txt', summary)]);
    const { code, err } = run(['--overwrite', save('a.txt', summary.replace('March 4', '4 March'))]);
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/meeting\.md: .*the new text, line 2.*change .* in meeting\.md/u),
    ]);
    expect(err).not.toContain('source.txt');
  });
});

test('a folder of documents: one that is refused or can’t be read stops no other', () => {
  const many = join(temporary, 'many');
  mkdirSync(many);
  writeFileSync(join(many, '1.txt'), summary);
  writeFileSync(join(many, '2.txt'), `${summary.replace('March 4', 'March 5')}Q: What?\nA: They agreed\n`);
  writeFileSync(join(many, '3.html'), '<h1>C-D Talks</h1><p>March 6, 2014</p><p>They met in Rome.</p>');
  symlinkSync(join(temporary, 'nowhere'), join(many, '4.txt'));
  writeFileSync(join(many, 'notes.md'), 'no summary');
  mkdirSync(join(many, '3_files'));
  writeFileSync(join(many, '3_files', 'frame.html'), '<p>An advertisement.</p>');
  const { code, out: said, err } = run([many]);
  expect(code).toBe(2);
  expect(readdirSync(out)).toEqual([id, '2014-03-06-c-d-talks']);
  expect(said).toContain('2 of 4 imported');
  expect(err).toMatch(/2\.txt:9: [\s\S]*4\.txt: ENOENT/u);
});

test('check lists the people and topics found in a meeting without permalinks, for review', () => {
  const content = join(temporary, 'content');
  cpSync('content/people', join(content, 'people'), { recursive: true });
  const text = summary.replace('The ministers met', 'Ministers A and Kishida met');
  const other = summary.replace('March 4', 'March 5');
  for (const own of [text, other])
    expect(run(['--out', join(content, 'meetings'), save('a.txt', own)]).code).toBe(0);
  const { stdout } = spawnSync('node_modules/.bin/node', ['src/cli/check.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT: content },
  });
  expect(stdout.split('\n').filter((line) => line.includes('review'))).toEqual([
    `${id}: review the people and topics found: Fumio Kishida`,
  ]);
});
