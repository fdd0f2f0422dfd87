import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { feedEntries } from '../exports/feed.ts';
import { loadMeetings } from '../data/content.ts';
import { absolute, feedAddress, homeAddress } from '../domain/urls.ts';
import { description, name } from '../site.config.ts';

/** What was added last, with its full text (RSS 2.0). */
export const GET: APIRoute = () =>
  rss({
    title: name,
    description,
    site: absolute(homeAddress),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: `<language>en</language><atom:link href="${absolute(feedAddress)}" rel="self" type="application/rss+xml"/>`,
    items: feedEntries(loadMeetings()),
  });
