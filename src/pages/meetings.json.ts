import type { APIRoute } from 'astro';
import { loadMeetings } from '../data/content.ts';
import { absolute, homeAddress, meetingAddress, meetingFormAddress } from '../domain/urls.ts';
import { name } from '../site.config.ts';

/** All meetings, newest first, with the URLs of their formats. */
export const GET: APIRoute = () =>
  Response.json({
    name,
    address: absolute(homeAddress),
    meetings: loadMeetings().map((meeting) => ({
      id: meeting.id,
      title: meeting.title,
      date: meeting.date,
      place: meeting.place,
      sides: meeting.sides.map((side) => side.name),
      publisher: meeting.source.publisher,
      address: absolute(meetingAddress(meeting)),
      json: absolute(meetingFormAddress(meeting, 'json')),
      markdown: absolute(meetingFormAddress(meeting, 'md')),
      text: absolute(meetingFormAddress(meeting, 'txt')),
      pdf: absolute(meetingFormAddress(meeting, 'pdf')),
    })),
  });
