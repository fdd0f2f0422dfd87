/** The names of people and topics as URLs write them, each with its page: the lookup table of the 404 page. */
import type { APIRoute } from 'astro';
import { entries } from '@/data/content.ts';
import { entryPath } from '@/domain/urls.ts';
import { entriesBySlug } from '@/domain/register.ts';
import { withBase } from '@/site.config.ts';

export const GET: APIRoute = () => {
  const pages = [...entriesBySlug(entries)].map(([slug, entry]) => [slug, withBase(entryPath(entry))]);
  return Response.json(Object.fromEntries(pages));
};
