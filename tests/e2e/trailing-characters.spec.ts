/** URLs as mail programs and sentences leave them: the 404 page finds the page that was meant. */
import { expect, meeting, test } from './fixtures.ts';

const home = meeting.slice(0, -1);

for (const [asked, meant] of [
  ['/meetings/)', '/meetings/'],
  ['/meetings/2013).', '/meetings/2013/'],
  [`${home}).`, meeting],
  [`${meeting}”`, meeting],
  [`${home}.pdf)`, `${home}.pdf`],
  [`${home}.txt,`, `${home}.txt`],
  [`${home}.json%3E`, `${home}.json`],
  [`${meeting}1-2/).`, `${meeting}1-2/`],
  [`${meeting}1-2;`, `${meeting}1-2/`],
  [`${meeting}1-2.md).`, `${meeting}1-2.md`],
  [`${meeting}1-2/)#p2`, `${meeting}1-2/#p2`],
  [`${meeting}text/%22`, `${meeting}text/`],
  [`${meeting}positions/,`, `${meeting}positions/`],
  [`${meeting}follow-up/]`, `${meeting}follow-up/`],
  ['/people/).', '/people/'],
  ['/people/fumio-kishida/,', '/people/fumio-kishida/'],
  ['/people/fumio-kishida)', '/people/fumio-kishida/'],
  ['/people/kerry).', '/people/john-kerry/'],
  ['/terms/afisma!', '/terms/afisma/'],
  ['/search/).', '/search/'],
  ['/about/%E2%80%9D', '/about/'],
  ['/about/accessibility/>', '/about/accessibility/'],
  ['/feed.xml.', '/feed.xml'],
] as const)
  test(`${asked} leads to ${meant}`, async ({ page }) => {
    // Files that the browser downloads or shows by itself are enough as requests.
    const found = page.waitForResponse((response) => response.url().endsWith(meant.replace(/#.*/u, '')));
    await page.goto(asked);
    expect((await found).ok()).toBe(true);
    if (meant.endsWith('/') || meant.includes('#'))
      await expect(page).toHaveURL(new RegExp(`${meant}$`, 'u'));
  });
