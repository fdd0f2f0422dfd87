/** Reads the content and makes the files of search, beside the pages: a build has another core for that. */
import { parentPort } from 'node:worker_threads';
import { readContentFolder } from '../record/content-folder.ts';
import { readRecord } from '../record/record.ts';
import { rememberedMeetings } from '../record/remembered-meetings.ts';
import { searchFiles } from '../search/index-files.ts';
import { contentFolder } from '../site.ts';

const { record } = readRecord(readContentFolder(contentFolder), rememberedMeetings());
const files = await searchFiles(record);
parentPort?.postMessage(
  files,
  [...files.values()].map(({ buffer }) => buffer),
);
