/** Pagefind reports errors instead of throwing them; a build must not go on without a text that nobody would find. */
import * as pagefind from 'pagefind';
import { afterEach, expect, test, vi } from 'vitest';
import { buildSearchFiles } from '../../../src/integrations/search-index.ts';
import { content } from './load-index.ts';

vi.mock('pagefind');

/** An index that reports the given errors. */
function reportErrors(created: string[], added: string[], written: string[]): void {
  const file = { path: 'pagefind.js', content: new Uint8Array() };
  const index: Partial<pagefind.PagefindIndex> = {
    addCustomRecord: () => Promise.resolve({ errors: added, file: { uniqueWords: 1, url: '/', meta: {} } }),
    getFiles: () => Promise.resolve({ errors: written, files: [file] }),
  };
  vi.mocked(pagefind.createIndex).mockResolvedValue({
    errors: created,
    index: index as pagefind.PagefindIndex,
  });
}

afterEach(() => {
  expect(pagefind.close).toHaveBeenCalledOnce();
  vi.resetAllMocks();
});

test.each([
  ['the index is created', [['x'], [], []]],
  ['a record is added', [[], ['x'], []]],
  ['the files are written', [[], [], ['x']]],
] as const)('an error is thrown when %s', async (_, [created, added, written]) => {
  reportErrors([...created], [...added], [...written]);
  await expect(buildSearchFiles(content)).rejects.toThrow('x');
});

test('without an error there are files', async () => {
  reportErrors([], [], []);
  expect([...(await buildSearchFiles(content)).keys()]).toContain('pagefind/pagefind.js');
});
