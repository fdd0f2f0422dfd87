/** Who said what, explanations in place, and the check against the source, as readers use them. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { home, reader } from './reader.ts';

const { open, origin } = reader();

/** The label that a statement shows before its words, or 'none'. */
function label(page: Page): Promise<string> {
  return page
    .locator('.text [data-side]')
    .first()
    .evaluate((element) => getComputedStyle(element, '::before').content);
}

describe('the switch', () => {
  test('marks statements without JavaScript', async () => {
    const page = await open(`${home}1-2/`, { javaScriptEnabled: false });
    expect(await label(page)).toBe('none');
    await page.getByLabel('Show who said what').check();
    expect(await label(page)).toContain('"Both"');
  });

  test('is remembered from page to page', async () => {
    const page = await open(`${home}1-2/`);
    await page.getByLabel('Show who said what').check();
    await page.goto(`${origin()}${home}2-1/`);
    expect(await page.getByLabel('Show who said what').isChecked()).toBe(true);
    expect(await label(page)).toContain('"Japan"');
    await page.getByLabel('Show who said what').uncheck();
    await page.reload();
    expect(await page.getByLabel('Show who said what').isChecked()).toBe(false);
  });

  test('leaves the words as they are, for who copies and who searches them', async () => {
    const page = await open(`${home}3-3/`);
    await page.getByLabel('Show who said what').check();
    await page.locator('#p1s2').selectText();
    expect(await page.evaluate(() => String(getSelection()))).toBe(
      'Foreign Minister Kishida appreciated the United States’ substantial contribution to the African-led International Support Mission to Mali (AFISMA).',
    );
  });
});

describe('a term', () => {
  test('is explained in place with the keyboard, and gives the focus back', async () => {
    const page = await open(`${home}3-3/`);
    const term = page.locator('.text .term');
    await term.focus();
    await page.keyboard.press('Enter');
    const explanation = page.getByRole('group', { name: /^Explanation of African-led/ });
    await explanation.waitFor();
    expect(await explanation.textContent()).toContain(
      'Authorised by Security Council resolution 2085 (2012).',
    );
    expect(page.url()).toBe(`${origin()}${home}3-3/`);
    await page.keyboard.press('Escape');
    await explanation.waitFor({ state: 'hidden' });
    expect(await term.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('is explained by touch', async () => {
    const page = await open(`${home}3-3/`, { hasTouch: true, viewport: { width: 390, height: 844 } });
    await page.locator('.text .term').tap();
    await page.getByRole('group', { name: /^Explanation of/ }).waitFor();
  });

  test('leads to its entry without JavaScript', async () => {
    const page = await open(`${home}3-3/`, { javaScriptEnabled: false });
    await page.locator('.text .term').click();
    await page.waitForURL(`${origin()}/terms/afisma/`);
    expect(await page.locator('main').textContent()).toContain(
      'Authorised by Security Council resolution 2085',
    );
  });
});

describe('the check against the source', () => {
  const verdict = async (page: Page): Promise<string | null> => {
    await page.getByRole('button', { name: 'Check against the source' }).click();
    const answer = page.locator('output', { hasText: /\.$/ });
    await answer.waitFor();
    return answer.textContent();
  };

  test.each([
    ['1-2/', '2 paragraphs, 115 words: all stand in the source, unchanged.'],
    ['1-1/', '1 paragraph, 30 words: all of it stands in the source, unchanged.'],
  ])('proves %s', async (address, answer) => {
    expect(await verdict(await open(home + address))).toBe(answer);
  });

  test('proves the whole text', async () => {
    const page = await open(`${home}text/`);
    expect(await verdict(page)).toMatch(
      /^18 paragraphs, 1,\d{3} words: all stand in the source, unchanged\.$/,
    );
  });

  test.each<[string, string, (page: Page) => Promise<unknown>]>([
    [
      'a changed word',
      'No: “',
      (page) =>
        page.locator('#p2s2').evaluate((sentence) => {
          sentence.innerHTML = sentence.innerHTML.replace('previous', 'last');
        }),
    ],
    [
      'a lost paragraph of three',
      'No: “',
      (page) =>
        page.locator('#p2').evaluate((p) => {
          p.remove();
        }),
    ],
    [
      'paragraphs in another order',
      'No: “',
      (page) =>
        page.locator('.text').evaluate((text) => {
          text.append(text.querySelector('p') ?? '');
        }),
    ],
  ])('says no to %s', async (what, answer, alter) => {
    const page = await open(`${home}${what.includes('three') ? '1-3' : '1-2'}/`);
    await alter(page);
    expect(await verdict(page)).toContain(answer);
  });

  test('says no where the published text is another', async () => {
    const page = await open(`${home}1-2/`);
    await page.route('**/*.txt', (route) => route.fulfill({ body: 'Another text.' }));
    expect(await verdict(page)).toMatch(/^No: the published text is not the one that is stated\./);
  });

  test('says so where the published text can’t be had', async () => {
    const page = await open(`${home}1-2/`);
    await page.route('**/*.txt', (route) => route.abort());
    expect(await verdict(page)).toMatch(/^The source could not be fetched/);
  });
});

describe('the positions', () => {
  const shown = (page: Page): Promise<string[]> =>
    page
      .locator('.matrix [data-side]:visible')
      .evaluateAll((all) => all.map((p) => `${p.dataset.side ?? ''}: ${p.dataset.verb ?? ''}`));

  test('are filtered by side and verb, in the address', async () => {
    const page = await open(`${home}positions/`);
    expect(await shown(page)).toHaveLength(44);
    await page.getByLabel('Side').selectOption('United States');
    await page.getByLabel('Reporting verb').selectOption('stated');
    expect(new URL(page.url()).search).toBe('?side=united-states&verb=stated');
    expect(await shown(page)).toEqual(Array.from({ length: 4 }, () => 'united-states: stated'));
    expect(await page.getByRole('status').textContent()).toBe('4 of 44 statements');
    expect(await page.locator('.matrix tbody tr:visible').count()).toBe(4);
    await page.goBack();
    expect(new URL(page.url()).search).toBe('?side=united-states');
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await shown(page)).toHaveLength(44);
    expect(new URL(page.url()).search).toBe('');
  });

  test('are filtered by an address that somebody sent; what it can’t mean is passed over', async () => {
    const page = await open(`${home}positions/?side=japan%20united-states&verb=nonsense`);
    const sides = await shown(page);
    expect(new Set(sides.map((line) => line.split(':')[0]))).toEqual(new Set(['japan united-states']));
  });

  test('are all there without JavaScript, and a list on a telephone', async () => {
    const page = await open(`${home}positions/`, {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    expect(await shown(page)).toHaveLength(44);
    expect(await page.locator('.filter').isVisible()).toBe(false);
    const voice = page.locator('.matrix [data-side] .voice').first();
    expect(await voice.isVisible()).toBe(true);
  });
});
