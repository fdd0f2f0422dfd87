/** Where search can't work: it says what is the matter and offers a way on, and every text stays readable. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../dist.ts';
import { home, reader } from './reader.ts';

const { open, origin } = reader();

/** What is wrong, and what search says of it. */
interface Failure {
  what: string;
  files?: string;
  break?: (route: Route) => Promise<void>;
  script?: () => void;
  says: RegExp;
}

const gone = async (route: Route): Promise<void> =>
  route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>There is no page at this address</h1>' });
const half = async (route: Route): Promise<void> => {
  const body = readFileSync(join('dist', new URL(route.request().url()).pathname));
  return route.fulfill({ status: 200, body: body.subarray(0, body.length / 2) });
};
const notLoaded = /^Search could not be loaded\. Check your connection and try again\./u;

const failures: Failure[] = [
  { what: 'the whole index is gone', files: '**/pagefind/**', break: gone, says: notLoaded },
  { what: 'its list of parts is gone', files: '**/*.pf_meta', break: gone, says: notLoaded },
  { what: 'its words are gone', files: '**/*.pf_index', break: gone, says: notLoaded },
  { what: 'its texts are gone', files: '**/*.pf_fragment', break: gone, says: notLoaded },
  { what: 'its list of parts is half loaded', files: '**/*.pf_meta', break: half, says: notLoaded },
  { what: 'its words are half loaded', files: '**/*.pf_index', break: half, says: notLoaded },
  { what: 'its texts are half loaded', files: '**/*.pf_fragment', break: half, says: notLoaded },
  { what: 'its program is half loaded', files: '**/*.pagefind', break: half, says: notLoaded },
  {
    what: 'WebAssembly is off',
    script: () => {
      Reflect.deleteProperty(globalThis, 'WebAssembly');
    },
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

async function openBroken({ files, break: breaks, script }: Failure, address: string): Promise<Page> {
  const page = await open('/about/');
  if (script) await page.addInitScript(script);
  if (files && breaks) await page.route(files, breaks);
  await page.goto(origin() + address);
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
    if (failure.script) await again.waitFor();
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

test('a page of the build before finds its files gone, and another attempt takes those of this build', async () => {
  const page = await open('/search/?q=Mali');
  await page.locator('#results > li').first().waitFor();
  // What this page has loaded names these texts; now there are others.
  const seen = new Set<string>();
  await page.route('**/*.pf_fragment', (route) => {
    const address = route.request().url();
    if (seen.has(address)) return route.continue();
    seen.add(address);
    return gone(route);
  });
  await page.getByLabel('Search the full text').fill('Futenma');
  await page.getByText('Search could not be loaded').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('1 result for “Futenma”').waitFor();
});

/** What else can be amiss in a browser, where search works all the same. */
const oddities: [what: string, script: () => void][] = [
  [
    'storage is blocked',
    () => {
      for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB'])
        Object.defineProperty(globalThis, name, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
    },
  ],
  [
    'the clock is wrong',
    () => {
      // A wrong clock runs all the same.
      const right = Date.now.bind(Date);
      Date.now = () => right() - 40 * 365 * 864e5;
    },
  ],
];

test.each(oddities)('where %s, reading, theme and search work', async (_, script) => {
  const page = await open('/about/');
  await page.addInitScript(script);
  await page.goto(`${origin()}${home}1-2/`);
  const theme = page.locator('.masthead .theme');
  await theme.click();
  expect(await theme.getAttribute('aria-label')).toBe('Theme: light');
  await page.locator('.cite summary').click();
  await page.locator('dialog.cite').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('Futenma');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#p2$/u);
});

test('where storage is blocked, keeping a meeting says why it can’t', async () => {
  const page = await open('/about/');
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () =>
      Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'));
  });
  await page.goto(origin() + home);
  await page.getByRole('button', { name: 'Keep for offline reading' }).click();
  await page.getByText('This browser keeps no pages here').waitFor();
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
  const parts = filesOf('dist/pagefind').map((file) => file.replace(/^.*\./u, ''));
  expect(parts).toEqual(expect.arrayContaining(['pf_meta', 'pf_index', 'pf_fragment', 'pagefind']));
});
