import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { meetingPdf } from '../../forms/take-along.ts';
import { meetingHomes } from '../../load.ts';

export const getStaticPaths = meetingHomes satisfies GetStaticPaths;

/** A meeting as a document to print, send and keep. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(await meetingPdf(props.meeting, props.named), {
    headers: { 'Content-Type': 'application/pdf' },
  });
