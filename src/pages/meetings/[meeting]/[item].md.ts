import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { itemMarkdown } from '@/exports/markdown.ts';
import { getItemPaths } from '@/data/content.ts';

export const getStaticPaths = getItemPaths satisfies GetStaticPaths;

/** An agenda item in Markdown. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { meeting, item } }) =>
  new Response(itemMarkdown(meeting, item), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
