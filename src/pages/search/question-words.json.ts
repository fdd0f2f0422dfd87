import type { APIRoute } from 'astro';
import { loadThesaurus } from '../../load.ts';

/** Words that only ask, for the search in the browser. */
export const GET: APIRoute = async () => Response.json((await loadThesaurus()).questionWords.flat());
