/** A summary that was just imported, in a real Chromium: what stands in it is found. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, remove } from '../dist.ts';
import { reader } from './reader.ts';

const temporary = mkdtempSync(join(tmpdir(), 'briefings-'));
const outDir = join(temporary, 'site');
const content = join(temporary, 'content');

const summaries = [
  `Norway-Iceland Foreign Ministers' Meeting (Summary)
Tromsø, 14 May 2019

The two ministers met in Tromsø.

1. Fish
(1) Quotas
They parted with thanks. Minister A stated that quotas for mackerel should follow science.

They also spoke of herring and mackerel at sea.
2. Arctic Council
They welcomed its work.
`,
  'Chile-Peru Talks\n22 May 2018\nThe ministers met in Lima.\nThey spoke of guano.\n',
];

beforeAll(() => {
  cpSync('content', content, { recursive: true });
  for (const summary of summaries) {
    const { status, stderr } = spawnSync('node_modules/.bin/node', ['src/commands/import.ts', '-'], {
      encoding: 'utf8',
      input: summary,
      env: { ...process.env, CONTENT: content },
    });
    if (status !== 0) throw new Error(stderr);
  }
  const { code, output } = build(outDir, { CONTENT: content });
  if (code !== 0) throw new Error(output);
});
afterAll(() => {
  remove(temporary);
});

const { open, origin } = reader({ outDir });

test.each([
  ['herring mackerel', '2019-05-14-norway-iceland-foreign-ministers/1-1/#p2', 'mackerel'],
  ['guano', '2018-05-22-chile-peru-talks/#p2', 'guano'],
  ['Futenma', '2013-02-22-japan-us-foreign-ministers/1-2/#p2', 'Futenma'],
])('“%s” leads from the home page to …/%s', async (query, address, word) => {
  const page = await open('/');
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill(query);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${origin()}/meetings/${address}`);
  await expect.poll(() => page.locator('.text mark').allTextContents()).toContain(word);
});
