/** Builds that come to nothing: the last good site stays as it is, to the byte. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build, bytesOf, remove } from '../helpers/built-site.ts';

const temporary = mkdtempSync(join(tmpdir(), 'briefings-'));
const content = join(temporary, 'content');
const site = join(temporary, 'site');
const next = join(temporary, '.site-next');
const astro = ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', site];
const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CONTENT: content };
let good: Map<string, string>;

beforeAll(() => {
  cpSync('content', content, { recursive: true });
  cpSync('dist', site, { recursive: true });
  good = bytesOf(site);
});
afterAll(() => {
  remove(temporary);
});

test('a URL that vanished: the build says which', () => {
  const person = 'people/yokoi.md';
  remove(join(content, person));
  const { code, output } = build(site, { CONTENT: content });
  copyFileSync(join('content', person), join(content, person));
  expect(code).not.toBe(0);
  expect(output).toContain("permalinks.txt: '/people/yokoi/'");
  expect(bytesOf(site)).toEqual(good);
  expect(existsSync(next)).toBe(false);
});

test.each(['100% sure', 'a#b', 'what?', 'say "hi"'])('a project folder named %s is refused', (name) => {
  const project = join(temporary, name);
  mkdirSync(project);
  for (const entry of ['node_modules', 'src']) symlinkSync(join(process.cwd(), entry), join(project, entry));
  copyFileSync('astro.config.mjs', join(project, 'astro.config.mjs'));
  const build = ['node_modules/astro/bin/astro.mjs', 'build'];
  const { status, stdout, stderr } = spawnSync(process.execPath, build, { cwd: project, encoding: 'utf8' });
  expect(status).not.toBe(0);
  // Vite says the same of # and ? before it reads the configuration.
  expect(stdout + stderr).toMatch(/rename the folder|Consider renaming the directory/u);
});

test('a build that is killed while it writes', async () => {
  const child: ChildProcess = spawn(process.execPath, astro, { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const isWriting = () => child.exitCode !== null || existsSync(join(next, 'index.html'));
  await vi.waitUntil(isWriting, { timeout: 300_000, interval: 5 });
  child.kill('SIGKILL');
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  expect(existsSync(next)).toBe(true);
  expect(bytesOf(site)).toEqual(good);
});

test('no file may grow: what a full disk says, whatever the machine', () => {
  const limited = ['-c', 'ulimit -f 40; exec "$@"', 'bash', process.execPath, ...astro];
  const { status } = spawnSync('bash', limited, { env });
  expect(status).not.toBe(0);
  expect(bytesOf(site)).toEqual(good);
});
