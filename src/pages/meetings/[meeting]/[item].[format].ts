import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getItemPaths } from '@/data/content.ts';
import { inFormats, renderFormat } from '@/exports/formats.ts';
import { itemFormats } from '@/domain/urls.ts';

export const getStaticPaths = (() => inFormats(getItemPaths(), itemFormats)) satisfies GetStaticPaths;

/** An agenda item in its other formats: `.md` and `.json`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  renderFormat(props);
