import type { APIRoute } from 'astro';
import { meetings } from '@/data/content.ts';
import { meetingFormatPath, meetingsJsonPath } from '@/domain/urls.ts';
import { meetingTagline, meetingLabel } from '@/domain/format.ts';
import { absoluteUrl, siteDescription, siteName } from '@/site.config.ts';

/** Where programs that read Markdown find the texts (llmstxt.org). */
export const GET: APIRoute = () => {
  const list = meetings.map(
    (meeting) =>
      `- [${meetingLabel(meeting)}](${absoluteUrl(meetingFormatPath(meeting, 'md'))}): ${meetingTagline(meeting)}`,
  );
  return new Response(`# ${siteName}

> ${siteDescription}

The texts are the ministries' words, unchanged. What the editors add is separate and marked as theirs. The URL of an
agenda item with .md instead of its last slash is the item in Markdown, with .json its data.

## Meetings

${list.join('\n')}

## Data

- [All meetings](${absoluteUrl(meetingsJsonPath)}): JSON, with the URLs of all formats
`);
};
