import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { itemJson } from '@/exports/json.ts';
import { getItemPaths } from '@/data/content.ts';

export const getStaticPaths = getItemPaths satisfies GetStaticPaths;

/** An agenda item as JSON. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { meeting, item } }) =>
  new Response(itemJson(meeting, item), { headers: { 'Content-Type': 'application/json' } });
