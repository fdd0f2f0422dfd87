import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { feedEntries } from '@/exports/feed.ts';
import { getMeetings } from '@/data/content.ts';
import { absoluteUrl, feedAddress, homeAddress } from '@/domain/urls.ts';
import { siteDescription, siteName } from '@/site.config.ts';

/** What was added last, with its full text (RSS 2.0). */
export const GET: APIRoute = () =>
  rss({
    title: siteName,
    description: siteDescription,
    site: absoluteUrl(homeAddress),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: `<language>en</language><atom:link href="${absoluteUrl(feedAddress)}" rel="self" type="application/rss+xml"/>`,
    items: feedEntries(getMeetings()),
  });
