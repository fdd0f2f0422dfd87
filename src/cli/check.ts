/**
 * `npm run check`: what a build checks of the content, alone. `-- --format github` prints annotations for a workflow,
 * `--format json` all issues for other programs. Exits with 1 if there is an error.
 */
import { parseArgs } from 'node:util';
import { formatList, pluralize } from '../domain/format.ts';
import { formatReport, isError, reportFormats } from '../domain/issues.ts';
import { loadContent } from '../domain/load-content.ts';
import { mentionedEntries } from '../domain/mentions.ts';
import { type Meeting, agendaItems, meetingTexts } from '../domain/model.ts';
import { readContentDir } from '../loaders/read-content-dir.ts';
import { contentDir } from '../site.config.ts';

/** Whether a mention means the entry is for an editor to decide, once for each new meeting. */
function reviewMentions(meeting: Meeting): void {
  const paragraphs = meetingTexts(meeting).flatMap((text) => text.paragraphs);
  const names = mentionedEntries(paragraphs).map(({ name }) => name);
  if (names.length > 0) console.log(`${meeting.id}: review the people and topics found: ${names.join('; ')}`);
}

const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } } });
const format = reportFormats.find((known) => known === values.format);
if (!format) throw new Error(`'--format ${values.format}' must be one of ${formatList(reportFormats)}`);
const { content, issues } = loadContent(readContentDir(contentDir));
const report = formatReport(issues, format, contentDir);
if (report !== '') console.log(report);
const errors = issues.filter(isError).length;
if (errors > 0) process.exitCode = 1;
if (format === 'text' && errors > 0) console.error(pluralize(errors, 'error'));
else if (format === 'text') {
  const isNew = ({ id }: Meeting): boolean =>
    !content.permalinks.some(({ file }) => file.startsWith(`meetings/${id}/`));
  for (const meeting of content.meetings.filter(isNew)) reviewMentions(meeting);
  const items = content.meetings.flatMap(agendaItems).length;
  console.log(
    `${pluralize(content.meetings.length, 'meeting')} with ${pluralize(items, 'item')}: each equals its source.`,
  );
}
