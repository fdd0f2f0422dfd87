/** What a reader sets holds on every page that is open: in other tabs, and on pages in the browser's cache. */
import type { Page } from '@playwright/test';
import { chromiumOptions } from '../helpers/chromium.ts';
import { expect, meeting, test } from './fixtures.ts';

// Playwright turns the back/forward cache off.
test.use({
  launchOptions: { ...(await chromiumOptions()), ignoreDefaultArgs: ['--disable-back-forward-cache'] },
});

/** Turns "who said what" on, and the appearance to another. */
async function changeSettings(page: Page): Promise<void> {
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Appearance: automatic' }).click();
}

async function expectSettings(page: Page): Promise<void> {
  await expect(page.getByRole('checkbox')).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page.getByRole('button', { name: 'Appearance: light' })).toBeVisible();
}

test('settings follow from another tab', async ({ page, context }) => {
  await page.goto(`${meeting}1-2/`);
  const other = await context.newPage();
  await other.goto(`${meeting}1-3/`);
  await changeSettings(other);
  await expectSettings(page);
});

test('settings follow on a page from the back/forward cache', async ({ page }) => {
  await page.goto(`${meeting}1-2/`);
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => {
      document.documentElement.dataset.restored = String(persisted);
    });
  });
  await page.getByRole('link', { name: /^Next/u }).click();
  await expect(page).toHaveURL(/\/1-3\/$/u);
  await changeSettings(page);
  await page.evaluate(() => {
    history.back();
  });
  await expect(page.locator('html')).toHaveAttribute('data-restored', 'true');
  await expectSettings(page);
});

test('settings follow on a page that was prerendered', async ({ page }) => {
  await page.goto(`${meeting}1-2/`);
  // Playwright's Chromium does not prerender; this is what the page is told when it is shown.
  await page.evaluate(() => {
    localStorage.setItem('who', 'shown');
    localStorage.setItem('theme', 'light');
    document.dispatchEvent(new Event('prerenderingchange'));
  });
  await expectSettings(page);
});
