import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { meetingMarkdown } from '@/exports/markdown.ts';
import { getMeetingPaths } from '@/data/content.ts';

export const getStaticPaths = getMeetingPaths satisfies GetStaticPaths;

/** A meeting in Markdown. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(meetingMarkdown(props.meeting), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
