/**
 * `node tests/bench/measures.ts [dist …]`: the measures of the interface as a table, for one built site or for several next
 * to each other (before and after). Each is taken in Chromium with an empty cache.
 */
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { launchChromium } from '../helpers/chromium.ts';
import { answersFrom, serve } from '../helpers/edge-server.ts';

type Value = number | string;

const meeting = 'meetings/2013-02-22-japan-us-foreign-ministers/';
const item = `${meeting}1-2/`;

/** The distance of an element from the top of the page, in CSS pixels. */
const top = (selector: string) => async (page: Page) =>
  Math.round((await page.locator(selector).first().boundingBox())?.y ?? NaN);

/** Evaluates a function in the page. */
const inPage = (read: () => Value | Promise<Value>) => (page: Page) => page.evaluate(read);

const namesMinistry = inPage(() => {
  const named = [...document.querySelectorAll('body *')].filter((element) => {
    const { top: start, bottom, height } = element.getBoundingClientRect();
    const own = [...element.childNodes].map(({ nodeType, nodeValue }) => (nodeType === 3 ? nodeValue : ''));
    const isInWindow = height > 0 && start < innerHeight && bottom > 0;
    return isInWindow && /Foreign Ministry|Ministry of Foreign Affairs/.test(own.join(' '));
  });
  return named.some((element) => element.checkVisibility()) ? 'yes' : 'no';
});

const arrival = inPage(() => {
  const start = document.querySelector('#p2s2')?.getBoundingClientRect().top ?? NaN;
  return Math.round((start / innerHeight) * 100);
});

const scrollContainers = inPage(() => {
  const elements = [...document.querySelectorAll('body *')];
  return elements.filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY)).length;
});

const smallText = inPage(() => {
  const texts = [...document.querySelectorAll('body *')].filter((element) =>
    [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim()),
  );
  const small = (element: Element): boolean => parseFloat(getComputedStyle(element).fontSize) < 13.99;
  return texts.filter((element) => element.checkVisibility() && small(element)).length;
});

const layoutShift = inPage(async () => {
  let sum = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  await new Promise((resolve) => setTimeout(resolve, 500));
  return sum.toFixed(3);
});

const webFonts = inPage(() => {
  const loaded = [...document.fonts].filter(({ status }) => status === 'loaded');
  return loaded.filter(({ family }) => /^"?(Source Serif 4|Public Sans)"?$/.test(family)).length;
});

async function sidewaysScrolling(page: Page): Promise<Value> {
  const wide: number[] = [];
  for (const width of [320, 390, 820, 1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(width);
  }
  return wide.join(', ') || 'none';
}

/** What is measured, its limit, the page, the width of the window, and how it is read. */
const measures: [string, string, string, number, (page: Page) => Promise<Value>][] = [
  ['Home names the ministry at once', 'yes', '', 1280, namesMinistry],
  ['Item names the ministry at once', 'yes', item, 1280, namesMinistry],
  ['Sentence names the ministry at once', 'yes', `${item}#p2s2`, 390, namesMinistry],
  ['First words of the text, y', '≤ 340', item, 1280, top('#p1')],
  ['Text column', '≥ 620', item, 1280, inPage(() => document.querySelector('#p1')?.clientWidth ?? NaN)],
  ['Copy link, y', '≤ 420', item, 390, top('[data-copy]')],
  ['Height of 1(2)', '≤ 2,800', item, 390, inPage(() => document.documentElement.scrollHeight)],
  ['Scroll containers', '0', item, 1280, scrollContainers],
  ['Sentence on arrival, % of the window', '25–40', `${item}#p2s2`, 1280, arrival],
  ['Sentence on arrival, % of the window', '25–40', `${item}#p2s2`, 390, arrival],
  ['First agenda link, y', '≤ 720', meeting, 1280, top('[id="1"] a')],
  ['First agenda link, y', '≤ 1,100', meeting, 390, top('[id="1"] a')],
  ['Elements with text below 14 px', '0', item, 390, smallText],
  ['Web fonts on a first visit', '2', item, 1280, webFonts],
  ['Layout shift', '≤ 0.02', item, 390, layoutShift],
  ['Layout shift', '≤ 0.02', meeting, 1280, layoutShift],
  ['Widths that scroll sideways', 'none', item, 1280, sidewaysScrolling],
  ['Widths that scroll sideways', 'none', meeting, 1280, sidewaysScrolling],
];

const sites = process.argv.length > 2 ? process.argv.slice(2) : ['dist'];
const rows = measures.map(([name, limit, , width]) => [`${name} (${String(width)} px)`, limit]);
rows.push(['Item page, bytes', '≤ 8,192'], ['All bytes of a cold item page', '≤ 61,440']);
const browser = await launchChromium();
for (const site of sites) {
  const answer = answersFrom(site);
  const server = await serve(answer);
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  const bytes = (paths: Iterable<string>): number =>
    [...paths].reduce((sum, path) => sum + (answer(path)?.body.length ?? 0), 0);
  const requests = new Set<string>();
  for (const [row, [, , path, width, read]] of measures.entries()) {
    const context = await browser.newContext({ viewport: { width, height: width < 600 ? 844 : 800 } });
    const page = await context.newPage();
    if (path === item) page.on('request', (request) => requests.add(new URL(request.url()).pathname));
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    rows[row]?.push((await read(page)).toLocaleString('en'));
    await context.close();
  }
  rows.at(-2)?.push(bytes([`/${item}`]).toLocaleString('en'));
  rows.at(-1)?.push(bytes(requests).toLocaleString('en'));
  server.close();
}
await browser.close();
for (const row of [['', 'limit', ...sites], ...rows]) console.log(row.join(' | '));
