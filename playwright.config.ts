import { type PlaywrightTestOptions, defineConfig, devices } from '@playwright/test';
import { fixture } from './tests/helpers/built-site.ts';
import { chromiumOptions } from './tests/helpers/chromium.ts';

/** Serves a built site on a free port, which tests find in the environment: `SITE_PORT`, `FIXTURE_PORT`. */
function serve(name: string, outDir: string, base: string) {
  return {
    name,
    command: `astro preview --port 0 --ignore-lock --outDir ${outDir}`,
    timeout: 300_000,
    wait: { stdout: new RegExp(`localhost:(?<${name}_port>\\d+)`, 'u') },
    env: { BASE: base, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  };
}

const use: Partial<PlaywrightTestOptions> = { permissions: ['clipboard-read', 'clipboard-write'] };

export default defineConfig({
  outputDir: 'test-results',
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    { name: 'full', testDir: 'tests/full-e2e', timeout: 240_000 },
  ],
  fullyParallel: true,
  workers: 2,
  // A busy machine takes its time.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'line',
  use: {
    ...devices['Desktop Chrome'],
    ...use,
    viewport: { width: 1360, height: 900 },
    launchOptions: await chromiumOptions(),
    screenshot: 'only-on-failure',
  },
  webServer: [serve('site', 'dist', '/'), serve('fixture', fixture.folder, fixture.base)],
});
