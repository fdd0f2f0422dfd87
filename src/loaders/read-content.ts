/** The content, as the content layer, the pages and the integrations read it. */
import { readContentDir } from './read-content-dir.ts';
import { type ContentSnapshot, loadContent } from '../domain/load-content.ts';
import { contentDir } from '../site.config.ts';

let lastValid: ContentSnapshot | undefined;

/** Reads the content folder, and checks it: the result holds all errors. */
export function readContent(): ContentSnapshot {
  const content = loadContent(readContentDir(contentDir));
  if (content.issues.length === 0) lastValid = content;
  return content;
}

/**
 * The content without errors: read once in a build, and again for each page of the development server, which goes on
 * showing the last valid content while a file has an error.
 *
 * @throws if there is no valid content; the content layer reports the errors before any page is rendered
 */
export function getContent(reread = false): ContentSnapshot {
  if (reread || !lastValid) readContent();
  if (!lastValid) throw new Error("The content has errors; 'npm run check' lists them.");
  return lastValid;
}
