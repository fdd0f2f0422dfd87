/** Playwright's `test`, with the URLs of the two sites; an error in a page fails the test. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Page, test as base, expect } from '@playwright/test';

/** The meeting of the project's own site. */
export const meeting = '/meetings/2013-02-22-japan-us-foreign-ministers/';

interface Fixtures {
  /** The origin of the fixture site, with its base path. */
  fixtureSite: string;
  /** Errors that a test provokes. */
  allowedPageErrors: RegExp;
  failOnPageError: undefined;
}

const port = (name: string): string => process.env[`${name}_PORT`] ?? '';

export const test = base.extend<Fixtures>({
  baseURL: `http://localhost:${port('SITE')}`,
  fixtureSite: `http://localhost:${port('FIXTURE')}/briefings`,
  // Requests and transitions that a navigation cuts off are no errors of the page.
  allowedPageErrors: [/Failed to fetch|Transition was/u, { option: true }],
  failOnPageError: [
    async ({ page, allowedPageErrors }, use) => {
      const errors: string[] = [];
      const report = (message: string): void => {
        if (!allowedPageErrors.test(message)) errors.push(message);
      };
      page.on('pageerror', ({ message }) => {
        report(message);
      });
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) report(message.text());
      });
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

/** What was copied last, as text. */
export const copiedText = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

/** What axe finds on a page: each rule with the first element that breaks it. */
export async function axeViolations(
  page: Page,
  rules: Record<string, { enabled: boolean }> = {},
): Promise<string[]> {
  const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // There are no frames, for which it would open a second page.
  const { violations } = await new AxeBuilder({ page }).options({ runOnly, rules }).setLegacyMode().analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${String(nodes[0]?.target)}: ${nodes[0]?.failureSummary ?? ''}`,
  );
}

export { expect };
