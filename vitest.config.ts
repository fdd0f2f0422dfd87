import { defineConfig } from 'vitest/config';

/**
 * `unit` is pure; `site` reads the two built sites; `full` builds others and takes minutes. The end-to-end tests are in
 * playwright.config.ts. The limit of time is for tests that hang: a busy machine takes many times as long as an idle one.
 */
const project = (name: string) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: 600_000, hookTimeout: 600_000 },
});

export default defineConfig({
  // One core stays free by default, and here there are other things to wait for.
  test: { maxWorkers: 2, projects: [project('unit'), project('site'), project('full')] },
});
