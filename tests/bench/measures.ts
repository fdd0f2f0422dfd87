/**
 * `node tests/bench/measures.ts [dist …]`: the measures of the interface as a table, for one built site or for several next
 * to each other ("before" and "after"). They are taken in Chromium, with an empty cache for each page.
 */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../src/commands/chromium.ts';
import { answerOf, answersFrom, serve } from '../../src/commands/edge-server.ts';

/** One row of the table: what is measured, its limit, and how it is read from a page. */
interface Measure {
  name: string;
  limit: string;
  path: string;
  width: number;
  read: (page: Page) => Promise<number | string>;
}

const meeting = 'meetings/2013-02-22-japan-us-foreign-ministers/';
const item = `${meeting}1-2/`;
const widths = [320, 390, 820, 1280, 1440, 1920];

/** The distance of an element from the top of its page, in CSS pixels. */
const top = (selector: string) => async (page: Page) =>
  Math.round((await page.locator(selector).first().boundingBox())?.y ?? NaN);

const height = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);

/** Elements that scroll by themselves. */
const scrollContainers = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('body *')].filter((e) =>
        /auto|scroll/.test(getComputedStyle(e).overflowY),
      ).length,
  );

/** Whether the first window names the ministry. */
const namesMinistry = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (
        !parent?.checkVisibility() ||
        !/Foreign Ministry|Ministry of Foreign Affairs/.test(parent.textContent)
      )
        continue;
      const { top: from, bottom } = parent.getBoundingClientRect();
      if (from < innerHeight && bottom > 0) return 'yes';
    }
    return 'no';
  });

const arrival = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { top: from = NaN } = document.querySelector('#p2s2')?.getBoundingClientRect() ?? {};
    return Math.round((from / innerHeight) * 100);
  });

const layoutShift = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          resolve(sum.toFixed(3));
        }, 500);
      }),
  );

const webFonts = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family)
        .join(', ') || 'none',
  );

const tooSmall = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const small = new Set<Element>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent || !walker.currentNode.nodeValue?.trim() || !parent.checkVisibility()) continue;
      if (parseFloat(getComputedStyle(parent).fontSize) < 13.99) small.add(parent);
    }
    return small.size;
  });

const wide = async (page: Page): Promise<string> => {
  const found: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push(width);
  }
  return found.join(', ') || 'none';
};

const measures: Measure[] = [
  {
    name: 'Home names the ministry in the first window',
    limit: 'yes',
    path: '',
    width: 1280,
    read: namesMinistry,
  },
  {
    name: 'Item names the ministry in the first window',
    limit: 'yes',
    path: item,
    width: 1280,
    read: namesMinistry,
  },
  {
    name: 'Sentence names the ministry in the first window',
    limit: 'yes',
    path: `${item}#p2s2`,
    width: 390,
    read: namesMinistry,
  },
  { name: 'First words of the text, y', limit: '≤ 340', path: item, width: 1280, read: top('#p1') },
  {
    name: 'Text column, px',
    limit: '≥ 620',
    path: item,
    width: 1280,
    read: async (page) => Math.round((await page.locator('#p1').boundingBox())?.width ?? NaN),
  },
  { name: '"Copy link", y', limit: '≤ 420', path: item, width: 390, read: top('[data-copy]') },
  { name: 'Height of 1(2), px', limit: '≤ 2,800', path: item, width: 390, read: height },
  { name: 'Scroll containers', limit: '0', path: item, width: 1280, read: scrollContainers },
  {
    name: 'Sentence on arrival, % of the window',
    limit: '25–40',
    path: `${item}#p2s2`,
    width: 1280,
    read: arrival,
  },
  {
    name: 'Sentence on arrival, % of the window',
    limit: '25–40',
    path: `${item}#p2s2`,
    width: 390,
    read: arrival,
  },
  { name: 'First agenda link, y', limit: '≤ 720', path: meeting, width: 1280, read: top('[id="1"] a') },
  { name: 'First agenda link, y', limit: '≤ 1,100', path: meeting, width: 390, read: top('[id="1"] a') },
  { name: 'Elements with text below 14 px', limit: '0', path: item, width: 390, read: tooSmall },
  { name: 'Web fonts on a first visit', limit: 'both', path: item, width: 1280, read: webFonts },
  { name: 'Layout shift', limit: '≤ 0.02', path: item, width: 390, read: layoutShift },
  { name: 'Layout shift', limit: '≤ 0.02', path: meeting, width: 1280, read: layoutShift },
  { name: 'Widths that scroll sideways', limit: 'none', path: item, width: 1280, read: wide },
  { name: 'Widths that scroll sideways', limit: 'none', path: meeting, width: 1280, read: wide },
];

async function measure(browser: Browser, site: string): Promise<(number | string)[]> {
  const answer = answersFrom(site);
  const server = await serve(answer);
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  const values: (number | string)[] = [];
  let requested: string[] = [];
  for (const { path, width, read } of measures) {
    const context = await browser.newContext({ viewport: { width, height: width < 600 ? 844 : 800 } });
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    values.push(await read(page));
    if (path === item) requested = requests;
    await context.close();
  }
  server.close();
  const bytes = (paths: string[]): number =>
    paths.reduce((sum, path) => sum + (answer(path)?.body.length ?? 0), 0);
  const html = answerOf(readFileSync(join(site, item, 'index.html')), '.html').body.length;
  return [...values, html, bytes(requested.filter((path) => path.endsWith('.js'))), bytes(requested)];
}

const rows = [
  ...measures.map(({ name, limit, width }) => ({ name: `${name} (${String(width)} px)`, limit })),
  { name: 'Item page, bytes', limit: '≤ 8,192' },
  { name: 'Scripts of the item page, bytes', limit: '≤ 4,096' },
  { name: 'All bytes of a cold item page', limit: '≤ 61,440' },
];
const sites = process.argv.length > 2 ? process.argv.slice(2) : ['dist'];
const browser = await launchChromium();
const columns: (number | string)[][] = [];
for (const site of sites) columns.push(await measure(browser, site));
await browser.close();
console.log(`| | limit | ${sites.join(' | ')} |\n|---|---|${'---|'.repeat(sites.length)}`);
rows.forEach(({ name, limit }, row) => {
  console.log(
    `| ${[name, limit, ...columns.map((values) => values[row]?.toLocaleString('en') ?? '')].join(' | ')} |`,
  );
});
