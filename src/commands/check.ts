/** `npm run check`: what the build checks of the content, alone. Exits with 1 where there is a fault. */
import { readContentFolder } from '../record/content-folder.ts';
import { faultLine } from '../record/faults.ts';
import { itemsOf } from '../record/meeting.ts';
import { makeRecord } from '../record/record.ts';
import { rememberedMeetings } from '../record/remembered-meetings.ts';
import { countName } from '../record/wording.ts';
import { contentFolder } from '../site.ts';

const { record, faults, warnings } = makeRecord(readContentFolder(contentFolder), rememberedMeetings());
for (const warning of warnings) console.warn(`warning: ${faultLine(warning)}`);
for (const fault of faults) console.error(faultLine(fault));
if (faults.length > 0) {
  console.error(countName(faults.length, 'fault'));
  process.exitCode = 1;
} else {
  const items = record.meetings.flatMap(itemsOf).length;
  console.log(
    `${String(record.meetings.length)} meetings with ${String(items)} items: each equals its source.`,
  );
}
