/** `npm run check`: what the build checks of the content, alone. Exits with 1 where there is a fault. */
import { readContentFolder } from '../loaders/read-content-dir.ts';
import { faultLine } from '../domain/issues.ts';
import { itemsOf } from '../domain/model.ts';
import { byKey, namedIn } from '../domain/mentions.ts';
import { listName } from '../domain/permalinks.ts';
import { makeRecord } from '../domain/load-content.ts';
import { countName } from '../domain/format.ts';
import { contentFolder } from '../site.config.ts';

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
