/** Where search can't work: it says what is the matter and offers a way on, and every text stays readable. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../helpers/built-site.ts';
import { type Reader, home, reader, siteAlone } from './reader.ts';

const outDir = siteAlone();
/** A name of the server by which its connection is not secure. */
const insecure = 'briefings.test';
const usual = reader({ outDir }, [`--host-resolver-rules=MAP ${insecure} localhost`]);
const { open, origin } = usual;
/** V8 has no WebAssembly where it may not compile, as in hardened browsers. */
const withoutWebAssembly = reader({ outDir }, ['--js-flags=--jitless']);
const withoutLocalStorage = reader({ outDir }, ['--disable-local-storage']);

/** What is wrong, and what search says of it. */
interface Failure {
  what: string;
  files?: string;
  break?: (route: Route) => Promise<void>;
  /** The browser in which it is. */
  reader?: Reader;
  /** What Pagefind throws besides; search tells the reader. */
  faults?: string;
  says: RegExp;
}

const gone = async (route: Route): Promise<void> =>
  route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>There is no page at this address</h1>' });
const half = async (route: Route): Promise<void> => {
  const body = readFileSync(join(outDir, new URL(route.request().url()).pathname));
  return route.fulfill({ status: 200, body: body.subarray(0, body.length / 2) });
};
const notLoaded = /^Search could not be loaded\. Check your connection and try again\./u;
const notStarted = 'Failed to load the Pagefind WASM';

const failures: Failure[] = [
  { what: 'the whole index is gone', files: '**/pagefind/**', break: gone, says: notLoaded },
  { what: 'its list of parts is gone', files: '**/*.pf_meta', break: gone, says: notLoaded },
  { what: 'its words are gone', files: '**/*.pf_index', break: gone, says: notLoaded },
  { what: 'its texts are gone', files: '**/*.pf_fragment', break: gone, says: notLoaded },
  { what: 'its list of parts is half loaded', files: '**/*.pf_meta', break: half, says: notLoaded },
  { what: 'its words are half loaded', files: '**/*.pf_index', break: half, says: notLoaded },
  { what: 'its texts are half loaded', files: '**/*.pf_fragment', break: half, says: notLoaded },
  {
    what: 'its program is half loaded',
    files: '**/*.pagefind',
    break: half,
    faults: notStarted,
    says: notLoaded,
  },
  {
    what: 'WebAssembly is off',
    reader: withoutWebAssembly,
    faults: notStarted,
    says: /^Search needs WebAssembly, which is turned off in this browser\./u,
  },
  {
    what: 'it is slow to the point of pain',
    files: '**/pagefind/**',
    // It never answers.
    break: () => Promise.resolve(),
    says: /^Search is still loading; the connection is slow\./u,
  },
];

async function openBroken(failure: Failure, address: string): Promise<Page> {
  const { files, break: breaks, reader: broken = usual, faults } = failure;
  const page = await broken.open('/about/', faults === undefined ? {} : { faults });
  if (files && breaks) await page.route(files, breaks);
  await page.goto(broken.origin() + address);
  return page;
}

describe.each(failures)('where $what', (failure) => {
  test('the search page says so, and offers another attempt and the lists', async () => {
    const page = await openBroken(failure, '/search/?q=Futenma');
    const status = page.locator('main [role=status]');
    await expect.poll(() => status.textContent(), { timeout: 10_000 }).toMatch(failure.says);
    expect(await status.textContent()).toContain('your browser’s own search');
    for (const name of ['1(2) Security', 'All people', 'All terms', 'All meetings'])
      expect(await page.locator('main').getByRole('link', { name, exact: true }).isVisible()).toBe(true);
    if (failure.files) await page.unroute(failure.files);
    const again = page.getByRole('button', { name: 'Try again' });
    await again.click();
    if (failure.reader) await again.waitFor();
    else await page.locator('#results > li').first().waitFor({ timeout: 30_000 });
  });

  test('the dialog says so, and offers another attempt and the agenda; the text can be read', async () => {
    const page = await openBroken(failure, `${home}1-2/`);
    await page.keyboard.press('Control+K');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').fill('Futenma');
    await expect
      .poll(() => dialog.getByRole('status').textContent(), { timeout: 10_000 })
      .toMatch(failure.says);
    await dialog.getByRole('button', { name: 'Try again' }).waitFor();
    await dialog.getByRole('option', { name: '1(2) Security' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('main .text p').first().isVisible()).toBe(true);
  });
});

/** Opens a page to which the browser refuses all storage: its server says that it is to be held apart (CSP, `sandbox`). */
async function openWithoutStorage(address: string): Promise<Page> {
  const page = await open('/about/');
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = {
      ...response.headers(),
      'content-security-policy': 'sandbox allow-scripts allow-forms',
      // To the browser such a page is of no origin, and its scripts of another.
      'access-control-allow-origin': '*',
    };
    await route.fulfill({ response, headers });
  });
  await page.goto(origin() + address);
  for (const name of ['localStorage', 'caches'])
    await expect(page.evaluate((storage) => Reflect.get(window, storage) as unknown, name)).rejects.toThrow(
      'SecurityError',
    );
  return page;
}

async function openInsecure(address: string): Promise<Page> {
  const page = await open('/about/');
  await page.goto(origin().replace('localhost', insecure) + address);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  return page;
}

/** What else can be amiss in a browser, where search works all the same. */
const oddities: [what: string, open: (address: string) => Promise<Page>][] = [
  ['storage is blocked', openWithoutStorage],
  [
    'there is no local storage',
    async (address) => {
      const page = await withoutLocalStorage.open(address);
      expect(await page.evaluate<unknown>('localStorage')).toBe(null);
      return page;
    },
  ],
  ['the connection is not secure', openInsecure],
  [
    'the clock is wrong',
    async (address) => {
      const page = await open('/about/');
      await page.addInitScript(() => {
        // A wrong clock runs all the same.
        const right = Date.now.bind(Date);
        Date.now = () => right() - 40 * 365 * 864e5;
      });
      await page.goto(origin() + address);
      return page;
    },
  ],
];

test.each(oddities)('where %s, reading, theme and search work', async (_, openOdd) => {
  const page = await openOdd(`${home}1-2/`);
  const theme = page.locator('.masthead .theme');
  await theme.click();
  expect(await theme.getAttribute('aria-label')).toBe('Theme: light');
  await page.locator('#who').check();
  await page.locator('.cite summary').click();
  await page.locator('dialog.cite').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('Futenma');
  await page.getByText('1 result for “Futenma”').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#p2$/u);
});

describe.each([
  ['storage is blocked', openWithoutStorage],
  ['the connection is not secure', openInsecure],
])('where %s', (_, openOdd) => {
  test('keeping a meeting says why it can’t', async () => {
    const page = await openOdd(home);
    await page.getByRole('button', { name: 'Keep for offline reading' }).click();
    await page.getByText('This browser keeps no pages here').waitFor();
    await page.goto(new URL('/about/offline/', page.url()).href);
    await page.getByText('Nothing is kept on this device.').waitFor();
  });

  test('results stay when the connection goes', async () => {
    const page = await openOdd('/search/?q=Futenma');
    await page.locator('#results > li').first().waitFor();
    await page.context().setOffline(true);
    await page.getByLabel('Search the full text').fill('Futenma ');
    await page.locator('#results > li', { hasText: 'Not kept on this device' }).waitFor();
  });
});

test.each<[string, BrowserContextOptions | undefined]>([
  ['JavaScript is off', { javaScriptEnabled: false }],
  ['scripts are blocked on their way', undefined],
])('where %s, every kind of page can be read', async (_, options) => {
  const page = await open('/about/', options);
  if (!options) await page.route('**/*.js', (route) => route.abort());
  for (const address of ['', '1-2/', 'text/', 'positions/', 'follow-up/']) {
    await page.goto(origin() + home + address);
    expect(await page.locator('main p, main td').first().isVisible(), address).toBe(true);
  }
  await page.goto(`${origin()}/search/?q=Futenma`);
  expect(await page.locator('main').getByRole('link', { name: '1(2) Security' }).isVisible()).toBe(true);
  if (options) expect(await page.locator('main').textContent()).toContain('needs JavaScript, which is off');
});

test('there is an index to break', () => {
  const parts = filesOf(join(outDir, 'pagefind')).map((file) => file.replace(/^.*\./u, ''));
  expect(parts).toEqual(expect.arrayContaining(['pf_meta', 'pf_index', 'pf_fragment', 'pagefind']));
});
