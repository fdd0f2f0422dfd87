import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getMeetingPaths } from '@/data/content.ts';
import { inFormats, renderFormat } from '@/exports/formats.ts';
import { meetingFormats } from '@/domain/urls.ts';

export const getStaticPaths = (() => inFormats(getMeetingPaths(), meetingFormats)) satisfies GetStaticPaths;

/** A meeting in its other formats: `.pdf`, `.md`, `.json`, `.txt`, and `.png` for link previews. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  renderFormat(props);
