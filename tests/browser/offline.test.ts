/**
 * Reading without a connection, below a path: what is kept, what is not, and a second build that is published under a
 * reader's feet. The connection goes in two ways: Chromium cuts its network, or the server is stopped. Where a server is
 * slow or faulty, one that is so stands in its place.
 */
import { cpSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { meetingId } from '../content.ts';
import { build, remove } from '../dist.ts';
import { home, reader } from './reader.ts';

const temporary = mkdtempSync(join(tmpdir(), 'briefings-'));
const [outDir, first, second, without, large] = ['site', 'first', 'second', 'without', 'large'].map((name) =>
  join(temporary, name),
) as [string, string, string, string, string];
const content = join(temporary, 'content');
const base = '/briefings';
const other = home.replace('2013', '2012');

/** The content with a second meeting, and an item's title that differs between the builds. */
function buildWith(title: string, folder: string): void {
  for (const [name, pattern, by] of [
    ['1-2-security.md', /^title: .*$/mu, `title: ${title}`],
    ['source.txt', /^\(2\) Security.*$/mu, `(2) ${title}`],
  ] as const) {
    const file = join(content, 'meetings', meetingId, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(pattern, by));
  }
  const { code, output } = build(folder, { BASE: `${base}/`, CONTENT: content });
  if (code !== 0) throw new Error(output);
}

beforeAll(() => {
  cpSync('content', content, { recursive: true });
  const meetings = join(content, 'meetings');
  const copy = join(meetings, meetingId.replace('2013', '2012'));
  cpSync(join(meetings, meetingId), copy, { recursive: true });
  remove(join(copy, 'permalinks.txt'));
  const facts = join(copy, 'meeting.md');
  writeFileSync(facts, readFileSync(facts, 'utf8').replace("date: '2013", "date: '2012"));
  buildWith('Security, first build', first);
  buildWith('Security, second build', second);
  remove(copy);
  buildWith('Security, third build', without);
  // One term that is known by so many names that a device is not to be filled with search.
  const names = Array.from(
    { length: 60_000 },
    (_, index) => `Zyx${index.toString(36)}qu${(index * 7919).toString(36)}`,
  );
  const term = join(content, 'terms', 'zyx.md');
  writeFileSync(
    term,
    `---\nname: Zyx\nkind: subject\nforms: [Zyx]\nalsoKnownAs: [${names.join(', ')}]\n---\n`,
  );
  buildWith('Security, large build', large);
  publish(first);
}, 300_000);
afterAll(() => {
  remove(temporary);
});
beforeEach(() => {
  publish(first);
});

/** Swaps a build behind the server, as a publisher does. */
function publish(folder: string): void {
  cpSync(folder, `${outDir}-next`, { recursive: true });
  remove(outDir);
  renameSync(`${outDir}-next`, outDir);
}

const { open, origin, stopServer, restartServer } = reader({ outDir, base: `${base}/` });
const at = (address: string): string => origin() + base + address;

/** What a browser stores of the site: service workers, caches and the files in them. */
async function stored(page: Page): Promise<{ workers: number; caches: number; files: string[] }> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const files = await Promise.all(
      names.map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
      ),
    );
    return {
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      caches: names.length,
      files: files.flat(),
    };
  });
}

async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep for offline reading' }).click();
  await page.getByRole('status').filter({ hasText: 'Kept on this device' }).waitFor();
}

/** The meeting's page, kept, and then cut off. */
async function keptAndOffline(): Promise<Page> {
  const page = await open(base + home);
  await keep(page);
  await page.context().setOffline(true);
  return page;
}

const line = (page: Page) => page.getByRole('complementary', { name: 'Offline' });

test('nothing is stored before a reader asks', async () => {
  const page = await open(base + home);
  await page.goto(at(`${home}1-2/`));
  await page.goto(at('/search/?q=Mali'));
  await page.locator('#results > li').first().waitFor();
  await page.goto(at('/about/offline/'));
  await page.getByText('Nothing is kept on this device.').waitFor();
  expect(await stored(page)).toEqual({ workers: 0, caches: 0, files: [] });
});

afterEach(restartServer);

/** How a connection goes, and what is said of it. */
const ways: [what: string, cut: (page: Page) => Promise<void>, says: RegExp][] = [
  [
    'the network is cut',
    (page) => page.context().setOffline(true),
    /^You are offline\. This is the copy that was kept/u,
  ],
  [
    'the server has stopped',
    () => stopServer(),
    /^You are offline, or the site does not answer\. This is the copy that was kept/u,
  ],
];

test.each(ways)('where %s, a kept meeting can be read, with a line that says so', async (_, cut, says) => {
  const page = await open(base + home);
  await keep(page);
  const said = await page.locator('.keep [role=status]').textContent();
  expect(said).toMatch(/^Kept on this device: \d+ pages and search, \d\.\d MB, of \d+ \w+ \d{4}\.$/u);
  const { files, caches } = await stored(page);
  expect(caches).toBe(1);
  // The meeting's own pages and what they name; not the other meeting, nor the site as a whole.
  expect(files).toContain(`${base}/people/fumio-kishida/`);
  expect(files.filter((path) => path.includes(other))).toEqual([]);
  expect(files).not.toContain(`${base}/`);
  expect(said).toContain(` ${String(files.filter((path) => path.endsWith('/')).length)} pages`);

  await cut(page);
  for (const address of ['', '1-2/', 'text/', 'positions/', 'follow-up/']) {
    await page.goto(at(home + address));
    expect(await line(page).textContent()).toMatch(says);
    expect(await page.locator('main .text p, main table, main li').first().isVisible()).toBe(true);
  }
  await page.goto(at(`${home}1-2/#p2`));
  expect(await page.locator(':target').textContent()).toContain('Futenma');
  await page.goto(at('/people/fumio-kishida/'));
  await page.goto(at('/terms/senkaku-islands/'));
  expect(await page.locator('h1').textContent()).toContain('Senkaku');
  await page.locator('.masthead .theme').click();
  // Without the last slash too.
  await page.goto(at(`${home}1-2`));
  expect(page.url()).toBe(at(`${home}1-2/`));
  await page.locator('[data-check]').first().click();
  await page.getByText('stand in the source, unchanged').waitFor();

  await restartServer();
  await page.context().setOffline(false);
  await page.goto(at(`${home}1-2/`));
  expect(await line(page).count()).toBe(0);
});

test('search answers without a connection, and says what can’t be opened', async () => {
  const page = await keptAndOffline();
  await page.goto(at('/search/?q=Futenma'));
  const results = page.locator('#results > li');
  await results.nth(1).waitFor();
  const notKept = results.filter({ hasText: 'Not kept on this device' });
  await expect.poll(() => notKept.count()).toBe(1);
  expect(await notKept.locator('h2 a').getAttribute('href')).toContain(other);
  await results.locator(`a[href*="${meetingId}"]`).first().click();
  await page.waitForURL(at(`${home}1-2/#p2`));
  await expect.poll(() => page.locator('.text mark').allTextContents()).toEqual(['Futenma']);
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('Senkaku');
  await page.getByRole('option').first().waitFor();
  await expect
    .poll(() => page.getByRole('option').filter({ hasText: 'Not kept' }).count())
    .toBeGreaterThan(0);
  // A slip needs one more list.
  await page.getByRole('combobox').fill('Futemna');
  await page.getByText('Showing results for “Futenma”').waitFor();
});

test('where the server is too slow to bear, the kept copy is shown after some seconds', async () => {
  const page = await open(base + home);
  await keep(page);
  // It takes every connection, and never answers.
  await stopServer(() => undefined);
  const asked = performance.now();
  await page.goto(at(`${home}1-2/`), { waitUntil: 'commit' });
  expect(await line(page).textContent()).toMatch(/^The network is too slow\. This is the copy/u);
  expect(performance.now() - asked).toBeGreaterThan(3900);
  expect(await page.locator('main .text p').first().isVisible()).toBe(true);
});

test('where the server answers with faults, the kept copy is shown and searched', async () => {
  const page = await open(base + home);
  await keep(page);
  await stopServer((_, response) =>
    response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Broken</h1>'),
  );
  await page.goto(at(`${home}1-2/`));
  expect(await line(page).textContent()).toMatch(/^The site does not answer\. This is the copy/u);
  await page.goto(at('/search/?q=Futenma'));
  await page.locator('#results > li').first().waitFor();
  // Of what is not kept, the server has the word.
  expect((await page.goto(at(`${other}1-2/`)))?.status()).toBe(503);
  expect(await page.locator('h1').textContent()).toBe('Broken');
});

test('where search is too large to keep, the rest is kept, and that is said', async () => {
  publish(large);
  const page = await open(base + home);
  await keep(page);
  expect(await page.locator('.keep [role=status]').textContent()).toMatch(
    /^Kept on this device: \d+ pages, \d\.\d MB, of .* Search needs a connection: its index is too large to keep\.$/u,
  );
  const { files } = await stored(page);
  expect(files.filter((path) => path.includes('/pagefind/'))).toEqual([]);
  await page.context().setOffline(true);
  await page.goto(at(`${home}1-2/`));
  await page.goto(at('/search/?q=Futenma'));
  await page.getByText('You are offline, and search is not kept on this device.').waitFor();
});

test('a page that is not kept says so, and lists what is', async () => {
  const page = await keptAndOffline();
  const response = await page.goto(at(`${other}1-2/`));
  expect(response?.status()).toBe(503);
  expect(await line(page).textContent()).toContain('The page that you asked for is not kept on this device.');
  const kept = page.locator('.kept li');
  await kept.getByRole('link', { name: /22 February 2013/u }).click();
  await page.waitForURL(at(home));
  await page.goto(at(`${other}1-2/`));
  await page.context().setOffline(false);
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.locator('main .text').waitFor();
});

test('two meetings can be kept, and each removed; at last nothing is left', async () => {
  const page = await open(base + home);
  await keep(page);
  await page.goto(at(other));
  await keep(page);
  expect((await stored(page)).caches).toBe(1);
  await page.context().setOffline(true);
  await page.goto(at(`${home}1-2/`));
  await page.goto(at(`${other}1-2/`));
  expect(await page.locator('h1').textContent()).toContain('Security');
  await page.context().setOffline(false);

  await page.goto(at(home));
  await page.getByRole('button', { name: 'Remove from this device' }).click();
  await page.getByText('Removed from this device.').waitFor();
  const { files } = await stored(page);
  expect(files.filter((path) => path.includes(home))).toEqual([]);
  expect(files).toContain(base + other);

  await page.goto(at('/about/offline/'));
  await page.getByRole('button', { name: /Remove from this device/u }).click();
  await page.getByText('Nothing is kept on this device.').waitFor();
  await expect.poll(() => stored(page)).toEqual({ workers: 0, caches: 0, files: [] });
});

test('the button does what it says, whatever was done on another page', async () => {
  const page = await open(base + home);
  await keep(page);
  const another = await page.context().newPage();
  await another.goto(at('/about/offline/'));
  await another.getByRole('button', { name: /Remove from this device/u }).click();
  await another.getByText('Nothing is kept on this device.').waitFor();
  await page.getByRole('button', { name: 'Remove from this device' }).click();
  await page.getByText('Removed from this device.').waitFor();
  await expect.poll(() => stored(page)).toEqual({ workers: 0, caches: 0, files: [] });
});

describe('a second build under a reader’s feet', () => {
  const titles = async (page: Page): Promise<string[]> =>
    page.evaluate(async () => {
      const all = await Promise.all(
        (await caches.keys()).map(async (name) => {
          const cache = await caches.open(name);
          const pages = (await cache.keys()).filter(({ url }) => /\/meetings\/.*\/$/u.test(url));
          return Promise.all(pages.map(async (request) => (await cache.match(request))?.text() ?? ''));
        }),
      );
      return [...new Set(all.flat().flatMap((html) => /Security, \w+ build/u.exec(html)?.[0] ?? []))];
    });

  test('is shown on the next visit, and replaces what is kept as a whole', async () => {
    const page = await open(base + home);
    await keep(page);
    expect(await titles(page)).toEqual(['Security, first build']);
    publish(second);
    await page.goto(at(`${home}1-2/`));
    expect(await page.locator('h1').textContent()).toContain('second build');
    await expect.poll(() => titles(page), { timeout: 15_000 }).toEqual(['Security, second build']);
    await expect.poll(async () => (await stored(page)).caches).toBe(1);
    await page.context().setOffline(true);
    await page.goto(at(`${home}1-2/`));
    expect(await page.locator('h1').textContent()).toContain('second build');
    await page.goto(at('/search/?q=Futenma'));
    await page.locator('#results > li', { hasText: 'second build' }).waitFor();
  });

  /** Has the browser look for a new worker, and tells what becomes of it. */
  const renewal = async (page: Page): Promise<string> =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      const fresh = registration?.installing;
      if (!fresh) return 'no new worker';
      return new Promise((resolve) => {
        fresh.addEventListener('statechange', () => {
          resolve(fresh.state);
        });
      });
    });

  test('that is only half there leaves what is kept as it was', async () => {
    const page = await open(base + home);
    await keep(page);
    publish(second);
    // One page is still that of the build before.
    cpSync(join(first, home, 'text'), join(outDir, home, 'text'), { recursive: true });
    await page.goto(at(`${home}1-2/`));
    expect(await renewal(page)).toBe('redundant');
    expect(await titles(page)).toEqual(['Security, first build']);
    expect((await stored(page)).caches).toBe(1);
    await page.context().setOffline(true);
    await page.goto(at(`${home}1-2/`));
    expect(await page.locator('h1').textContent()).toContain('first build');
  });

  test('for which the room does not last leaves what is kept as it was, and is fetched when there is more', async () => {
    const page = await open(base + home);
    await keep(page);
    publish(second);
    const session = await page.context().newCDPSession(page);
    const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await session.send('Storage.overrideQuotaForOrigin', { origin: origin(), quotaSize: used + 500_000 });
    expect(await renewal(page)).toBe('redundant');
    expect(await titles(page)).toEqual(['Security, first build']);
    expect((await stored(page)).caches).toBe(1);
    await session.send('Storage.overrideQuotaForOrigin', { origin: origin() });
    expect(await renewal(page)).toBe('installed');
    await expect.poll(() => titles(page)).toEqual(['Security, second build']);
  });

  test('from which a meeting is withdrawn keeps the others', async () => {
    const page = await open(base + home);
    await keep(page);
    await page.goto(at(other));
    await keep(page);
    publish(without);
    await page.goto(at('/about/offline/'));
    await expect.poll(() => titles(page), { timeout: 15_000 }).toEqual(['Security, third build']);
    expect((await stored(page)).files.filter((path) => path.includes(other))).toEqual([]);
    await page.reload();
    const kept = page.locator('.kept li');
    await kept.first().waitFor();
    expect(
      await kept.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual([base + home]);
  });

  test('from which all that was kept is withdrawn leaves nothing; and what is withdrawn can’t be kept', async () => {
    const page = await open(base + other);
    await keep(page);
    publish(without);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect.poll(() => stored(page), { timeout: 15_000 }).toEqual({ workers: 0, caches: 0, files: [] });
    // The page was open all the time.
    await page.getByRole('button', { name: 'Remove from this device' }).click();
    await page.getByText('Removed from this device.').waitFor();
    await page.getByRole('button', { name: 'Keep for offline reading' }).click();
    await page.getByText('Not all files could be fetched, so nothing was changed.').waitFor();
    await expect.poll(() => stored(page)).toEqual({ workers: 0, caches: 0, files: [] });
  });

  test('that is only half there is not kept', async () => {
    publish(second);
    cpSync(join(first, home, 'text'), join(outDir, home, 'text'), { recursive: true });
    const page = await open(base + home);
    await page.getByRole('button', { name: 'Keep for offline reading' }).click();
    await page.getByText('Not all files could be fetched, so nothing was changed.').waitFor();
    await expect.poll(() => stored(page)).toEqual({ workers: 0, caches: 0, files: [] });
  });

  test('is asked again by a search that finds the texts of the build before gone', async () => {
    const page = await open(`${base}/search/`);
    await page.waitForLoadState('networkidle');
    publish(second);
    await page.getByLabel('Search the full text').fill('Futenma');
    await page.getByText('Search could not be loaded').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('#results > li', { hasText: 'second build' }).waitFor();
  });

  test('with the list of the index before says so, until its own is there', async () => {
    publish(second);
    const entry = 'pagefind/pagefind-entry.json';
    cpSync(join(first, entry), join(outDir, entry));
    const page = await open(`${base}/search/?q=Futenma`);
    await page.getByText('Search could not be loaded').waitFor();
    cpSync(join(second, entry), join(outDir, entry));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('#results > li', { hasText: 'second build' }).waitFor();
  });

  test('with the whole index of the build before is searched by it, and its results lead to their texts', async () => {
    publish(second);
    for (const part of ['pagefind', 'search/vocabulary.json']) {
      remove(join(outDir, part));
      cpSync(join(first, part), join(outDir, part), { recursive: true });
    }
    const page = await open(`${base}/search/?q=Futenma`);
    await page.locator('#results > li', { hasText: 'first build' }).locator('h2 a').click();
    await page.waitForURL(at(`${home}1-2/#p2`));
    expect(await page.locator('h1').textContent()).toContain('second build');
  });
});

test('where there is no room, that is said, and nothing is left half', async () => {
  const page = await open(base + home);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: origin(), quotaSize: 300_000 });
  await page.getByRole('button', { name: 'Keep for offline reading' }).click();
  await page.getByText('There is no room for it on this device').waitFor();
  await expect.poll(() => stored(page)).toEqual({ workers: 0, caches: 0, files: [] });
  await session.send('Storage.overrideQuotaForOrigin', { origin: origin() });
  await keep(page);
});
