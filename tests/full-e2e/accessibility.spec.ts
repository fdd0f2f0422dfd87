/** What WCAG 2.2 asks for and a browser can measure, in each state of the interface. */
import type { Page } from '@playwright/test';
import { axeViolations, expect, meeting, test } from '../e2e/fixtures.ts';
import { pageKinds } from '../helpers/page-kinds.ts';
import { laptop, openPage, phone, states } from './states.ts';

for (const { name, open } of states)
  test(`axe in light and dark, on a laptop and a phone: ${name}`, async ({ page }) => {
    for (const viewport of [laptop, phone])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        await open(page);
        const violations = await axeViolations(page, { 'color-contrast-enhanced': { enabled: true } });
        expect(violations, `${String(viewport.width)} px, ${colorScheme}`).toEqual([]);
      }
  });

/** What is out of the window, or cut off. */
function overflows(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const isCutOff = (node: Element): boolean => {
    const { overflowX, overflowY, clipPath, display, textOverflow } = getComputedStyle(node);
    // Breadcrumbs and text for screen readers are cut off on purpose; what is typed into a field moves with the cursor.
    if (clipPath !== 'none' || textOverflow === 'ellipsis' || node.localName === 'input') return false;
    if (display === 'inline') return false;
    const { left, right } = node.getBoundingClientRect();
    return (
      left < -1 ||
      right > clientWidth + 1 ||
      (overflowX !== 'visible' && node.scrollWidth > node.clientWidth + 1) ||
      (/hidden|clip/u.test(overflowY) && node.scrollHeight > node.clientHeight + 1)
    );
  };
  const nodes = [...document.body.querySelectorAll('*')].filter(
    (node) => node.checkVisibility({ visibilityProperty: true }) && isCutOff(node),
  );
  return [
    ...(scrollWidth > clientWidth ? [`the page is ${String(scrollWidth)} px wide`] : []),
    ...nodes.map((node) => `${node.localName}.${node.className}: ${node.textContent.trim().slice(0, 30)}`),
  ];
}

/** The spacing of WCAG 1.4.12. */
function spaceText(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`,
  );
  document.adoptedStyleSheets.push(sheet);
}

for (const { name, open } of states)
  test(`no sideways scrolling and nothing cut off: ${name}`, async ({ page }) => {
    const devtools = await page.context().newCDPSession(page);
    for (const [way, width, height, standard] of [
      ['zoomed to 400 % (1.4.10)', 320, 256, 16],
      ['text of twice the size (1.4.4)', 1280, 900, 32],
      ['text of twice the size (1.4.4)', 320, 900, 32],
      ['spaced text (1.4.12)', 1360, 900, 16],
      ['spaced text (1.4.12)', 320, 900, 16],
    ] as const) {
      await page.setViewportSize({ width, height });
      // Set by the reader in the browser: the lengths in media queries grow with it.
      await devtools.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
      await open(page);
      if (way.startsWith('spaced')) {
        await page.evaluate(spaceText);
        await expect(page.locator('main')).not.toHaveCSS('letter-spacing', 'normal');
      }
      expect(await page.evaluate(overflows), `${way}, ${String(width)} px`).toEqual([]);
    }
  });

test('at 400 % what is fixed or sticky leaves two thirds of the window to the text', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(`${meeting}1-2/#p2`);
  const covered = await page.locator('body *').evaluateAll((nodes) =>
    nodes
      .filter((node) => /sticky|fixed/u.test(getComputedStyle(node).position))
      .map((node) => node.getBoundingClientRect())
      .map(({ top, bottom }) => Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)))
      .reduce((sum, height) => sum + height, 0),
  );
  expect(covered).toBeLessThanOrEqual(256 / 3);
});

/** How the focused element can't be seen: out of the window, covered, or without an outline. */
function focusIssues(): string[] {
  const element = document.activeElement;
  if (!element || element === document.body) return [];
  const name = element.ariaLabel ?? element.textContent.trim();
  const parents: Element[] = [];
  for (let part: Element | null = element; part; part = part.parentElement) parents.push(part);
  const hasOutline = parents.some((part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  const isHidden = [...element.getClientRects()].some(({ left, top, right, bottom }) => {
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isOutside = left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
    return isOutside || !above || !(element.contains(above) || above.contains(element));
  });
  return [...(hasOutline ? [] : [`${name}: no outline`]), ...(isHidden ? [`${name}: not in sight`] : [])];
}

for (const viewport of [laptop, phone])
  for (const path of pageKinds)
    test(`each stop of the keyboard is in sight at ${String(viewport.width)} px: ${path}`, async ({
      page,
    }) => {
      await page.setViewportSize(viewport);
      await openPage(page, path);
      await page.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      });
      const [issues, stops]: [string[], string[]] = [[], []];
      // Once round: the focus leaves the page after its last stop.
      for (let isRound = false; !isRound && stops.length < 150;) {
        await page.keyboard.press('Tab');
        issues.push(...(await page.evaluate(focusIssues)));
        stops.push(await page.evaluate(() => document.activeElement?.localName ?? 'body'));
        isRound = stops.at(-1) === 'body';
      }
      expect(stops.at(-1), `${String(stops.length)} stops`).toBe('body');
      expect(stops.length).toBeGreaterThan(5);
      expect(issues).toEqual([]);
    });

test('the focus returns to what opened the search dialog', async ({ page }) => {
  await page.goto(`${meeting}1-2/`);
  for (const [opener, key] of [
    [page.getByRole('button', { name: 'Search' }), 'Enter'],
    [page.getByRole('link', { name: /^Next/u }), 'Control+K'],
  ] as const) {
    await opener.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(opener).toBeFocused();
  }
});

test.describe('in forced colors', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  /** What can be seen of an element besides its words. */
  const look = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node) => {
        const properties = ['border', 'outline', 'background-color', 'text-decoration-line'];
        return properties.map((name) => getComputedStyle(node).getPropertyValue(name));
      });

  for (const [name, path, marked, plain] of [
    ['the current item', `${meeting}1-2/`, '.agenda-nav [aria-current]', '.agenda-nav li li a'],
    ['the paragraph of the URL', `${meeting}1-2/#p2`, '#p2', '#p1'],
    ['the sentence of the URL', `${meeting}1-2/#p2s2`, '#p2s2', '#p2s1'],
    ['a word that was searched for', '/search/?q=Japan', '#results mark', '#results .excerpt'],
  ] as const)
    test(`${name} stands out`, async ({ page }) => {
      await openPage(page, path);
      expect(await look(page, marked)).not.toEqual(await look(page, plain));
    });

  test('statements and the selected result stand out', async ({ page }) => {
    await page.goto(`${meeting}1-2/`);
    const before = await look(page, '.text [data-by]');
    await page.getByRole('checkbox').check();
    expect(await look(page, '.text [data-by]')).not.toEqual(before);
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('searchbox').fill('Japan');
    await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
    const selected = await look(page, 'dialog .hit:first-child');
    expect(selected).not.toEqual(await look(page, 'dialog .hit:last-child'));
  });
});

test('nothing moves for who asks for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moved: string[] = [];
  await page.exposeFunction('report', (motion: string) => moved.push(motion));
  await page.addInitScript(() => {
    const report = Reflect.get(window, 'report') as (motion: string) => void;
    for (const type of ['animationstart', 'transitionrun'])
      document.addEventListener(type, () => {
        report(type);
      });
    addEventListener('pagereveal', ({ viewTransition }) => {
      if (viewTransition) report('view transition');
    });
  });
  await page.goto(meeting);
  await page.locator(`main a[href="${meeting}1-2/"]`).first().click();
  await page.getByRole('link', { name: /^Next/u }).click();
  await page.waitForURL(/\/1-3\/$/u);
  await page.locator('.paragraph-number').first().press('Enter');
  await expect(page.locator(':popover-open')).toBeVisible();
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.locator('html')).toHaveCSS('scroll-behavior', 'auto');
  expect(moved).toEqual([]);
});
