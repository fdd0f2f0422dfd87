/** What somebody puts into a URL, into storage or into the index is text: it is shown and never run. */
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, meeting, test } from '../e2e/fixtures.ts';

/** Each would call `ran()`, or change the page, if it were read as anything but text. */
const hostile = JSON.parse(readFileSync('tests/fixtures/hostile-texts.json', 'utf8')) as string[];

/** Watches for anything that runs, and returns how to read what was seen. */
async function watch(page: Page): Promise<() => Promise<string[]>> {
  const seen: string[] = [];
  await page.exposeFunction('ran', () => seen.push('ran'));
  await page.exposeFunction('refused', (directive: string) => seen.push(`tried ${directive}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      (Reflect.get(window, 'refused') as (directive: string) => void)(violatedDirective);
    });
  });
  page.on('dialog', () => seen.push('dialog'));
  return async () => [
    ...seen,
    ...(await page
      .locator(
        'main :is(img, style, [onerror], [onfocus]), dialog img, iframe, object, base, a[href^="javascript:" i]',
      )
      .evaluateAll((nodes) => nodes.map(({ outerHTML }) => outerHTML))),
  ];
}

for (const words of hostile)
  test(`in queries, filters, fragments, marked words and storage: ${JSON.stringify(words)}`, async ({
    page,
  }) => {
    const seen = await watch(page);
    await page.goto('/about/');
    await page.evaluate((text) => {
      localStorage.setItem('theme', text);
      localStorage.setItem('who', text);
    }, words);
    const names = ['q', 'side', 'year', 'section', 'sort'];
    const query = new URLSearchParams(names.map((name) => [name, words]));
    await page.goto(`/search/?${String(query)}#${encodeURIComponent(words)}`);
    await expect(page.locator('.count')).toHaveText(/\S/u);
    await expect(page.locator('#q')).toHaveValue(words);
    expect((await page.title()).startsWith(words.trim().replace(/\s+/gu, ' '))).toBe(
      !words.includes('\u0000'),
    );
    const text = encodeURIComponent(words);
    await page.goto(`${meeting}1-2/?mark=${text}#p2:~:text=${text}`);
    await expect(page.locator('.text p')).toHaveCount(2);
    expect(await seen()).toEqual([]);
  });

/** A result of an index that was tampered with. */
interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
}

/** Changes each result on its way to the page. */
async function tamper(page: Page, change: (fragment: Fragment) => Fragment): Promise<void> {
  await page.route('**/pagefind/fragment/**', async (route) => {
    const body = gunzipSync(await (await route.fetch()).body()).toString();
    const start = body.indexOf('{');
    const fragment = change(JSON.parse(body.slice(start)) as Fragment);
    await route.fulfill({ body: gzipSync(body.slice(0, start) + JSON.stringify(fragment)) });
  });
}

test('in an index that was tampered with', async ({ page }) => {
  const attack = '<img src=x onerror=ran()><script>ran()</script>';
  const seen = await watch(page);
  await tamper(page, (fragment) => ({
    ...fragment,
    content: `Mali ${attack} ${fragment.content}`,
    meta: Object.fromEntries(Object.entries(fragment.meta).map(([name, words]) => [name, words + attack])),
  }));
  await page.goto('/search/?q=Mali');
  await expect(page.locator('#results')).toContainText('onerror=ran()');
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('searchbox').fill('Mali');
  await expect(page.getByRole('dialog').getByRole('link').first()).toContainText('onerror=ran()');
  expect(await seen()).toEqual([]);
});

for (const target of [
  'javascript:ran()',
  'https://example.org/',
  '//example.org/',
  String.raw`/\example.org/`,
])
  test(`an index whose results lead to ${target} leads nowhere else`, async ({ page, baseURL }) => {
    await tamper(page, (fragment) => ({ ...fragment, url: target }));
    await page.goto('/search/?q=Mali');
    await expect(page.locator('#results > li').first()).toBeVisible();
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('searchbox').fill('Mali');
    await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
    const origins = await page
      .locator('#results a, dialog a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).origin));
    expect(new Set(origins)).toEqual(new Set([baseURL]));
  });

test('a query of thousands of words or letters is answered', async ({ page }) => {
  for (const query of ['Mali '.repeat(1500), 'x'.repeat(7000), '"'.repeat(3000)]) {
    await page.goto(`/search/?q=${encodeURIComponent(query)}`);
    await expect(page.locator('.count')).toHaveText(/passage|appear/u);
  }
});
