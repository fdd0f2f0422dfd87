/**
 * How the site grows with its archive: `npm run bench:archive -- 1000` builds made-up archives of 1, 100 and that many
 * meetings in a temporary folder, and prints times, sizes and what a reader downloads.
 */
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Meeting, agendaItems } from '../../src/domain/model.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { readContentDir } from '../../src/loaders/read-content-dir.ts';
import { build, filesOf, remove } from '../helpers/built-site.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { answerOf, answersFrom, serve } from '../helpers/edge-server.ts';
import { generateArchive } from '../helpers/generate-archive.ts';
import { measureTyping } from '../helpers/measure-typing.ts';

const largest = Number(process.argv[2] ?? 1000);
const sizes = [...new Set([1, 100, largest])].filter((size) => size <= largest);
const temporary = mkdtempSync(join(tmpdir(), 'archive-'));
/** Words of most meetings take longest. */
const queries = ['maritime', 'cooperation on climate', 'what did the minister say about trade'];

function buildTime(site: string, content: string): number {
  const start = performance.now();
  const { code, output } = build(site, { CONTENT: content });
  if (code !== 0) throw new Error(output);
  return (performance.now() - start) / 1000;
}

const megabytes = (folder: string): number =>
  filesOf(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1e6;

/** The bytes from the opening of search to the first result, and how search keeps up with typing. */
async function measureSearch(site: string) {
  const answer = answersFrom(site);
  let bytes = 0;
  const server = await serve((path) => {
    const found = answer(path);
    bytes += found?.body.length ?? 0;
    return found;
  });
  const browser = await launchChromium();
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const page = await browser.newPage();
  await page.goto(`${origin}/about/`, { waitUntil: 'networkidle' });
  bytes = 0;
  await page.keyboard.press('Control+K');
  await page.locator('dialog input').fill(queries[0] ?? '');
  await page.locator('dialog .hit').first().waitFor();
  const firstResult = bytes;
  const typing = await measureTyping(browser, `${origin}/search/`, queries);
  await browser.close();
  server.close();
  return { firstResult, ...typing };
}

/** Adds a sentence to the newest meeting's first item, in its body and in its source. */
function changeOneItem(content: string, meeting: Meeting): void {
  const [item] = agendaItems(meeting);
  const text = item?.paragraphs[0]?.text ?? '';
  const file = join(content, item?.file ?? '');
  for (const path of [file, join(content, 'meetings', meeting.id, 'source.txt')])
    writeFileSync(path, readFileSync(path, 'utf8').replace(`\n${text}`, `\n${text} They agreed.`));
  // An item with statements has one in each sentence.
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^statements:\n(?: .*\n)+/mu, ''));
}

async function measure(count: number): Promise<Record<string, number>> {
  const content = join(temporary, `content-${String(count)}`);
  const site = join(temporary, `site-${String(count)}`);
  generateArchive(content, count);
  const cold = buildTime(site, content);
  const { meetings } = loadContent(readContentDir(content)).content;
  const [newest] = meetings;
  if (!newest) throw new Error('The archive is empty.');
  const files = filesOf(site);
  const pages = files.filter((file) => file.endsWith('.html'));
  const items = pages.filter((file) => new RegExp(`^meetings/${newest.id}/\\d`, 'u').test(file));
  const bytes = items.map((file) => answerOf(readFileSync(join(site, file)), '.html').body.length);
  const measured = {
    'agenda items': meetings.flatMap(agendaItems).length,
    pages: pages.length,
    files: files.length,
    'size, MB': megabytes(site),
    'index, MB': megabytes(join(site, 'pagefind')),
    'item page, bytes': bytes.reduce((sum, length) => sum + length, 0) / bytes.length,
    'build, s': cold,
    'pages a second': pages.length / cold,
  };
  const { firstResult, keystroke, longestTask } = await measureSearch(site);
  changeOneItem(content, newest);
  return {
    ...measured,
    'build with one item changed, s': buildTime(site, content),
    'first search result, bytes': firstResult,
    'keystroke to results, ms': keystroke,
    'longest task over 50 ms': longestTask,
  };
}

try {
  const columns: Record<string, Record<string, number>> = {};
  for (const size of sizes)
    for (const [name, value] of Object.entries(await measure(size)))
      (columns[name] ??= {})[`${String(size)} meetings`] = Math.round(value * 10) / 10;
  console.table(columns);
} finally {
  remove(temporary);
}
