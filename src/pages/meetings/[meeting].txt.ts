import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getMeetingPaths } from '@/data/content.ts';

export const getStaticPaths = getMeetingPaths satisfies GetStaticPaths;

/** The summary as the ministry published it. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.meeting.sourceText, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
