import type { AddressInfo } from 'node:net';
import type { JSHandle, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { answersFrom, serve } from '../helpers/edge-server.ts';
import { clipboard, home, reader, siteAlone } from './reader.ts';

const { open, origin } = reader();
const alone = reader({ outDir: siteAlone() });

describe('reading', () => {
  test('from the home page to “1(2) Security”, and on to the next item', async () => {
    const page = await alone.open('/');
    await page.getByRole('link', { name: 'Security', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '1(2) Security' }).waitFor();
    await page.getByRole('link', { name: /^Next/ }).click();
    await page.waitForURL(`**${home}1-3/`);
    expect(await page.title()).toMatch(/^1\(3\) Space and Cyber Cooperation/);
  });

  test('without JavaScript every text can be read, linked and left', async () => {
    const page = await open(`${home}1-2/#p2s1`, { javaScriptEnabled: false });
    expect(await page.locator('#p2').textContent()).toMatch(/^Regarding the relocation .* United States\.$/);
    await expect.poll(() => page.locator(':target').getAttribute('id')).toBe('p2s1');
    await page.getByRole('link', { name: 'Paragraph 1', exact: true }).click();
    expect(page.url()).toBe(`${origin()}${home}1-2/#p1`);
    expect(await page.getByRole('button', { name: 'Copy link' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Search' }).click();
    expect(await page.locator('main').textContent()).toMatch(/needs JavaScript, which is off/);
    expect(await page.locator('main .meetings a').count()).toBeGreaterThan(0);
  });

  test('the agenda is open on a laptop and folds on a telephone', async () => {
    const page = await open(`${home}1-2/`);
    const link = page.locator('.agenda').getByRole('link', { name: /North Korea/ });
    expect(await link.isVisible()).toBe(true);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await link.isVisible()).toBe(false);
    await page.locator('.agenda summary').click();
    await link.click();
    await page.waitForURL(`**${home}2-2/`);
  });
});

describe('links', () => {
  test.each(['p2', 'p2s2'])('an address with #%s shows which words are meant, and says so', async (id) => {
    const page = await open(`${home}1-2/#${id}`, { viewport: { width: 1360, height: 500 } });
    const target = page.locator(`#${id}`);
    const plain = await page.locator('#p1s1').evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(await target.evaluate((node) => getComputedStyle(node).backgroundColor)).not.toBe(plain);
    expect(await target.getAttribute('aria-current')).toBe('true');
    await expect
      .poll(() => page.locator('[aria-live=polite]').textContent())
      .toMatch(id === 'p2' ? /paragraph 2, which is marked/ : /paragraph 2, sentence 2, which is marked/);
    const [header, box] = await Promise.all([page.locator('.masthead').boundingBox(), target.boundingBox()]);
    expect(box?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
  });

  test('“Copy link” copies the address of the item, and says so', async () => {
    const page = await open(`${home}1-2/?mark=Okinawa#p1`);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link to this page copied').waitFor();
    expect(await clipboard(page)).toBe(`${origin()}${home}1-2/`);
  });

  test.each(['pointer', 'keyboard'])(
    'a paragraph’s and a sentence’s link are copied with the %s',
    async (by) => {
      const page = await open(`${home}1-2/`);
      const number = page.getByRole('link', { name: 'Paragraph 2', exact: true });
      const use = async (name: RegExp): Promise<void> => {
        if (by === 'pointer') {
          await number.click();
          await page.getByRole('button', { name }).click();
        } else {
          await number.focus();
          await page.keyboard.press('Enter');
          await page.getByRole('button', { name: /paragraph 2/ }).waitFor();
          while (!name.test((await page.locator(':focus').textContent()) ?? ''))
            await page.keyboard.press('Tab');
          await page.keyboard.press('Enter');
        }
      };
      await use(/Copy link to paragraph 2/);
      await page.getByText('Link to paragraph 2 copied').waitFor();
      expect(await clipboard(page)).toBe(`${origin()}${home}1-2/#p2`);
      await use(/Copy link to sentence 2/);
      await page.getByText('Link to sentence 2 of paragraph 2 copied').waitFor();
      expect(await clipboard(page)).toBe(`${origin()}${home}1-2/#p2s2`);
      // The colleague who gets it sees the very sentence.
      const colleague = await open((await clipboard(page)).slice(origin().length));
      expect(await colleague.locator(':target').textContent()).toMatch(/^Touching on his visit to Okinawa/);
    },
  );

  test('a copy that is refused shows the address', async () => {
    const page = await open(`${home}1-2/`);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText(`Copying was refused. Link to this page: ${origin()}${home}1-2/`).waitFor();
  });
});

describe('an address written by hand leads on', () => {
  test.each([
    ['1.2/', '1-2/'],
    ['1(2)/', '1-2/'],
    ['1/', '#1'],
    ['1-2/p2/', '1-2/#p2'],
    ['1.2/#p2s1', '1-2/#p2s1'],
  ])('…/%s to …/%s', async (asked, meant) => {
    const page = await open(home + asked);
    await page.waitForURL(origin() + home + meant);
    expect(await page.locator('h1').textContent()).not.toMatch(/no page/);
  });

  test('the day alone is enough where it had one meeting', async () => {
    const page = await open('/meetings/2013-02-22/1.2/');
    await page.waitForURL(`${origin()}${home}1-2/`);
  });

  test.each([`${home}9-9/`, '/nonsense/'])('%s gets search and the list of meetings', async (asked) => {
    const page = await open(asked);
    await page.getByRole('heading', { name: 'There is no page at this address' }).waitFor();
    expect(await page.locator('main input[type=search]').count()).toBe(1);
    expect(await page.locator('main .meetings a').count()).toBeGreaterThan(0);
    if (asked.startsWith(home))
      await page.getByRole('link', { name: 'The agenda of this meeting' }).waitFor();
  });
});

describe('the web fonts', () => {
  /** The font that a paragraph is shown in. */
  async function fontOf(page: Page): Promise<string | undefined> {
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#p1s1' });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    return fonts[0]?.isCustomFont === true ? 'web' : 'own';
  }

  test('are there at once on a fast line, with and without JavaScript', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open(`${home}1-2/`, { javaScriptEnabled });
      await page.waitForLoadState('networkidle');
      if (javaScriptEnabled) expect(await fontOf(page)).toBe('web');
      else expect(await page.locator('link[rel=preload][as=font]').count()).toBe(2);
    }
  });

  test('keep no text waiting on a slow line; the next page has them', async () => {
    // The preview has a browser ask again for what it has; a site's server does not.
    const server = await serve(answersFrom('dist'));
    try {
      const site = `http://localhost:${String((server.address() as AddressInfo).port)}`;
      const page = await open('/robots.txt');
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: 200_000,
        uploadThroughput: 200_000,
      });
      await page.goto(`${site}${home}1-2/`, { waitUntil: 'networkidle' });
      expect(await page.locator('link[rel=preload]').count()).toBe(0);
      // Fetched behind the page, they change nothing of it.
      expect(await page.locator('link[rel=prefetch][as=font]').count()).toBe(2);
      expect(await fontOf(page)).toBe('own');
      await page.getByRole('link', { name: /^Next/ }).click();
      await page.waitForURL(`**${home}1-3/`, { waitUntil: 'networkidle' });
      expect(await page.locator('link[rel=preload]').count()).toBe(2);
      expect(await fontOf(page)).toBe('web');
      // Nor does who comes back from elsewhere lose them.
      await page.goto('about:blank');
      await page.goto(`${site}${home}1-2/`, { waitUntil: 'networkidle' });
      expect(await page.evaluate(() => document.referrer)).toBe('');
      expect(await fontOf(page)).toBe('web');
    } finally {
      server.close();
    }
  });
});

test('a theme set by hand is kept, and shown from the first paint on', async () => {
  const page = await open('/', { colorScheme: 'light' });
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Theme: system' }).click();
  expect(await paper()).toBe(light);
  await page.getByRole('button', { name: 'Theme: light' }).click();
  expect(await paper()).not.toBe(light);
  const dark = await paper();
  // Nothing but the document itself is needed for it.
  await page.route(/\.js$/, (route) => route.abort());
  await page.goto(origin() + home);
  expect(await paper()).toBe(dark);
});

/** Selects the words of a paragraph that start at one offset and end at another, by the paragraph's own text. */
async function select(page: Page, id: string, words: string): Promise<void> {
  const range = await rangeOf(page, id, words);
  await range.evaluate(({ startContainer, startOffset, endContainer, endOffset }) => {
    getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  });
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
}

/** Words of a paragraph, wherever its elements begin and end. */
async function rangeOf(page: Page, id: string, words: string, context = words): Promise<JSHandle<Range>> {
  return page.evaluateHandle(
    ([paragraph, part, around]) => {
      const walker = document.createTreeWalker(
        document.getElementById(paragraph) as Node,
        NodeFilter.SHOW_TEXT,
      );
      const range = document.createRange();
      const places: [Node, number][] = [];
      let text = '';
      while (walker.nextNode()) {
        const own = walker.currentNode.textContent ?? '';
        for (let at = 0; at < own.length; at += 1) places.push([walker.currentNode, at]);
        text += own;
      }
      const start = text.indexOf(around) + around.indexOf(part);
      const [first, last] = [places[start], places[start + part.length - 1]];
      if (!text.includes(around) || !first || !last) throw new Error(`no “${around}” in ${paragraph}`);
      range.setStart(...first);
      range.setEnd(last[0], last[1] + 1);
      return range;
    },
    [id, words, context] as const,
  );
}

describe('selected words', () => {
  test('are copied as a quotation with meeting, item, paragraph, day, publisher and address', async () => {
    const page = await open(`${home}1-2/`);
    await select(page, 'p2', 'it was important to develop the Okinawa Consolidation Plan without delay');
    await page.getByRole('button', { name: 'Copy quotation' }).click();
    await page.getByText('Quotation copied').waitFor();
    expect(await clipboard(page)).toBe(
      '“it was important to develop the Okinawa Consolidation Plan without delay” ' +
        "(Ministry of Foreign Affairs of Japan, Japan-U.S. Foreign Ministers' Meeting, 22 February 2013, " +
        `1(2) Security, paragraph 2, ${origin()}${home}1-2/#p2)`,
    );
  });

  test.for([
    ['1-2', 'p2', 'wide-ranging areas, including'],
    ['1-2', 'p2', 'Summit Meeting'],
    ['3-1', 'p2', 'approximately $40 million'],
  ])(
    'of %s #%s: the link of “%s” marks exactly these words',
    async ([item = '', id = '', words = ''], { skip }) => {
      // The packaged Chromium runs in a single process and follows no text directive at all.
      const probe = await open(`${home}1-2/#p1:~:text=Summit%20Meeting`);
      const followed = await expect
        .poll(() => probe.evaluate(() => document.querySelector(':target')?.closest('[id]')?.id))
        .toBe('p1s1')
        .then(
          () => true,
          () => false,
        );
      if (!followed) skip('THIS BROWSER FOLLOWS NO TEXT DIRECTIVES: passage links were not tested');
      const paragraph = words.startsWith('wide') ? 'p1' : id;
      const page = await open(`${home}${item}/`);
      await select(page, paragraph, words);
      await page.getByRole('button', { name: 'Copy link to this passage' }).click();
      await page.getByText('Link to this passage copied').waitFor();
      const link = await clipboard(page);
      expect(link.startsWith(`${origin()}${home}${item}/#${paragraph}:~:text=`)).toBe(true);
      // A hyphen, a comma and an ampersand of the words must not be read as the directive's own.
      expect(link.split('text=')[1]).not.toMatch(/[$+&]/);

      const inOneType = async (address: string): Promise<Page> => {
        const opened = await open('/robots.txt');
        // Two pictures are compared, so a web font must not come to one of them only.
        await opened.route('**/*.woff2', (route) => route.abort());
        await opened.goto(address);
        return opened;
      };
      const there = await inOneType(link);
      const plain = await inOneType(`${origin()}${home}${item}/`);
      const same = async (part: string, context: string): Promise<boolean> => {
        const [marked, unmarked] = await Promise.all([
          pictureOf(there, paragraph, part, context),
          pictureOf(plain, paragraph, part, context),
        ]);
        return marked.equals(unmarked);
      };
      expect(await same(words, words)).toBe(false);
      const [before = '', after = ''] = ((await plain.locator(`#${paragraph}`).textContent()) ?? '').split(
        words,
        2,
      );
      const [previous = ''] = /\S+\s*$/.exec(before) ?? [];
      const [next = ''] = /^\s*\S+/.exec(after) ?? [];
      if (previous.trim()) expect(await same(previous.trim(), previous + words)).toBe(true);
      if (next.trim().length > 1) expect(await same(next.trim(), words + next)).toBe(true);
    },
  );

  test('by finger, have their tools in the window, wherever the page was scrolled to', async () => {
    const page = await open(`${home}1-2/`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await page.locator('#p2').scrollIntoViewIfNeeded();
    await page.evaluate(() => {
      scrollBy(0, 300);
    });
    await select(page, 'p2', 'without delay');
    const tools = await page.getByRole('toolbar', { name: 'Selected words' }).boundingBox();
    const pager = await page.locator('.pager').boundingBox();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(tools?.y).toBeGreaterThan(0);
    expect((tools?.y ?? NaN) + (tools?.height ?? NaN)).toBeLessThanOrEqual(pager?.y ?? NaN);
    await page.getByRole('button', { name: 'Copy quotation' }).tap();
    await page.getByText('Quotation copied').waitFor();
    expect(await clipboard(page)).toMatch(/^“without delay” \(/);
  });

  test('are reached with the keyboard, and let go with Escape', async () => {
    const page = await open(`${home}1-2/`);
    // A double click selects a word, and is where Tab goes on from.
    const { x, y, height } = await placeOf(page, 'p2', 'important');
    await page.mouse.dblclick(x + 10, y + height / 2);
    await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator(':focus').textContent()).toBe('Copy quotation');
    await page.keyboard.press('Enter');
    await page.getByText('Quotation copied').waitFor();
    expect(await clipboard(page)).toMatch(/^“important” \(/);
    await page.keyboard.press('Escape');
    await page.getByRole('toolbar', { name: 'Selected words' }).waitFor({ state: 'hidden' });
  });
});

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where some words of a paragraph stand, but for a margin that belongs to their neighbours. */
async function placeOf(page: Page, id: string, words: string, context = words): Promise<Place> {
  const range = await rangeOf(page, id, words, context);
  return range.evaluate((words) => {
    const { x, y, width, height } = words.getBoundingClientRect();
    return { x: x + 2, y: y + 2, width: width - 4, height: height - 4 };
  });
}

async function pictureOf(page: Page, id: string, words: string, context: string): Promise<Buffer> {
  await page.mouse.move(1, 1);
  return page.screenshot({ clip: await placeOf(page, id, words, context), animations: 'disabled' });
}

test.each([
  ...['', '1-2/', 'text/', 'positions/', 'follow-up/'].map((path) => home + path),
  '/people/fumio-kishida/',
  '/terms/',
  '/about/source/',
  '/search/?q=Futenma',
])('on paper, %s ends with address and day: no interface, and no empty sheet behind it', async (address) => {
  const page = await open(address, { viewport: { width: 640, height: 200 } });
  if (address.includes('?')) await page.locator('.count', { hasText: 'Futenma' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const [printed, day] = (await page.locator('.paper').textContent())?.split(', printed on ') ?? [];
  expect(printed).toMatch(/^http/);
  expect(printed?.endsWith(address)).toBe(true);
  expect(day).toMatch(/^\d{1,2} \p{L}+ \d{4}$/u);
  expect(
    await page
      .locator('.masthead, .pager, .letters, button, select, input')
      .filter({ visible: true })
      .count(),
  ).toBe(0);
  // Where a link leads is read on paper too.
  for (const link of await page.locator('main a[rel=external]').filter({ visible: true }).all())
    expect(
      await link.evaluate((a) =>
        getComputedStyle(a, '::after').content.includes(a.getAttribute('href') ?? ' '),
      ),
    ).toBe(true);
  const behind = await page.evaluate(() => {
    const end = document.querySelector('.paper')?.getBoundingClientRect().bottom ?? 0;
    return document.documentElement.scrollHeight - scrollY - end;
  });
  expect(behind).toBeLessThan(1);
});
