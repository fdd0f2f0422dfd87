/** Copying within the dialog of citations: it says so where the reader is. */
import { expect, meeting, test } from './fixtures.ts';

test('the dialog names what it cites, and what was copied is said within it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await page.goto(`${meeting}1-2/`);
  await page.locator('.cite summary').click();
  const dialog = page.getByRole('dialog', { name: /^Cite .*1\(2\).*Security/u });
  await dialog.getByRole('button', { name: /^Copy/u }).last().click();
  await expect(dialog.locator('[aria-live=polite]')).toHaveText(/ copied$/u);
  await expect(dialog.locator('[aria-live=polite]')).toBeInViewport();
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Copy link to this item' }).click();
  await expect(page.locator('[aria-live=polite]')).toHaveText(/copied$/u);
});
