import type { APIRoute } from 'astro';
import { loadMeetings } from '../data/content.ts';
import { absolute, meetingFormAddress, meetingsDataAddress } from '../domain/urls.ts';
import { attendance, countName, meetingName } from '../domain/format.ts';
import { description, name } from '../site.config.ts';

/** The list stops here; `meetings.json` has all meetings. */
const maxMeetings = 100;

/** Where programs that read Markdown find the texts (llmstxt.org). */
export const GET: APIRoute = () => {
  const all = loadMeetings();
  const meetings = all
    .slice(0, maxMeetings)
    .map(
      (meeting) =>
        `- [${meetingName(meeting)}](${absolute(meetingFormAddress(meeting, 'md'))}): ${attendance(meeting)}`,
    );
  return new Response(`# ${name}

> ${description}

The texts are the ministries' words, unchanged. What the editors add is separate and marked as theirs. The URL of an
agenda item with .md instead of its last slash is the item in Markdown, with .json its data.

## ${all.length > maxMeetings ? `The newest ${String(maxMeetings)} of ${countName(all.length, 'meeting')}` : 'Meetings'}

${meetings.join('\n')}

## Data

- [All meetings](${absolute(meetingsDataAddress)}): JSON, with the URLs of all formats
`);
};
