import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clipboard, home, reader } from './reader.ts';

const { open, origin } = reader();

test('the dialog cites the paragraph that the address names, with the day of reading', async () => {
  const page = await open(`${home}1-2/#p2s1`);
  await page.locator('.cite summary').focus();
  await page.keyboard.press('Enter');
  const dialog = page.locator('dialog.cite');
  await dialog.waitFor();
  const today = new Intl.DateTimeFormat('en-US', { dateStyle: 'long' }).format();
  const note = dialog.locator('dd').first();
  expect(await note.textContent()).toContain(
    `February 22, 2013, 1(2), para. 2, Meeting Briefings, accessed ${today}, http://localhost:4321${home}1-2/#p2s1.`,
  );
  await dialog.getByRole('button', { name: 'Copy Chicago, note' }).click();
  expect(await clipboard(page)).toMatch(/^Ministry of Foreign Affairs of Japan, “.*#p2s1\.$/u);
  expect(await page.locator('.toast').textContent()).toBe('Chicago, note copied');
  const { violations } = await new AxeBuilder({ page }).include('dialog.cite').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  await page.context().close();
});

test.each([
  ['BibTeX', '.bib', /urldate = \{\d{4}-\d{2}-\d{2}\},\n\}$/u],
  ['Zotero, EndNote, Mendeley (RIS)', '.ris', /\nY2 {2}- \d{4}\/\d{2}\/\d{2}\/\nER {2}-/u],
  ['CSL-JSON', '.json', /"accessed":\{"date-parts":\[\[\d{4},\d+,\d+\]\]\}/u],
])('%s is kept as a file', async (name, extension, day) => {
  const page = await open(`${home}#p1`);
  await page.locator('.cite summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: `Download ${name}` }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^meetings-2013-02-22-japan-us-foreign-ministers\./u);
  expect(download.suggestedFilename().endsWith(extension)).toBe(true);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toMatch(day);
  expect(text).toContain(`http://localhost:4321${home}#p1`);
  await page.context().close();
});

test('without JavaScript the citations fold out', async () => {
  const page = await open(`${home}1-2/`, { javaScriptEnabled: false });
  expect(await page.locator('.cite dd').first().isVisible()).toBe(false);
  await page.locator('.cite summary').click();
  expect(await page.locator('.cite dd').first().isVisible()).toBe(true);
  await page.context().close();
});

test('the downloads of a meeting are there', async () => {
  const page = await open(home);
  for (const link of await page.locator('.downloads a').all()) {
    const answer = await page.request.get(origin() + ((await link.getAttribute('href')) ?? ''));
    expect(answer.status()).toBe(200);
  }
  expect(await page.locator('.downloads a').count()).toBe(4);
  await page.context().close();
});
