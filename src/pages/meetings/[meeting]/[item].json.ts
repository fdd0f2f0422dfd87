import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { itemData } from '../../../forms/take-along.ts';
import { itemPages } from '../../../load.ts';

export const getStaticPaths = itemPages satisfies GetStaticPaths;

/** The record of an agenda item. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { meeting, item } }) =>
  new Response(itemData(meeting, item), { headers: { 'Content-Type': 'application/json' } });
