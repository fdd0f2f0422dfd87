/** A build that takes unchanged pages from the last one writes what a build from nothing writes, to the byte. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, bytesOf, fixture, remove } from '../helpers/built-site.ts';

const temporary = mkdtempSync(join(tmpdir(), 'briefings-'));
const content = join(temporary, 'content');
const site = join(temporary, 'site');

/** Builds the content; the cache of earlier builds is a folder beside it. */
function buildSite(): { files: Map<string, string>; output: string } {
  const { code, output } = build(site, { CONTENT: content, BASE: fixture.base });
  if (code !== 0) throw new Error(output);
  // Pagefind orders its filters and numbers its words anew in each build.
  const files = [...bytesOf(site)].filter(([path]) => !/^pagefind\/(?!fragment)/u.test(path));
  return { files: new Map(files), output };
}

beforeAll(() => {
  cpSync(fixture.content, content, { recursive: true });
  buildSite();
});
afterAll(() => {
  remove(temporary);
});

const meeting = 'meetings/2001-05-15-norway-chile-foreign-ministers/meeting.md';

test.each([
  ['a topic', 'terms/syria.md', 'name: Syria', 'name: Syria (country)'],
  ['the facts of a meeting', meeting, 'place: Oslo', 'place: Bergen'],
  ['the day of the last change', meeting, "received: '2026-11-29'", "received: '2026-11-30'"],
  ['a name that texts have', 'people/eva-rojas.md', 'forms: [', 'forms: [Minister of Foreign Affairs, '],
])('after a change of %s', (_, name, from, to) => {
  const file = join(content, name);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  const incremental = buildSite();
  expect(incremental.output).toContain('(restored)');
  remove(`${content}.cache`);
  const cold = buildSite();
  expect(cold.output).not.toContain('(restored)');
  expect([...incremental.files.keys()]).toEqual([...cold.files.keys()]);
  const different = [...cold.files].filter(([path, bytes]) => incremental.files.get(path) !== bytes);
  expect(different.map(([path]) => path)).toEqual([]);
});
