import { defineMiddleware } from 'astro:middleware';
import { addCspMeta } from './exports/content-policy.ts';

/** Each page of the built site says what it may load. While somebody writes, Vite adds scripts of its own. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (import.meta.env.DEV || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(addCspMeta(await response.text()), response);
});
