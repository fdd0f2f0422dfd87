/** All hosts are told the same headers. The configurations are tried in `tests/full/hosting.test.ts`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const headers = {
  'access-control-allow-origin': '*',
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
};
const [netlify = '', nginx = '', caddy = ''] = [
  'public/_headers',
  'src/hosting/nginx.conf',
  'src/hosting/Caddyfile',
].map((file) => readFileSync(file, 'utf8').toLowerCase());

test.each(Object.entries(headers))('%s: %s', (name, value) => {
  expect(netlify).toContain(`  ${name}: ${value}\n`);
  expect(nginx).toContain(`add_header ${name} "${value}" always;`);
  expect(caddy).toContain(`${name} "${value}"`);
});

test('Netlify is told which files have a hash', () => {
  expect(netlify.match(/^\/.+\n {2}cache-control: public, max-age=31536000, immutable$/gmu)).toHaveLength(3);
});
