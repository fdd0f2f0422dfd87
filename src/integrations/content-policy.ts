import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Writes into each page of the built site what it may load and run: itself, and nothing of anybody else's. */
export function contentPolicy(): AstroIntegration {
  return {
    name: 'content-policy',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!file.endsWith('.html')) continue;
          const path = join(folder, file);
          writeFileSync(path, withPolicy(readFileSync(path, 'utf8')));
        }
      },
    },
  };
}

const inline = /<(?<tag>script|style)(?<attributes>\s[^>]*)?>(?<code>.*?)<\/\k<tag>>/gsu;

/**
 * A page with its Content-Security-Policy (CSP Level 3): scripts and styles are those of the site's own files, and
 * those that stand in this page, each by its hash. WebAssembly is for search. What only a header can say is in
 * `src/hosting/`.
 *
 * @param html a page as Astro writes it
 * @throws where the page does not start as expected, because the policy must come before all that it rules
 */
export function withPolicy(html: string): string {
  const hashes = { script: new Set<string>(), style: new Set<string>() };
  for (const { groups } of html.matchAll(inline)) {
    const { tag, attributes = '', code = '' } = groups ?? {};
    // Data is not run, and a file is not inline. Speculation rules need their hash: where there are other hashes, the
    // keyword for them does not count.
    if (/\ssrc=|ld\+json/u.test(attributes)) continue;
    hashes[tag === 'style' ? 'style' : 'script'].add(hash(code));
  }
  const policy = [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes.script].join(' '),
    ["style-src 'self'", ...hashes.style].join(' '),
    "base-uri 'none'",
    "form-action 'self'",
  ].join(';');
  const start = '<meta charset="utf-8">';
  if (!html.includes(start)) throw new Error(`A page has no ${start}, behind which its policy would stand.`);
  return html.replace(start, `${start}<meta http-equiv="content-security-policy" content="${policy}">`);
}

function hash(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
}
