import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { itemDocument } from '../../../forms/plain-record.ts';
import { json } from '../../../forms/take-along.ts';
import { itemPages } from '../../../load.ts';

export const getStaticPaths = itemPages satisfies GetStaticPaths;

/** The record of an agenda item. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { meeting, item } }) =>
  new Response(json(itemDocument(meeting, item)), { headers: { 'Content-Type': 'application/json' } });
