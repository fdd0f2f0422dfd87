import type { APIRoute } from 'astro';
import { getPermalinkPages } from '@/data/content.ts';
import { homePath, permalinksPath } from '@/domain/urls.ts';
import { absoluteUrl } from '@/site.config.ts';

/** Every URL ever published: paths below the site's base, fragments with the hash of their text. */
export const GET: APIRoute = () => {
  return Response.json({
    site: absoluteUrl(homePath),
    policy: absoluteUrl(permalinksPath),
    words: 'the first 12 hexadecimal digits of the SHA-256 of the words, in UTF-8',
    pages: getPermalinkPages(),
  });
};
