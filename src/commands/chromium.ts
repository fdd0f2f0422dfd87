/** The browser of the browser tests and of the benchmark. Nothing here downloads one. */
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

// On some systems `chromium-browser` only says how to install Chromium, so it is asked after Chrome.
const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome.exe'];

/** A Chromium or Chrome on the PATH or where installers put them, if there is one. */
function installed(): string | undefined {
  const { env } = process;
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  for (const programs of [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA])
    for (const app of ['Google/Chrome', 'Chromium']) folders.push(join(programs ?? '', app, 'Application'));
  const files = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  for (const app of ['Google Chrome', 'Chromium'])
    files.push(`/Applications/${app}.app/Contents/MacOS/${app}`);
  return files.find((file) => existsSync(file));
}

/** The folder of the Chromium in the package `@sparticuz/chromium`, unpacked beside it. */
async function unpacked(): Promise<string> {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
  const folder = join(bin, 'unpacked');
  if (existsSync(folder)) return folder;
  const { inflate } = await import('@sparticuz/chromium');
  // Whole or not at all, for tests start side by side. The package asks for TMPDIR before it begins.
  const { TMPDIR = '/tmp' } = process.env;
  const own = (process.env.TMPDIR = mkdtempSync(`${folder}-`));
  const parts = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((part) => inflate(join(bin, part)));
  process.env.TMPDIR = TMPDIR;
  await Promise.all(parts);
  if (existsSync(folder)) rmSync(own, { recursive: true });
  else renameSync(own, folder);
  return folder;
}

/**
 * Starts a Chromium without a window: the one that the environment variable `CHROMIUM` names, else an
 * installed Chromium or Chrome, else (on Linux x64) the one in the package `@sparticuz/chromium`.
 * @param flags what it is started with besides: `--js-flags=--jitless`
 * @throws where there is none, with what to do about it, or where it does not start
 */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  const file = process.env.CHROMIUM ?? installed() ?? '';
  const args = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', ...flags];
  args.push('--disable-sync', '--no-first-run');
  // Chromium refuses to run as root in its sandbox, and the package's has none.
  if (file === '' || process.getuid?.() === 0) args.push('--no-sandbox');
  if (file !== '') return chromium.launch({ executablePath: file, args });
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('Found no Chromium: install Chromium or Chrome, or set CHROMIUM to the path of one.');
  // Not with the package's arguments, which are for one page at a time: the browser would end with the first.
  const folder = await unpacked();
  // Its libraries and fonts are for a machine that has none.
  const own = { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), XDG_DATA_HOME: join(folder, 'fonts') };
  const env = { ...process.env, ...own };
  return chromium.launch({ executablePath: join(folder, 'chromium'), args, env });
}
