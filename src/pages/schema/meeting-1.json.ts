import type { APIRoute } from 'astro';
import { jsonSchemas } from '../../exports/json.ts';

/** What the JSON form of a meeting holds. */
export const GET: APIRoute = () => Response.json(jsonSchemas.meeting);
