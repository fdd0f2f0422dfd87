import { readFile } from 'node:fs/promises';
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

test('the files for reference managers have the passage and the day', async ({ page }) => {
  await page.goto(`${meeting}1-2/#p2s1`);
  await page.locator('.cite summary').click();
  for (const [name, extension, content] of [
    ['BibTeX', 'bib', /url = \{\S+#p2s1\},\n\turldate = \{\d{4}-\d\d-\d\d\}/u],
    ['Zotero, EndNote, Mendeley (RIS)', 'ris', /UR {2}- \S+#p2s1\n[^]*Y2 {2}- \d{4}\/\d\d\/\d\d\n/u],
    ['CSL-JSON', 'json', /"URL":"[^"]+#p2s1",.*"accessed":\{"date-parts":\[\[\d{4},/u],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: `Download ${name}` }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(new RegExp(`-1-2\\.${extension}$`, 'u'));
    expect(await readFile(await file.path(), 'utf8')).toMatch(content);
  }
});
