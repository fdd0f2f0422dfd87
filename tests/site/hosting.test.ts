/** The configurations of `src/hosting/` in a real nginx and a real Caddy; without one of them, its part is skipped. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Kind, type Server, serveWith, versionOf } from '../helpers/reverse-proxies.ts';
import { meetingId } from '../helpers/content.ts';
import { dist, filesOf } from '../helpers/built-site.ts';

const kinds: readonly Kind[] = ['nginx', 'caddy'];
const meeting = `meetings/${meetingId}`;
const headers = {
  'access-control-allow-origin': '*',
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
};

test('all hosts are told the same headers, and GitHub Pages gets hidden files', () => {
  const [netlify, nginx, caddy] = ['public/_headers', 'src/hosting/nginx.conf', 'src/hosting/Caddyfile'].map(
    (file) => readFileSync(file, 'utf8').toLowerCase(),
  );
  for (const [name, value] of Object.entries(headers).slice(0, -1)) {
    expect(netlify).toContain(`  ${name}: ${value}\n`);
    expect(nginx).toContain(`add_header ${name} "${value}" always;`);
    expect(caddy).toContain(`${name} "${value}"`);
  }
  expect(netlify?.match(/^\/.+\n {2}cache-control: public, max-age=31536000, immutable$/gmu)).toHaveLength(3);
  expect(readFileSync('.github/workflows/publish.yml', 'utf8')).toContain('include-hidden-files: true');
});

describe.each(kinds)('%s', (kind) => {
  if (versionOf(kind) === undefined) {
    console.warn(`${kind} is not installed: its configuration is not tested.`);
    test.skip('not installed', () => undefined);
    return;
  }
  let server: Server;
  beforeAll(async () => {
    server = await serveWith(kind, dist);
  });
  afterAll(() => server.stop());

  test.each([
    ['', 200, 'text/html; charset=utf-8'],
    [`${meeting}.json`, 200, 'application/json'],
    [`${meeting}/1-2.md`, 200, 'text/markdown; charset=utf-8'],
    [`${meeting}.txt`, 200, 'text/plain; charset=utf-8'],
    [`${meeting}.pdf`, 200, 'application/pdf'],
    [`${meeting}.png`, 200, 'image/png'],
    ['feed.xml', 200, 'text/xml; charset=utf-8'],
    ['.well-known/security.txt', 200, 'text/plain; charset=utf-8'],
    ['nothing/', 404, 'text/html; charset=utf-8'],
    ['schema/', 404, 'text/html; charset=utf-8'],
    [`${'a'.repeat(300)}/`, 404, 'text/html; charset=utf-8'],
  ])('/%s', async (path, status, type) => {
    const response = await fetch(`${server.origin}/${path}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')?.startsWith(type)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject(headers);
    if (status === 404) expect(await response.text()).toContain('<title>Page not found');
  });

  test('files with a hash in their name are cached for a year, others are compressed and revalidated', async () => {
    const hashed = filesOf(dist).find((file) => file.startsWith('pagefind/index/')) ?? '';
    const { headers: own } = await fetch(`${server.origin}/${hashed}`);
    expect(own.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const encoding = kind === 'nginx' ? 'gzip' : 'br';
    const home = await fetch(server.origin, { headers: { 'accept-encoding': encoding } });
    expect(home.headers.get('content-encoding')).toBe(encoding);
    const etag = home.headers.get('etag') ?? '';
    expect(
      (
        await fetch(server.origin, {
          headers: { 'accept-encoding': encoding, 'if-none-match': etag },
        })
      ).status,
    ).toBe(304);
  });
});
