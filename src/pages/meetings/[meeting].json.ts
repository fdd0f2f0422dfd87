import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { meetingJson } from '@/exports/json.ts';
import { getMeetingPaths } from '@/data/content.ts';

export const getStaticPaths = getMeetingPaths satisfies GetStaticPaths;

/** A meeting as JSON. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(meetingJson(props.meeting), { headers: { 'Content-Type': 'application/json' } });
