/** The site below a path, with an item under another number, and a person who is not there any more. */
import { cpSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meetingId } from '../content.ts';
import { build, pagesOf, remove } from '../dist.ts';
import { home, reader } from './reader.ts';

const temporary = mkdtempSync(join(tmpdir(), 'briefings-'));
const outDir = join(temporary, 'site');
const content = join(temporary, 'content');

beforeAll(() => {
  cpSync('content', content, { recursive: true });
  const folder = join(content, 'meetings', meetingId);
  const [old, now] = [join(folder, '1-5-child-custody.md'), join(folder, '1-6-child-custody.md')];
  renameSync(old, now);
  writeFileSync(now, readFileSync(now, 'utf8').replace('title:', "label: '(5)'\ntitle:"));
  remove(join(content, 'people/yokoi.md'));
  writeFileSync(
    join(content, 'redirects.md'),
    `---
redirects:
  - { from: ${home}1-5/, to: ${home}1-6/ }
  - { from: '${home}1-5/#p1s3', instead: '${home}1-4/#p1' }
  - { from: /people/yokoi/, instead: /people/ }
---
`,
  );
  const { code, output } = build(outDir, { BASE: '/briefings/', CONTENT: content });
  if (code !== 0) throw new Error(output);
});
afterAll(() => {
  remove(temporary);
});

const { open, origin } = reader({ outDir, base: '/briefings/' });
const item = (id: string): string => `${origin()}/briefings${home}${id}`;

test('search leads to the paragraph, and an address written by hand leads on', async () => {
  const page = await open('/briefings/');
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('Futenma');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(item('1-2/#p2'));
  await expect.poll(() => page.locator('.text mark').allTextContents()).toEqual(['Futenma']);
  await page.goto(item('1(2)/'));
  await page.waitForURL(item('1-2/'));
});

test('an item that moved leads on with the paragraph that was asked for', async () => {
  const page = await open('/briefings/');
  for (const [asked, found] of [
    ['1-5/', '1-6/'],
    ['1-5/#p1s2', '1-6/#p1s2'],
    ['1-5/#p1s3', '1-4/#p1'],
    ['text/#1-5-p1s2', '1-6/#p1s2'],
  ] as const) {
    await page.goto(item(asked));
    await page.waitForURL(item(found));
  }
  // Within the page too, by a link to a fragment.
  await page.goto(item('text/'));
  await page.evaluate(() => {
    location.hash = '#1-5-p1';
  });
  await page.waitForURL(item('1-6/#p1'));
});

test('without JavaScript a moved item leads to the new one, and a moved passage says where it is', async () => {
  const page = await open(`/briefings${home}1-5/#p1`, { javaScriptEnabled: false });
  await page.waitForURL(item('1-6/'));
  await page.goto(item('text/#1-5-p1'));
  const note = page.locator('.moved:visible');
  await note.waitFor();
  expect(await note.locator('a').getAttribute('href')).toBe(`/briefings${home}1-6/#p1`);
  await page.goto(item('text/'));
  expect(await note.count()).toBe(0);
});

test('pages that lead on are small and valid, name their target, and are in no list', async () => {
  const sitemap = readFileSync(join(outDir, 'sitemap-0.xml'), 'utf8');
  const moved = pagesOf(outDir).filter(({ $ }) => $('.moved-page').length > 0);
  expect(moved.map(({ address }) => `/${address}`)).toEqual([`${home}1-5/`, '/people/yokoi/']);
  const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] });
  for (const { $, html, address } of moved) {
    const target = $('.moved-page a').attr('href') ?? '';
    expect($('link[rel=canonical]').attr('href')).toBe(`http://localhost:4321${target}`);
    expect($('meta[name=robots]').attr('content')).toBe('noindex');
    expect(html).toContain(`<noscript><meta http-equiv="refresh" content="0; url=${target}"></noscript>`);
    expect(html.length).toBeLessThan(2000);
    expect(sitemap).not.toContain(`${address}<`);
    const { results } = await validator.validateString(html, address);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  }
});

test('/permalinks.json says where they went', () => {
  const { pages } = JSON.parse(readFileSync(join(outDir, 'permalinks.json'), 'utf8')) as {
    pages: { address: string; movedTo?: string; instead?: string; fragments?: object[] }[];
  };
  const [one] = pages.filter(({ address }) => `/${address}` === `${home}1-5/`);
  expect(one).toMatchObject({ movedTo: `${home}1-6/`.slice(1) });
  expect(one?.fragments).toContainEqual({
    id: 'p1s3',
    words: '10b6c0bbcc37',
    instead: `${home}1-4/#p1`.slice(1),
  });
  expect(pages).toContainEqual({ address: 'people/yokoi/', instead: 'people/' });
});
