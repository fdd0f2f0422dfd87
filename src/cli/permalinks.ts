/**
 * `npm run permalinks`: adds what the record publishes to the lists of all that was ever published. It never takes
 * anything out. Words that were corrected change their hash only where an argument names their fragment:
 * `npm run permalinks -- /meetings/2013-…/1-2/#p2s1`. Where anything is wrong it writes nothing and exits with 1.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContentDir } from '../loaders/read-content-dir.ts';
import { type Issue, formatIssue, isError } from '../domain/issues.ts';
import { updatePermalinkLists, currentUrls, serializePermalinks } from '../domain/permalinks.ts';
import { loadContent } from '../domain/load-content.ts';
import { suffixAfter } from '../domain/redirects.ts';
import { basePath, contentDir, withoutBase } from '../site.config.ts';

/** What an editor names: with or without the host, the site's base, and the part that a page of it would have. */
const named = process.argv.slice(2).map((argument) => {
  const { pathname, hash } = new URL(argument, 'http://localhost');
  return (pathname.startsWith(basePath) ? withoutBase(pathname) : pathname) + hash;
});

/** A paragraph is corrected with its sentences, and with one of them. */
function isCorrected(address: string): boolean {
  return named.some(
    (own) =>
      suffixAfter(address, own) !== undefined ||
      (address.includes('#') && suffixAfter(own, address) !== undefined),
  );
}

function permalinks(): Issue[] {
  const files = readContentDir(contentDir);
  const { content, issues } = loadContent(files, isCorrected);
  const { permalinks: lists, redirects } = content;
  const errors = issues.filter(isError);
  if (errors.length > 0) return errors;

  const published = currentUrls(content);
  const unknown = named.filter((address) => published.get(address) === undefined);
  if (unknown.length > 0)
    return unknown.map((file) => ({
      code: 'missing-permalink',
      file,
      message: 'is no paragraph or sentence; name one, such as …/1-2/#p2s1',
    }));

  const untold = new Set<string>();
  const day = (file: string): string => {
    const { corrections = [] } = content.meetings.find(({ id }) => file.startsWith(`meetings/${id}/`)) ?? {};
    const last = corrections
      .map(({ date }) => date)
      .sort()
      .at(-1);
    if (last === undefined) untold.add(file);
    return last ?? '';
  };
  const extended = updatePermalinkLists(content, lists, redirects, isCorrected, day);
  const message = "can't tell when the words were corrected; say it first in 'corrections' of meeting.md";
  if (untold.size > 0) return [...untold].map((file) => ({ code: 'undisclosed-correction', file, message }));
  for (const { file, links } of extended) {
    const path = join(contentDir, file);
    const text = serializePermalinks(links);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    writeFileSync(path, text);
    console.log(`${file}: ${String(links.length)} addresses`);
  }
  return [];
}

const issues = permalinks();
for (const issue of issues) console.error(formatIssue(issue));
if (issues.length > 0) process.exitCode = 1;
