/** The real command, as a process, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import {
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
    ['src/commands/import.ts', '--out', out, ...args],
    { encoding: 'utf8', input },
  );
  return { code: status, out: stdout, err: stderr };
}

function save(name: string, text: string): string {
  const path = join(temporary, name);
  writeFileSync(path, text);
  return path;
}

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

describe('npm run import', () => {
  test('writes a folder, says what it wrote and what is to be filled in', () => {
    const { code, out: said, err } = run([save('a.txt', summary)]);
    expect(code).toBe(0);
    expect(Object.keys(files())).toEqual(names);
    expect(files()['source.txt']).toBe(summary);
    expect(said).toContain(`${folder}: 4 files written`);
    expect(err).toContain(
      `${join(folder, 'meeting.md')} place: is to be filled in: where the meeting took place`,
    );
    expect(err.trimEnd().split('\n').at(-1)).toContain('npm run check');
    expect(readdirSync(out)).toEqual([id]);
  });

  test('reads standard input', () => {
    expect(run(['-'], summary).code).toBe(0);
    expect(Object.keys(files())).toEqual(names);
  });

  test('writes nothing in a dry run', () => {
    const { code, out: said, err } = run(['--dry-run', save('a.txt', summary)]);
    expect(code).toBe(0);
    expect(said).toContain('4 files would be written');
    expect(err).not.toContain('npm run check');
    expect(existsSync(out)).toBe(false);
  });

  test('says all as JSON, in a dry run with the texts', () => {
    const { code, out: said } = run([
      '--json',
      '--dry-run',
      '--id',
      '2014-03-04-other',
      save('a.txt', summary),
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(said)).toMatchObject({
      dryRun: true,
      imports: [
        {
          ...{ status: 'imported', id: '2014-03-04-other', refusals: [], warnings: [] },
          files: [{ path: join(out, '2014-03-04-other', 'meeting.md') }, {}, {}, { text: summary }],
          toBeFilledIn: [{ field: 'place' }, { field: 'sides' }, {}, {}, {}],
        },
      ],
    });
  });

  test('refuses with file, line and reason, and writes nothing', () => {
    const path = save('a.txt', `${summary}- 2 -\nSECRETARY B: Thank you.\n`);
    const { code, err } = run([path]);
    expect(code).toBe(1);
    expect(err).toContain(`${path}:9: has a page number, “- 2 -”`);
    expect(err).toContain(`${path}:10: is a transcript`);
    expect(existsSync(out)).toBe(false);
  });

  test.each([
    [['--nothing', 'a.txt'], /--nothing/u],
    [['not-there.txt'], /'not-there.txt' is not there/u],
    [['--id', '../../x', 'README.md'], /--id '..\/..\/x' is no name of a meeting/u],
    [['a.txt', 'b.txt'], /takes one file or folder, not 2/u],
    [['--id', id, temporary], /--id names one meeting/u],
  ])('a wrong call, %j', (args, message) => {
    const { code, err } = run(args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).toContain('npm run import -- --help');
  });

  test('--help shows examples and exit codes', () => {
    const { code, out: said } = run(['--help']);
    expect(code).toBe(0);
    expect(said).toMatch(/Examples\n {2}npm run import -- summary\.txt\n[\s\S]*Exit codes\n {2}0 /u);
  });
});

describe('a folder that is there', () => {
  const other = summary.replace('buy more', 'buy less').replace('(2) Aid\nThey agreed to give more.\n', '');
  const hand = (): void => {
    const main = join(folder, 'meeting.md');
    writeFileSync(main, readFileSync(main, 'utf8').replace(/^place:.*$/mu, 'place: Paris # by hand'));
    writeFileSync(join(folder, 'permalinks.txt'), '# empty\n');
  };

  test('is left as it is', () => {
    run([save('a.txt', summary)]);
    hand();
    const before = files();
    const { code, out: said, err } = run([save('a.txt', other)]);
    expect(code).toBe(3);
    expect(err).toContain('is there already');
    expect(said).toContain('-They agreed to buy more.\n+They agreed to buy less.');
    expect(files()).toEqual(before);
  });

  test('is written over when that is said: the difference is shown, and what editors wrote stays', () => {
    run([save('a.txt', summary)]);
    hand();
    const { code, out: said } = run(['--overwrite', save('a.txt', other)]);
    expect(code).toBe(0);
    expect(said).toContain('-They agreed to buy more.\n+They agreed to buy less.');
    expect(said).not.toContain('# by hand');
    expect(Object.keys(files())).toEqual(['1-1-trade.md', 'meeting.md', 'permalinks.txt', 'source.txt']);
    expect(files()['meeting.md']).toContain('place: Paris # by hand');
    expect(files()['1-1-trade.md']).toContain('They agreed to buy less.');
  });

  test('is not written over where an editor’s work would be lost', () => {
    run([save('a.txt', summary)]);
    const aid = join(folder, '1-2-aid.md');
    writeFileSync(aid, readFileSync(aid, 'utf8').replace('title: Aid', 'title: Aid\norientation: give more'));
    const before = files();
    const { code, err } = run(['--overwrite', save('a.txt', other)]);
    expect(code).toBe(1);
    expect(err).toContain(
      '1-2-aid.md is no item of the new text, and holds what editors wrote (orientation)',
    );
    expect(files()).toEqual(before);
  });

  test('is not touched by a dry run', () => {
    run([save('a.txt', summary)]);
    const before = files();
    expect(run(['--overwrite', '--dry-run', save('a.txt', other)]).out).toContain(
      '+They agreed to buy less.',
    );
    expect(files()).toEqual(before);
  });
});

test('a folder of many: a line of progress each, the faults of one stop no other', () => {
  const many = join(temporary, 'many');
  mkdirSync(many);
  writeFileSync(join(many, '1.txt'), summary);
  writeFileSync(
    join(many, '2.txt'),
    summary.replace('March 4', 'March 5').replace('They agreed', 'Q: What?\nA: They agreed'),
  );
  writeFileSync(join(many, '3.html'), '<h1>C-D Talks</h1><p>March 6, 2014</p><p>They met in Rome.</p>');
  writeFileSync(join(many, 'notes.md'), 'no summary');
  const { code, out: said, err } = run([many]);
  expect(code).toBe(1);
  expect(readdirSync(out)).toEqual([id, '2014-03-06-c-d-talks']);
  expect(said).toMatch(/^\[1\/3\] .*1\.txt → /mu);
  expect(err).toMatch(/^\[2\/3\] .*2\.txt: nothing written/mu);
  expect(said).toMatch(/^\[3\/3\] .*3\.html → /mu);
  expect(said).toContain('2 imported, 1 refused, 0 there already');
});

test('a file of many that can’t be read stops no other, and is said with exit code 2', () => {
  const many = join(temporary, 'unread');
  mkdirSync(many);
  symlinkSync(join(temporary, 'nowhere'), join(many, '1.txt'));
  writeFileSync(join(many, '2.txt'), summary);
  const { code, out: said, err } = run([many]);
  expect(code).toBe(2);
  expect(readdirSync(out)).toEqual([id]);
  expect(err).toMatch(/1\.txt: nothing written\n.*1\.txt: ENOENT/u);
  expect(said).toContain('1 imported, 0 refused, 0 there already, 1 not read or written');
});
