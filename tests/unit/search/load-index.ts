/** Builds the search index of the content and loads it in Node, as the browser does. */
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readContentDir } from '../../../src/loaders/read-content-dir.ts';
import { type SiteContent, loadContent } from '../../../src/domain/load-content.ts';
import { type Pagefind, everyRecord, ranking } from '../../../src/search/client/pagefind.ts';
import type { SearchIndex } from '../../../src/search/client/search.ts';
import { createVocabulary } from '../../../src/search/client/vocabulary.ts';
import { buildSearchIndex } from '../../../src/integrations/search-index.ts';
import { createSearchRecords } from '../../../src/search/index/records.ts';
import { createEnglishStems, createVocabularyFile } from '../../../src/search/index/vocabulary.ts';

/** The content of this repository, whatever else is tested. */
export const content: SiteContent = loadContent(readContentDir('content')).content;

/** Loads an index; `close` stops the server that it is read from. */
export async function loadIndex(of = content): Promise<SearchIndex & { close: () => void }> {
  const records = createSearchRecords(of);
  const files = await buildSearchIndex(records);
  // Node would close connections that are about to be used again.
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    response.end(files.get(request.url?.slice(1).replace(/\?.*/u, '') ?? ''));
  }).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const path = join(mkdtempSync(join(tmpdir(), 'search-')), 'pagefind.mjs');
  writeFileSync(path, files.get('pagefind.js') ?? '');
  const pagefind = (await import(pathToFileURL(path).href)) as Pagefind;
  await pagefind.options({ basePath: `http://localhost:${String(port)}/`, baseUrl: '/', ranking });
  const kinds = new Map<string, string>();
  for (const kind of ['Person', 'Topic'])
    for (const { id } of (await pagefind.search(everyRecord(kind), {})).results) kinds.set(id, kind);
  const file = createVocabularyFile(of, records);
  const vocabulary = createVocabulary(file, () => Promise.resolve(createEnglishStems(file)));
  return { pagefind, vocabulary, kinds, close: () => server.close() };
}
