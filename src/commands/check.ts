/** `npm run check`: what the build checks of the content, alone. Exits with 1 where there is a fault. */
import { readContentFolder } from '../record/content-folder.ts';
import { faultLine } from '../record/faults.ts';
import { itemsOf } from '../record/meeting.ts';
import { byKey, namedIn } from '../record/mentions.ts';
import { listName } from '../record/permalinks.ts';
import { makeRecord } from '../record/record.ts';
import { countName } from '../record/wording.ts';
import { contentFolder } from '../site.ts';

const files = readContentFolder(contentFolder);
const { record, faults, warnings } = makeRecord(files);
const hasPermalinks = (id: string): boolean =>
  files.some(({ path }) => path === `meetings/${id}/${listName}`);
for (const warning of warnings) console.warn(`warning: ${faultLine(warning)}`);
for (const fault of faults) console.error(faultLine(fault));
if (faults.length > 0) {
  console.error(countName(faults.length, 'fault'));
  process.exitCode = 1;
} else {
  // A meeting without permalinks is new: whether a name means the entry is for an editor to say.
  for (const meeting of record.meetings.filter(({ id }) => !hasPermalinks(id))) {
    const named = namedIn(
      [...meeting.introduction, ...itemsOf(meeting).flatMap(({ paragraphs }) => paragraphs)],
      byKey(record.entries),
    );
    const names = [...new Set(named.map(({ name }) => name))];
    if (names.length > 0) console.log(`${meeting.id}: review the names found: ${names.join('; ')}`);
  }
  const items = record.meetings.flatMap(itemsOf).length;
  console.log(
    `${String(record.meetings.length)} meetings with ${String(items)} items: each equals its source.`,
  );
}
