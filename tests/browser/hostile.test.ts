/** What a reader, or whoever gave the reader a link, sends in is text: it is shown, and never run. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { home, reader } from './reader.ts';

const { open, origin } = reader();

/** Each would call `ran()` if it were read as anything but text. */
const hostile = [
  '<script>ran()</script>',
  '"><script>ran()</script>',
  "'><script>ran()</script>",
  '</script><script>ran()</script>',
  '</title><script>ran()</script>',
  '</textarea><script>ran()</script>',
  '</style><script>ran()</script>',
  '<img src=x onerror=ran()>',
  '"><img src=x onerror=ran()>',
  '<img src=x onerror="ran()"//',
  '<img/src/onerror=ran()>',
  '<svg onload=ran()>',
  '<svg><script>ran()</script></svg>',
  '<svg><animate onbegin=ran() attributeName=x dur=1s>',
  '<math><mtext><img src=x onerror=ran()></mtext></math>',
  '<iframe src="javascript:parent.ran()"></iframe>',
  '<iframe srcdoc="<script>parent.ran()</script>"></iframe>',
  '<object data="javascript:ran()"></object>',
  '<embed src="javascript:ran()">',
  '<a href="javascript:ran()" autofocus onfocus=ran()>x</a>',
  '<details open ontoggle=ran()>',
  '<input autofocus onfocus=ran()>',
  '<body onload=ran()>',
  '<base href="https://example.org/">',
  '<meta http-equiv=refresh content="0;url=javascript:ran()">',
  '<link rel=stylesheet href="data:text/css,*{display:none}">',
  '<style>*{display:none}</style>',
  '<form action="javascript:ran()"><button autofocus>x</button></form>',
  '<template><script>ran()</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=ran()>">',
  '<mark onmouseover=ran()>Mali</mark>',
  'javascript:ran()',
  'javascript://%0aran()',
  'JaVaScRiPt:ran()',
  'data:text/html,<script>ran()</script>',
  '" onmouseover="ran()" x="',
  "' autofocus onfocus='ran()' x='",
  '`-ran()-`',
  '${ran()}',
  '{{constructor.constructor("ran()")()}}',
  '&lt;script&gt;ran()&lt;/script&gt;',
  '&#60;script&#62;ran()&#60;/script&#62;',
  '\u003cscript\u003eran()\u003c/script\u003e',
  '%3Cscript%3Eran()%3C/script%3E',
  '<scr\u0000ipt>ran()</scr\u0000ipt>',
  '＜script＞ran()＜/script＞',
  '\u202Etpircs\u202C<script>ran()</script>',
  '__proto__',
  'constructor',
  '.*+?^${}()|[]\\',
  `${'(a+)+'.repeat(20)}$`,
];

/** Watches a page: whether anything is run, and whether anything is shown as HTML. */
async function watch(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen, ran: () => seen.push('was run') });
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      seen.push(`tried against ${violatedDirective}`);
    });
  });
  page.on('dialog', () => {
    throw new Error('A dialog of the browser was opened.');
  });
  return () =>
    page.evaluate(() => {
      const foreign = document.querySelectorAll(
        'main img, dialog img, iframe, object, embed, base, svg script, [onerror], [onload], [onfocus], [onmouseover], [ontoggle], a[href^="javascript:" i], main style, form[action^="javascript:" i]',
      );
      const scripts = [...document.scripts].filter(({ text }) => text.includes('ran()'));
      const shown = [...foreign, ...scripts].map(({ outerHTML }) => outerHTML);
      return [...(window as unknown as { seen: string[] }).seen, ...shown];
    });
}

test('there are at least 40', () => {
  expect(new Set(hostile).size).toBeGreaterThanOrEqual(40);
});

test('as query, filters, fragment, words to mark, and what storage holds', async () => {
  const page = await open('/about/');
  const seen = await watch(page);
  for (const words of hostile) {
    const given = new URLSearchParams([
      ['q', words],
      ...['side', 'year', 'section', 'sort'].map((name) => [name, words]),
    ]);
    // Storage first, so that the next page reads it starts.
    await page.evaluate((kept) => {
      localStorage.setItem('theme', kept);
      localStorage.setItem('who', kept);
    }, words);
    await page.goto(`${origin()}/search/?${String(given)}#${encodeURIComponent(words)}`);
    await page.locator('.count', { hasText: /\S/u }).waitFor();
    expect(await page.getByLabel('Search the full text').inputValue(), words).toBe(words);
    expect(await seen(), words).toEqual([]);
    const text = encodeURIComponent(words);
    await page.goto(`${origin()}${home}1-2/?mark=${text}#p2:~:text=${text}`);
    expect(await page.locator('.text p').count(), words).toBe(2);
    expect(await seen(), words).toEqual([]);
  }
  await page.context().close();
}, 120_000);

test('an index that was poisoned', async () => {
  const page = await open('/about/');
  const seen = await watch(page);
  const attack = '<img src=x onerror=ran()><script>ran()</script>';
  await page.route('**/pagefind/fragment/**', async (route) => {
    const body = gunzipSync(await (await route.fetch()).body()).toString();
    const start = body.indexOf('{');
    const fragment = JSON.parse(body.slice(start)) as { content: string; meta: Record<string, string> };
    fragment.content = `Mali ${attack} ${fragment.content}`;
    for (const [name, words] of Object.entries(fragment.meta)) fragment.meta[name] = words + attack;
    await route.fulfill({ body: gzipSync(body.slice(0, start) + JSON.stringify(fragment)) });
  });
  await page.goto(`${origin()}/search/?q=Mali`);
  await page.locator('#results > li').first().waitFor();
  expect(await page.locator('#results').textContent()).toContain('onerror=ran()');
  expect(await seen()).toEqual([]);
  await page.goto(origin() + home);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Mali');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  expect(await seen()).toEqual([]);
  await page.context().close();
});

test('an index that leads elsewhere', async () => {
  const away = ['javascript:ran()', 'https://example.org/', '//example.org/', String.raw`/\example.org/`];
  for (const address of away) {
    const page = await open('/about/');
    const seen = await watch(page);
    await page.route('**/pagefind/fragment/**', async (route) => {
      const body = gunzipSync(await (await route.fetch()).body()).toString();
      const start = body.indexOf('{');
      const own = JSON.parse(body.slice(start)) as { url: string };
      const fragment = { ...own, url: address + own.url.slice(own.url.indexOf('#')) };
      await route.fulfill({ body: gzipSync(body.slice(0, start) + JSON.stringify(fragment)) });
    });
    const targets = (links: string): Promise<string[]> =>
      page.locator(links).evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).origin));
    await page.goto(`${origin()}/search/?q=Mali`);
    await page.locator('#results > li').first().waitFor();
    expect(new Set(await targets('#results a')), address).toEqual(new Set([origin()]));
    await page.goto(origin() + home);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('Mali');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    const options = await page
      .locator('dialog [role=option]')
      .evaluateAll((all) => all.map((option) => new URL((option as HTMLElement).dataset.visit ?? '').origin));
    expect(new Set(options), address).toEqual(new Set([origin()]));
    expect(await seen()).toEqual([]);
    await page.context().close();
  }
});

test('a query of thousands of words, or one word of thousands of letters, is answered', async () => {
  for (const query of ['Mali '.repeat(1500), 'x'.repeat(7000), '"'.repeat(3000)]) {
    const page = await open(`/search/?q=${encodeURIComponent(query)}`);
    await page.locator('.count', { hasText: /passage|appear/iu }).waitFor();
    await page.context().close();
  }
});

test('signs that mean something to a program that replaces are shown as they are', async () => {
  const query = "$& $' $1 $40 million";
  const page = await open(`/search/?q=${encodeURIComponent(query)}`);
  expect((await page.title()).startsWith(`${query} · Search`)).toBe(true);
  await page.context().close();
});
