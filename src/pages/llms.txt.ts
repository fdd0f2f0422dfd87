import type { APIRoute } from 'astro';
import { getMeetings } from '@/data/content.ts';
import { meetingFormatPath, meetingsJsonPath } from '@/domain/urls.ts';
import { meetingTagline, pluralize, meetingLabel } from '@/domain/format.ts';
import { absoluteUrl, siteDescription, siteName } from '@/site.config.ts';

/** The list stops here; `meetings.json` has all meetings. */
const maxMeetings = 100;

/** Where programs that read Markdown find the texts (llmstxt.org). */
export const GET: APIRoute = () => {
  const all = getMeetings();
  const meetings = all
    .slice(0, maxMeetings)
    .map(
      (meeting) =>
        `- [${meetingLabel(meeting)}](${absoluteUrl(meetingFormatPath(meeting, 'md'))}): ${meetingTagline(meeting)}`,
    );
  return new Response(`# ${siteName}

> ${siteDescription}

The texts are the ministries' words, unchanged. What the editors add is separate and marked as theirs. The URL of an
agenda item with .md instead of its last slash is the item in Markdown, with .json its data.

## ${all.length > maxMeetings ? `The newest ${String(maxMeetings)} of ${pluralize(all.length, 'meeting')}` : 'Meetings'}

${meetings.join('\n')}

## Data

- [All meetings](${absoluteUrl(meetingsJsonPath)}): JSON, with the URLs of all formats
`);
};
