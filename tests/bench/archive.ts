/**
 * A large archive: `npm run bench:archive -- 1000` builds that many made-up meetings in a temporary folder, and prints times
 * and what a search downloads.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Meeting, agendaItems } from '../../src/domain/model.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { readContentDir } from '../../src/loaders/read-content-dir.ts';
import { build, remove } from '../helpers/built-site.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { answersFrom, serve } from '../helpers/edge-server.ts';
import { generateArchive } from '../helpers/generate-archive.ts';
import { measureTyping } from '../helpers/measure-typing.ts';

const count = Number(process.argv[2] ?? 1000);
const temporary = mkdtempSync(join(tmpdir(), 'archive-'));
/** Words of most meetings take longest. */
const queries = ['maritime', 'cooperation on climate', 'what did the minister say about trade'];

function buildTime(site: string, content: string): number {
  const start = performance.now();
  const { code, output } = build(site, { CONTENT: content });
  if (code !== 0) throw new Error(output);
  return (performance.now() - start) / 1000;
}

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

try {
  const [content, site] = [join(temporary, 'content'), join(temporary, 'site')];
  generateArchive(content, count);
  const cold = buildTime(site, content);
  const [newest] = loadContent(readContentDir(content)).content.meetings;
  if (!newest) throw new Error('The archive is empty.');
  const { firstResult, keystroke, longestTask } = await measureSearch(site);
  changeOneItem(content, newest);
  console.table({
    'build, s': cold,
    'build with one item changed, s': buildTime(site, content),
    'first search result, bytes': firstResult,
    'keystroke to results, ms': keystroke,
    'longest task over 50 ms': longestTask,
  });
} finally {
  remove(temporary);
}
