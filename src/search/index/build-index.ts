/** All files of search: Pagefind's index of the records as Pagefind makes it, and the vocabulary. */
import { close, createIndex } from 'pagefind';
import type { SiteContent } from '../../domain/load-content.ts';
import { createSearchRecords } from './records.ts';
import { createVocabularyFile } from './vocabulary.ts';

/** Files of Pagefind that the site does not load: its interfaces, and search in other languages. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\.|^wasm\.unknown\./u;

/**
 * Builds the files of search.
 *
 * @returns their contents, by their paths below the site's base
 * @throws if Pagefind reports an error: a record that is not indexed would be a text that nobody finds
 */
export async function buildSearchFiles(content: SiteContent): Promise<Map<string, Uint8Array | string>> {
  const records = createSearchRecords(content);
  try {
    // Without these characters, "2+2" would find "(2)", and "$40 million" any other amount.
    const { index, errors } = await createIndex({ includeCharacters: '+$', forceLanguage: 'en' });
    for (const record of records) errors.push(...((await index?.addCustomRecord(record))?.errors ?? []));
    const built = await index?.getFiles();
    errors.push(...(built?.errors ?? []));
    if (!built || errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
    const files = built.files.filter(({ path }) => !unused.test(path));
    return new Map<string, Uint8Array | string>([
      ...files.map((file) => [`pagefind/${file.path}`, file.content] as const),
      ['search/vocabulary.json', JSON.stringify(createVocabularyFile(records, content))],
    ]);
  } finally {
    await close();
  }
}
