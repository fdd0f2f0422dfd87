import type { Meeting } from '../domain/model.ts';
import { siteName } from '../site.config.ts';

/** Whose edition of whose summary the site and its exports are. */
export function editionLine({ source: { publisher } }: Pick<Meeting, 'source'>): string {
  const summary = publisher === undefined ? 'published summary' : `summary published by the ${publisher}`;
  return `Independent edition by ${siteName} of a ${summary}`;
}
