/** The configuration for nginx, in a real nginx before a real Chromium. Where there is none, this is skipped aloud. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../src/commands/chromium.ts';
import { home } from './reader.ts';

const there = spawnSync('nginx', ['-v']).status === 0;
if (!there) console.warn('NO NGINX ON THIS MACHINE: its configuration is not tested.');

describe.skipIf(!there)('the site behind nginx', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  let server: ChildProcess;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    const port = await freePort();
    // Its workers belong to another user.
    chmodSync(folder, 0o755);
    origin = `http://localhost:${String(port)}`;
    const root = join(folder, 'site');
    cpSync('dist', root, { recursive: true });
    spawnSync(process.execPath, ['src/commands/compress.ts', root]);
    mkdirSync(join(folder, 'logs'));
    const site = readFileSync('src/hosting/nginx.conf', 'utf8')
      .replace('listen 80', `listen ${String(port)}`)
      .replace('/var/www/meeting-briefings', root);
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join('\n');
    const config = join(folder, 'nginx.conf');
    writeFileSync(
      config,
      `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;\nevents {}\nhttp { access_log off; include /etc/nginx/mime.types; ${paths}\n${site} }\n`,
    );
    server = spawn('nginx', ['-p', folder, '-c', config, '-e', join(folder, 'error.log')], {
      stdio: 'ignore',
    });
    browser = await launchChromium();
    for (let tries = 0; tries < 50; tries += 1) {
      if (
        await fetch(origin).then(
          () => true,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`nginx did not start: ${readFileSync(join(folder, 'error.log'), 'utf8')}`);
  });
  afterAll(async () => {
    await browser.close();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['/', 200, 'text/html; charset=utf-8', 'no-cache'],
    [`${home}1-2/`, 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/meetings.json', 200, 'application/json; charset=utf-8', 'no-cache'],
    [`${home.slice(0, -1)}.md`, 200, 'text/markdown; charset=utf-8', 'no-cache'],
    [`${home.slice(0, -1)}.txt`, 200, 'text/plain; charset=utf-8', 'no-cache'],
    [`${home.slice(0, -1)}.pdf`, 200, 'application/pdf', 'no-cache'],
    ['/pagefind/pagefind-entry.json', 200, 'application/json; charset=utf-8', 'no-cache'],
    ['/nothing/', 404, 'text/html; charset=utf-8', 'no-cache'],
  ])('%s', async (address, status, type, caching) => {
    const { headers, ...answer } = await fetch(origin + address).then((got) => ({
      status: got.status,
      headers: got.headers,
    }));
    expect(answer.status).toBe(status);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('cache-control')).toBe(caching);
    expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toContain('max-age');
  });

  test('files named after their words are kept, and texts come compressed', async () => {
    const html = await fetch(`${origin}/`);
    expect(html.headers.get('content-encoding')).toBe('gzip');
    const script = /src="(\/_astro\/[^"]+)"/u.exec(await html.text())?.[1] ?? '';
    const answer = await fetch(origin + script);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-type')).toMatch(/javascript/u);
  });

  test('a walk: reading, theme, links, citing, the check, search – no violation, no error, no failed request', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('requestfailed', (request) => {
      // What is left behind by going on is not at fault.
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
    for (const path of ['', 'meetings/', 'people/', 'terms/', 'about/', 'about/privacy/'])
      await page.goto(`${origin}/${path}`);
    await page.goto(origin + home);
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
    await page.goto(`${origin}/search/?q=Mali`);
    await page.locator('#results > li').first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** A port that nobody listens to. */
async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
