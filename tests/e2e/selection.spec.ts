/** Selecting words of a text: what is quoted is what the reader selected, and nothing else. */
import { expect, meeting, test } from './fixtures.ts';

test.beforeEach(async ({ page }) => {
  await page.goto(`${meeting}1-2/`);
});

const tools = '[role=toolbar][aria-label="Selected words"]';

test('tools appear once the pointer is up, and are no part of the quotation', async ({ page }) => {
  const box = await page.locator('#p1').boundingBox();
  const below = await page.locator('#p2').boundingBox();
  if (!box || !below) throw new Error('The paragraphs have no box.');
  await page.mouse.move(box.x + 2, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 40, { steps: 4 });
  await page.waitForTimeout(400);
  await expect(page.locator(tools)).toHaveCount(0);
  await page.mouse.move(box.x + 100, below.y + 40, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Copy quotation' }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toMatch(/^“Upon the instruction[^]*”.*paragraphs 1–2, .*#p1\)$/u);
  expect(await copied()).not.toMatch(/Copy/u);
});

test('a triple click is one paragraph, the last one too', async ({ page }) => {
  for (const [id, fragment, place] of [
    ['p1', 'p1s1', 'paragraph 1,'],
    ['p2', 'p2', 'paragraph 2,'],
  ] as const) {
    await page.locator(`#${id}`).click({ clickCount: 3, position: { x: 8, y: 8 } });
    await page.getByRole('button', { name: 'Copy quotation' }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toMatch(new RegExp(`${place} .*#${fragment}\\)$`, 'u'));
  }
});

test('a drag from the right of a last line belongs to the paragraph that it covers', async ({ page }) => {
  await page.evaluate(() => {
    const [first, second] = ['p1', 'p2s2'].map((id) => document.getElementById(id));
    if (first && second) getSelection()?.setBaseAndExtent(first, first.childNodes.length, second, 1);
  });
  await page.evaluate(() => {
    const words = document.getElementById('p2s2')?.firstChild;
    const first = document.getElementById('p2s1');
    if (words && first) getSelection()?.setBaseAndExtent(first, first.childNodes.length, words, 8);
  });
  await page.getByRole('button', { name: 'Copy quotation' }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toMatch(/^“Touching” .*paragraph 2, .*#p2s2\)$/u);
  await page.getByRole('button', { name: 'Copy link to this passage' }).click();
  await expect.poll(copied).toMatch(/#p2s2:~:text=/u);
});
