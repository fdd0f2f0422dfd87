import { defineConfig } from 'vitest/config';

/**
 * `record` is pure, `site` reads the built site, `beside` does both where the content holds other meetings too, `browser`
 * drives a Chromium: each runs alone with --project.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'record',
          include: ['tests/record/**/*.test.ts', 'tests/unit/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'beside',
          include: [
            'tests/record/{content,faults,mentions,permalinks,search,statements}.test.ts',
            'tests/unit/**/*.test.ts',
            'tests/site/{apparatus,exports,pages,permalinks,text}.test.ts',
          ],
          globalSetup: 'tests/beside.ts',
          env: { CONTENT: '.astro/beside/content', DIST: '.astro/beside/site' },
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Two browsers at once slow each other down on two cores.
          fileParallelism: false,
          // A machine under load may be late once; a real fault fails twice.
          retry: 1,
        },
      },
    ],
  },
});
