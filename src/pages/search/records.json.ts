import type { APIRoute } from 'astro';
import { getSearchContent } from '@/data/content.ts';
import { createSearchSource } from '@/search/index/records.ts';

/** What is to be found: `integrations/search-index.ts` makes the index from it and removes it. */
export const GET: APIRoute = async () => Response.json(createSearchSource(await getSearchContent()));
