/** A real Chromium before the built site on a real server. */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { type RequestListener, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { preview } from 'astro';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { contentAlone, contentFiles, meetingId } from '../helpers/content.ts';
import { build, dist, remove } from '../helpers/built-site.ts';

/** The meeting's page, below the origin. */
export const home = `/meetings/${meetingId}/`;

export interface Reader {
  /** Opens an address (from the root) in a browser of its own; faults of the page make the test fail. */
  open: (address: string, options?: BrowserContextOptions & Expected) => Promise<Page>;
  /** The origin of the server: `http://localhost:1234`. */
  origin: () => string;
  /** Stops the server and ends its connections. Another may stand at its address then, which answers otherwise. */
  stopServer: (other?: RequestListener) => Promise<void>;
  /** Has the server at its address again. */
  restartServer: () => Promise<void>;
}

/** The faults of a page that a test provokes, by what they start with; all others make it fail. */
interface Expected {
  faults?: string;
}

/**
 * Starts server and browser before the tests of a file, and stops them afterwards.
 *
 * @param site where the built site is, if it is not `dist/` at the root of its host
 * @param flags what the browser is started with besides
 */
export function reader(site: { outDir?: string; base?: string } = {}, flags: readonly string[] = []): Reader {
  let browser: Browser;
  let port = 0;
  let end: (() => Promise<void>) | undefined;
  const stop = async (): Promise<void> => {
    await end?.();
    end = undefined;
  };
  const start = async (): Promise<void> => {
    await stop();
    const server = await preview({
      root: process.cwd(),
      // Any name of the server will do, as with those that publish the site.
      server: { port, allowedHosts: true },
      logLevel: 'error',
      ...site,
    });
    ({ port } = server);
    end = () => server.stop();
  };
  beforeAll(async () => {
    [browser] = await Promise.all([launchChromium(flags), start()]);
  });
  afterAll(async () => {
    await Promise.all([browser.close(), stop()]);
  });
  const origin = (): string => `http://localhost:${String(port)}`;
  return {
    origin,
    restartServer: start,
    stopServer: async (other) => {
      await stop();
      if (!other) return;
      const server = createServer(other);
      await once(server.listen(port, 'localhost'), 'listening');
      end = async () => {
        server.close();
        server.closeAllConnections();
        await once(server, 'close');
      };
    },
    open: async (address, { faults, ...options } = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1360, height: 900 },
        permissions: ['clipboard-read', 'clipboard-write'],
        ...options,
      });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      page.on('pageerror', (error) => {
        // What is still on its way when a page is left is no fault of the page.
        if (error.message.includes('Failed to fetch')) return;
        // Nor is a transition between two pages that the browser gives up on a slow machine.
        if (error.message.startsWith('Transition was aborted')) return;
        if (faults !== undefined && error.message.startsWith(faults)) return;
        throw new Error(`${page.url()}: ${error.message}`, { cause: error });
      });
      await page.goto(origin() + address);
      return page;
    },
  };
}

/**
 * The folder of the site as if its content were this meeting alone: what is newest, and what search finds, depends on all
 * that there is.
 */
export function siteAlone(): string {
  if (loadContent(contentFiles).record.meetings.length === 1) return dist;
  const temporary = mkdtempSync(join(tmpdir(), 'briefings-'));
  afterAll(() => {
    remove(temporary);
  });
  const [content, site] = [join(temporary, 'content'), join(temporary, 'site')];
  for (const { path, bytes } of contentAlone()) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), bytes);
  }
  const { code, output } = build(site, { CONTENT: content });
  if (code !== 0) throw new Error(output);
  return site;
}

/** What is in the clipboard. */
export async function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
