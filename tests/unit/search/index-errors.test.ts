/** Pagefind reports errors instead of throwing them; a build must not go on without a text that nobody would find. */
import * as pagefind from 'pagefind';
import { afterEach, expect, test, vi } from 'vitest';
import { buildSearchIndex } from '../../../src/integrations/search-index.ts';
import { createSearchRecords } from '../../../src/search/index/records.ts';
import { content } from './load-index.ts';

// Everything is Pagefind's own, the errors too.
vi.mock('pagefind', { spy: true });

afterEach(() => {
  expect(pagefind.close).toHaveBeenCalledOnce();
  vi.resetAllMocks();
});

test.each([
  ['a record is added', content],
  ['the files are written', { ...content, meetings: [], entries: [] }],
])('an error that Pagefind reports when %s is thrown', async (_, of) => {
  const { createIndex } = await vi.importActual<typeof pagefind>('pagefind');
  vi.mocked(pagefind.createIndex).mockImplementationOnce(async (options) => {
    const created = await createIndex(options);
    await created.index?.deleteIndex();
    return created;
  });
  await expect(buildSearchIndex(createSearchRecords(of))).rejects.toThrow('Pagefind: Index has been deleted');
});

test('a text that Pagefind can not read is an error', async () => {
  const [entry] = content.entries;
  const entries = entry ? [{ ...entry, note: 'half a character: \uD800' }] : [];
  const records = createSearchRecords({ ...content, meetings: [], entries });
  await expect(buildSearchIndex(records)).rejects.toThrow('Pagefind');
});
