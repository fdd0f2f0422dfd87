import { defineConfig } from 'vitest/config';

/**
 * `unit` is pure; `site` reads the two built sites; `full` builds others and takes minutes: one file after the other, because
 * builds of one project share Astro's `.astro/.prerender`. The end-to-end tests are in playwright.config.ts. The limit of time
 * is for tests that hang: a busy machine takes many times as long as an idle one.
 */
const project = (name: string) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: 600_000, hookTimeout: 600_000 },
});

export default defineConfig({
  // By default one core stays free; the tests wait for other processes, so that two workers take a fifth less time.
  test: { maxWorkers: 2, projects: [project('unit'), project('site'), project('full')] },
});
