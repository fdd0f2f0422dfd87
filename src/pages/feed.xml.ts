import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { feedText } from '../forms/feed-text.ts';
import { loadMeetings } from '../load.ts';
import { absolute, feedAddress, homeAddress, meetingAddress } from '../record/addresses.ts';
import { attendance, meetingName } from '../record/wording.ts';
import { description, name } from '../site.ts';

/** A reader of feeds asks again and again, so it gets the newest only. */
const newest = 20;

/** The newest meetings with their full texts (RSS 2.0). */
export const GET: APIRoute = () =>
  rss({
    title: name,
    description,
    site: absolute(homeAddress),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: `<language>en</language><atom:link href="${absolute(feedAddress)}" rel="self" type="application/rss+xml"/>`,
    items: loadMeetings()
      .slice(0, newest)
      .map((meeting) => ({
        title: meetingName(meeting),
        link: absolute(meetingAddress(meeting)),
        pubDate: new Date(`${meeting.date}T00:00:00Z`),
        description: attendance(meeting),
        content: feedText(meeting),
      })),
  });
