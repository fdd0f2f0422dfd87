/** URLs as mail programs and sentences leave them. */
import { expect, meeting, test } from './fixtures.ts';

for (const [asked, meant] of [
  [`${meeting.slice(0, -1)}).`, meeting],
  ['/people/fumio-kishida/,', '/people/fumio-kishida/'],
  ['/people/fumio-kishida)', '/people/fumio-kishida/'],
  [`${meeting}1-2/).`, `${meeting}1-2/`],
  ['/about/%E2%80%9D', '/about/'],
] as const)
  test(`${asked} leads to ${meant}`, async ({ page }) => {
    await page.goto(asked);
    await expect(page).toHaveURL(new RegExp(`${meant}$`, 'u'), { timeout: 5000 });
  });
