/** A built site as tests read it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as cheerio from 'cheerio';
import { HtmlValidate } from 'html-validate';

/** The project's own site. */
export const dist = 'dist';

/**
 * A second site with several meetings, a base path, redirects and an import that nobody has filled in.
 * Its content is checked in; `npm run build:fixture` builds it.
 */
export const fixture = {
  content: 'tests/fixtures/site/content',
  folder: '.astro/fixture-site',
  base: '/briefings/',
};

export type Document = cheerio.CheerioAPI;

/** A page: its address below the site's base (`meetings/`), its HTML, and the HTML parsed. */
export interface Page {
  address: string;
  html: string;
  $: Document;
}

/** The files of a built site, as paths from its folder. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** What a built site holds, by file. */
export function bytesOf(folder: string): Map<string, string> {
  return new Map(filesOf(folder).map((file) => [file, readFileSync(join(folder, file), 'base64')]));
}

/** All pages of a built site. */
export function pagesOf(folder: string): Page[] {
  return filesOf(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      return { address: file.replace(/index\.html$/u, ''), html, $: cheerio.load(html) };
    });
}

/** A page of the project's own site, by its path without the first slash. */
export function pageAt(address: string): Document {
  return cheerio.load(readFileSync(join(dist, address, 'index.html'), 'utf8'));
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Astro writes attributes in the order and with the quotation marks that it likes.
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    // The text sets its own spaces, between sentences too.
    'no-inline-style': 'error',
    'long-title': 'off',
    'doctype-style': 'off',
  },
});

/** What is wrong with a page's HTML, with its place. */
export async function htmlFaults({ html, address }: Page): Promise<string[]> {
  const { results } = await validator.validateString(html, address);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column }) => `${String(line)}:${String(column)} ${ruleId}: ${message}`,
    ),
  );
}

/** Where the links, forms and files of a page lead within its site. */
export function linksOf({ $, address }: Page, base = '/'): URL[] {
  const origin = 'http://localhost:4321';
  return $('[href], [src], [action]')
    .toArray()
    .map(
      ({ attribs: { href, src, action } }) => new URL(href ?? src ?? action ?? '', origin + base + address),
    )
    .filter((url) => url.origin === origin);
}

/** The links of a built site that lead to no page or file, or to no single place on the page. */
export function brokenLinks(folder: string, base = '/', pages = pagesOf(folder)): string[] {
  const files = new Set(filesOf(folder));
  const targets = new Map(pages.map((page) => [base + page.address, page.$]));
  return pages.flatMap((page) =>
    linksOf(page, base)
      .filter(({ pathname, hash }) => {
        const file = pathname.slice(base.length).replace(/(^|\/)$/u, '$1index.html');
        const id = decodeURIComponent(hash.slice(1));
        const isThere = pathname.startsWith(base) && files.has(file);
        return !isThere || (id !== '' && targets.get(pathname)?.(`[id="${id}"]`).length !== 1);
      })
      .map(({ href }) => `${page.address}: ${href}`),
  );
}

const production = { NODE_ENV: 'production', DEV: undefined, PROD: undefined, MODE: undefined };

/** Builds the site into a folder, with other content, origin or base. Never touches `dist/`. */
export function build(
  folder: string,
  environment: Record<string, string> = {},
): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder],
    {
      encoding: 'utf8',
      // A large archive prints more than the default, 1 MB.
      maxBuffer: 2 ** 28,
      // Vitest sets DEV and NODE_ENV, with which a build would read the content again for each page.
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...production, ...environment },
    },
  );
  return { code: status, output: stdout + stderr };
}

/** Takes a folder away, if it is there. */
export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
