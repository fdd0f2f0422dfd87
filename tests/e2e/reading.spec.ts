import { pageKinds } from '../helpers/page-kinds.ts';
import { axeViolations, copiedText, expect, meeting, test } from './fixtures.ts';

test('from the home page to an item and on to the next', async ({ page }) => {
  await page.goto('/');
  await page.locator(`main a[href="${meeting}1-2/"]`).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/1\(2\)\s*Security/u);
  await page.getByRole('link', { name: /Next/u }).click();
  await expect(page).toHaveURL(/\/1-3\/$/u);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/1\(3\)\s*Space/u);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every kind of page shows its text, and no control that needs a script', async ({ page }) => {
    for (const path of pageKinds) {
      await page.goto(path);
      await expect(page.locator('main :is(p, li)').filter({ visible: true }).first()).toBeVisible();
      await expect(page.locator('.js:visible')).toHaveCount(0);
    }
  });

  test('a fragment marks its sentence, paragraph numbers are links, a checkbox shows who said what', async ({
    page,
  }) => {
    await page.goto(`${meeting}1-2/#p2s1`);
    await expect(page.locator(':target')).toHaveText(/^Regarding the relocation/u);
    await page.locator('a[href="#p1"]').first().click();
    await expect(page).toHaveURL(/#p1$/u);
    await expect(page.locator('.legend')).toBeHidden();
    await page.getByRole('checkbox').check();
    await expect(page.locator('.legend')).toBeVisible();
  });

  test('a moved item redirects to its new page', async ({ page, fixtureSite }) => {
    const home = `${fixtureSite}/meetings/2019-05-14-norway-chile-foreign-ministers/`;
    await page.goto(`${home}1-2/`);
    await expect(page).toHaveURL(`${home}1-3/`);
  });
});

test('who said what stays on from item to item', async ({ page }) => {
  await page.goto(`${meeting}1-2/`);
  await page.getByRole('checkbox').check();
  await page.goto(`${meeting}2-1/`);
  await expect(page.getByRole('checkbox')).toBeChecked();
  await expect(page.locator('.text [data-side]').first()).toHaveAttribute('data-side', 'japan');
});

test('the names of the sides stand between the lines, and not on paper', async ({ page }) => {
  await page.goto(`${meeting}1-2/`);
  await page.getByRole('checkbox').check();
  const label = () =>
    page
      .locator('.text [data-by]')
      .first()
      .evaluate((statement) => {
        const { content, position } = getComputedStyle(statement, '::before');
        return [content.slice(0, 12), position];
      });
  expect(await label()).toEqual(['"Both sides"', 'absolute']);
  await page.emulateMedia({ media: 'print' });
  expect((await label())[0]).toBe('none');
});

test('a term is explained in place, and the focus returns to it', async ({ page }) => {
  await page.goto(`${meeting}3-3/`);
  const term = page.locator('.text .term').first();
  await term.press('Enter');
  const explanation = page.locator(':popover-open');
  await expect(explanation).toContainText('resolution 2085');
  await page.keyboard.press('Escape');
  await expect(explanation).toBeHidden();
  await expect(term).toBeFocused();
  await expect(page).toHaveURL(/\/3-3\/$/u);
});

test('who said what is filtered by side and verb, and the URL has the filter', async ({ page }) => {
  await page.goto(`${meeting}positions/`);
  const statements = page.locator('.positions-table [data-side]').filter({ visible: true });
  await expect(statements).toHaveCount(44);
  await page.locator('select[name=side]').selectOption('united-states');
  await page.locator('select[name=verb]').selectOption('stated');
  await expect(page).toHaveURL(/\?side=united-states&verb=stated$/u);
  await expect(statements).toHaveCount(4);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(statements).toHaveCount(44);
  await page.goto(`${meeting}positions/?side=japan%20united-states&verb=nonsense`);
  for (const statement of await statements.all())
    await expect(statement).toHaveAttribute('data-side', 'japan united-states');
});

test('the agenda folds on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${meeting}1-2/`);
  const link = page.locator(`.agenda-nav a[href="${meeting}2-2/"]`);
  await expect(link).toBeHidden();
  await page.locator('.agenda-nav summary').click();
  await link.click();
  await expect(page).toHaveURL(/\/2-2\/$/u);
});

test('the citation dialog cites the paragraph of the URL with a date, and can be closed on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await page.goto(`${meeting}1-2/#p2s1`);
  await page.locator('.cite summary').click();
  const dialog = page.getByRole('dialog', { name: 'Cite 1(2) Security, sentence 2.1' });
  await expect(dialog.getByRole('link', { name: 'Download CSL-JSON' })).toBeInViewport();
  await expect(dialog.locator('dd').first()).toContainText('para. 2');
  await dialog.getByRole('button', { name: /^Copy/u }).first().click();
  await expect.poll(() => copiedText(page)).toMatch(/February 22, 2013.*accessed \w+ \d+, \d{4}.*#p2s1/u);
  await dialog.getByRole('button', { name: /^Copy/u }).last().click();
  await expect(dialog.locator('[aria-live]')).toHaveText('CSL-JSON copied');
  await expect(dialog.locator('[aria-live]')).toBeInViewport();
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('.cite summary')).toBeFocused();
});

test('the link of an item is copied without fragment and query', async ({ page }) => {
  await page.goto(`${meeting}1-2/?mark=Okinawa#p1`);
  await page.getByRole('button', { name: 'Copy link to this item' }).click();
  await expect(page.locator('body > [aria-live]')).toHaveText('Link copied');
  await expect.poll(() => copiedText(page)).toMatch(/\/1-2\/$/u);
});

test('verification accepts the published words and refuses any others', async ({ page }) => {
  const verdict = page.locator('output').filter({ hasText: /\.$/u }).first();
  const verify = async (alter: () => Promise<unknown>, path = '1-2/') => {
    await page.goto(meeting + path);
    await alter();
    await page.locator('[data-check]').first().click();
    await expect(verdict).toBeVisible();
    return (await verdict.textContent()) ?? '';
  };
  expect(await verify(() => Promise.resolve())).toContain('115 words');
  expect(await verify(() => Promise.resolve(), 'text/')).toMatch(/1,\d{3} words/u);
  const explain = async (): Promise<void> => {
    await page.locator('.term').first().click();
    await expect(page.locator('.explanation')).toBeVisible();
  };
  expect(await verify(explain)).toContain('115 words');
  const text = page.locator('.text');
  for (const alter of [
    () => page.locator('#p2s2').evaluate((sentence) => sentence.firstChild?.replaceWith('Touching upon')),
    () => text.evaluate((node) => node.insertBefore(node.querySelector('#p2') ?? node, node.firstChild)),
    () => page.route('**/*.txt', (route) => route.fulfill({ body: 'Another text.' })),
    () => page.route('**/*.txt', (route) => route.abort()),
  ])
    expect(await verify(alter)).not.toMatch(/\d words/u);
});

test('a moved item keeps the fragment that was asked for, and a replaced one has its own target', async ({
  page,
  fixtureSite,
}) => {
  const home = `${fixtureSite}/meetings/2019-05-14-norway-chile-foreign-ministers/`;
  for (const [from, to] of [
    ['1-2/#p1', '1-3/#p1'],
    ['1-2/#p2', '1-1/#p1'],
  ] as const) {
    await page.goto(home + from);
    await expect(page).toHaveURL(home + to);
  }
});

/** URLs as people type them, and as mail programs and sentences leave them. */
test('a mistyped URL leads to the page that was meant', async ({ page }) => {
  for (const [asked, meant] of [
    [`${meeting}1.2/`, `${meeting}1-2/`],
    [`${meeting}1-2/p2/`, `${meeting}1-2/#p2`],
    ['/meetings/2013).', '/meetings/2013/'],
    [`${meeting}”`, meeting],
    [`${meeting}1-2;`, `${meeting}1-2/`],
    [`${meeting}1-2/)#p2`, `${meeting}1-2/#p2`],
    [`${meeting}text/%22`, `${meeting}text/`],
    ['/people/fumio-kishida)', '/people/fumio-kishida/'],
    ['/people/kerry).', '/people/john-kerry/'],
    ['/topics/', '/terms/'],
    ['/topics/futenma', '/terms/marine-corps-air-station-futenma/'],
  ] as const) {
    await page.goto(asked);
    await expect(page).toHaveURL(meant);
  }
});

for (const file of [`${meeting.slice(0, -1)}.pdf`, `${meeting}1-2.json`])
  test(`${file} is found with characters behind it`, async ({ page }) => {
    // The browser downloads some files: it is enough that it asks for them.
    const found = page.waitForResponse((response) => response.url().endsWith(file));
    await page.goto(`${file}).`, { waitUntil: 'commit' });
    expect((await found).ok()).toBe(true);
  });

test('an unknown URL is answered with a 404 page that offers search and meetings', async ({ page }) => {
  const response = await page.goto('/nonsense/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('searchbox')).toBeVisible();
  await expect(page.locator('main a[href^="/meetings/"]').first()).toBeVisible();
});

test('the appearance is kept from page to page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  const button = page.getByRole('button', { name: /Appearance|Theme/u });
  await button.click();
  await expect.poll(paper).not.toBe(light);
  await page.goto(`${meeting}1-2/`);
  expect(await paper()).not.toBe(light);
  // Each press changes what is seen.
  await button.click();
  await expect.poll(paper).toBe(light);
});

test('the keyboard reaches the text first, then all of the page, with a visible focus', async ({ page }) => {
  await page.goto(`${meeting}1-2/`);
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAttribute('href', '#main');
  await page.keyboard.press('Enter');
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const focused = document.activeElement;
      const parts = [focused, focused?.parentElement, focused?.parentElement?.parentElement];
      return parts.some((part) => part && getComputedStyle(part).outlineStyle !== 'none');
    });
    expect(outline, `stop ${String(step)}`).toBe(true);
  }
});

for (const path of pageKinds)
  test(`axe finds nothing on ${path}`, async ({ page }) => {
    await page.goto(path);
    expect(await axeViolations(page)).toEqual([]);
  });
