/**
 * The content collections. What a valid file is stands in `domain/schema.ts`; the loaders hand the whole folder to the
 * record, because most faults show only between files, and report all of them at once. Pages take the record itself from
 * `read-content.ts`; Astro's store holds what tells one entry from another, so that it sees what changes.
 */
import { relative, resolve } from 'node:path';
import { defineCollection } from 'astro:content';
import { type Loader, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { readContent } from './loaders/read-content.ts';
import { ContentError, formatIssue } from './domain/issues.ts';
import { sha256 } from './domain/hash.ts';
import { entryKey } from './domain/mentions.ts';
import type { ContentSnapshot } from './domain/load-content.ts';
import { contentDir } from './site.config.ts';

/** An entry of a collection: its id, what it is called, and all that it holds. */
type Entry = [id: string, title: string, whole: object];

let content: ContentSnapshot | undefined;

/**
 * A loader that reads the content folder, and reads it again when a file of it changes.
 *
 * @param name the collection's name
 * @param read what the collection holds; throws where the content has faults
 */
function recordLoader(
  name: string,
  read: (content: ContentSnapshot, warn: (line: string) => void) => Entry[],
): Loader {
  return {
    name,
    load: (context) => {
      const { store, logger, watcher } = context;
      const load = (): void => {
        content ??= readContent();
        const entries = read(content, (line) => {
          logger.warn(line);
        });
        store.clear();
        for (const [id, title, whole] of entries) {
          store.set({ id, data: { title }, digest: sha256(JSON.stringify(whole)) });
        }
      };
      load();
      watcher?.add(contentDir);
      watcher?.on('all', (_event, path) => {
        if (relative(resolve(contentDir), resolve(path)).startsWith('..')) return;
        content = undefined;
        try {
          load();
        } catch (error) {
          // The last sound content stays on show until the file is put right.
          logger.error(error instanceof Error ? error.message : String(error));
        }
      });
      return Promise.resolve();
    },
  };
}

const meetings = recordLoader('meetings', ({ record, issues, warnings }, warn) => {
  for (const warning of warnings) warn(formatIssue(warning));
  if (issues.length > 0) throw new ContentError(issues);
  return record.meetings.map((meeting) => [meeting.id, meeting.title, meeting]);
});

// Faults are reported with the meetings.
const registers = recordLoader('registers', ({ record }) =>
  record.entries.map((entry) => [entryKey(entry), entry.name, entry]),
);

const rest = recordLoader('rest', ({ record: { thesaurus }, lists, redirects }) => [
  ['thesaurus', 'What search knows of words', thesaurus],
  ['permalinks', 'What was published', { lists, redirects }],
]);

const schema = z.object({ title: z.string() });

export const collections = {
  meetings: defineCollection({ loader: meetings, schema }),
  registers: defineCollection({ loader: registers, schema }),
  rest: defineCollection({ loader: rest, schema }),
  /** The editorial pages below /about/, in Markdown. */
  pages: defineCollection({
    loader: glob({ base: './content/pages', pattern: '*.md' }),
    schema: z.strictObject({
      /** The heading, and the title of the window. */
      title: z.string(),
      /** What search engines show under the title. */
      description: z.string(),
    }),
  }),
};
