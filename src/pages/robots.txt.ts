import type { APIRoute } from 'astro';
import { absolute, homeAddress } from '../record/addresses.ts';

/** Everything may be read; the sitemap's address depends on where the site is published. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(`${homeAddress}sitemap-index.xml`)}\n`);
