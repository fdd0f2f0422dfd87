/**
 * Asks the real search page in a Chromium what people ask, and prints how often the right agenda item comes first; then
 * how long the first results take on a slow line, beside Pagefind's own interface on the same index:
 * `npm run bench:search [file]`, where a file is JSON of `{ "kind", "query", "items" }`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { preview } from 'astro';
import { close } from 'pagefind';
import type { Browser } from 'playwright-core';
import { queries } from '../helpers/search-queries.ts';
import { readContentFolder } from '../../src/record/content-folder.ts';
import { makeRecord } from '../../src/record/record.ts';
import { makeIndex } from '../../src/search/index-files.ts';
import { searchRecords } from '../../src/search/records.ts';
import { contentFolder } from '../../src/site.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { slowNetwork, slowProcessor } from '../helpers/throttling.ts';
import { type Typing, measureTyping } from '../helpers/measure-typing.ts';

interface Asked {
  kind: string;
  query: string;
  items: string[];
}

const [file] = process.argv.slice(2);
const asked: Asked[] = file
  ? (JSON.parse(readFileSync(file, 'utf8')) as Asked[])
  : queries.map(([kind, query, items]) => ({ kind, query, items: items.split(' ') }));

const [browser, server] = await Promise.all([
  launchChromium(),
  preview({ root: process.cwd(), server: { port: 0 }, logLevel: 'error' }),
]);
const ranks: { kind: string; rank: number; results: number }[] = [];
try {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${String(server.port)}/search/`);
  for (const { kind, query, items } of asked) {
    await page.evaluate(() => {
      const status = document.querySelector('.count');
      if (status) status.textContent = '';
    });
    await page.getByLabel('Search the full text').fill(query);
    await page.keyboard.press('Enter');
    await page.locator('.count', { hasText: /result|No text has/ }).waitFor();
    const found = await page
      .locator('#results > li h2 a')
      .evaluateAll((links) =>
        links.map(
          (link) => /\/(\d+(?:-\d+)?)\/(?:#|$)/.exec(link.getAttribute('href') ?? '')?.[1] ?? 'intro',
        ),
      );
    const rank = 1 + found.findIndex((item) => items.includes(item));
    ranks.push({ kind, rank, results: found.length });
    if (rank !== 1)
      console.log(`${kind}: “${query}” → ${found.join(' ') || 'nothing'}, not ${items.join(' or ')}`);
  }
  await page.close();
} catch (error) {
  await Promise.all([browser.close(), server.stop()]);
  throw error;
}

const line = (name: string, own: typeof ranks): string => {
  const share = (count: number): string => ((100 * count) / own.length).toFixed(1).padStart(6);
  const reciprocal = own.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0) / own.length;
  return [
    name.padEnd(14),
    String(own.length).padStart(7),
    share(own.filter(({ rank }) => rank === 1).length).padStart(9),
    share(own.filter(({ rank }) => rank > 0 && rank <= 3).length).padStart(9),
    reciprocal.toFixed(3).padStart(7),
    String(own.filter(({ results }) => results === 0).length).padStart(8),
  ].join(' ');
};
console.log(`
               queries success@1 success@3     MRR nothing
${[...Map.groupBy(ranks, ({ kind }) => kind)].map(([kind, own]) => line(kind, own)).join('\n')}
${line('all', ranks)}`);

/** A page with Pagefind's own interface, which comes when it is asked for, as ours does. */
const stockPage = `<!doctype html><meta charset="utf-8"><title>Search</title>
<button type="button">Search</button><div id="search"></div>
<script>document.querySelector('button').onclick = () => {
  const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/pagefind/pagefind-ui.css' });
  const script = Object.assign(document.createElement('script'), { src: '/pagefind/pagefind-ui.js' });
  script.onload = () => new PagefindUI({ element: '#search', autofocus: true });
  document.head.append(style, script);
};</script>`;

/** Milliseconds from the opening of search to the first result for a word, with nothing in the cache. */
async function firstResult(
  browser: Browser,
  address: string,
  field: string,
  result: string,
): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await slowNetwork(session);
  await slowProcessor(session);
  await page.goto(address, { waitUntil: 'networkidle' });
  const time = page.evaluate(
    ([fieldSelector = '', resultSelector = '']) =>
      new Promise<number>((resolve) => {
        let start = 0;
        addEventListener('click', () => (start ||= performance.now()), true);
        // The word is typed as soon as there is a field.
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
  await page.locator('button', { hasText: 'Search' }).first().click();
  const measured = await time;
  await context.close();
  return measured;
}

const folder = mkdtempSync(join(tmpdir(), 'stock-search-'));
const { record } = makeRecord(readContentFolder(contentFolder));
const { files } = await (await makeIndex(searchRecords(record))).getFiles();
await close();
for (const { path, content } of files) {
  mkdirSync(dirname(join(folder, 'pagefind', path)), { recursive: true });
  writeFileSync(join(folder, 'pagefind', path), content);
}
writeFileSync(join(folder, 'index.html'), stockPage);
const stock = await preview({ root: process.cwd(), outDir: folder, server: { port: 0 }, logLevel: 'error' });
const times: { ours: number; theirs: number }[] = [];
const typed = ['Futenma', 'Futemna', 'North Korea', '$65 million', 'what did Kerry say about Mali'];
let typing: Typing;
try {
  // The first pair warms up; it is not counted.
  for (let pair = 0; pair < 6; pair += 1) {
    const ours = await firstResult(
      browser,
      `http://localhost:${String(server.port)}/about/`,
      'dialog input',
      '[role=option] .passage',
    );
    const theirs = await firstResult(
      browser,
      `http://localhost:${String(stock.port)}/`,
      '.pagefind-ui__search-input',
      '.pagefind-ui__result-excerpt',
    );
    if (pair > 0) times.push({ ours, theirs });
  }
  typing = await measureTyping(browser, `http://localhost:${String(server.port)}/search/`, typed);
} finally {
  await Promise.all([browser.close(), server.stop(), stock.stop()]);
  rmSync(folder, { recursive: true });
}
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
const [ours, theirs] = [median(times.map((one) => one.ours)), median(times.map((one) => one.theirs))];
console.log(`
first results, slow line and processor, to Pagefind's own interface: ${(ours / theirs).toFixed(2)}
  medians of ${String(times.length)} runs: ${ours.toFixed()} ms and ${theirs.toFixed()} ms
a keystroke to its results, slow processor: ${typing.keystroke.toFixed()} ms; longest task: ${typing.longestTask > 0 ? typing.longestTask.toFixed() : 'none over 50'} ms`);
