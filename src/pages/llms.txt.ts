import type { APIRoute } from 'astro';
import { loadMeetings } from '../load.ts';
import { absolute, meetingFormAddress, meetingsDataAddress } from '../record/addresses.ts';
import { attendance, meetingName } from '../record/wording.ts';
import { description, name } from '../site.ts';

/** Where programs that read Markdown find the texts (llmstxt.org). */
export const GET: APIRoute = async () => {
  const meetings = (await loadMeetings()).map(
    (meeting) =>
      `- [${meetingName(meeting)}](${absolute(meetingFormAddress(meeting, 'md'))}): ${attendance(meeting)}`,
  );
  return new Response(`# ${name}

> ${description}

The texts are the ministries' words, unchanged. What the editors add stands apart and is marked as theirs. The address
of an agenda item, without its last slash and with .md, is the item in Markdown.

## Meetings

${meetings.join('\n')}

## Data

- [All meetings](${absolute(meetingsDataAddress)}): JSON, with the addresses of all forms
`);
};
