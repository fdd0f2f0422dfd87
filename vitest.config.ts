import { defineConfig } from 'vitest/config';

/**
 * `unit` is pure; `site` reads the two built sites; `full` builds others and takes minutes. The end-to-end tests are in
 * playwright.config.ts.
 */
const project = (name: string, isSlow = false) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: isSlow ? 600_000 : 60_000,
    hookTimeout: isSlow ? 600_000 : 60_000,
  },
});

export default defineConfig({
  test: { projects: [project('unit'), project('site'), project('full', true)] },
});
