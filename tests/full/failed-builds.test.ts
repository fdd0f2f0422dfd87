/** Builds that come to nothing: the last good site stays as it is, to the byte. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { meetingId } from '../helpers/content.ts';
import { build, bytesOf, remove } from '../helpers/built-site.ts';

const temporary = mkdtempSync(join(tmpdir(), 'briefings-'));
const content = join(temporary, 'content');
const site = join(temporary, 'site');
const next = join(temporary, '.site-next');
const folder = join(content, 'meetings', meetingId);
const astro = ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', site];
let good: Map<string, string>;

beforeAll(() => {
  cpSync('content', content, { recursive: true });
  cpSync('dist', site, { recursive: true });
  good = bytesOf(site);
});
afterAll(() => {
  remove(temporary);
});

test('errors of the content: all are named', () => {
  const files = ['1-2-security.md', '3-2-syria.md'].map((name) => join(folder, name));
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  files.forEach((file, index) => {
    writeFileSync(file, texts[index]?.replace('title:', 'titel:') ?? '');
  });
  const { code, output } = build(site, { CONTENT: content });
  files.forEach((file, index) => {
    writeFileSync(file, texts[index] ?? '');
  });
  expect(code).not.toBe(0);
  expect(output).toMatch(/1-2-security\.md:2 titel: /u);
  expect(output).toMatch(/3-2-syria\.md:2 titel: /u);
  expect(bytesOf(site)).toEqual(good);
  expect(existsSync(next)).toBe(false);
});

test('a URL that vanished: the build says which', () => {
  const person = join(content, 'people/yokoi.md');
  const text = readFileSync(person, 'utf8');
  remove(person);
  const { code, output } = build(site, { CONTENT: content });
  writeFileSync(person, text);
  expect(code).not.toBe(0);
  expect(output).toMatch(/permalinks\.txt: '\/people\/yokoi\/'/u);
  expect(bytesOf(site)).toEqual(good);
});

test.each(['100% sure', 'a#b', 'what?', 'say "hi"'])('a project folder named %s is refused', (name) => {
  const project = join(temporary, name);
  mkdirSync(project);
  for (const entry of ['node_modules', 'src']) symlinkSync(join(process.cwd(), entry), join(project, entry));
  copyFileSync('astro.config.mjs', join(project, 'astro.config.mjs'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build'],
    {
      cwd: project,
      encoding: 'utf8',
    },
  );
  expect(status).not.toBe(0);
  // Vite says the same of # and ? before it reads the configuration.
  expect(stdout + stderr).toMatch(/rename the folder|Consider renaming the directory/u);
});

test('a build that is killed while it writes', async () => {
  const child: ChildProcess = spawn(process.execPath, astro, {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CONTENT: content },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const isWriting = () => child.exitCode !== null || existsSync(join(next, 'index.html'));
  await vi.waitUntil(isWriting, { timeout: 60_000, interval: 5 });
  child.kill('SIGKILL');
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  expect(existsSync(next)).toBe(true);
  expect(bytesOf(site)).toEqual(good);
});

test('no file may grow: what a full disk says, whatever the machine', () => {
  const { status } = spawnSync(
    'bash',
    ['-c', 'ulimit -f 40; exec "$@"', 'bash', process.execPath, ...astro],
    {
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CONTENT: content },
    },
  );
  expect(status).not.toBe(0);
  expect(bytesOf(site)).toEqual(good);
});
