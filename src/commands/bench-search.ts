/**
 * Asks the real search page in a Chromium what people ask, and prints how often the right agenda item comes first:
 * `npm run bench:search [file]`, where a file is JSON of `{ "kind", "query", "items" }`.
 */
import { readFileSync } from 'node:fs';
import { preview } from 'astro';
import { queries } from '../../tests/queries.ts';
import { launchChromium } from './chromium.ts';

interface Asked {
  kind: string;
  query: string;
  items: string[];
}

const [file] = process.argv.slice(2);
const asked: Asked[] = file
  ? (JSON.parse(readFileSync(file, 'utf8')) as Asked[])
  : queries.map(([kind, query, item]) => ({ kind, query, items: [item] }));

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
} finally {
  await Promise.all([browser.close(), server.stop()]);
}

const share = (count: number): string => `${((100 * count) / ranks.length).toFixed(1)} %`;
const reciprocal = ranks.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length;
console.log(`
${String(ranks.length)} queries
success@1             ${share(ranks.filter(({ rank }) => rank === 1).length)}
success@3             ${share(ranks.filter(({ rank }) => rank > 0 && rank <= 3).length)}
mean reciprocal rank  ${reciprocal.toFixed(3)}
without result        ${String(ranks.filter(({ results }) => results === 0).length)}`);
