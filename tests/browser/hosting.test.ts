/**
 * The configurations of `src/hosting/`, in a real nginx and a real Caddy before a real Chromium. Where one of them is not
 * on the machine, its part is skipped aloud.
 */
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { type IncomingMessage, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../src/commands/chromium.ts';
import { type Kind, type Server, serveWith, versionOf } from '../../src/commands/servers.ts';
import { meetingId } from '../content.ts';
import { build, filesOf, pagesOf, remove } from '../dist.ts';

const kinds: readonly Kind[] = ['nginx', 'caddy'];
const there = kinds.filter((kind) => versionOf(kind) !== undefined);
for (const kind of kinds)
  if (!there.includes(kind))
    console.warn(`NO ${kind.toUpperCase()} ON THIS MACHINE: its configuration is not tested.`);

const meeting = `meetings/${meetingId}`;
/** What each answer says for the reader's safety. */
const safety = [
  ['content-security-policy', "frame-ancestors 'none'"],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), browsing-topics=()'],
  ['referrer-policy', 'same-origin'],
  ['strict-transport-security', 'max-age=31536000'],
  ['x-content-type-options', 'nosniff'],
] as const;

const below = mkdtempSync(join(tmpdir(), 'briefings-'));
let browser: Browser;
beforeAll(async () => {
  if (there.length === 0) return;
  const { code, output } = build(below, { BASE: '/briefings/' });
  if (code !== 0) throw new Error(output);
  browser = await launchChromium();
});
afterAll(async () => {
  if (there.length > 0) await browser.close();
  remove(below);
});

describe.each(
  kinds.flatMap((kind) => [
    { kind, site: 'dist', base: '/' },
    { kind, site: below, base: '/briefings/' },
  ]),
)('the site behind $kind at $base', ({ kind, site, base }) => {
  if (!there.includes(kind)) {
    test.skip('is not tested', () => undefined);
    return;
  }
  let server: Server;
  let root: string;
  beforeAll(async () => {
    server = await serveWith(kind, site, base);
    root = server.origin + base;
  });
  afterAll(async () => {
    await server.stop();
  });

  test.each([
    ['', 200, 'text/html; charset=utf-8'],
    [`${meeting}/1-2/`, 200, 'text/html; charset=utf-8'],
    ['meetings.json', 200, 'application/json'],
    [`${meeting}.md`, 200, 'text/markdown; charset=utf-8'],
    [`${meeting}.txt`, 200, 'text/plain; charset=utf-8'],
    [`${meeting}.pdf`, 200, 'application/pdf'],
    [`${meeting}.png`, 200, 'image/png'],
    ['feed.xml', 200, 'text/xml; charset=utf-8'],
    ['favicon.svg', 200, 'image/svg+xml'],
    ['.well-known/security.txt', 200, 'text/plain; charset=utf-8'],
    [
      'sw.js',
      200,
      kind === 'nginx' ? 'application/javascript; charset=utf-8' : 'text/javascript; charset=utf-8',
    ],
    ['offline/shared.json', 200, 'application/json'],
    ['pagefind/pagefind-entry.json', 200, 'application/json'],
    ['nothing/', 404, 'text/html; charset=utf-8'],
    ['schema/', 404, 'text/html; charset=utf-8'],
    ['_astro/nothing.js', 404, 'text/html; charset=utf-8'],
    ['pagefind/index/nothing.pf_index', 404, 'text/html; charset=utf-8'],
  ])('%s', async (address, status, type) => {
    const answer = await fetch(root + address);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')?.startsWith(type)).toBe(true);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    for (const [name, value] of safety) expect(answer.headers.get(name), name).toBe(value);
    if (status === 404) expect(await answer.text()).toContain('<title>Page not found');
  });

  test.each(['%00', 'about/%00', `${'a'.repeat(300)}/`, 'a/'.repeat(2500)])(
    'a name that no file can have (%#) is no fault of the server',
    async (name) => {
      expect([400, 404]).toContain((await fetch(root + name)).status);
    },
  );

  test('files named after their words are kept, and others are asked for again but not sent again', async () => {
    const named = filesOf(site).filter((file) => /^(?:_astro|pagefind\/(?:fragment|index))\//u.test(file));
    expect(named.length).toBeGreaterThan(30);
    for (const file of named) {
      const answer = await fetch(root + file, { method: 'HEAD' });
      expect(answer.headers.get('cache-control'), file).toBe('public, max-age=31536000, immutable');
    }
    const first = await fetch(root);
    const again = await fetch(root, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('what `npm run compress` wrote is sent as it is', async () => {
    for (const [coding, file] of [
      kind === 'nginx' ? ['gzip', 'index.html.gz'] : ['br', 'index.html.br'],
      ['identity', 'index.html'],
    ] as const) {
      const answer = await rawAnswer(root, coding);
      expect(answer.headers['content-encoding'] ?? 'identity').toBe(coding);
      const bytes = Buffer.concat(await answer.toArray());
      expect(bytes.equals(readFileSync(join(server.root, base, file))), coding).toBe(true);
    }
    expect((await rawAnswer(root, 'gzip')).headers.vary).toBe('Accept-Encoding');
  });

  test('an address without its last slash leads on, wherever the server is reached', async () => {
    const answer = await fetch(root + meeting, { redirect: 'manual' });
    expect([301, 308]).toContain(answer.status);
    expect(answer.headers.get('location')).toBe(`${base}${meeting}/`);
  });

  test('a meeting that is kept can be read and searched when the server has stopped', async () => {
    const own = await serveWith(kind, site, base);
    const context = await browser.newContext();
    const page = await context.newPage();
    try {
      await page.goto(`${own.origin}${base}${meeting}/`);
      await page.getByRole('button', { name: 'Keep for offline reading' }).click();
      await page.getByRole('status').filter({ hasText: 'Kept on this device' }).waitFor();
    } finally {
      await own.stop();
    }
    await expect(fetch(own.origin)).rejects.toThrow('fetch failed');
    for (const address of ['', '1-2/', 'text/']) {
      await page.goto(`${own.origin}${base}${meeting}/${address}`);
      expect(await page.getByRole('complementary', { name: 'Offline' }).textContent()).toMatch(
        /^You are offline, or the site does not answer\. This is the copy/u,
      );
      expect(await page.locator('main .text p').first().isVisible()).toBe(true);
    }
    await page.goto(`${own.origin}${base}search/?q=Futenma`);
    await page.locator('#results > li').first().waitFor();
    await context.close();
  });

  test('a walk: reading, theme, links, citing, the check, search – no violation, no error, no failed request', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    // What is left behind by going on is not at fault, be it a transition or a request.
    page.on('pageerror', ({ message }) => {
      if (message !== 'Transition was skipped. Navigation aborted') faults.push(message);
    });
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${String(response.status())}: ${response.url()}`);
    });
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`violation: ${violatedDirective} ${blockedURI}`);
      });
    });
    for (const { address } of pagesOf(site)) await page.goto(root + address);
    await page.goto(`${root}${meeting}/`);
    await page.locator('.toc li a').nth(1).click();
    await page.waitForURL(/\/1-2\/$/u);
    await page.locator('.masthead button').last().click();
    await page.locator('#who').check();
    await page.locator('.pn').nth(1).click();
    await page.locator('.links button').first().click();
    await page.locator('.toast').waitFor();
    await page.locator('.cite summary').click();
    await page.locator('dialog.cite').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-check]').first().click();
    await page.locator('.margin output', { hasText: /\S/u }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('Futenma');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#p/u);
    await page.goto(`${root}search/?q=Mali`);
    await page.locator('#results > li').first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** An answer as it crosses the network, which `fetch` would unpack. */
async function rawAnswer(address: string, coding: string): Promise<IncomingMessage> {
  const asked = get(address, { headers: { 'accept-encoding': coding } });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return answer;
}
