import type { APIRoute } from 'astro';
import { loadVocabulary } from '../../load.ts';

/** The words by which slips are put right, for the search in the browser; loaded when a word is found nowhere. */
export const GET: APIRoute = async () => Response.json(await loadVocabulary());
