import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { meetingText } from '../../forms/take-along.ts';
import { meetingPages } from '../../load.ts';

export const getStaticPaths = meetingPages satisfies GetStaticPaths;

/** A meeting in Markdown. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(meetingText(props.meeting), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
