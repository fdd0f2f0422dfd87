/** A real Chromium before the built site on a real server. */
import { preview } from 'astro';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../../src/commands/chromium.ts';
import { meetingId } from '../content.ts';

/** The meeting's page, below the origin. */
export const home = `/meetings/${meetingId}/`;

export interface Reader {
  /** Opens an address (from the root) in a browser of its own; faults of the page make the test fail. */
  open: (address: string, options?: BrowserContextOptions) => Promise<Page>;
  /** The origin of the server: `http://localhost:1234`. */
  origin: () => string;
}

/**
 * Starts server and browser before the tests of a file, and stops them afterwards.
 *
 * @param site where the built site is, if it is not `dist/` at the root of its host
 */
export function reader(site: { outDir?: string; base?: string } = {}): Reader {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof preview>>;
  beforeAll(async () => {
    [browser, server] = await Promise.all([
      launchChromium(),
      preview({ root: process.cwd(), server: { port: 0 }, logLevel: 'error', ...site }),
    ]);
  });
  afterAll(async () => {
    await Promise.all([browser.close(), server.stop()]);
  });
  const origin = (): string => `http://localhost:${String(server.port)}`;
  return {
    origin,
    open: async (address, options = {}) => {
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
        // What Pagefind tells the console here, search tells the reader.
        if (error.message.startsWith('Failed to load the Pagefind WASM')) return;
        throw new Error(`${page.url()}: ${error.message}`, { cause: error });
      });
      await page.goto(origin() + address);
      return page;
    },
  };
}

/** What is in the clipboard. */
export async function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
