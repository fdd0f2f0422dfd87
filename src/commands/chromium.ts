/** The browser of the browser tests and of the benchmark. Nothing here downloads one. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

// On some systems `chromium-browser` only says how to install Chromium, so it is asked after Chrome.
const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome'];

/** Where the installers of Chromium and Chrome put them, for they are not always on the PATH. */
function usualPlaces(): string[] {
  const { HOME = '', PROGRAMFILES = '', LOCALAPPDATA = '' } = process.env;
  if (process.platform === 'darwin') {
    const apps = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];
    return ['/Applications', join(HOME, 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, app)),
    );
  }
  if (process.platform === 'win32') {
    const folders = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'] ?? '', LOCALAPPDATA];
    return folders.flatMap((folder) =>
      ['Chromium', 'Google\\Chrome'].map((app) => join(folder, app, 'Application', 'chrome.exe')),
    );
  }
  return [
    ...['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
      names.map((name) => join(folder, name)),
    ),
    '/opt/google/chrome/chrome',
  ];
}

/** The first Chromium or Chrome on the PATH or in a usual place, if there is one. */
function installedChromium(): string | undefined {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name + ending)));
  return [...onPath, ...usualPlaces()].find((file) => existsSync(file));
}

/**
 * Starts a Chromium without a window: the one that the environment variable `CHROMIUM` names, else an
 * installed Chromium or Chrome, else (on Linux x64) the one in the package `@sparticuz/chromium`.
 * @param file the Chromium to start, or '' for the one in the package
 * @throws where there is none, with what to do about it, or where it does not start
 */
export async function launchChromium(
  file = process.env.CHROMIUM ?? installedChromium() ?? '',
): Promise<Browser> {
  const args = ['--disable-gpu', '--disable-background-networking', '--disable-component-update'];
  args.push('--disable-sync', '--no-first-run');
  if (file !== '') {
    // Chromium refuses to run as root in its sandbox.
    if (process.getuid?.() === 0) args.push('--no-sandbox');
    return chromium.launch({ executablePath: file, args });
  }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('Found no Chromium: install Chromium or Chrome, or set CHROMIUM to the path of one.');
  const { default: packaged } = await import('@sparticuz/chromium');
  // Of its own arguments only this one: with the rest, made for one page at a time in a serverless function,
  // the browser ends with the first page, and asks less of a page than a reader's browser does.
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...args, '--no-sandbox'],
  });
}
