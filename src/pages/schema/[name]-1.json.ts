import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { jsonSchemas } from '@/exports/json.ts';

export const getStaticPaths = (() =>
  Object.entries(jsonSchemas).map(([name, schema]) => ({
    params: { name },
    props: { schema },
  }))) satisfies GetStaticPaths;

/** The JSON Schemas of a meeting and of an item. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  Response.json(props.schema);
