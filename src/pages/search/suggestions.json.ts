import type { APIRoute } from 'astro';
import { loadSuggestions } from '../../load.ts';

/** What the search dialog offers before anything is typed. */
export const GET: APIRoute = () => Response.json(loadSuggestions());
