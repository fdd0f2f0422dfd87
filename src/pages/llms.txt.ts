import type { APIRoute } from 'astro';
import { loadMeetings } from '../load.ts';
import { absolute, meetingFormAddress, meetingsDataAddress } from '../record/addresses.ts';
import { attendance, countName, meetingName } from '../record/wording.ts';
import { description, name } from '../site.ts';

/** So many meetings are told of one by one; all of them are in the data. */
const newest = 100;

/** Where programs that read Markdown find the texts (llmstxt.org). */
export const GET: APIRoute = () => {
  const all = loadMeetings();
  const meetings = all
    .slice(0, newest)
    .map(
      (meeting) =>
        `- [${meetingName(meeting)}](${absolute(meetingFormAddress(meeting, 'md'))}): ${attendance(meeting)}`,
    );
  return new Response(`# ${name}

> ${description}

The texts are the ministries' words, unchanged. What the editors add stands apart and is marked as theirs. The address
of an agenda item, without its last slash and with .md, is the item in Markdown.

## ${all.length > newest ? `The newest ${String(newest)} of ${countName(all.length, 'meeting')}` : 'Meetings'}

${meetings.join('\n')}

## Data

- [All meetings](${absolute(meetingsDataAddress)}): JSON, with the addresses of all forms
`);
};
