import type { APIRoute } from 'astro';
import { absoluteUrl } from '@/site.config.ts';

/** Everything may be crawled; the sitemap's URL depends on where the site is published. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl('/sitemap-index.xml')}\n`);
