/** The search dialog and the search page in a browser. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { home, reader, siteAlone } from './reader.ts';

const outDir = siteAlone();
const { open, origin } = reader({ outDir });
const withoutWebAssembly = reader({ outDir }, ['--js-flags=--jitless']);

const status = (page: Page) => page.locator('main [role=status]');
const search = async (page: Page, query: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(query);
};

describe('the search page', () => {
  test('finds the paragraph and leads to its highlighted words', async () => {
    const page = await open('/search/?q=Futenma');
    const hit = page.locator('#results > li').first();
    await hit.waitFor();
    expect(await status(page).textContent()).toBe('1 passage, 2 topics for “Futenma”.');
    expect(await hit.locator('a').getAttribute('href')).toBe(`${home}1-2/#p2`);
    await hit.locator('a').click();
    await page.waitForURL(`${origin()}${home}1-2/#p2`);
    await expect.poll(() => page.locator('.text mark').allTextContents()).toEqual(['Futenma']);
    await page.getByText('1 match for “Futenma”').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.locator('.text mark').count()).toBe(0);
  });

  test('follows what is typed, keeps it in the URL, and goes back', async () => {
    const page = await open('/search/');
    await page.keyboard.type('Mali');
    await page.getByText('for “Mali”').waitFor();
    expect(page.url()).toBe(`${origin()}/search/?q=Mali`);
    await page.getByLabel('Search the full text').fill('Syria');
    await page.keyboard.press('Enter');
    await page.getByText('for “Syria”').waitFor();
    expect(page.url()).toBe(`${origin()}/search/?q=Syria`);
  });

  test('corrects a typo and leads to what was typed', async () => {
    const page = await open('/search/?q=futnema');
    await page.getByRole('link', { name: 'Search instead for “futnema”' }).click();
    await page
      .getByText('“futnema” does not appear in the 1,128 words of the summary on this site.')
      .waitFor();
    expect(await page.locator('.search-fallback').isVisible()).toBe(true);
  });

  test('filters by statement, and keeps the filter in the URL', async () => {
    const page = await open('/search/?q=reconstruction');
    await page.locator('#results > li').first().waitFor();
    await page.getByLabel('Statement by').selectOption('United States');
    await page.getByText('No passage matches “reconstruction”.').waitFor();
    expect(new URL(page.url()).search).toBe('?q=reconstruction&side=United+States');
    await page.getByLabel('Statement by').selectOption('Japan');
    await page.locator('#results > li').first().waitFor();
  });

  test('moves nothing while results come in', async () => {
    const page = await open('/about/');
    await page.goto(`${origin()}/search/?q=Japan`);
    await page.locator('#results > li').first().waitFor();
    await page.waitForTimeout(500);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            resolve(list.getEntries().reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value')), 0));
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(resolve, 300, 0);
        }),
    );
    expect(shift).toBeLessThanOrEqual(0.02);
  });

  test('without JavaScript says so and offers the lists', async () => {
    const page = await open('/search/', { javaScriptEnabled: false });
    expect(await page.locator('main').textContent()).toContain('needs JavaScript, which is off');
    expect(await page.getByLabel('Statement by').isVisible()).toBe(false);
    for (const name of ['1(2) Security', 'Fumio Kishida', 'Senkaku Islands', 'All topics'])
      expect(await page.locator('main').getByRole('link', { name, exact: true }).isVisible()).toBe(true);
  });
});

describe('the dialog', () => {
  test('preselects the first hit, which Enter opens, and leads to all results', async () => {
    const page = await open('/');
    await search(page, 'Futenma');
    const first = page.getByRole('option', { name: '1(2) Security' });
    await first.waitFor();
    expect(await first.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('option', { name: 'All 3 results' }).getAttribute('aria-selected')).toBe(
      'true',
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${home}1-2/#p2`);
  });

  test.each([
    { code: 'KeyK', key: 'л' },
    { code: 'KeyK', key: 'κ' },
    { code: 'KeyV', key: 'k' },
  ])('opens by Ctrl+K on any layout: $key', async (init) => {
    const page = await open('/about/');
    await page.evaluate((keys) => {
      dispatchEvent(new KeyboardEvent('keydown', { ...keys, ctrlKey: true }));
    }, init);
    await page.getByRole('dialog').waitFor();
  });

  test('fills a phone, and its field stays in view', async () => {
    const page = await open('/', { viewport: { width: 390, height: 700 } });
    await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
    await page.getByRole('combobox').fill('Kerry');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('dialog').boundingBox()).toMatchObject({
      x: 0,
      y: 0,
      width: 390,
      height: 700,
    });
    expect(
      await page.getByRole('combobox').evaluate((field) => getComputedStyle(field).fontSize >= '16px'),
    ).toBe(true);
    expect((await page.getByRole('combobox').boundingBox())?.y).toBeGreaterThan(0);
  });

  test('loads nothing before it is wanted, and at most 135 KB to the first result', async () => {
    const page = await open(`${home}1-2/`);
    await page.waitForLoadState('networkidle');
    let bytes = 0;
    page.on('requestfinished', (request) => {
      void request.sizes().then(({ responseBodySize }) => (bytes += responseBodySize));
    });
    await page.waitForTimeout(200);
    expect(bytes).toBe(0);
    await search(page, 'Mali');
    await page.getByRole('option').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(bytes).toBeGreaterThan(80_000);
  });
});

const gone = (route: Route): Promise<void> => route.fulfill({ status: 404, body: 'Not found' });
const never = (): Promise<void> => new Promise(() => undefined);

describe.each([
  ['the index is gone', '**/pagefind/**', gone, /^Search could not be loaded\./u],
  ['its words are gone', '**/*.pf_index', gone, /^Search could not be loaded\./u],
  ['its texts are gone', '**/*.pf_fragment', gone, /^Search could not be loaded\./u],
  ['the vocabulary is gone', '**/vocabulary.json', gone, /^Search could not be loaded\./u],
  ['it is slow', '**/pagefind/**', never, /^Search is still loading; the connection is slow\./u],
] as const)('where %s', (_, files, answer, says) => {
  test('the page says so and offers the lists and another attempt', async () => {
    const page = await open('/about/', { faults: 'Failed' });
    await page.route(files, answer);
    await page.goto(`${origin()}/search/?q=Mali`);
    await expect.poll(() => status(page).textContent(), { timeout: 20_000 }).toMatch(says);
    expect(await page.locator('.search-fallback').isVisible()).toBe(true);
    await page.unroute(files);
    await page.getByRole('link', { name: 'Try again' }).click();
    await page.locator('#results > li').first().waitFor({ timeout: 30_000 });
  });
});

test('without WebAssembly the page says so', async () => {
  const page = await withoutWebAssembly.open('/search/?q=Mali', { faults: 'Failed' });
  await page.getByText('Search needs WebAssembly').waitFor();
});

test('a page that stays open across a new build searches the new index', async () => {
  const page = await open('/search/?q=Mali');
  await page.locator('#results > li').first().waitFor();
  // The old build's files are gone; the new build has others.
  const old = readdirSync(join(outDir, 'pagefind/fragment'));
  await page.route('**/pagefind/fragment/**', (route) =>
    old.some((name) => route.request().url().endsWith(name)) && !isNew ? gone(route) : route.continue(),
  );
  let isNew = false;
  await page.route('**/pagefind-entry.json*', (route) => {
    isNew = true;
    return route.fulfill({ body: readFileSync(join(outDir, 'pagefind/pagefind-entry.json')) });
  });
  await page.getByLabel('Search the full text').fill('Syria');
  await page.getByText('for “Syria”').waitFor();
});
