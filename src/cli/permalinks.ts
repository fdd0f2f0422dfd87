/**
 * `npm run permalinks`: adds what the record publishes to the lists of all that was ever published. It never takes
 * anything out. Words that were corrected change their hash only where an argument names their fragment:
 * `npm run permalinks -- /meetings/2013-…/1-2/#p2s1`. Where anything is wrong it writes nothing and exits with 1.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { belowBase } from '../domain/urls.ts';
import { readContentFolder } from '../loaders/read-content-dir.ts';
import { type Fault, faultLine } from '../domain/issues.ts';
import {
  extendedLists,
  permalinkFaults,
  publishedNow,
  readPermalinks,
  writePermalinks,
} from '../domain/permalinks.ts';
import { readRecord } from '../domain/load-content.ts';
import { readRedirects, restOf } from '../domain/redirects.ts';
import { base, contentFolder } from '../site.config.ts';

/** What an editor names: with or without the host, the site's base, and the part that a page of it would have. */
const named = process.argv.slice(2).map((argument) => {
  const { pathname, hash } = new URL(argument, 'http://localhost');
  return (pathname.startsWith(base) ? belowBase(pathname) : pathname) + hash;
});

/** A paragraph is corrected with its sentences, and with one of them. */
function isCorrected(address: string): boolean {
  return named.some(
    (own) =>
      restOf(address, own) !== undefined || (address.includes('#') && restOf(own, address) !== undefined),
  );
}

function permalinks(): Fault[] {
  const files = readContentFolder(contentFolder);
  const { record, faults } = readRecord(files);
  const lists = readPermalinks(files, faults);
  const redirects = readRedirects(files, faults);
  if (faults.length > 0) return faults;

  const published = publishedNow(record);
  const unknown = named.filter((address) => published.get(address) === undefined);
  if (unknown.length > 0)
    return unknown.map((file) => ({
      file,
      problem: 'is no paragraph or sentence; name one, such as …/1-2/#p2s1',
    }));

  const broken = permalinkFaults(record, lists, redirects, isCorrected).faults;
  if (broken.length > 0) return broken;
  const untold = new Set<string>();
  const day = (file: string): string => {
    const { corrections = [] } = record.meetings.find(({ id }) => file.startsWith(`meetings/${id}/`)) ?? {};
    const last = corrections
      .map(({ date }) => date)
      .sort()
      .at(-1);
    if (last === undefined) untold.add(file);
    return last ?? '';
  };
  const extended = extendedLists(record, lists, redirects, isCorrected, day);
  const problem = "can't tell when the words were corrected; say it first in 'corrections' of meeting.md";
  if (untold.size > 0) return [...untold].map((file) => ({ file, problem }));
  for (const { file, links } of extended) {
    const path = join(contentFolder, file);
    const text = writePermalinks(links);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    writeFileSync(path, text);
    console.log(`${file}: ${String(links.length)} addresses`);
  }
  return [];
}

const faults = permalinks();
for (const fault of faults) console.error(faultLine(fault));
if (faults.length > 0) process.exitCode = 1;
