import type { APIRoute } from 'astro';
import { loadMoved, loadPermalinks } from '../data/content.ts';
import { absolute, homeAddress, permalinksAddress } from '../domain/urls.ts';
import { publishedDocument } from '../domain/permalinks.ts';

/** Every URL ever published: paths below the site's base, fragments with the hash of their text. */
export const GET: APIRoute = () => {
  const pages = publishedDocument(loadPermalinks(), loadMoved());
  return Response.json({
    site: absolute(homeAddress),
    policy: absolute(permalinksAddress),
    words: 'the first 12 hexadecimal digits of the SHA-256 of the words, in UTF-8',
    pages,
  });
};
