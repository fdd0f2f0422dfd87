/** The files of search: Pagefind's index of the record, and the words by which slips are put right. */
import { type IndexFile, type PagefindIndex, close, createIndex } from 'pagefind';
import { minifySync } from 'vite';
import type { Record as WholeRecord } from '../record/record.ts';
import { type SearchRecord, searchRecords, vocabularyOf } from './records.ts';

/** How many parts of the index are few, and how many records: those of a small archive. More would keep the others waiting. */
const [fewParts, fewRecords] = [2, 4];

/** How many records are handed to Pagefind at once. */
const atOnce = 200;

/** What the site does not use of Pagefind: its own interfaces, its worker, and search in other languages. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.|^wasm\.unknown\./u;

/** The words by which slips are put right, below the site's base; loaded when a word is found nowhere. */
export const vocabularyFile = 'search/vocabulary.json';

/** Where Pagefind looks for its index, below the site's base. */
export const indexFolder = 'pagefind/';

/**
 * All files of search, by their paths below the site's base.
 *
 * @throws where Pagefind reports an error
 */
export async function searchFiles(record: WholeRecord): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  try {
    const records = searchRecords(record);
    const index = (await makeIndex(records)).getFiles();
    // While Pagefind, another process, makes the index.
    const vocabulary = new TextEncoder().encode(JSON.stringify(vocabularyOf(records)));
    const { files, errors } = await index;
    throwErrors({ errors });
    const used = files.filter(({ path }) => !unused.test(path));
    return new Map([
      [vocabularyFile, vocabulary],
      ...used.map((file): [string, Uint8Array<ArrayBuffer>] => [
        indexFolder + file.path,
        Uint8Array.from(contentOf(file, used, record.thesaurus.questionWords.flat())),
      ]),
    ]);
  } finally {
    await close();
  }
}

/** @throws where Pagefind reports an error; one record that is not indexed would be a paragraph that nobody finds */
export async function makeIndex(records: readonly SearchRecord[]): Promise<PagefindIndex> {
  // Without these signs "2+2" would find "(2)", and "$40 million" any other sum.
  const { index, errors } = await createIndex({ includeCharacters: '+$' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  // Pagefind answers each from another process: all at once would fill the memory, one by one would wait for each.
  for (let at = 0; at < records.length; at += atOnce) {
    const added = records
      .slice(at, at + atOnce)
      .map(async ({ meta, filters, sort, ...record }) =>
        index.addCustomRecord({ ...record, meta: { ...meta }, filters: { ...filters }, sort: { ...sort } }),
      );
    (await Promise.all(added)).forEach(throwErrors);
  }
  return index;
}

/**
 * A file of the index. Pagefind's browser module asks for one file after another; here the first of them names those that
 * every search wants, so that they are asked for at once: what is known of the records, and the parts of the index and the
 * records themselves as long as there are few. And it brings the words that only ask, which change with the content as the index does.
 */
function contentOf(
  { path, content }: IndexFile,
  files: readonly IndexFile[],
  questionWords: readonly string[],
): Uint8Array {
  if (path.endsWith('.js')) return minified(path, content);
  if (path !== 'pagefind-entry.json') return content;
  const paths = files.map((file) => file.path);
  const known = paths.filter((one) => one.endsWith('.pf_meta'));
  const few = (folder: string, most: number): string[] => {
    const own = paths.filter((one) => one.startsWith(folder));
    return own.length <= most ? own : [];
  };
  const wanted = [...known, ...few('index/', fewParts), ...few('fragment/', fewRecords)];
  const entry = JSON.parse(Buffer.from(content).toString()) as object;
  return Buffer.from(JSON.stringify({ ...entry, wanted, questionWords }));
}

/**
 * Pagefind's module, smaller and sooner ready. It is published with the names of its variables as they were written. It has
 * another `fetch` and leaves out its own unpacking. It looks oftener whether its WebAssembly is there; that is all that it waits
 * for by the clock. And it parts what is asked into characters itself, as where a browser has no `Intl.Segmenter`, which is slow
 * to start and says the same of English.
 *
 * @throws where the module is not written as it was, as another version's may be
 */
function minified(path: string, content: Uint8Array): Uint8Array {
  const written = Buffer.from(content).toString();
  const unpacking = 'gz_default=gunzipSync;';
  if (!written.includes(unpacking)) throw new Error(`Pagefind: ${path} has no “${unpacking}” to leave out`);
  const given = [
    `const fetch = ${givenOrFetched.toString()};`,
    'const setTimeout = (run) => globalThis.setTimeout(run, 4);',
    'const Intl = undefined;',
    written.replace(unpacking, 'gz_default = (unpacked) => unpacked;'),
  ];
  const { code, errors } = minifySync(path, given.join('\n'), {
    module: true,
    compress: { treeshake: { propertyReadSideEffects: false } },
  });
  throwErrors({ errors: errors.map(({ message }) => message) });
  return Buffer.from(code);
}

/**
 * Becomes part of Pagefind's module, so it may name nothing of this one. A file that `pagefind.ts` was given is not asked for
 * again: even a cache that has it would ask the server whether it changed. The browser itself unpacks, faster than Pagefind.
 */
async function givenOrFetched(address: string): Promise<Response> {
  const files = Reflect.get(globalThis, 'pagefindFiles') as Map<string, ArrayBuffer>;
  const given = files.get(address);
  const response = given ? new Response(given) : await globalThis.fetch(address);
  const packed = new Uint8Array(await response.clone().arrayBuffer());
  // The first byte of a gzip member (RFC 1952, 2.3.1); what a server unpacked stays so.
  if (packed[0] !== 0x1f) return response;
  return new Response(new Response(packed).body?.pipeThrough(new DecompressionStream('gzip')));
}

function throwErrors({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
