/** Playwright's `test`, with the addresses of the two sites; an error in a page fails the test. */
import { test as base, expect } from '@playwright/test';

/** The meeting of the project's own site. */
export const meeting = '/meetings/2013-02-22-japan-us-foreign-ministers/';

interface Fixtures {
  /** The origin of the fixture site, with its base path. */
  fixtureSite: string;
  failOnPageError: undefined;
}

const port = (name: string): string => process.env[`${name}_PORT`] ?? '';

export const test = base.extend<Fixtures>({
  baseURL: `http://localhost:${port('SITE')}`,
  fixtureSite: `http://localhost:${port('FIXTURE')}/briefings`,
  failOnPageError: [
    async ({ page }, use) => {
      const errors: string[] = [];
      // Requests and transitions that a navigation cuts off are no errors of the page.
      page.on('pageerror', ({ message }) => {
        if (!/Failed to fetch|Transition was/u.test(message)) errors.push(message);
      });
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
