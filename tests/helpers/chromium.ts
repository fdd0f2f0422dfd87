/** The browser of the end-to-end tests and of the benchmarks. Nothing here downloads one. */
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { type Browser, type LaunchOptions, chromium } from 'playwright-core';

// On some systems `chromium-browser` only prints how to install Chromium, so it is tried last.
const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const args = ['--disable-gpu'];

/** A Chromium or Chrome on the PATH, if there is one. */
function findInstalled(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const files = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return files.find((file) => existsSync(file));
}

/** The folder into which the Chromium of the package `@sparticuz/chromium` is unpacked, once. */
async function unpackPackaged(): Promise<string> {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
  const folder = join(bin, 'unpacked');
  if (existsSync(folder)) return folder;
  const { inflate } = await import('@sparticuz/chromium');
  // Renamed when complete, because several processes may start at once. The package reads TMPDIR before it begins.
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
 * How Playwright launches Chromium: the one that the environment variable `CHROMIUM` names, else an installed
 * Chromium or Chrome, else (on Linux x64) the one in the package `@sparticuz/chromium`.
 */
export async function chromiumOptions(): Promise<LaunchOptions> {
  const executablePath = process.env.CHROMIUM ?? findInstalled();
  if (executablePath) return { executablePath, args };
  // Playwright knows where the installers of macOS and Windows put Chrome, and says if there is none.
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome', args };
  // Not with the package's own arguments, which are for one page at a time.
  const folder = await unpackPackaged();
  // Its libraries and fonts are for machines without any.
  const env = { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), XDG_DATA_HOME: join(folder, 'fonts') };
  return { executablePath: join(folder, 'chromium'), args, env: { ...process.env, ...env } };
}

/** Starts that Chromium without a window, for benchmarks. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(await chromiumOptions());
}
