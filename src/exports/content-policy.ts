import { createHash } from 'node:crypto';

const inline = /<(?<tag>script|style)(?<attributes>\s[^>]*)?>(?<code>.*?)<\/\k<tag>>/gsu;

/**
 * A page with its Content-Security-Policy (CSP Level 3): scripts and styles are those of the site's own files, and
 * those that stand in this page, each by its hash. WebAssembly is for search. What only a header can say is in
 * `src/hosting/`.
 *
 * @param html a page as Astro writes it
 * @throws where the page does not start as expected, because the policy must come before all that it rules
 */
export function addCspMeta(html: string): string {
  const own = { script: new Set<string>(), style: new Set<string>() };
  for (const { groups } of html.matchAll(inline)) {
    const { tag, attributes = '', code = '' } = groups ?? {};
    // Data is not run, and a file is not inline. Speculation rules need their hash: where there are other hashes, the
    // keyword for them does not count.
    if (/\ssrc=|ld\+json/u.test(attributes)) continue;
    own[tag === 'style' ? 'style' : 'script'].add(hash(code));
  }
  const policy = [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...own.script].join(' '),
    ["style-src 'self'", ...own.style].join(' '),
    "base-uri 'none'",
    "form-action 'self'",
  ].join(';');
  const start = '<meta charset="utf-8">';
  if (!html.includes(start)) throw new Error(`A page has no ${start}, behind which its policy would stand.`);
  return html.replace(start, `${start}<meta http-equiv="content-security-policy" content="${policy}">`);
}

function hash(code: string): string {
  const known = hashes.get(code);
  if (known !== undefined) return known;
  const made = `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
  hashes.set(code, made);
  return made;
}

/** Pages of a kind have the same styles and scripts. */
const hashes = new Map<string, string>();
