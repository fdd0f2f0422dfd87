import type { APIRoute } from 'astro';
import { jsonSchemas } from '../../exports/json.ts';

/** What the JSON form of an agenda item holds. */
export const GET: APIRoute = () => Response.json(jsonSchemas.item);
