import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { itemJson } from '../../../exports/json.ts';
import { itemPages } from '../../../load.ts';

export const getStaticPaths = itemPages satisfies GetStaticPaths;

/** The record of an agenda item. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { meeting, item } }) =>
  new Response(itemJson(meeting, item), { headers: { 'Content-Type': 'application/json' } });
