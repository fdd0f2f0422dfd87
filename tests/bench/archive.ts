/**
 * How the site grows with its archive: `npm run bench:archive -- 1000` makes archives of 1, 100 and that many meetings in
 * a temporary folder, builds each, and prints times, memory, sizes and what a reader downloads. With `--starlight` it also
 * builds the pages of the largest with Starlight, which it installs for that in the temporary folder.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readContentDir } from '../../src/loaders/read-content-dir.ts';
import { type Meeting, agendaItems } from '../../src/domain/model.ts';
import { entryKey, buildMentionIndex } from '../../src/domain/mentions.ts';
import { type SiteContent, loadContent } from '../../src/domain/load-content.ts';
import { hasPositions } from '../../src/domain/attribution.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { answerOf, answersFrom, serve } from '../helpers/edge-server.ts';
import { generateArchive } from '../helpers/generate-archive.ts';
import { type Typing, measureTyping } from '../helpers/measure-typing.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { starlight: { type: 'boolean', default: false } },
});
const largest = Number(positionals[0] ?? 1000);
const sizes = [...new Set([1, 100, largest])].filter((size) => size <= largest);
const temporary = mkdtempSync(join(tmpdir(), 'archive-'));
/** A word that the texts of every archive have. */
const word = 'maritime';
const starlight = { astro: '7.3.4', '@astrojs/starlight': '0.42.4' };

interface Built {
  seconds: number;
  /** The most memory that the build had at once, without that of Pagefind's own process. */
  megabytes: number;
}

/** Runs a program to its end, with its time and memory. */
async function timed(folder: string, program: string[], environment: Record<string, string>): Promise<Built> {
  const peak = join(temporary, 'peak');
  const code = `process.on('exit', () => { require('node:fs').writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)) })`;
  const noting = join(temporary, 'peak.cjs');
  writeFileSync(noting, code);
  const start = performance.now();
  const child = spawn(process.execPath, ['--require', noting, ...program], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.pipe(process.stderr);
  const [status] = (await once(child, 'exit')) as [number | null];
  if (status !== 0) throw new Error(`${program.join(' ')} ended with ${String(status)}`);
  return {
    seconds: (performance.now() - start) / 1000,
    megabytes: Number(readFileSync(peak, 'utf8')) / 1024,
  };
}

/** All that a build may find of an earlier one, but for documents and pictures. */
function forgetBuilds(content: string): void {
  for (const folder of [`${content}.cache`, '.astro/cache/meetings'])
    rmSync(folder, { recursive: true, force: true });
}

/**
 * Waits until a large deletion is forgotten: ext4 does not use a place again that became free less than half a minute ago, and
 * looks at every such place for each new file.
 */
async function quietDisk(meetings: number): Promise<void> {
  if (meetings >= 1000) await setTimeout(40_000);
}

interface Weight {
  files: number;
  bytes: number;
}

function weightOf(folder: string): Weight {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return { files: files.length, bytes };
}

/** What is typed at a large archive: words of most meetings take longest. */
const typed = [word, 'cooperation on climate', 'what did the minister say about trade'];

/**
 * What crosses the network from the opening of search to the first result, with nothing in the cache; and how search keeps up
 * with typing.
 */
async function measureSearch(site: string): Promise<Pick<Measured, 'firstResult' | 'typing'>> {
  const answer = answersFrom(site);
  let bytes = 0;
  const server = await serve((address) => {
    const found = answer(address);
    bytes += found?.body.length ?? 0;
    return found;
  });
  const browser = await launchChromium();
  try {
    const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const page = await browser.newPage();
    await page.goto(`${origin}/about/`, { waitUntil: 'networkidle' });
    bytes = 0;
    await page.locator('button.search').click();
    await page.locator('dialog input').fill(word);
    await page.locator('dialog .excerpt').first().waitFor();
    const firstResult = bytes;
    await page.close();
    return { firstResult, typing: await measureTyping(browser, `${origin}/search/`, typed) };
  } finally {
    await browser.close();
    server.close();
  }
}

function recordIn(content: string): SiteContent {
  return loadContent(readContentDir(content)).content;
}

/** Puts one word more into an item of an archive, in its body and in its source. */
function changeOneItem(content: string, meeting: Meeting): void {
  const [item] = agendaItems(meeting);
  const text = item?.paragraphs[0]?.text ?? '';
  for (const file of [join(content, item?.file ?? ''), join(content, 'meetings', meeting.id, 'source.txt')]) {
    const whole = readFileSync(file, 'utf8');
    const at = whole.lastIndexOf(text);
    writeFileSync(file, `${whole.slice(0, at + text.length)} They agreed.${whole.slice(at + text.length)}`);
  }
  // An item that has statements needs one for each sentence: it is annotated again later.
  const file = join(content, item?.file ?? '');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^statements:\n(?: .*\n)+/mu, ''));
}

interface Measured {
  meetings: number;
  items: number;
  pages: number;
  all: Built;
  cold: Built;
  changed: Built;
  site: Weight;
  index: Weight;
  itemPage: number;
  firstResult: number;
  typing: Typing;
}

async function measure(count: number): Promise<Measured> {
  const content = join(temporary, `content-${String(count)}`);
  const site = join(temporary, `site-${String(count)}`);
  generateArchive(content, count);
  const build = (): Promise<Built> =>
    timed('.', ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', site], { CONTENT: content });
  forgetBuilds(content);
  const all = await build();
  forgetBuilds(content);
  rmSync(site, { recursive: true });
  await quietDisk(count);
  const cold = await build();
  const { meetings } = recordIn(content);
  const [newest] = meetings;
  if (!newest) throw new Error('The archive is empty.');
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  ).length;
  const items = agendaItems(newest).map(({ id }) =>
    readFileSync(join(site, 'meetings', newest.id, id, 'index.html')),
  );
  const itemPage = items.reduce((sum, html) => sum + answerOf(html, '.html').body.length, 0) / items.length;
  const measured = {
    meetings: count,
    items: meetings.flatMap(agendaItems).length,
    pages,
    site: weightOf(site),
    index: weightOf(join(site, 'pagefind')),
    itemPage,
    ...(await measureSearch(site)),
  };
  changeOneItem(content, newest);
  const changed = await build();
  return { ...measured, all, cold, changed };
}

/**
 * The same texts as pages of Starlight: one an agenda item, a meeting, its whole text and who said what, and one a person and
 * a term with the sentences that name it. The pages of before and after, of years and about the site have none to themselves.
 */
async function buildWithStarlight(content: string): Promise<Built & { pages: number }> {
  const folder = join(temporary, 'starlight');
  const docs = join(folder, 'src/content/docs');
  mkdirSync(docs, { recursive: true });
  const write = (path: string, text: string): void => {
    writeFileSync(join(folder, path), text);
  };
  write('package.json', JSON.stringify({ private: true, type: 'module', dependencies: starlight }));
  write(
    'astro.config.mjs',
    "import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ integrations: [starlight({ title: 'Archive', sidebar: [] })] });\n",
  );
  write(
    'src/content.config.ts',
    "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
  );
  appendFileSync(join(docs, 'index.md'), '---\ntitle: Archive\n---\n');
  let pages = 1;
  const page = (path: string, title: string, texts: readonly { text: string }[]): void => {
    const file = join(docs, `${path}.md`);
    mkdirSync(dirname(file), { recursive: true });
    const body = texts.map(({ text }) => text).join('\n\n');
    writeFileSync(file, `---\ntitle: ${JSON.stringify(title)}\n---\n${body}\n`);
    pages += 1;
  };
  const { meetings, entries } = recordIn(content);
  for (const meeting of meetings) {
    const { id, title, introduction } = meeting;
    const items = agendaItems(meeting);
    const paragraphs = items.flatMap((item) => item.paragraphs);
    page(`${id}/index`, title, introduction);
    page(`${id}/text`, title, [...introduction, ...paragraphs]);
    if (hasPositions(meeting)) page(`${id}/positions`, title, paragraphs);
    for (const item of items) page(`${id}/${item.id}`, item.title, item.paragraphs);
  }
  const index = buildMentionIndex(meetings);
  for (const entry of entries) {
    const sentences = (index.get(entryKey(entry)) ?? []).flatMap(({ items }) =>
      items.flatMap((one) => one.sentences),
    );
    page(
      `${entry.register}/${entry.id}`,
      entry.name,
      sentences.map(({ sentence }) => sentence),
    );
  }
  const installed = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (installed.status !== 0) throw new Error(`Starlight can't be installed: ${installed.stderr}`);
  await quietDisk(meetings.length);
  return {
    pages,
    ...(await timed(folder, [resolve(folder, 'node_modules/astro/bin/astro.mjs'), 'build'], {})),
  };
}

const rows: [name: string, value: (one: Measured) => string][] = [
  ['agenda items', ({ items }) => String(items)],
  ['pages', ({ pages }) => String(pages)],
  ['build, with pictures and PDFs, s', ({ all }) => all.seconds.toFixed(1)],
  ['build, everything else, s', ({ cold }) => cold.seconds.toFixed(1)],
  ['pages a second', ({ pages, cold }) => (pages / cold.seconds).toFixed(0)],
  ['build, one item changed, s', ({ changed }) => changed.seconds.toFixed(1)],
  ['peak memory, MB', ({ cold }) => cold.megabytes.toFixed(0)],
  ['files', ({ site }) => String(site.files)],
  ['size, MB', ({ site }) => (site.bytes / 1e6).toFixed(1)],
  ['index, files', ({ index }) => String(index.files)],
  ['index, MB', ({ index }) => (index.bytes / 1e6).toFixed(1)],
  ['item page, bytes', ({ itemPage }) => itemPage.toFixed(0)],
  ['first search result, bytes', ({ firstResult }) => String(firstResult)],
  ['keystroke to results, ms', ({ typing }) => typing.keystroke.toFixed()],
  [
    'longest task over 50 ms',
    ({ typing }) => (typing.longestTask > 0 ? typing.longestTask.toFixed() : 'none'),
  ],
];

try {
  const measured: Measured[] = [];
  for (const size of sizes) measured.push(await measure(size));
  const print = (name: string, values: string[]): void => {
    console.log(name.padEnd(34) + values.map((value) => value.padStart(12)).join(''));
  };
  print(
    'meetings',
    measured.map(({ meetings }) => String(meetings)),
  );
  for (const [name, value] of rows) print(name, measured.map(value));
  const [first, last] = [measured[0], measured.at(-1)];
  if (first && last) {
    const ratio = (value: (one: Measured) => number): string => (value(last) / value(first)).toFixed(2);
    console.log(
      `\nfrom ${String(first.meetings)} to ${String(last.meetings)} meetings: item page ${ratio(({ itemPage }) => itemPage)}, first search result ${ratio(({ firstResult }) => firstResult)} times the bytes`,
    );
    if (options.starlight) {
      const theirs = await buildWithStarlight(join(temporary, `content-${String(last.meetings)}`));
      console.log(
        `Starlight ${starlight['@astrojs/starlight']}, the same texts in ${String(theirs.pages)} pages: ${theirs.seconds.toFixed(1)} s, ${theirs.megabytes.toFixed(0)} MB; ours to Starlight's: ${(last.cold.seconds / theirs.seconds).toFixed(2)}`,
      );
    }
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
