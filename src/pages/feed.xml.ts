import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { feedEntries } from '@/exports/feed.ts';
import { meetings } from '@/data/content.ts';
import { feedPath, homePath } from '@/domain/urls.ts';
import { absoluteUrl, siteDescription, siteName } from '@/site.config.ts';

/** The meetings added last, with their full texts (RSS 2.0). */
export const GET: APIRoute = () =>
  rss({
    title: siteName,
    description: siteDescription,
    site: absoluteUrl(homePath),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: `<language>en</language><atom:link href="${absoluteUrl(feedPath)}" rel="self" type="application/rss+xml"/>`,
    items: feedEntries(meetings),
  });
