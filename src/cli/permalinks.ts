/**
 * `npm run permalinks`: adds the URLs of the content to the lists of all URLs ever published, with the new hashes of
 * paragraphs whose correction is declared. If the content has errors, it writes nothing and exits with 1.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatIssue, isError } from '../domain/issues.ts';
import { loadContent } from '../domain/load-content.ts';
import { serializePermalinks, updatePermalinkLists } from '../domain/permalinks.ts';
import { readContentDir } from '../loaders/read-content-dir.ts';
import { contentDir } from '../site.config.ts';

const { content, issues } = loadContent(readContentDir(contentDir));
const errors = issues.filter(isError);
if (errors.length > 0) {
  console.error(errors.map(formatIssue).join('\n'));
  process.exitCode = 1;
} else {
  for (const { file, links } of updatePermalinkLists(content.permalinks, content)) {
    writeFileSync(join(contentDir, file), serializePermalinks(links));
    console.log(`${file}: ${String(links.length)} URLs`);
  }
}
