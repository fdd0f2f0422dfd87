import type { APIRoute } from 'astro';
import { loadThesaurus } from '../../load.ts';

/** The words that only ask, for the search in the browser: they change with the content, and are no part of its scripts. */
export const GET: APIRoute = async () => Response.json((await loadThesaurus()).questionWords.flat());
