import type { APIRoute } from 'astro';
import { jsonSchemas } from '@/exports/json.ts';

/** The JSON Schema of a meeting. */
export const GET: APIRoute = () => Response.json(jsonSchemas.meeting);
