/** Where the site is published: `SITE` names scheme and host, and nothing else. */
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function originFor(site: string): Promise<string> {
  vi.stubEnv('SITE', site);
  return (await import('../../src/site.config.ts')).siteOrigin;
}

test.each(['https://example.org', 'https://example.org/', 'HTTPS://EXAMPLE.ORG'])('SITE=%s', async (site) => {
  expect(await originFor(site)).toBe('https://example.org');
});

test.each([
  ['', 'SITE=https://example.org'],
  ['example.org', 'SITE=https://example.org'],
  ['example.org:8080', 'SITE=https://example.org'],
  ['ftp://example.org', 'SITE=https://example.org'],
  ['https://example.com/briefings/', 'SITE=https://example.com BASE=/briefings/'],
  ['https://example.com/?a', 'SITE=https://example.com BASE=/'],
])("SITE='%s' is refused with the cure", async (site, cure) => {
  const message = await originFor(site).catch(String);
  expect(message).toContain(`SITE='${site}'`);
  expect(message).toContain(cure);
});
