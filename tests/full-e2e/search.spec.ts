/** Search as a whole: its form, its dialog on each device, and what it does where it can't work. */
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { type Route, chromium } from '@playwright/test';
import { expect, meeting, test } from '../e2e/fixtures.ts';
import { chromiumOptions } from '../helpers/chromium.ts';
import { phone } from './states.ts';

test('the URL follows what is typed and filtered, and a URL fills the form', async ({ page }) => {
  await page.goto('/search/');
  await page.keyboard.type('reconstruction');
  await expect(page).toHaveURL('/search/?q=reconstruction');
  await page.getByLabel('Statement by').selectOption('United States');
  await expect(page).toHaveURL('/search/?q=reconstruction&side=United+States');
  await expect(page.locator('#results > li')).toHaveCount(0);
  await page.goBack();
  await expect(page.locator('#results > li').first()).toBeVisible();
  await page.goto('/search/?q=reconstruction&side=Japan');
  await expect(page.getByLabel('Statement by')).toHaveValue('Japan');
  await expect(page.locator('#results > li').first()).toBeVisible();
});

test('a typo is corrected, and what was typed can be searched', async ({ page }) => {
  await page.goto('/search/?q=futnema');
  await expect(page.locator('#results a').first()).toHaveAttribute('href', /\/1-2\/#p2/u);
  await page.getByRole('link', { name: /“futnema”/u }).click();
  await expect(page.locator('#results > li')).toHaveCount(0);
  await expect(page.locator('.search-fallback')).toBeVisible();
});

test('results move nothing of the page', async ({ page }) => {
  await page.addInitScript(() => {
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += Number(Reflect.get(entry, 'value'));
      document.documentElement.dataset.shift = String(shift);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/search/?q=Japan');
  await expect(page.locator('#results > li').first()).toBeVisible();
  expect(Number((await page.locator('html').getAttribute('data-shift')) ?? 0)).toBeLessThanOrEqual(0.02);
});

test('arrows go through the results of the dialog; Enter in its field opens the first', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('searchbox').fill('Futenma');
  const results = page.getByRole('dialog').getByRole('link');
  await expect(results.first()).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(results.last()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/1-2\/.*#p2/u);
});

for (const keys of [
  { code: 'KeyK', key: 'л' },
  { code: 'KeyV', key: 'k' },
])
  test(`Ctrl+K opens the dialog where the key writes ${keys.key}`, async ({ page }) => {
    await page.goto('/about/');
    await page.locator('body').dispatchEvent('keydown', { ...keys, ctrlKey: true });
    await expect(page.getByRole('dialog')).toBeVisible();
  });

test('the dialog fills a phone, its field in view', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto('/');
  await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
  await page.getByRole('dialog').getByRole('searchbox').fill('Kerry');
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  await page.keyboard.press('ArrowUp');
  expect(await page.getByRole('dialog').boundingBox()).toEqual({ x: 0, y: 0, ...phone });
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeInViewport({ ratio: 1 });
});

test('nothing of search is loaded before a reader wants it; its dialog has at most 11 KB', async ({
  page,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(`${meeting}1-2/`, { waitUntil: 'load' });
  const atOnce = requests.length;
  expect(requests.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('searchbox').fill('Mali');
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  const scripts = requests.slice(atOnce).filter((path) => /^\/_astro\/.*\.js$/u.test(path));
  expect(scripts).not.toEqual([]);
  const bytes = scripts.map((path) => brotliCompressSync(readFileSync(`dist${path}`)).length);
  expect(bytes.reduce((sum, length) => sum + length)).toBeLessThanOrEqual(11 * 1024);
});

const missing = (route: Route): Promise<void> => route.fulfill({ status: 404, body: 'Not found' });

for (const [what, files, answer] of [
  ['the word index is missing', '**/*.pf_index', missing],
  ['the texts are missing', '**/*.pf_fragment', missing],
  ['the vocabulary is missing', '**/vocabulary.json*', missing],
  ['the index is broken', '**/*.pf_meta', (route: Route) => route.fulfill({ body: 'broken' })],
  ['the index does not arrive', '**/pagefind/**', () => new Promise<void>(() => undefined)],
] as const)
  test.describe(() => {
    // Pagefind itself reports a broken index as an uncaught error.
    test.use({ allowedPageErrors: /^Pagefind/u });

    test(`where ${what}, search says so, offers the lists and tries again`, async ({ page }) => {
      await page.route(files, answer);
      await page.goto('/search/?q=Mali');
      const again = page.getByRole('link', { name: 'Try again' });
      await expect(again).toBeVisible();
      await expect(page.locator('.search-fallback')).toBeVisible();
      const href = (await again.getAttribute('href')) ?? '';
      await page.unroute(files);
      await page.goto(href);
      await expect(page.locator('#results > li').first()).toBeVisible();
    });
  });

test('without WebAssembly, search says so', async ({ baseURL }) => {
  const { args = [], ...options } = await chromiumOptions();
  const browser = await chromium.launch({ ...options, args: [...args, '--js-flags=--jitless'] });
  const page = await browser.newPage();
  await page.goto(`${baseURL ?? ''}/search/?q=Mali`);
  await expect(page.getByRole('main').getByRole('status')).toContainText('WebAssembly');
  await browser.close();
});

test('a page that stays open while the site is built again searches the new index', async ({ page }) => {
  await page.goto('/search/?q=Mali');
  await expect(page.locator('#results > li').first()).toBeVisible();
  const old = readdirSync('dist/pagefind/fragment');
  let isNew = false;
  await page.route('**/pagefind/fragment/**', (route) =>
    !isNew && old.some((name) => route.request().url().endsWith(name)) ? missing(route) : route.continue(),
  );
  await page.route('**/pagefind-entry.json*', (route) => {
    isNew = true;
    return route.fulfill({ body: readFileSync('dist/pagefind/pagefind-entry.json') });
  });
  await page.getByRole('searchbox').fill('Syria');
  await expect(page.locator(`#results a[href*="${meeting}3-2/"]`).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the search page offers the agenda, people and topics, and no filters', async ({ page }) => {
    await page.goto('/search/');
    for (const path of [`${meeting}1-2/`, '/people/fumio-kishida/', '/terms/syria/'])
      await expect(page.locator(`main a[href="${path}"]`).first()).toBeVisible();
    await expect(page.locator('main select:visible')).toHaveCount(0);
  });
});
