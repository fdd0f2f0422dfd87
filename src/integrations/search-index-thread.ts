/** Makes the files of search of the record that it is handed, beside the pages: a build has another core for that. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Record } from '../record/record.ts';
import { searchFiles } from '../search/index-files.ts';

const files = await searchFiles(workerData as Record);
parentPort?.postMessage(
  files,
  [...files.values()].map(({ buffer }) => buffer),
);
