import { expect, meeting, test } from './fixtures.ts';

test('the search page leads to the paragraph and marks its words', async ({ page }) => {
  await page.goto('/search/?q=Futenma');
  const result = page.locator('#results a').first();
  await result.click();
  await expect(page).toHaveURL(/\/1-2\/.*#p2/u);
  await expect(page.locator('.text mark')).toHaveText(['Futenma']);
});

test('the dialog opens by keyboard, finds as one types and closes with Escape', async ({ page }) => {
  await page.goto(`${meeting}1-2/`);
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('searchbox').fill('Mali');
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a query is shown as text and never run', async ({ page }) => {
  const query = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
  await page.goto(`/search/?q=${encodeURIComponent(query)}`);
  await expect(page.getByRole('main').getByRole('status').first()).toContainText('<img');
  await expect(page.locator('main img, main script:not([src])')).toHaveCount(0);
  await expect(page).not.toHaveTitle('1');
});

test('an index that is gone is reported, and search can be tried again', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/search/?q=Mali');
  const again = page.getByRole('link', { name: 'Try again' });
  await expect(again).toBeVisible();
  await page.unroute('**/pagefind/**');
  await again.click();
  await expect(page.locator(`main a[href*="${meeting}3-3/"]`).first()).toBeVisible();
});

test('search works below a base path, for imported texts too', async ({ page, fixtureSite }) => {
  await page.goto(`${fixtureSite}/search/?q=guano`);
  await page.locator('#results a').first().click();
  await expect(page).toHaveURL(/2015-05-22-japan-peru-talks\//u);
  await expect(page.locator('.text mark')).toHaveText(['guano']);
});
