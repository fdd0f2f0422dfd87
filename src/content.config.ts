/**
 * The content collections. What a valid file is stands in `record/schema.ts`; the loaders hand the whole folder to the
 * record, because most faults show only between files, and report all of them at once.
 */
import { relative, resolve } from 'node:path';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import type { ContentFile } from './record/content-file.ts';
import { readContentFolder } from './record/content-folder.ts';
import { ContentError, faultLine } from './record/faults.ts';
import type { Meeting } from './record/meeting.ts';
import { keyOf } from './record/mentions.ts';
import { type PermalinkList, readPermalinks } from './record/permalinks.ts';
import { type Reading, makeRecord } from './record/record.ts';
import { type Redirect, readRedirects } from './record/redirects.ts';
import type { RegisterEntry } from './record/register.ts';
import { rememberedMeetings } from './record/remembered-meetings.ts';
import type { Thesaurus } from './record/schema.ts';
import { contentFolder } from './site.ts';

type Entries = [id: string, data: Record<string, unknown>][];

/** The content folder and its record, read once for all collections. */
interface Content {
  files: ContentFile[];
  reading: Reading;
}

/** Held weakly: a build needs the memory of a large archive for its pages. */
let content: WeakRef<Content> | undefined;

function readContent(): Content {
  const known = content?.deref();
  if (known) return known;
  const files = readContentFolder(contentFolder);
  const read = { files, reading: makeRecord(files, rememberedMeetings()) };
  content = new WeakRef(read);
  return read;
}

/**
 * A loader that reads the content folder, and reads it again when a file of it changes.
 *
 * @param name the collection's name
 * @param read what the collection holds, by id; throws where the content has faults
 */
function recordLoader(
  name: string,
  read: (content: Content, warn: (line: string) => void) => Entries,
): Loader {
  return {
    name,
    load: (context) => {
      const { store, logger, watcher } = context;
      const load = (): void => {
        const entries = read(readContent(), (line) => {
          logger.warn(line);
        });
        store.clear();
        for (const [id, data] of entries) store.set({ id, data });
      };
      load();
      watcher?.add(contentFolder);
      watcher?.on('all', (_event, path) => {
        if (relative(resolve(contentFolder), resolve(path)).startsWith('..')) return;
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

const meetings = recordLoader('meetings', ({ reading: { record, faults, warnings } }, warn) => {
  for (const warning of warnings) warn(faultLine(warning));
  if (faults.length > 0) throw new ContentError(faults);
  return record.meetings.map((meeting) => [meeting.id, { ...meeting }]);
});

// Faults are reported with the meetings.
const registers = recordLoader('registers', ({ reading: { record } }) =>
  record.entries.map((entry) => [keyOf(entry), { ...entry }]),
);

const thesaurus = recordLoader('thesaurus', ({ reading: { record } }) => [
  ['thesaurus', { ...record.thesaurus }],
]);

const permalinks = recordLoader('permalinks', ({ files }) => [
  ['permalinks', { lists: readPermalinks(files, []), redirects: readRedirects(files, []) }],
]);

export const collections = {
  meetings: defineCollection({ loader: meetings, schema: z.custom<Meeting>() }),
  thesaurus: defineCollection({ loader: thesaurus, schema: z.custom<Thesaurus>() }),
  permalinks: defineCollection({
    loader: permalinks,
    schema: z.custom<{ lists: PermalinkList[]; redirects: Redirect[] }>(),
  }),
  registers: defineCollection({ loader: registers, schema: z.custom<RegisterEntry>() }),
};
