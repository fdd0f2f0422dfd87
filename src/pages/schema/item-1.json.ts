import type { APIRoute } from 'astro';
import { jsonSchemas } from '@/exports/json.ts';

/** The JSON Schema of an agenda item. */
export const GET: APIRoute = () => Response.json(jsonSchemas.item);
