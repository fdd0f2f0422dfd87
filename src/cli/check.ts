/** `npm run check`: what the build checks of the content, alone. Exits with 1 where there is a fault. */
import { readContentDir } from '../loaders/read-content-dir.ts';
import { formatIssue } from '../domain/issues.ts';
import { agendaItems } from '../domain/model.ts';
import { indexByKey, mentionedEntries } from '../domain/mentions.ts';
import { permalinksFileName } from '../domain/permalinks.ts';
import { loadContent } from '../domain/load-content.ts';
import { pluralize } from '../domain/format.ts';
import { contentDir } from '../site.config.ts';

const files = readContentDir(contentDir);
const { record, issues, warnings } = loadContent(files);
const hasPermalinks = (id: string): boolean =>
  files.some(({ path }) => path === `meetings/${id}/${permalinksFileName}`);
for (const warning of warnings) console.warn(`warning: ${formatIssue(warning)}`);
for (const issue of issues) console.error(formatIssue(issue));
if (issues.length > 0) {
  console.error(pluralize(issues.length, 'fault'));
  process.exitCode = 1;
} else {
  // A meeting without permalinks is new: whether a name means the entry is for an editor to say.
  for (const meeting of record.meetings.filter(({ id }) => !hasPermalinks(id))) {
    const named = mentionedEntries(
      [...meeting.introduction, ...agendaItems(meeting).flatMap(({ paragraphs }) => paragraphs)],
      indexByKey(record.entries),
    );
    const names = [...new Set(named.map(({ name }) => name))];
    if (names.length > 0) console.log(`${meeting.id}: review the names found: ${names.join('; ')}`);
  }
  const items = record.meetings.flatMap(agendaItems).length;
  console.log(
    `${String(record.meetings.length)} meetings with ${String(items)} items: each equals its source.`,
  );
}
