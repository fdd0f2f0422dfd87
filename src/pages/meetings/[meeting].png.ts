import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getMeetingPaths } from '@/data/content.ts';
import { renderSocialImage } from '@/exports/social-image.ts';

export const getStaticPaths = getMeetingPaths satisfies GetStaticPaths;

/** The image that other sites show next to a link to a meeting. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(await renderSocialImage(props.meeting), { headers: { 'Content-Type': 'image/png' } });
