/** What a reader sets holds on every page that is open: in other tabs, and on pages in the browser's cache. */
import type { Page } from '@playwright/test';
import { expect, meeting, test } from './fixtures.ts';

/** Turns "who said what" on, and the appearance to another. */
async function changeSettings(page: Page): Promise<void> {
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Appearance: automatic' }).click();
}

async function expectSettings(page: Page): Promise<void> {
  await expect(page.getByRole('checkbox')).toBeChecked();
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await expect(page.getByRole('button', { name: 'Appearance: dark' })).toBeVisible();
}

test('settings follow from another tab', async ({ page, context }) => {
  await page.goto(`${meeting}1-2/`);
  const other = await context.newPage();
  await other.goto(`${meeting}1-3/`);
  await changeSettings(other);
  await expectSettings(page);
});

// The packaged Chromium neither keeps pages nor prerenders them. This is what a page is told when it is shown.
for (const [what, tell] of [
  [
    'from the back/forward cache',
    () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  ],
  ['that was prerendered', () => document.dispatchEvent(new Event('prerenderingchange'))],
] as const)
  test(`settings follow on a page ${what}`, async ({ page }) => {
    await page.goto(`${meeting}1-2/`);
    await page.evaluate(() => {
      localStorage.setItem('who', 'shown');
      localStorage.setItem('theme', 'dark');
    });
    await page.evaluate(tell);
    await expectSettings(page);
  });
