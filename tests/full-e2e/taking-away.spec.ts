/** What readers take from a page: reader view, the clipboard, citations as files, paper. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, meeting, test } from '../e2e/fixtures.ts';
import { itemLabel, shortTitle } from '../../src/domain/format.ts';
import { agendaItems } from '../../src/domain/model.ts';
import { theMeeting } from '../helpers/content.ts';
import { pageKinds } from '../helpers/page-kinds.ts';
import { openPage } from './states.ts';

const readability = ['Readability.js', 'Readability-readerable.js']
  .map((file) => createRequire(import.meta.url).resolve(`@mozilla/readability/${file}`))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** What Firefox's reader view makes of a page. */
interface ReaderView {
  isOffered: boolean;
  title: string;
  text: string;
}

test.describe('in reader view', () => {
  // Readability sets styles on its copy of the page, which the policy refuses.
  test.use({ allowedPageErrors: /inline style/u });

  test('an item has its title and its paragraphs, and nothing else', async ({ page }) => {
    const summary = theMeeting();
    for (const item of agendaItems(summary)) {
      await page.goto(`${meeting}${item.id}/`);
      const view = await page.evaluate<ReaderView>(`(() => {
      ${readability};
      const article = new Readability(document.cloneNode(true)).parse();
      return { isOffered: isProbablyReaderable(document), title: article.title, text: article.textContent };
    })()`);
      expect(view.isOffered).toBe(true);
      expect(view.title).toContain(`${itemLabel(item)}, ${shortTitle(summary)}`);
      const words = item.paragraphs.map(({ text }) => text).join('');
      expect(view.text.replace(/\s+/gu, '')).toBe(words.replace(/\s+/gu, ''));
    }
  });
});

test.describe('in the dark theme', () => {
  test.use({ colorScheme: 'dark' });

  test('copied text has no colors, numbers or controls', async ({ page }) => {
    await page.goto(`${meeting}1-2/`);
    await page.getByRole('checkbox').check();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await (await item?.getType('text/html'))?.text()) ?? '';
    });
    expect(html).toContain('Regarding the relocation of');
    expect(html).not.toMatch(/style=|color|<button|<input|paragraph-number/u);
  });
});

for (const [ending, date] of [
  ['bib', /urldate = \{\d{4}-\d\d-\d\d\}/u],
  ['ris', /\nY2 {2}- \d{4}\/\d\d\/\d\d/u],
  ['json', /"accessed":\{"date-parts":\[\[\d{4},\d+,\d+\]\]\}/u],
] as const)
  test(`a citation is downloaded as .${ending}, with the passage and the day of reading`, async ({
    page,
  }) => {
    await page.goto(`${meeting}1-2/#p1`);
    await page.locator('.cite summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`a[download$=".${ending}"]`).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toMatch(date);
    expect(text).toContain(`${meeting}1-2/#p1`);
  });

test('on paper there is no interface, and the URL and the day are printed', async ({ page }) => {
  for (const path of [...pageKinds.filter((kind) => kind !== '/nonsense/'), `${meeting}1-2/#p2`]) {
    await openPage(page, path);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('.print-url')).toHaveText(/^http.*, printed on \d{1,2} \w+ \d{4}$/u);
    await expect(page.locator('.print-url')).toContainText(`${path}, printed`);
    await expect(page.locator('nav:visible, button:visible, select:visible, input:visible')).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });
  }
});

test('links of one name on a page lead to one place', async ({ page }) => {
  for (const path of pageKinds.filter((kind) => !kind.startsWith('/search/'))) {
    await page.goto(path);
    const names = await page.evaluate(() => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('main a:not([rel=external])')];
      const name = (link: HTMLElement): string =>
        (link.ariaLabel ?? link.textContent).trim().replace(/\s+/gu, ' ');
      return [...Map.groupBy(links, name)].flatMap(([text, all]) =>
        new Set(all.map(({ href }) => href)).size > 1 ? [text] : [],
      );
    });
    expect(names, path).toEqual([]);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('citations fold out, and a term leads to its entry', async ({ page }) => {
    await page.goto(`${meeting}3-3/`);
    await expect(page.locator('.cite dd').first()).toBeHidden();
    await page.locator('.cite summary').click();
    await expect(page.locator('.cite dd').first()).toBeVisible();
    await page.locator('.text .term').click();
    await expect(page).toHaveURL('/terms/afisma/');
  });
});
