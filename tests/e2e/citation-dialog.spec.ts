import { expect, meeting, test } from './fixtures.ts';

test.use({ viewport: { width: 390, height: 500 } });

test('the dialog names what it cites, says within it what was copied, and can always be closed', async ({
  page,
}) => {
  await page.goto(`${meeting}1-2/#p2s1`);
  await page.locator('.cite summary').click();
  const dialog = page.getByRole('dialog', { name: 'Cite 1(2) Security, paragraph 2' });
  await dialog.getByRole('button', { name: /^Copy/u }).last().click();
  await expect(dialog.locator('[aria-live]')).toHaveText('CSL-JSON copied');
  await expect(dialog.locator('[aria-live]')).toBeInViewport();
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('.cite summary')).toBeFocused();
  await page.getByRole('button', { name: 'Copy link to this item' }).click();
  await expect(page.locator('body > [aria-live]')).toHaveText('Link copied');
});
