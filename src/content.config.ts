/**
 * The content collection. What a valid file is stands in `record/schema.ts`; this loader hands the whole folder to
 * the record, because most faults show only between files, and reports all of them at once.
 */
import { relative, resolve } from 'node:path';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { readContentFolder } from './record/content-folder.ts';
import { ContentError, faultLine } from './record/faults.ts';
import type { Meeting } from './record/meeting.ts';
import { makeRecord } from './record/record.ts';
import { contentFolder } from './site.ts';

const meetingsLoader: Loader = {
  name: 'meetings',
  load: async (context) => {
    const { store, logger, watcher } = context;
    const load = (): void => {
      const { record, faults, warnings } = makeRecord(readContentFolder(contentFolder));
      for (const warning of warnings) logger.warn(faultLine(warning));
      if (faults.length > 0) throw new ContentError(faults);
      store.clear();
      for (const meeting of record.meetings) {
        const data = { ...meeting };
        store.set({ id: meeting.id, data, digest: context.generateDigest(data) });
      }
    };
    load();
    watcher?.add(contentFolder);
    watcher?.on('all', (_event, path) => {
      if (relative(resolve(contentFolder), resolve(path)).startsWith('..')) return;
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

export const collections = {
  meetings: defineCollection({ loader: meetingsLoader, schema: z.custom<Meeting>() }),
};
