import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { ContentError, formatIssue, isError } from '../domain/issues.ts';
import { type LoadedContent, loadContent } from '../domain/load-content.ts';
import type { ContentEntry, ParsedContent } from '../domain/parse/parse-content.ts';
import { permalinksFileName } from '../domain/permalinks.ts';
import { contentDir } from '../site.config.ts';
import { readContentDir } from './read-content-dir.ts';

/** The folder as it was last read: once for all collections. */
let loaded: LoadedContent | undefined;

/**
 * Fills the collection that it is given to from the content folder. `glob()` stops at the first faulty file; this loader
 * checks the folder as a whole and reports all issues at once. While an edited file has an error, the collections keep
 * their last entries.
 *
 * @see https://docs.astro.build/en/reference/content-loader-reference/
 */
export function contentLoader(): Loader {
  return {
    name: 'content-folder',
    load: async (context) => {
      await syncCollection(context);
      context.watcher?.add(contentDir);
      context.watcher?.on('all', (_event, path) => {
        if (relative(resolve(contentDir), path).startsWith('..')) return;
        loaded = undefined;
        // After this event, when all collections have been told that the folder must be read again.
        setImmediate(() => {
          syncCollection(context).catch((error: unknown) => {
            // One report is enough for all collections.
            if (context.collection === 'meetings') context.logger.error(String(error));
          });
        });
      });
    },
  };
}

/** @throws ContentError if the content has errors */
async function syncCollection(context: LoaderContext): Promise<void> {
  const { collection, store, config, logger } = context;
  const isFirst = loaded === undefined;
  loaded ??= loadContent(readContentDir(contentDir));
  const { parsed, issues } = loaded;
  const errors = issues.filter(isError);
  if (errors.length > 0) throw new ContentError(errors);
  if (isFirst) for (const issue of issues) logger.warn(formatIssue(issue));
  const root = fileURLToPath(config.root);
  const removed = new Set(store.keys());
  for (const { id, data, body = '', filePath } of listEntries(parsed, collection)) {
    removed.delete(id);
    const digest = context.generateDigest({ ...data, body });
    if (store.get(id)?.digest === digest) continue;
    const file = resolve(contentDir, filePath);
    store.set({
      ...{ id, body, digest, filePath: relative(root, file) },
      data: await context.parseData({ id, data, filePath: file }),
      rendered: await context.renderMarkdown(body, { fileURL: pathToFileURL(file) }),
    });
  }
  for (const id of removed) store.delete(id);
}

/** What a collection has of one file; lists of URLs have no body. */
type ListedEntry = Pick<ContentEntry<Record<string, unknown>>, 'id' | 'data' | 'filePath'> & {
  body?: string;
};

/** The entries of a collection, as `content.config.ts` names it. */
function listEntries(parsed: ParsedContent, collection: string): ListedEntry[] {
  switch (collection) {
    case 'meetings':
    case 'people':
    case 'terms':
      return parsed[collection];
    case 'items':
      return parsed.items.map((item) => ({
        ...item,
        data: { ...item.data, meeting: item.id.split('/')[0] },
      }));
    case 'permalinks': {
      const { permalinks: lists, redirects } = parsed;
      return [{ id: 'site', data: { lists, redirects }, filePath: permalinksFileName }];
    }
    default:
      throw new Error(`The content folder has no collection '${collection}'.`);
  }
}
