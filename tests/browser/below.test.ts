import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, remove } from '../dist.ts';
import { home, reader } from './reader.ts';

const outDir = join(mkdtempSync(join(tmpdir(), 'briefings-')), 'site');
beforeAll(() => {
  const { code, output } = build(outDir, { BASE: '/briefings/' });
  if (code !== 0) throw new Error(output);
});
afterAll(() => {
  remove(outDir);
});

const { open, origin } = reader({ outDir, base: '/briefings/' });

test('below a path, search leads to the paragraph, and an address written by hand leads on', async () => {
  const page = await open('/briefings/');
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('Futenma');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${origin()}/briefings${home}1-2/#p2`);
  await expect.poll(() => page.locator('.text mark').allTextContents()).toEqual(['Futenma']);
  await page.goto(`${origin()}/briefings${home}1(2)/`);
  await page.waitForURL(`${origin()}/briefings${home}1-2/`);
});
