/** Where a first window shows what readers came for, in CSS pixels, with both typefaces loaded. */
import type { Page } from '@playwright/test';
import { expect, meeting, test } from '../e2e/fixtures.ts';
import { pageKinds } from '../helpers/page-kinds.ts';
import { laptop, openPage, phone } from './states.ts';

const top = async (page: Page, element: string) =>
  (await page.locator(element).first().boundingBox())?.y ?? NaN;

for (const [what, path, viewport, element, least, most] of [
  ['the first words of an item', '1-2/', laptop, '#p1', 0, 340],
  ['the button that copies a link', '1-2/', phone, '[data-copy]', 0, 420],
  ['the first agenda item', '', laptop, '[id="1"] a', 0, 720],
  ['the first agenda item', '', phone, '[id="1"] a', 0, 1100],
  ['a sentence that a link leads to', '1-2/#p2s2', laptop, '#p2s2', 900 * 0.2, 900 * 0.45],
  ['a sentence that a link leads to', '1-2/#p2s2', phone, '#p2s2', 844 * 0.2, 844 * 0.45],
] as const)
  test(`${what} at ${String(viewport.width)} px`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openPage(page, meeting + path);
    expect(await top(page, element)).toBeGreaterThanOrEqual(least);
    expect(await top(page, element)).toBeLessThanOrEqual(most);
  });

test('who published the text is named beside its first words', async ({ page }) => {
  for (const path of ['/', meeting, `${meeting}1-2/`]) {
    await openPage(page, path);
    await expect(page.getByText(/Ministry of Foreign Affairs|Foreign Ministry/u).first()).toBeInViewport();
  }
});

// Phones zoom into fields with smaller text.
test('text has 14 px at least, fields have 16, and only the page scrolls', async ({ page }) => {
  await page.setViewportSize(phone);
  for (const path of pageKinds) {
    await openPage(page, path);
    const found = await page.locator('body *').evaluateAll((nodes) =>
      nodes
        .filter((node) => {
          const { fontSize, overflowY } = getComputedStyle(node);
          const hasText = [...node.childNodes].some(
            ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim(),
          );
          const least = node.matches('input:not([type=checkbox]), select, textarea') ? 16 : hasText ? 14 : 0;
          const isSmall = parseFloat(fontSize) < least - 0.01 && !node.closest('sup');
          return node.checkVisibility() && (isSmall || /auto|scroll/u.test(overflowY));
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(found, path).toEqual([]);
  }
});
