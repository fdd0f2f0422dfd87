/** What the guidelines (WCAG 2.2) ask for and a browser can measure, on every kind of page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { clipboard, home, reader, siteAlone } from './reader.ts';

const { open, origin, stopServer, restartServer } = reader();
const alone = reader({ outDir: siteAlone() });

/** An address of each kind of page. */
const kinds: readonly [kind: string, address: string][] = [
  ['the home page', '/'],
  ['the list of meetings', '/meetings/'],
  ['the meetings of a year', '/meetings/2013/'],
  ['a meeting', home],
  ['an agenda item', `${home}1-2/`],
  ['a marked paragraph', `${home}1-2/#p2`],
  ['the whole text', `${home}text/`],
  ['who said what', `${home}positions/`],
  ['before and after', `${home}follow-up/`],
  ['the index of terms', '/terms/'],
  ['a letter of an index', '/people/letters/k/'],
  ['a term', '/terms/senkaku-islands/'],
  ['a person', '/people/fumio-kishida/'],
  ['source and fidelity', '/about/source/'],
  ['the sources of a year', '/about/source/2013/'],
  ['search with results', '/search/?q=Japan'],
  ['about', '/about/'],
  ['about accessibility', '/about/accessibility/'],
  ['offline reading', '/about/offline/'],
  ['an address that is not there', '/nonsense/'],
];
const laptop = { width: 1360, height: 900 };
const telephone = { width: 390, height: 844 };
/** 1280 × 1024 at 400 %. */
const zoomed = { width: 320, height: 256 };

/** Waits for what a page shows only after it has been loaded. */
async function settle(page: Page): Promise<void> {
  if (page.url().includes('/search/?')) await page.locator('.count', { hasText: /passage/ }).waitFor();
  await page.evaluate(() => document.fonts.ready);
}

async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('Japan');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
}

async function openLinks(page: Page, paragraph = 2): Promise<void> {
  await page.getByRole('link', { name: `Paragraph ${String(paragraph)}`, exact: true }).press('Enter');
  await page.getByRole('button', { name: `Copy link to paragraph ${String(paragraph)}` }).waitFor();
}

async function selectWords(page: Page): Promise<void> {
  await page.locator('#p2s1').selectText();
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
}

async function showWhoSaidWhat(page: Page): Promise<void> {
  await page.getByLabel('Show who said what').check();
}

async function openExplanation(page: Page): Promise<void> {
  await page.locator('.text .term').first().press('Enter');
  await page.getByRole('group', { name: /^Explanation of/ }).waitFor();
}

/** What can be opened over a page, or turned on. */
const overlays: readonly [what: string, show: (page: Page) => Promise<void>][] = [
  ['the search dialog', openSearch],
  ['the links of a paragraph', (page) => openLinks(page)],
  ['the tools for selected words', selectWords],
  ['the marks of who said what', showWhoSaidWhat],
  ['the explanation of a term', openExplanation],
];

async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep for offline reading' }).click();
  await page.getByRole('status').filter({ hasText: 'Kept on this device' }).waitFor();
}

async function keepAndRemove(page: Page): Promise<void> {
  await keep(page);
  await page.getByRole('button', { name: 'Remove from this device' }).click();
  await page.getByText('Removed from this device.').waitFor();
}

/** Opens an address without a connection, where a meeting is kept. */
async function openOffline(page: Page, address: string): Promise<void> {
  await keep(page);
  await page.context().setOffline(true);
  await page.goto(origin() + address);
  await page.getByRole('complementary', { name: 'Offline' }).waitFor();
}

/** What a meeting's page shows when it is kept, and what is shown without a connection. */
const offline: readonly [what: string, show: (page: Page) => Promise<void>][] = [
  ['a meeting that is kept', keep],
  ['a meeting that is kept no longer', keepAndRemove],
  [
    'a meeting that is being kept',
    async (page) => {
      await keepAndRemove(page);
      // It takes every connection, and never answers.
      await stopServer(() => undefined);
      await page.getByRole('button', { name: 'Keep for offline reading' }).click();
      await page.getByText('Keeping …').waitFor();
    },
  ],
  [
    'a meeting that can’t be kept',
    async (page) => {
      await page.context().setOffline(true);
      await page.getByRole('button', { name: 'Keep for offline reading' }).click();
      await page.getByText('This could not be loaded.').waitFor();
    },
  ],
  [
    'the list of what is kept',
    async (page) => {
      await keep(page);
      await page.goto(`${origin()}/about/offline/`);
      await page.locator('.kept li').waitFor();
    },
  ],
  ['a meeting without a connection', (page) => openOffline(page, home)],
  ['an agenda item without a connection', (page) => openOffline(page, `${home}1-2/`)],
  ['a page that is not kept, without a connection', (page) => openOffline(page, '/about/')],
];

describe('rules', () => {
  afterEach(restartServer);

  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const contrast = 'color-contrast-enhanced';

  /** Breaches of the rules in light and dark, on a telephone and on a laptop. */
  async function breaches(page: Page): Promise<{ rules: string[]; contrast: string[] }> {
    const found: { rules: string[]; contrast: string[] } = { rules: [], contrast: [] };
    for (const viewport of [laptop, telephone]) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        // Only colours change with the scheme.
        const rules =
          colorScheme === 'light'
            ? { runOnly: tags, rules: { [contrast]: { enabled: true } } }
            : { runOnly: ['color-contrast', contrast, 'link-in-text-block'] };
        const { violations } = await new AxeBuilder({ page })
          .options({ ...rules, resultTypes: ['violations'] })
          // There are no frames, for which it would open a second page each time.
          .setLegacyMode()
          .analyze();
        for (const { id, nodes } of violations) {
          const list = id === contrast ? found.contrast : found.rules;
          for (const { target, failureSummary } of nodes)
            list.push(
              `${String(viewport.width)} ${colorScheme} ${id}: ${String(target)}: ${String(failureSummary)}`,
            );
        }
      }
    }
    return found;
  }

  test.each(kinds)('%s', async (_, address) => {
    const page = await open(address);
    await settle(page);
    const found = await breaches(page);
    expect(found.rules).toEqual([]);
    expect(found.contrast, 'contrast of 7:1').toEqual([]);
  });

  test.each([
    ...overlays.map(([what, show]) => [what, `${home}1-2/`, show] as const),
    ...offline.map(([what, show]) => [what, home, show] as const),
  ])('%s', async (_, address, show) => {
    const page = await open(address);
    await show(page);
    const found = await breaches(page);
    expect(found.rules).toEqual([]);
    expect(found.contrast, 'contrast of 7:1').toEqual([]);
  });
});

interface Stop {
  /** What has the focus, or nothing where the focus has left the page. */
  name: string;
  /** It is out of sight or covered, or nothing shows that it has the focus. */
  faults: string[];
}

/** Where the focus is. */
async function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: '', faults: ['nothing has the focus'] };
    const words = (element.ariaLabel ?? element.textContent).trim().replace(/\s+/gu, ' ');
    const name = words || element.localName;
    const faults: string[] = [];
    const parts: Element[] = [];
    for (let part = element.parentElement; part; part = part.parentElement) parts.push(part);
    const marked = [element, ...parts].find((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(part);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
    if (!marked) faults.push(`${name}: nothing shows that it has the focus`);
    const { outlineWidth, outlineOffset } = getComputedStyle(marked ?? element);
    const ring = Math.max(0, parseFloat(outlineWidth) + parseFloat(outlineOffset));
    // A ring around it may lie under an edge for a pixel or two, as its offset lies within.
    const frames = parts
      .filter((part) => getComputedStyle(part).overflow !== 'visible' && part !== document.documentElement)
      .map((part) => part.getBoundingClientRect());
    for (const { left, top, right, bottom } of element.getClientRects()) {
      const place = `${name} (${[left, top, right, bottom].map(Math.round).join(' ')})`;
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight)
        faults.push(`${place} is not in sight of ${String(innerWidth)} × ${String(innerHeight)}`);
      const points = [
        [x, y],
        [left + 2, y],
        [right - 2, y],
        [x, top + 2],
        [x, bottom - 2],
      ] as const;
      const above = points
        .map((point) => document.elementFromPoint(...point))
        .find((node) => !element.contains(node));
      if (above) faults.push(`${place} is covered by ${above.localName}.${above.className}`);
      if (left < ring || right > innerWidth - ring)
        faults.push(`${place}: the ring around it is cut off by the window`);
      for (const frame of frames)
        if (left - ring < frame.left || right + ring > frame.right)
          faults.push(`${place}: the ring around it is cut off`);
    }
    return { name, faults };
  });
}

/** The name of what has the focus. */
async function focused(page: Page): Promise<string> {
  return (await stop(page)).name;
}

describe.each([laptop, telephone])('with the keyboard alone, at $width × $height', (viewport) => {
  test('from the home page to the link of a paragraph in the clipboard', async () => {
    const page = await alone.open('/', { viewport, reducedMotion: 'reduce' });
    const faults: string[] = [];
    const tabTo = async (name: string): Promise<void> => {
      for (let steps = 0; steps < 60; steps += 1) {
        await page.keyboard.press('Tab');
        const at = await stop(page);
        faults.push(...at.faults);
        if (at.name === name) return;
      }
      throw new Error(`no “${name}” within 60 steps`);
    };
    await tabTo('Security');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${home}1-2/`);
    await tabTo('Paragraph 2');
    await page.keyboard.press('Enter');
    const button = page.getByRole('button', { name: 'Copy link to paragraph 2' });
    await button.waitFor();
    if (!(await button.evaluate((node) => node === document.activeElement)))
      await tabTo('Copy link to paragraph 2');
    faults.push(...(await stop(page)).faults);
    await page.keyboard.press('Enter');
    await page.getByText('Link to paragraph 2 copied').waitFor();
    faults.push(...(await stop(page)).faults);
    expect(await clipboard(page)).toBe(`${alone.origin()}${home}1-2/#p2`);
    expect(faults).toEqual([]);
  });

  test('each stop of each kind of page is seen, there and back', async () => {
    const page = await open('/', { viewport });
    const found: Record<string, string[]> = {};
    for (const [kind, address] of kinds) {
      await page.goto(origin() + address);
      await settle(page);
      await page.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      });
      for (const key of ['Tab', 'Shift+Tab']) {
        const stops: Stop[] = [];
        let isFirst = false;
        await page.keyboard.press(key);
        stops.push(await stop(page));
        // Two links may have one name.
        const first = await page.evaluateHandle(() => document.activeElement);
        while (!isFirst && stops.at(-1)?.name !== '' && stops.length < 100) {
          await page.keyboard.press(key);
          stops.push(await stop(page));
          isFirst = await first.evaluate((element) => element === document.activeElement);
        }
        expect(stops.length, `${kind}: the focus goes round`).toBeLessThan(100);
        expect(stops.length).toBeGreaterThan(5);
        const faults = stops.slice(0, -1).flatMap((one) => one.faults);
        if (faults.length > 0) found[`${kind}, ${key}`] = faults;
      }
    }
    expect(found).toEqual({});
  });

  test('the first stop leads past the masthead', async () => {
    const page = await open(`${home}text/`, { viewport });
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the text');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('main :focus').count()).toBe(1);
  });
});

describe('the focus is not lost', () => {
  test.each(['Escape', 'the button “Close”'])(
    'when the search dialog closes with %s, the button has it',
    async (by) => {
      const page = await open(`${home}1-2/`);
      const button = page.getByRole('button', { name: 'Search', exact: true });
      await button.press('Enter');
      await page.getByRole('combobox').fill('Japan');
      await page.getByRole('option').first().waitFor();
      if (by === 'Escape') await page.keyboard.press('Escape');
      else await page.getByRole('button', { name: 'Close' }).press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await button.evaluate((node) => node === document.activeElement)).toBe(true);
    },
  );

  test('when the search dialog that Control+K opened closes, the link before has it', async () => {
    const page = await open(`${home}1-2/`);
    const link = page.getByRole('link', { name: /^Next/ });
    await link.focus();
    await openSearch(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  test.each(['Escape', 'Enter', 'Shift+Tab'])(
    'when the links of a paragraph are left with %s, its number has it',
    async (key) => {
      const page = await open(`${home}1-2/`);
      await openLinks(page, 2);
      await page.keyboard.press(key);
      await expect.poll(() => page.locator('.here').count()).toBe(0);
      await page.locator('.links').waitFor({ state: 'hidden' });
      expect(await stop(page)).toEqual({ name: 'Paragraph 2', faults: [] });
    },
  );

  test('Tab leads from the links of a paragraph into it, and they do not cover it', async () => {
    const page = await open(`${home}1-2/`);
    await openLinks(page, 1);
    const count = await page.locator('.links button').count();
    for (let step = 0; step < count; step += 1) await page.keyboard.press('Tab');
    await expect.poll(() => stop(page)).toEqual({ name: 'Summit Meeting', faults: [] });
  });

  test('when the theme changes, its button has it', async () => {
    const page = await open('/');
    await page.getByRole('button', { name: 'Theme: system' }).press('Enter');
    expect(await focused(page)).toBe('Theme: light');
  });
});

describe('targets are large enough, or far enough from each other (2.5.8)', () => {
  afterEach(restartServer);

  /** Targets of less than 24 × 24 pixels around whose centre a circle of 24 pixels touches another target. */
  async function smallTargets(page: Page): Promise<string[]> {
    return page.evaluate(() => {
      const within = document.querySelector('dialog[open], :popover-open') ?? document.body;
      const targets = [...within.querySelectorAll('a[href], button, input, summary')]
        .filter((node) => node.checkVisibility({ visibilityProperty: true }))
        .filter((node) => getComputedStyle(node).clipPath === 'none')
        .map((node) => {
          const box = node.getBoundingClientRect();
          return {
            node,
            box,
            rects: [...node.getClientRects()],
            x: box.x + box.width / 2,
            y: box.y + box.height / 2,
            small: box.width < 24 || box.height < 24,
          };
        });
      /** The exception "Inline": the target stands in a sentence, or its size follows the lines of the text. */
      const inSentence = (node: Element): boolean => {
        if (getComputedStyle(node).display !== 'inline') return false;
        const block = node.closest('p, li, dd');
        if (!block) return false;
        const text = block.cloneNode(true) as Element;
        for (const other of text.querySelectorAll('a, button')) other.remove();
        return /\p{L}{2}/u.test(text.textContent);
      };
      return targets
        .filter(({ node, small }) => small && !inSentence(node))
        .flatMap((one) =>
          targets
            .filter(({ node }) => node !== one.node)
            .filter((other) => {
              const touched = other.rects.some((rect) => {
                const dx = one.x - Math.max(rect.left, Math.min(one.x, rect.right));
                const dy = one.y - Math.max(rect.top, Math.min(one.y, rect.bottom));
                return Math.hypot(dx, dy) < 12;
              });
              return touched || (other.small && Math.hypot(one.x - other.x, one.y - other.y) < 24);
            })
            .map(
              (other) =>
                `“${one.node.textContent.trim()}” (${one.box.width.toFixed(1)} × ${one.box.height.toFixed(1)} ` +
                `at ${one.x.toFixed(0)} ${one.y.toFixed(0)}) is too near to “${other.node.textContent.trim()}”`,
            ),
        );
    });
  }

  test('on every kind of page, on a laptop and on a telephone', async () => {
    const page = await open('/');
    const found: Record<string, string[]> = {};
    for (const [kind, address] of kinds) {
      await page.goto(origin() + address);
      await settle(page);
      for (const { width } of [laptop, telephone]) {
        // The whole page is in sight, so that nothing that sticks lies over the rest.
        await page.setViewportSize({ width, height: 6000 });
        const small = await smallTargets(page);
        if (small.length > 0) found[`${kind}, ${String(width)}`] = small;
      }
    }
    expect(found).toEqual({});
  });

  test.each(overlays)('in %s, and in the agenda of a telephone', async (_, show) => {
    const page = await open(`${home}1-2/`, { viewport: telephone });
    await page.locator('.agenda summary').press('Enter');
    await page.setViewportSize({ ...telephone, height: 6000 });
    expect(await smallTargets(page)).toEqual([]);
    await show(page);
    expect(await smallTargets(page)).toEqual([]);
  });

  test.each(offline)('on %s, on a telephone', async (_, show) => {
    const page = await open(home, { viewport: telephone });
    await show(page);
    await page.setViewportSize({ ...telephone, height: 6000 });
    expect(await smallTargets(page)).toEqual([]);
  });
});

describe('text of any size and spacing', () => {
  afterEach(restartServer);

  /** What reaches beyond the window, and text that is cut off. */
  async function overflows(page: Page): Promise<string[]> {
    return page.evaluate(() => {
      const name = (node: Element): string =>
        `${node.localName}.${node.className} “${node.textContent.trim().slice(0, 30)}”`;
      const faults: string[] = [];
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth)
        faults.push(`the page is ${String(scrollWidth)} wide in a window of ${String(clientWidth)}`);
      for (const node of document.body.querySelectorAll<HTMLElement>('*')) {
        if (!node.checkVisibility({ visibilityProperty: true })) continue;
        const { overflowX, overflowY, clipPath, display } = getComputedStyle(node);
        // Text for screen readers only is meant to be cut off.
        if (clipPath !== 'none' || display === 'inline') continue;
        // What is typed into a field moves along with the cursor.
        if (node.localName === 'input') continue;
        const { left, right } = node.getBoundingClientRect();
        if (left < -1 || right > clientWidth + 1)
          faults.push(`${name(node)} reaches from ${left.toFixed(0)} to ${right.toFixed(0)}`);
        if (overflowX !== 'visible' && node.scrollWidth > node.clientWidth + 1)
          faults.push(`${name(node)}: ${String(node.scrollWidth)} in ${String(node.clientWidth)} wide`);
        if (/hidden|clip/.test(overflowY) && node.scrollHeight > node.clientHeight + 1)
          faults.push(`${name(node)}: ${String(node.scrollHeight)} in ${String(node.clientHeight)} high`);
      }
      return faults;
    });
  }

  /** A way of showing a page, and the guideline that asks for it. */
  interface Way {
    way: string;
    width: number;
    height?: number;
    /** The size that the reader has set for letters; 16 is usual. */
    letters?: number;
    spaced?: boolean;
  }
  const ways: readonly Way[] = [
    { way: '400 % (1.4.10)', ...zoomed },
    ...[1280, 640, 320].map((width) => ({ way: 'letters of twice the size (1.4.4)', width, letters: 32 })),
    ...[1360, 390, 320].map((width) => ({ way: 'wide spacing (1.4.12)', width, spaced: true })),
  ];

  /** Shows what a page has (again, where it is about what is opened over one) in each way. */
  async function faultsInAllWays(page: Page, show?: (page: Page) => Promise<void>): Promise<object> {
    const devtools = await page.context().newCDPSession(page);
    const found: Record<string, string[]> = {};
    for (const { way, width, height = 800, letters = 16, spaced = false } of ways) {
      await page.setViewportSize({ width, height });
      // What a reader sets in the browser: the lengths in media queries grow with it.
      await devtools.send('Page.setFontSizes', { fontSizes: { standard: letters, fixed: letters * 0.8125 } });
      if (show) await page.reload();
      await page.evaluate((on) => {
        const style = document.createElement('style');
        style.textContent = `
          * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
          p { margin-bottom: 2em !important }`;
        if (on) document.head.append(style);
      }, spaced);
      await show?.(page);
      expect(
        await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize)),
      ).toBeGreaterThanOrEqual(letters);
      const faults = await overflows(page);
      if (faults.length > 0) found[`${way}, ${String(width)} wide`] = faults;
    }
    return found;
  }

  test.each(kinds)('on %s', async (_, address) => {
    const page = await open(address);
    await settle(page);
    expect(await faultsInAllWays(page)).toEqual({});
  });

  test.each(overlays)('in %s', async (_, show) => {
    const page = await open(`${home}1-2/`);
    expect(await faultsInAllWays(page, show)).toEqual({});
  });

  test.each(offline)('on %s', async (_, show) => {
    const page = await open(home);
    await show(page);
    expect(await faultsInAllWays(page)).toEqual({});
  });

  test('at 400 % what sticks leaves two thirds of the window to the text', async () => {
    const page = await open(`${home}1-2/#p2`, { viewport: zoomed });
    const stuck = await page.evaluate(() =>
      [...document.body.querySelectorAll('*')]
        .filter((node) => /sticky|fixed/.test(getComputedStyle(node).position))
        .filter((node) => getComputedStyle(node).clipPath === 'none')
        .map((node) => {
          const { top, bottom } = node.getBoundingClientRect();
          return Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
        })
        .reduce((sum, height) => sum + height, 0),
    );
    expect(stuck).toBeLessThanOrEqual(zoomed.height / 3);
  });
});

test('nothing moves for who asks for less motion', async () => {
  const page = await open('/', { reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    for (const kind of ['animationstart', 'transitionrun'])
      document.addEventListener(kind, ({ target }) => moved.push(`${kind} ${(target as Element).className}`));
    addEventListener('pagereveal', ({ viewTransition }) => {
      if (viewTransition) moved.push('a view transition');
    });
  });
  const moved = async (): Promise<unknown> =>
    page.evaluate(() => {
      if (getComputedStyle(document.documentElement).scrollBehavior !== 'auto') return ['smooth scrolling'];
      const running = document.getAnimations().map(({ id }) => `an animation ${id}`);
      return [...(window as unknown as { moved: string[] }).moved, ...running];
    });
  await page.goto(origin() + home);
  await page.getByRole('link', { name: 'Security', exact: true }).click();
  await page.waitForURL(`**${home}1-2/`);
  expect(await moved()).toEqual([]);
  await page.getByRole('link', { name: /^Next/ }).click();
  await page.waitForURL(`**${home}1-3/`);
  await page.goBack();
  await page.waitForURL(`**${home}1-2/`);
  await openLinks(page);
  await page.keyboard.press('Enter');
  await page.getByText('Link to paragraph 2 copied').waitFor();
  await openSearch(page);
  expect(await moved()).toEqual([]);
});

describe('in the colours of the system (forced colours)', () => {
  /** What can be seen of an element besides its words, when backgrounds and shadows are gone. */
  async function lines(page: Page, selector: string): Promise<string> {
    return page
      .locator(selector)
      .first()
      .evaluate((node) => {
        const style = getComputedStyle(node);
        const paper = getComputedStyle(document.body).backgroundColor;
        const sides = ['top', 'right', 'bottom', 'left'].map((side) => {
          const [width, line, colour] = ['width', 'style', 'color'].map((part) =>
            style.getPropertyValue(`border-${side}-${part}`),
          );
          return width === '0px' || line === 'none' || colour === paper
            ? ''
            : `${side} ${String([width, line, colour])}`;
        });
        const outline =
          style.outlineStyle === 'none' ? '' : `outline ${style.outlineWidth} ${style.outlineColor}`;
        // A forced background keeps how transparent it was.
        const [ground, plain] = [style.backgroundColor, paper].map(
          (colour) => colour.match(/[\d.]+/gu) ?? [],
        );
        const [red, green, blue, alpha = '1'] = ground ?? [];
        const none = alpha === '0' || String([red, green, blue]) === String(plain?.slice(0, 3));
        const back = none ? '' : `background ${style.backgroundColor}`;
        return [...sides, outline, back].filter(Boolean).join('; ');
      });
  }
  const forced = async (address: string): Promise<Page> => {
    const page = await open(address, { forcedColors: 'active' });
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    return page;
  };

  test('the item that is shown stands out in the agenda', async () => {
    const page = await forced(`${home}1-2/`);
    const current = await lines(page, '.agenda [aria-current]');
    expect(current).not.toBe('');
    expect(current).not.toBe(await lines(page, '.agenda li li a:not([aria-current])'));
  });

  test.each(['p2', 'p2s2'])('the passage that #%s names stands out', async (id) => {
    const page = await forced(`${home}1-2/#${id}`);
    expect(await lines(page, '#p1')).toBe('');
    expect(await lines(page, `#${id}`)).not.toBe('');
  });

  test('the section that #1 names stands out', async () => {
    const page = await forced(`${home}#1`);
    expect(await lines(page, '[id="1"] h3')).not.toBe(await lines(page, '[id="2"] h3'));
  });

  test('words that were searched for stand out', async () => {
    const page = await forced('/search/?q=Futenma');
    await settle(page);
    expect(await lines(page, '#results mark')).not.toBe('');
  });

  test('the result that is chosen, and the passage whose link is offered, stand out', async () => {
    const page = await forced(`${home}1-2/`);
    await openLinks(page);
    expect(await lines(page, '.links')).not.toBe('');
    expect(await lines(page, '.here')).not.toBe('');
    await page.keyboard.press('Escape');
    await openSearch(page);
    expect(await lines(page, '.finder')).not.toBe('');
    const chosen = await lines(page, '[role=option][aria-selected=true]');
    expect(chosen).not.toBe(await lines(page, '[role=option][aria-selected=false]:nth-of-type(n+2)'));
  });

  test('buttons and fields have borders', async () => {
    const page = await forced(`${home}1-2/`);
    for (const selector of ['button.search', '.theme', '[data-copy]', '.pager a'])
      expect(await lines(page, selector), selector).toMatch(/^top.*right.*bottom.*left/);
    await page.goto(`${origin()}/search/`);
    for (const selector of ['.search-form input', '.search-form .btn'])
      expect(await lines(page, selector), selector).toMatch(/^top.*right.*bottom.*left/);
  });
});
