import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { meetingData } from '../../forms/take-along.ts';
import { meetingPages } from '../../load.ts';

export const getStaticPaths = meetingPages satisfies GetStaticPaths;

/** The whole record of a meeting. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(meetingData(props.meeting), { headers: { 'Content-Type': 'application/json' } });
