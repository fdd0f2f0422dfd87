import { hash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { BuiltFile, MeetingFiles, SharedFiles } from '../offline/kept.ts';
import { keptContent } from '../kept-content.ts';
import { entryAddress, offlineAddress, searchAddress } from '../record/addresses.ts';
import { itemsOf } from '../record/meeting.ts';
import { byKey, namedIn } from '../record/mentions.ts';
import { meetingName } from '../record/wording.ts';
import { base } from '../site.ts';
import type { Print } from './made-files.ts';

/** The largest search that is kept on a device, in bytes: about fifty meetings. A larger one needs the network. */
const largestSearch = 2e6;

/** The site's icon, in `public/`. */
const icon = 'favicon.svg';

/** A list before the build that it belongs to is known. */
type Draft<List> = Omit<List, 'build'>;

/**
 * Makes the service worker, and says what it has to fetch to keep a meeting: `offline/shared.json` and one list a
 * meeting, made from the pages as they are served. Must come when nothing changes them any more.
 *
 * @param prints what is known of pages and other files, by their paths in the site
 */
export function offlineFiles(prints: ReadonlyMap<string, Print>): AstroIntegration {
  return {
    name: 'offline-files',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ vite: { plugins: [serviceWorker] } });
      },
      'astro:build:done': ({ dir }) => {
        writeLists(fileURLToPath(dir), prints);
      },
    },
  };
}

/** The worker stands at the site's base, because it may only serve what is below its own address. */
const serviceWorker = {
  name: 'service-worker',
  apply: 'build' as const,
  applyToEnvironment: ({ name }: { name: string }) => name === 'client',
  buildStart(this: { emitFile: (file: { type: 'chunk'; id: string; fileName: string }) => string }) {
    this.emitFile({ type: 'chunk', id: 'src/offline/worker.ts', fileName: 'sw.js' });
  },
};

/** The paths of all files in some rooms of a folder, in order, with slashes. */
function pathsBelow(folder: string, ...rooms: string[]): string[] {
  return rooms
    .flatMap((room) => readdirSync(join(folder, room), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .sort();
}

function writeLists(folder: string, prints: ReadonlyMap<string, Print>): void {
  const built = (path: string): BuiltFile => builtFile(path, prints.get(path) ?? printOf(folder, path));
  const page = (address: string): BuiltFile => built(`${address.slice(base.length)}index.html`);

  const search = pathsBelow(folder, 'search', 'pagefind').map(built);
  const searchSize = search.reduce((sum, [, bytes]) => sum + bytes, 0);
  const small = searchSize <= largestSearch;
  const { meetings, entries } = keptContent().record;
  const shared: Draft<SharedFiles> = {
    search: small,
    meetings: meetings.map(({ id }) => id),
    files: [
      ...[...pathsBelow(folder, '_astro'), icon].map(built),
      page(offlineAddress),
      ...(small ? search : [page(searchAddress)]),
    ],
  };
  const lists = new Map<string, Draft<SharedFiles> | Draft<MeetingFiles>>([['shared', shared]]);
  const ofMeetings = [...prints.keys()]
    .filter((path) => /^meetings\/.*\/index\.html$|^meetings\/[^/]+\.txt$/u.test(path))
    .sort();
  const pages = Map.groupBy(ofMeetings, (path) => path.split(/[/]|\.txt$/u)[1]);
  const byTheirKeys = byKey(entries);
  for (const meeting of meetings) {
    const own = pages.get(meeting.id) ?? [];
    const texts = [meeting.introduction, ...itemsOf(meeting).map(({ paragraphs }) => paragraphs)].flat();
    const named = new Set(namedIn(texts, byTheirKeys));
    lists.set(meeting.id, {
      name: meetingName(meeting),
      files: [...own.map(built), ...[...named].map((entry) => page(entryAddress(entry)))],
    });
  }
  const build = hash('sha256', JSON.stringify([...lists]), 'hex').slice(0, 16);
  mkdirSync(join(folder, 'offline'));
  for (const [name, list] of lists)
    writeFileSync(join(folder, 'offline', `${name}.json`), JSON.stringify({ build, ...list }));
  // Browsers take a worker for a new one when it has other bytes.
  appendFileSync(join(folder, 'sw.js'), `//${build}\n`);
}

function builtFile(path: string, { bytes, sha256 }: Omit<Print, 'path'>): BuiltFile {
  const integrity = `sha256-${Buffer.from(sha256, 'base64url').toString('base64')}`;
  return [base + path.replace(/(^|\/)index\.html$/u, '$1'), bytes, integrity];
}

function printOf(folder: string, path: string): Omit<Print, 'path'> {
  const content = readFileSync(join(folder, path));
  return { bytes: content.length, sha256: hash('sha256', content, 'base64url') };
}
