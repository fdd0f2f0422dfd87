import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { home, reader, siteAlone } from './reader.ts';

const { open, origin } = reader({ outDir: siteAlone() });

async function resultsOf(page: Page): Promise<string[]> {
  await page.locator('main [role=status]', { hasText: /result/ }).waitFor();
  return page
    .locator('#results > li')
    .evaluateAll((entries) => entries.map((li) => li.querySelector('a')?.href ?? ''));
}

describe('the search page', () => {
  test('finds the paragraph, shows its words marked, and leads to them', async () => {
    const page = await open('/search/?q=Futenma');
    expect(await resultsOf(page)).toEqual([`${origin()}${home}1-2/#p2`]);
    expect(await page.locator('main [role=status]').textContent()).toBe('1 result for “Futenma”');
    const entry = page.locator('#results > li').first();
    expect(await entry.locator('mark').allTextContents()).toEqual(['Futenma']);
    expect(await entry.textContent()).toMatch(/1\(2\) Security.*22 February 2013.*Japan-U\.S\. Relations/s);
    await entry.getByRole('link').first().click();
    await page.waitForURL(`${origin()}${home}1-2/#p2`);
    await expect.poll(() => page.locator('.text mark').allTextContents()).toEqual(['Futenma']);
    expect(await page.locator(':target').getAttribute('id')).toBe('p2');
    await page.goBack();
    expect(await resultsOf(page)).toHaveLength(1);
  });

  test('finds an item whose words stand in two of its paragraphs', async () => {
    const page = await open('/search/?q=Guidelines%20Futenma');
    expect((await resultsOf(page))[0]).toMatch(new RegExp(`^${origin()}${home}1-2/#p[12]$`));
  });

  test.each([
    ['2+2', '1-2/#p1'],
    ['$40 million', '3-1/#p2'],
    ['Nuland', '#p1'],
    ['Syria', '3-2/#p1'],
  ])('“%s” leads to …/%s', async (query, address) => {
    const page = await open(`/search/?q=${encodeURIComponent(query)}`);
    expect((await resultsOf(page))[0]).toBe(origin() + home + address);
  });

  test('follows what is typed, keeps it in the address, and goes back', async () => {
    const page = await open('/search/');
    await page.keyboard.type('Mali');
    expect(await resultsOf(page)).toHaveLength(1);
    expect(page.url()).toBe(`${origin()}/search/?q=Mali`);
    await page.getByLabel('Search the full text').fill('Syria');
    await page.keyboard.press('Enter');
    await page.getByText('results for “Syria”').or(page.getByText('result for “Syria”')).waitFor();
    expect(page.url()).toBe(`${origin()}/search/?q=Syria`);
  });

  test('says what to do when nothing is found', async () => {
    const page = await open('/search/?q=xyzzy');
    expect(await resultsOf(page)).toEqual([]);
    expect(await page.locator('main [role=status]').textContent()).toMatch(
      /^No results for “xyzzy”\. Check the spelling/,
    );
    expect(await page.locator('main .meetings a').first().isVisible()).toBe(true);
  });

  test('says so when it can’t be loaded, and tries again', async () => {
    const page = await open('/about/');
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${origin()}/search/?q=Mali`);
    await page.getByText('Search could not be loaded').waitFor();
    expect(await page.locator('main .meetings a').first().isVisible()).toBe(true);
    await page.unroute('**/pagefind/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await resultsOf(page)).toHaveLength(1);
  });

  test('a query is text: it is shown and never run', async () => {
    const query = '<img src=x onerror="document.title=1">';
    const page = await open(`/search/?q=${encodeURIComponent(query)}`);
    await page.getByText(query).waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.title()).toContain('Search');
  });
});

describe('the search dialog', () => {
  test.each(['the button', 'Control+K', 'Meta+K'])('opens with %s, and closes with Escape', async (by) => {
    const page = await open(`${home}1-2/`);
    if (by === 'the button') await page.getByRole('button', { name: 'Search' }).click();
    else await page.keyboard.press(by);
    const box = page.getByRole('combobox', { name: 'Search the full text' });
    await box.waitFor();
    await expect.poll(() => box.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  test('shows results as one types; arrows choose, Enter leads there', async () => {
    const page = await open('/');
    await page.getByRole('button', { name: 'Search', exact: true }).first().click();
    await page.getByRole('combobox').fill('Summit Meeting');
    const options = page.getByRole('option');
    // Two texts, and the term itself.
    await expect.poll(() => options.count()).toBe(3);
    expect(await page.getByRole('dialog').getByRole('status').textContent()).toBe(
      '2 results for “Summit Meeting”',
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const chosen = await page.getByRole('combobox').getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${String(chosen)}"]`).textContent()).toMatch(/^2\(2\) North Korea/);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${origin()}${home}2-2/#p1`);
    await expect.poll(() => page.locator('.text mark').count()).toBeGreaterThan(0);
  });

  test('Enter with no result chosen shows all on the search page', async () => {
    const page = await open('/');
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').fill('Mali');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${origin()}/search/?q=Mali`);
  });

  test('is answered in one thread of its own, however much is typed, by what was typed last', async () => {
    const page = await open('/about/');
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').pressSequentially('visit to Japan', { delay: 5 });
    await page.getByRole('status').getByText('“visit to Japan”').waitFor();
    expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
      expect.stringMatching(/^\/_astro\/questions-/u),
    ]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+K');
    expect(page.workers()).toHaveLength(1);
  });

  test('loads nothing before it is wanted', async () => {
    const requests: string[] = [];
    const page = await open('/about/');
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(`${origin()}${home}1-2/`, { waitUntil: 'networkidle' });
    expect(requests.filter((path) => /pagefind|dialog|questions|results/.test(path))).toEqual([]);
    expect(page.workers()).toEqual([]);
    await page.keyboard.press('Control+K');
    await expect.poll(() => requests.some((path) => path.includes('/pagefind/'))).toBe(true);
  });
});
