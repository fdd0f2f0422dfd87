import type { APIRoute } from 'astro';
import { absoluteUrl, contactEmail } from '@/site.config.ts';

/** The file is valid for this long; every build renews it. */
const days = 180;

/** Where to report a vulnerability (RFC 9116). */
export const GET: APIRoute = () => {
  const expires = new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+/u, '');
  const address = absoluteUrl('/.well-known/security.txt');
  return new Response(
    `Contact: mailto:${contactEmail}\nExpires: ${expires}\nPreferred-Languages: en\nCanonical: ${address}\n`,
  );
};
