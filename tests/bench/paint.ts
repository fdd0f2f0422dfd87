/**
 * `npm run bench`: how much later the text of an item page shows on a slow connection than that of a bare page
 * of the same words. It measures the built site in `dist/`. Arguments: the number of pairs of runs (15), and
 * the folder of another built site.
 */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { Browser } from 'playwright-core';
import { basePath } from '../../src/site.config.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { answerOf, answersFrom, serve } from '../helpers/edge-server.ts';
import { slowNetwork, slowProcessor } from '../helpers/throttling.ts';

const item = 'meetings/2013-02-22-japan-us-foreign-ministers/1-2/';
const bare = 'bare/';
// How long the browser is busy with a new window, in ms.
const settling = 500;

/** The title, the heading and the paragraphs of an item page, with nothing else. */
function barePage(html: string): string {
  const page = load(html);
  const plain = load(
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
      '<link rel="icon" href="data:,"><title></title><h1></h1>',
  );
  plain('title').text(page('title').text());
  plain('h1').text(page('h1').text());
  for (const paragraph of page('.text p').toArray())
    plain('body').append(plain('<p></p>').text(page(paragraph).text()));
  return plain.html();
}

/** When the largest paint was, in ms, for someone who was never here: a new context has an empty cache. */
async function coldPaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.waitForTimeout(settling);
  const session = await context.newCDPSession(page);
  await slowNetwork(session);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await slowProcessor(session);
  await page.goto(address, { waitUntil: 'networkidle' });
  const paints = await page.evaluate(async () => {
    const { promise, resolve } = Promise.withResolvers<PerformanceEntryList>();
    const observer = new PerformanceObserver((list) => {
      resolve(list.getEntries());
    });
    observer.observe({ type: 'largest-contentful-paint', buffered: true });
    return (await promise).map(({ startTime }) => startTime);
  });
  await context.close();
  return paints.at(-1) ?? NaN;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

const pairs = Number(process.argv[2] ?? 15);
const site = process.argv[3] ?? 'dist';
const known = new Map([
  [basePath + bare, answerOf(barePage(readFileSync(join(site, item, 'index.html'), 'utf8')), '.html')],
]);
const server = await serve(answersFrom(site, known));
const browser = await launchChromium();
const root = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${basePath}`;
const bareTimes: number[] = [];
const itemTimes: number[] = [];
// The first pair warms up the browser and the server; it is not counted.
for (const page of [bare, item]) await coldPaint(browser, root + page);
for (let pair = 0; pair < pairs; pair++) {
  bareTimes.push(await coldPaint(browser, root + bare));
  itemTimes.push(await coldPaint(browser, root + item));
}
await browser.close();
server.close();

const [plain, ours] = [median(bareTimes), median(itemTimes)];
console.log(`Largest contentful paint, item page to bare page: ${(ours / plain).toFixed(2)}
  medians of ${String(pairs)} runs: ${ours.toFixed()} ms and ${plain.toFixed()} ms`);
