/** Reads meetings from the last one on, and leaves them for the build, until it comes to one that is read. */
import { readContentFolder } from '../record/content-folder.ts';
import { readRecord } from '../record/record.ts';
import { rememberedMeetings } from '../record/remembered-meetings.ts';
import { contentFolder } from '../site.ts';

const remember = rememberedMeetings();
const folders = Map.groupBy(readContentFolder(contentFolder), ({ path }) =>
  path.split('/').slice(0, 2).join('/'),
);
readRecord([...folders.values()].reverse().flat(), (files, read) => {
  const fresh: boolean[] = [];
  const made = remember(files, () => {
    fresh.push(true);
    return read();
  });
  if (fresh.length === 0) process.exit();
  return made;
});
