/**
 * Search quality, bytes and times of the built site: `npm run bench:search [file]`, where a file has lines of kind, query and
 * items, separated by tabs.
 */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { close, createIndex } from 'pagefind';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../helpers/chromium.ts';
import { answerOf, answersFrom, serve } from '../helpers/edge-server.ts';
import { measureTyping } from '../helpers/measure-typing.ts';
import { slowNetwork, slowProcessor } from '../helpers/throttling.ts';

const [file = 'tests/fixtures/search-queries.tsv'] = process.argv.slice(2);
const queries = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));
const typed = ['Futenma', 'futnema', 'North Korea', '$65 million', 'what did Kerry say about Mali'];

/** Pagefind's own interface as its documentation sets it up: its script is there before search is opened. */
async function pagefindInterface() {
  const { index } = await createIndex();
  const files = (await index?.getFiles())?.files ?? [];
  await close();
  const script = files.find(({ path }) => path === 'pagefind-ui.js')?.content ?? '';
  const page = `<!doctype html><div id="search"></div><script src="/pagefind/pagefind-ui.js"></script>
<script>new PagefindUI({ element: '#search' })</script>`;
  return new Map([
    ['/pagefind-ui/', answerOf(page, '.html')],
    ['/pagefind/pagefind-ui.js', answerOf(Buffer.from(script), '.js')],
  ]);
}

/** Time and bytes from the opening of search to the first result, on a slow phone with nothing cached. */
async function firstResult(browser: Browser, url: string, opener: string, field: string, result: string) {
  const page = await (await browser.newContext()).newPage();
  const session = await page.context().newCDPSession(page);
  await slowNetwork(session);
  await slowProcessor(session);
  await page.goto(url, { waitUntil: 'networkidle' });
  let bytes = 0;
  page.context().on('requestfinished', (request) => {
    void request.sizes().then(({ responseBodySize }) => (bytes += responseBodySize));
  });
  const start = performance.now();
  await page.locator(opener).click();
  await page.locator(field).fill('Mali');
  await page.locator(result).first().waitFor();
  const time = performance.now() - start;
  await page.context().close();
  return { time, bytes };
}

/** The item that the search page shows first, or "-" for nothing. */
async function firstItems(browser: Browser, origin: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.goto(`${origin}/search/`);
  const firsts: string[] = [];
  for (const [, query = ''] of queries) {
    await page.locator('.count').evaluate((count) => {
      count.replaceChildren();
    });
    await page.getByLabel('Search the full text').fill(query);
    await page.locator('.count', { hasText: /passage|topic|person|appear/u }).waitFor();
    firsts.push(
      await page
        .locator('#results')
        .evaluate((list) => list.querySelector('a')?.getAttribute('href') ?? '-')
        .then((href) => /\/(\d+-\d+)\/#/u.exec(href)?.[1] ?? (href === '-' ? '-' : 'intro')),
    );
  }
  await page.close();
  return firsts;
}

const server = await serve(answersFrom('dist', await pagefindInterface()));
const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
const browser = await launchChromium();
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
const share = (all: readonly string[][], right: ReadonlySet<readonly string[]>): string =>
  `${String(all.filter((query) => right.has(query)).length)} of ${String(all.length)}`;

const firsts = await firstItems(browser, origin);
const right = new Set(queries.filter(([, , items = ''], at) => items.split(' ').includes(firsts[at] ?? '')));
queries.forEach((query, at) => {
  if (!right.has(query)) console.log(`${query.join(' | ')}: ${firsts[at] ?? ''}`);
});
const [runs, pagefindTimes]: [{ time: number; bytes: number }[], number[]] = [[], []];
for (let run = 0; run < 5; run += 1) {
  runs.push(await firstResult(browser, `${origin}/about/`, 'button.search', 'dialog input', 'dialog .hit'));
  const [field, hit] = ['#search input', '.pagefind-ui__result'];
  pagefindTimes.push((await firstResult(browser, `${origin}/pagefind-ui/`, field, field, hit)).time);
}
const { keystroke, longestTask } = await measureTyping(browser, `${origin}/search/`, typed);
await browser.close();
server.close();
const time = median(runs.map((run) => run.time));
console.table({
  'right item first': share(
    queries.filter(([, , items]) => items !== '-'),
    right,
  ),
  'absent subjects without answer': share(
    queries.filter(([, , items]) => items === '-'),
    right,
  ),
  'first result, ms': Math.round(time),
  'first result, to Pagefind’s own interface': Number((time / median(pagefindTimes)).toFixed(2)),
  'KB to the first result': Math.round(median(runs.map(({ bytes }) => bytes)) / 1024),
  'keystroke to results, ms': Math.round(keystroke),
  'longest task over 50 ms': Math.round(longestTask),
});
