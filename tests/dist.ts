/** A built site as tests read it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as cheerio from 'cheerio';

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

/** All pages of a built site. */
export function pagesOf(folder: string): Page[] {
  return filesOf(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      return { address: file.replace(/index\.html$/u, ''), html, $: cheerio.load(html) };
    });
}

/** Builds the site into a folder, with other content, origin or base. Never touches `dist/`. */
export function build(
  folder: string,
  environment: Record<string, string> = {},
): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder],
    { encoding: 'utf8', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment } },
  );
  return { code: status, output: stdout + stderr };
}

/** Takes a folder away, if it is there. */
export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
