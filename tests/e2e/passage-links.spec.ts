/** The links of paragraphs and sentences: the menu at a paragraph's number, and what a fragment leads to. */
import { copiedText, expect, meeting, test } from './fixtures.ts';

test('the menu offers links and quotations of a paragraph and its sentences', async ({ page }) => {
  await page.goto(`${meeting}1-2/`);
  await page.evaluate(() => {
    scrollTo(0, 100);
  });
  await page.getByRole('link', { name: 'Link to 1(2), paragraph 2' }).click();
  const menu = page.getByRole('group', { name: 'Link to 1(2), paragraph 2' });
  await expect(menu.getByRole('radio', { name: 'Paragraph' })).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(100);
  const number = await page.getByRole('link', { name: 'Link to 1(2), paragraph 2' }).boundingBox();
  const box = await menu.boundingBox();
  const gap = (number?.x ?? NaN) - (box?.x ?? NaN) - (box?.width ?? NaN);
  expect(gap).toBeGreaterThan(0);
  expect(gap).toBeLessThan(30);
  expect(box?.y).toBeCloseTo(number?.y ?? NaN, -1);
  await expect(page).toHaveURL(/#p2$/u);
  await menu.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(() => copiedText(page)).toMatch(/\/1-2\/#p2$/u);
  await expect(menu).toBeHidden();
  await expect(page.getByRole('link', { name: 'Link to 1(2), paragraph 2' })).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(menu.getByRole('radio', { name: 'Paragraph' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#p2s2')).toHaveAttribute('aria-current', 'true');
  await menu.getByRole('button', { name: 'Copy quotation' }).click();
  await expect
    .poll(() => copiedText(page))
    .toMatch(/^“Touching .*” \(.*paragraph 2, sentence 2, \S+#p2s2\)$/u);
});

test('a passage can be shared where the system has a way to', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.share = (data) => {
      document.title = JSON.stringify(data);
      return Promise.resolve();
    };
  });
  await page.goto(`${meeting}1-2/`);
  await page.getByRole('link', { name: 'Link to 1(2), paragraph 1' }).click();
  await page.getByRole('button', { name: 'Share …' }).click();
  await expect(page).toHaveTitle(/“Upon .*paragraph 1.*\/1-2\/#p1"/u);
});

for (const [path, named] of [
  ['text/#3-2-p1s4', '3(2) Syria, sentence 1.4'],
  ['text/#intro-p1', 'Introduction, paragraph 1'],
  ['3-2/#p1s4', '3(2) Syria, sentence 1.4'],
  ['#p1s2', 'Introduction, sentence 1.2'],
] as const)
  test(`the bar at ${path} names its passage on one line, below the header`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 700 });
    await page.goto(meeting + path);
    const bar = page.locator('.passage-bar');
    await expect(bar).toHaveText(`${named}\u00a0· Japanese Foreign Ministry’s summary, 22 February 2013`, {
      useInnerText: true,
    });
    await page.evaluate(() => {
      scrollBy(0, 60);
    });
    const header = await page.locator('.site-header').boundingBox();
    const box = await bar.boundingBox();
    expect(box?.height).toBeLessThan(40);
    expect(box?.y).toBeLessThanOrEqual((header?.y ?? NaN) + (header?.height ?? NaN));
  });

test('another choice takes the mark and the bar from the passage that the link named', async ({ page }) => {
  await page.goto(`${meeting}1-2/#p1s1`);
  const decoration = (id: string) =>
    page.locator(`#${id}`).evaluate((element) => getComputedStyle(element).textDecorationLine);
  expect(await decoration('p1s1')).toBe('underline');
  await page.getByRole('link', { name: 'Link to 1(2), paragraph 2' }).click();
  await expect(page.locator('.passage-bar b')).toHaveText('1(2) Security, paragraph 2');
  expect(await decoration('p1s1')).toBe('none');
  await page.getByRole('radio').last().check();
  await expect(page).toHaveURL(/#p2s2$/u);
  await page.keyboard.press('Escape');
  await expect(page.locator('.passage-bar b')).toHaveText('1(2) Security, sentence 2.2');
  expect(await decoration('p2s2')).toBe('underline');
  expect(await decoration('p1s1')).toBe('none');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the menu is a sheet at the bottom of the window, and never covers its passage', async ({ page }) => {
    await page.goto(`${meeting}1-2/`);
    for (const block of ['start', 'end'] as const) {
      await page.locator('#p2').evaluate((element, position) => {
        scrollTo(0, 0);
        element.scrollIntoView({ block: position });
      }, block);
      await page.locator('.paragraph-number').nth(1).dispatchEvent('click');
      const menu = page.getByRole('group', { name: /^Link to/u });
      await expect(menu.getByRole('heading', { name: 'Paragraph 2' })).toBeVisible();
      for (const passage of ['#p2', '#p2s2']) {
        if (passage === '#p2s2') await menu.getByRole('radio').last().check();
        const box = await menu.boundingBox();
        const words = await page.locator(passage).boundingBox();
        if (!box || !words) throw new Error('No box.');
        expect(box.width).toBe(390);
        expect(box.y + box.height).toBeCloseTo(844, 0);
        expect(box.y).toBeGreaterThanOrEqual(words.y + words.height);
        expect(words.y).toBeGreaterThan(0);
      }
      await menu.getByRole('button', { name: 'Close' }).click();
      await expect(menu).toBeHidden();
    }
  });
});

test('characters that a sentence leaves after a fragment are taken away', async ({ page }) => {
  for (const [path, asked, meant] of [
    ['1-2/', '#p2)', '#p2'],
    ['text/', '#1-2-p2),', '#1-2-p2'],
    ['1-2/', '#p2s1%E2%80%9D', '#p2s1'],
    ['', '#2;', '#2'],
  ] as const) {
    await page.goto(meeting + path + asked);
    await expect(page).toHaveURL(meeting + path + meant);
    await expect(page.locator(`[id="${meant.slice(1)}"]:target`)).toBeVisible();
  }
});

test('a fragment that is not there is said to be missing', async ({ page }) => {
  for (const [path, fragment, message] of [
    ['1-2/', '#p9', 'This link names paragraph 9; this item has 2 paragraphs.'],
    ['1-1/', '#p2', 'This link names paragraph 2; this item has 1 paragraph.'],
    ['1-2/', '#p2s7', 'This link names sentence 2.7; paragraph 2 has 2 sentences.'],
    ['1-2/', '#foo', 'This link names “foo”; this page has no such place.'],
    ['text/', '#1-2-p9', 'This link names paragraph 9; 1(2) has 2 paragraphs.'],
    ['', '#p9', 'This link names paragraph 9; the introduction has 1 paragraph.'],
    ['text/', '#9-9-p1', 'This link names paragraph 1; this page has no such passage.'],
  ] as const) {
    await page.goto(meeting + path + fragment);
    await expect(page.locator('main').getByText(message)).toBeInViewport();
    await expect(page.locator('body > [aria-live]')).toHaveText(message);
    await page.evaluate(() => {
      location.hash = document.querySelector('.text p')?.id ?? '';
    });
    await expect(page.locator('main').getByText(message)).toHaveCount(0);
  }
});

test('a refused clipboard leaves the link in a field', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.write = () => Promise.reject(new Error('Refused'));
  });
  await page.goto(`${meeting}1-2/`);
  await page.getByRole('button', { name: 'Copy link to this item' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your browser did not allow copying. Here is the link:' });
  await expect(dialog.getByRole('textbox')).toHaveValue(/\/1-2\/$/u);
  expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/\/1-2\/$/u);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'Copy link to this item' })).toBeFocused();
});
