import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { ContentError, formatIssue, isError } from '../domain/issues.ts';
import { loadContent } from '../domain/load-content.ts';
import { type ContentEntry, type ParsedContent, thesaurusFileName } from '../domain/parse/parse-content.ts';
import { permalinksFileName } from '../domain/permalinks.ts';
import { contentDir } from '../site.config.ts';
import { isContentPath, readContentDir } from './read-content-dir.ts';

/** The content folder, read once for all collections. */
let loaded: ReturnType<typeof loadContent> | undefined;

/**
 * Fills a collection from the content folder. `glob()` stops at the first invalid file; this loader checks the folder as a
 * whole and reports all issues at once. While an edited file has an error, the collections keep their last entries.
 *
 * @see https://docs.astro.build/en/reference/content-loader-reference/
 */
export function contentLoader(collection: keyof ReturnType<typeof entriesOf>): Loader {
  return {
    name: 'content-folder',
    load: async (context) => {
      await syncCollection(collection, context);
      context.watcher?.add(contentDir);
      context.watcher?.on('all', (_event, path) => {
        if (!isContentPath(path)) return;
        loaded = undefined;
        // Wait until every collection has discarded the old content, so that the folder is read once.
        setImmediate(() => {
          syncCollection(collection, context).catch((error: unknown) => {
            // One report is enough for all collections.
            if (collection === 'meetings') context.logger.error(String(error));
          });
        });
      });
    },
  };
}

/** @throws ContentError if the content has errors */
async function syncCollection(
  collection: keyof ReturnType<typeof entriesOf>,
  context: LoaderContext,
): Promise<void> {
  const { store, config, logger } = context;
  const isFirst = loaded === undefined;
  loaded ??= loadContent(readContentDir(contentDir));
  const { parsed, issues } = loaded;
  const errors = issues.filter(isError);
  if (errors.length > 0) throw new ContentError(errors);
  if (isFirst) for (const issue of issues) logger.warn(formatIssue(issue));
  const root = fileURLToPath(config.root);
  const removed = new Set(store.keys());
  for (const { id, data, body, filePath } of entriesOf(parsed)[collection]) {
    removed.delete(id);
    const digest = context.generateDigest({ ...data, body });
    if (store.get(id)?.digest === digest) continue;
    const file = resolve(contentDir, filePath);
    store.set({
      id,
      body,
      digest,
      filePath: relative(root, file).replaceAll('\\', '/'),
      data: await context.parseData({ id, data, filePath: file }),
      rendered: await context.renderMarkdown(body, { fileURL: pathToFileURL(file) }),
    });
  }
  for (const id of removed) store.delete(id);
}

/** The entries of each collection. */
function entriesOf({ items, thesaurus, permalinks: lists, redirects, ...parsed }: ParsedContent) {
  const { meetings, people, terms, pages } = parsed;
  return {
    meetings,
    items: items.map((item) => ({ ...item, data: { ...item.data, meeting: item.id.split('/')[0] } })),
    people,
    terms,
    pages,
    thesaurus: [{ id: 'site', data: thesaurus, body: '', filePath: thesaurusFileName }],
    permalinks: [{ id: 'site', data: { lists, redirects }, body: '', filePath: permalinksFileName }],
  } satisfies Record<string, ContentEntry<object>[]>;
}
