/** What a reader set holds on every page that is open: in other tabs, and on pages that the browser kept. */
import { expect, meeting, test } from './fixtures.ts';

test('theme and "who said what" follow from another tab, and on return to a page', async ({
  page,
  context,
}) => {
  await page.goto(`${meeting}1-2/`);
  const other = await context.newPage();
  await other.goto(`${meeting}1-3/`);
  await other.getByRole('checkbox').check();
  await other.getByRole('button', { name: /Appearance|Theme/u }).click();
  const theme = await other.evaluate(() => document.documentElement.dataset.theme ?? '');
  expect(theme).not.toBe('');
  await expect(page.getByRole('checkbox')).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);

  // The browser's events for pages shown again, from its cache or prerendered.
  for (const [event, target] of [
    ['pageshow', 'window'],
    ['prerenderingchange', 'document'],
  ] as const) {
    await page.evaluate(
      ([type, on]) => {
        localStorage.setItem('who', '');
        const before = localStorage.getItem('theme') === 'dark' ? 'light' : 'dark';
        localStorage.setItem('theme', before);
        const shown =
          type === 'pageshow' ? new PageTransitionEvent(type, { persisted: true }) : new Event(type);
        (on === 'window' ? window : document).dispatchEvent(shown);
      },
      [event, target] as const,
    );
    await expect(page.getByRole('checkbox')).not.toBeChecked();
    const stored = await page.evaluate(() => localStorage.getItem('theme') ?? '');
    await expect(page.locator('html')).toHaveAttribute('data-theme', stored);
  }
});
