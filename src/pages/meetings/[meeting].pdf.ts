import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { renderPdf } from '@/exports/pdf.ts';
import { getMeetingPaths } from '@/data/content.ts';

export const getStaticPaths = getMeetingPaths satisfies GetStaticPaths;

/** A meeting as a PDF. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(await renderPdf(props.meeting), {
    headers: { 'Content-Type': 'application/pdf' },
  });
