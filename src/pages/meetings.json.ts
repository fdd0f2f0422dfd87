import type { APIRoute } from 'astro';
import { meetings } from '@/data/content.ts';
import { homePath, meetingPath, meetingFormatPath } from '@/domain/urls.ts';
import { absoluteUrl, siteName } from '@/site.config.ts';

/** All meetings, newest first, with the URLs of their formats. */
export const GET: APIRoute = () =>
  Response.json({
    name: siteName,
    address: absoluteUrl(homePath),
    meetings: meetings.map((meeting) => ({
      id: meeting.id,
      title: meeting.title,
      date: meeting.date,
      place: meeting.place,
      sides: meeting.sides.map((side) => side.name),
      publisher: meeting.source.publisher,
      address: absoluteUrl(meetingPath(meeting)),
      json: absoluteUrl(meetingFormatPath(meeting, 'json')),
      markdown: absoluteUrl(meetingFormatPath(meeting, 'md')),
      text: absoluteUrl(meetingFormatPath(meeting, 'txt')),
      pdf: absoluteUrl(meetingFormatPath(meeting, 'pdf')),
    })),
  });
