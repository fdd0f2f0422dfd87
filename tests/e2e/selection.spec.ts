/** Selected words, and the paragraphs and sentences of a text: what is linked and quoted is that, and nothing else. */
import type { Page } from '@playwright/test';
import { copiedText, expect, meeting, test } from './fixtures.ts';

const tools = (page: Page) => page.getByRole('group', { name: 'Selected words' });

/** Presses a button and returns what it copied. */
async function copyBy(page: Page, name: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('button', { name, exact: true }).click();
  await expect.poll(() => copiedText(page)).not.toBe('');
  return copiedText(page);
}

/** The place of the character after which a text ends, in the window. */
async function endOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.locator(selector).evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const last = [...range.getClientRects()].at(-1);
    return { x: last?.right ?? 0, y: ((last?.top ?? 0) + (last?.bottom ?? 0)) / 2 };
  });
}

test('tools wait until the pointer is up, and are no part of a quotation', async ({ page }) => {
  await page.goto(`${meeting}1-2/`);
  const [first, second] = [await page.locator('#p1').boundingBox(), await page.locator('#p2').boundingBox()];
  if (!first || !second) throw new Error('The paragraphs have no box.');
  await page.mouse.move(first.x + 2, first.y + 10);
  await page.mouse.down();
  await page.mouse.move(first.x + 200, first.y + 40, { steps: 4 });
  // The pointer rests for longer than the tools wait.
  await page.clock.install();
  await page.evaluate(() => getSelection()?.toString());
  await page.clock.runFor(1000);
  await expect(tools(page)).toHaveCount(0);
  await page.mouse.move(first.x + 100, second.y + 40, { steps: 4 });
  await page.mouse.up();
  await page.clock.runFor(1000);
  await expect(tools(page)).toBeVisible();
  expect(await copyBy(page, 'Copy quotation')).toMatch(
    /^“Upon the instruction[^”]*” \(Ministry[^()]*1\(2\) Security, paragraphs 1–2, \S+#p1\)$/u,
  );
});

test('a triple click is one paragraph, the last one too', async ({ page }) => {
  await page.goto(`${meeting}1-2/`);
  for (const [id, quoted] of [
    ['p1', /^“Upon [^”]*2\+2 Meeting\.” \([^()]*\(2\) Security, paragraph 1, sentence 1, \S+#p1s1\)$/u],
    ['p2', /^“Regarding [^”]*\.” \([^()]*\(2\) Security, paragraph 2, \S+#p2\)$/u],
  ] as const) {
    await page.locator(`#${id}`).click({ clickCount: 3, position: { x: 8, y: 8 } });
    expect(await copyBy(page, 'Copy quotation')).toMatch(quoted);
  }
});

test("a drag from the right of a line's end belongs to what it covers", async ({ page }) => {
  // Near the window's edge a drag would scroll.
  await page.setViewportSize({ width: 1360, height: 1000 });
  for (const item of ['1-3', '2-1', '2-2']) {
    await page.goto(`${meeting}${item}/`);
    const sentence = '.text p:last-child span[id]:last-child';
    // Before the drag: the tools that follow it come after the last paragraph.
    const id = (await page.locator(sentence).getAttribute('id')) ?? '';
    const end = await endOf(page, sentence);
    await page.mouse.move(end.x + 30, end.y);
    await page.mouse.down();
    await page.mouse.move(end.x - 60, end.y, { steps: 4 });
    await page.mouse.up();
    expect(await copyBy(page, 'Copy quotation')).toMatch(new RegExp(`^“[^”]{1,20}” \\(.*#${id}\\)$`, 'u'));
  }
});

test("a drag from the right of a paragraph's end into the next belongs to the next", async ({ page }) => {
  await page.goto(`${meeting}1-2/`);
  const [end, box] = [await endOf(page, '#p1'), await page.locator('#p2').boundingBox()];
  await page.mouse.move(end.x + 20, end.y);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 90, (box?.y ?? 0) + 12, { steps: 4 });
  await page.mouse.up();
  expect(await copyBy(page, 'Copy quotation')).toMatch(
    /^“Regarding[^”]*” \(.* paragraph 2, sentence 1, \S+#p2s1\)$/u,
  );
});

test('a selection that begins or ends outside of the text is cut to it', async ({ page }) => {
  await page.goto(`${meeting}1-2/`);
  await page.evaluate(() => {
    const [from, to] = [document.querySelector('h1'), document.querySelector('footer p')];
    if (from && to) getSelection()?.setBaseAndExtent(from, 0, to, 1);
  });
  expect(await copyBy(page, 'Copy quotation')).toMatch(
    /^“Upon [^”]*\nRegarding [^”]*\.” \(.*paragraphs 1–2, \S+#p1\)$/u,
  );
  await page.evaluate(() => {
    const title = document.querySelector('h1');
    if (title) getSelection()?.selectAllChildren(title);
  });
  await expect(tools(page)).toBeHidden();
});

test('a selection across two items names both', async ({ page }) => {
  await page.goto(`${meeting}text/`);
  await page.evaluate(() => {
    const [from, to] = ['1-2-p2s2', '1-3-p1s1'].map((id) => document.getElementById(id)?.firstChild);
    if (from && to) getSelection()?.setBaseAndExtent(from, 0, to, 20);
  });
  expect(await copyBy(page, 'Copy quotation')).toMatch(
    /^“Touching [^”]*\.\n[^”]*” \(.* 1\(2\) Security, paragraph 2 to 1\(3\), paragraph 1, \S+\/text\/#1-2-p2\)$/u,
  );
});

test('selected words have a link that marks them, and are copied as HTML too', async ({ page }) => {
  await page.goto(`${meeting}1-2/`);
  await page.locator('#p2s2').evaluate(({ firstChild }) => {
    if (firstChild) getSelection()?.setBaseAndExtent(firstChild, 0, firstChild, 8);
  });
  const link = await copyBy(page, 'Copy link');
  expect(link).toMatch(/\/1-2\/#p2s2:~:text=\S*,touching,/u);
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.locator('html')).toHaveClass('words');
  await expect(page.locator('.passage-bar b')).toHaveText('1(2) Security, sentence 2.2');
  await page.locator('#p2s2').selectText();
  expect(await copyBy(page, 'Copy link')).toMatch(/#p2s2$/u);
  await page.locator('#p2s2').selectText();
  await copyBy(page, 'Copy quotation');
  const html = () =>
    page.evaluate(async () => (await (await navigator.clipboard.read())[0]?.getType('text/html'))?.text());
  expect(await html()).toMatch(
    /“Touching .*” \(<a href="http\S+#p2s2">Ministry .*paragraph 2, sentence 2<\/a>\)/u,
  );
});
