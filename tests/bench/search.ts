/**
 * Measures search on the built site, next to the figures of November 2026 before it was rebuilt on stock Pagefind:
 * `npm run bench:search [file]`, where a file has lines of kind, query and items, separated by tabs.
 */
import { readFileSync } from 'node:fs';
import { createIndex, close } from 'pagefind';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../helpers/chromium.ts';
import { answerOf, answersFrom, serve } from '../helpers/edge-server.ts';
import { slowNetwork, slowProcessor } from '../helpers/throttling.ts';
import { measureTyping } from '../helpers/measure-typing.ts';
import { readContentDir } from '../../src/loaders/read-content-dir.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { createSearchRecords } from '../../src/search/index/records.ts';

const [file = 'tests/fixtures/search-queries.tsv'] = process.argv.slice(2);
const queries = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));
const typed = ['Futenma', 'futnema', 'North Korea', '$65 million', 'what did Kerry say about Mali'];

/** A page with Pagefind's own interface, which loads when it is asked for, as ours does. */
const stockPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title>
<button type="button">Search</button><div id="search"></div>
<script>document.querySelector('button').onclick = () => {
  const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/stock/pagefind-ui.css' });
  const script = Object.assign(document.createElement('script'), { src: '/stock/pagefind-ui.js' });
  script.onload = () => new PagefindUI({ element: '#search', autofocus: true, bundlePath: '/stock/' });
  document.head.append(style, script);
};</script>`;

/** Time and bytes from the opening of search to the first result, with nothing cached. */
async function firstResult(browser: Browser, url: string, field: string, result: string) {
  const page = await (await browser.newContext()).newPage();
  const session = await page.context().newCDPSession(page);
  await slowNetwork(session);
  await slowProcessor(session);
  await page.goto(url, { waitUntil: 'networkidle' });
  let bytes = 0;
  const time = page.evaluate(
    ([fieldSelector = '', resultSelector = '']) =>
      new Promise<number>((resolve) => {
        let start = 0;
        addEventListener('click', () => (start ||= performance.now()), true);
        new MutationObserver(() => {
          const input = document.querySelector<HTMLInputElement>(fieldSelector);
          if (input?.checkVisibility() && input.value === '') {
            input.value = 'Mali';
            input.dispatchEvent(new InputEvent('input', { bubbles: true }));
          }
          if (document.querySelector(resultSelector)) resolve(performance.now() - start);
        }).observe(document, { subtree: true, childList: true, attributes: true });
      }),
    [field, result],
  );
  page.context().on('requestfinished', (request) => {
    void request.sizes().then(({ responseBodySize }) => (bytes += responseBodySize));
  });
  await page.locator('button', { hasText: 'Search' }).first().click();
  const measured = { time: await time, bytes: 0 };
  await page.waitForTimeout(500);
  await page.context().close();
  return { ...measured, bytes };
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

const { index } = await createIndex({ includeCharacters: '+$', forceLanguage: 'en' });
for (const record of createSearchRecords(loadContent(readContentDir('content')).content))
  await index?.addCustomRecord(record);
const stock = await index?.getFiles();
await close();
const known = new Map([['/stock.html', answerOf(stockPage, '.html')]]);
for (const { path, content } of stock?.files ?? [])
  known.set(`/stock/${path}`, answerOf(Buffer.from(content), /\.[a-z_]+$/u.exec(path)?.[0] ?? ''));
const server = await serve(answersFrom('dist', known));
const address = server.address();
const origin = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}`;
const browser = await launchChromium();
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
try {
  const firsts = await firstItems(browser, origin);
  const isRight = ([, , items = '']: string[], at: number): boolean =>
    items.split(' ').includes(firsts[at] ?? '');
  queries.forEach((query, at) => {
    if (!isRight(query, at)) console.log(`${query.join(' | ')}: ${firsts[at] ?? ''}`);
  });
  const answered = queries.filter(([, , items]) => items !== '-').length;
  const right = queries.filter((query, at) => query[2] !== '-' && isRight(query, at)).length;
  const absent = queries.length - answered;
  const rejected = queries.filter((query, at) => query[2] === '-' && isRight(query, at)).length;
  const [ours, theirs]: { time: number; bytes: number }[][] = [[], []];
  for (let run = 0; run < 5; run += 1) {
    ours?.push(await firstResult(browser, `${origin}/about/`, 'dialog input', 'dialog .excerpt'));
    theirs?.push(
      await firstResult(
        browser,
        `${origin}/stock.html`,
        '.pagefind-ui__search-input',
        '.pagefind-ui__result-excerpt',
      ),
    );
  }
  const ratio = median((ours ?? []).map(({ time }) => time)) / median((theirs ?? []).map(({ time }) => time));
  const { keystroke, longestTask } = await measureTyping(browser, `${origin}/search/`, typed);
  console.table({
    'right item first': {
      before: '99.0 % of 414',
      now: `${((100 * right) / answered).toFixed(1)} % of ${String(answered)}`,
    },
    'absent subjects without answer': { before: '16 of 16', now: `${String(rejected)} of ${String(absent)}` },
    'first result, to Pagefind’s interface': { before: 0.43, now: Number(ratio.toFixed(2)) },
    'KB to the first result': {
      before: 107,
      now: Math.round(median((ours ?? []).map(({ bytes }) => bytes)) / 1024),
    },
    'keystroke to results, ms': { before: 16, now: Math.round(keystroke) },
    'longest task, ms': { before: 'none over 50', now: Math.round(longestTask) },
  });
} finally {
  await browser.close();
  server.close();
}
