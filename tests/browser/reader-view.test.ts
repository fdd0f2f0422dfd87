/** What readers take from a page: reader view, the clipboard, forms on phones, and links that say where they lead. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { agendaItems } from '../../src/domain/model.ts';
import { itemAddress } from '../../src/domain/urls.ts';
import { itemLabel, meetingLabel } from '../../src/domain/format.ts';
import { theMeeting } from '../helpers/content.ts';
import { home, reader } from './reader.ts';

const { open } = reader();
const meeting = theMeeting();
const require = createRequire(import.meta.url);
const readability = ['Readability.js', 'Readability-readerable.js']
  .map((file) => readFileSync(require.resolve(`@mozilla/readability/${file}`), 'utf8'))
  .join('\n');
const letters = (text: string): string => text.replace(/\s+/g, '');

describe.each(agendaItems(meeting).map((item) => [item.number, item] as const))(
  'reader view of %s',
  (_, item) => {
    test('has number, title and meeting as its title, and the paragraphs alone', async () => {
      const page = await open(itemAddress(meeting, item));
      const view = (await page.evaluate<unknown>(`(() => {
      ${readability};
      const article = new Readability(document.cloneNode(true)).parse();
      return { offered: isProbablyReaderable(document), title: article.title, text: article.textContent };
    })()`)) as { offered: boolean; title: string; text: string };
      expect(view.offered).toBe(true);
      expect(view.title).toBe(`${itemLabel(item)}, ${meetingLabel(meeting)}`);
      expect(letters(view.text)).toBe(letters(item.paragraphs.map(({ text }) => text).join('')));
    });
  },
);

test('copied text has no colours and no controls', async () => {
  const page = await open(`${home}1-2/`, { colorScheme: 'dark' });
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType('text/html'))?.text() ?? '';
  });
  expect(html).toContain('Regarding the relocation of');
  expect(html).not.toMatch(/style=|color|Highlight who said what|Copy link to this item/);
});

test.each(['/', home, `${home}1-2/`, `${home}text/`, '/search/', '/terms/', `${home}positions/`])(
  '%s: form controls have at least 16 px, so that phones do not zoom in',
  async (address) => {
    const page = await open(address, { viewport: { width: 390, height: 844 } });
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll('input:not([type=checkbox]), select, textarea')].map((control) =>
        parseFloat(getComputedStyle(control).fontSize),
      ),
    );
    for (const size of sizes) expect(size).toBeGreaterThanOrEqual(15.99);
  },
);

test.each(['/', home, `${home}1-2/`, `${home}text/`, '/people/fumio-kishida/'])(
  '%s: links of one name lead to one place',
  async (address) => {
    const page = await open(address);
    const names = await page.evaluate(() => {
      const targets = Map.groupBy([...document.querySelectorAll<HTMLAnchorElement>('main a')], (link) =>
        (link.ariaLabel ?? link.textContent).trim().replace(/\s+/g, ' '),
      );
      const several = [...targets].filter(([, links]) => new Set(links.map(({ href }) => href)).size > 1);
      return several.map(([name]) => name);
    });
    expect(names).toEqual([]);
  },
);
