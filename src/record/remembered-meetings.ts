/** Meetings that were read before: a build reads a large archive more than once, and the next one finds most of it unchanged. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ReadMeeting, Remember } from './record.ts';

/** The folder of what was read; it may be deleted at any time. */
const folder = resolve('.astro/cache/meetings');

/** What reading depends on beside the content: this folder's code, and the packages. */
function codeHash(): string {
  const code = resolve('src/record');
  const files = [...readdirSync(code).map((name) => join(code, name)), resolve('package-lock.json')];
  return files.reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256')).digest('hex');
}

/** Remembers meetings on the disk, each in a file that is named after all that it was read from. */
export function rememberedMeetings(): Remember {
  const code = codeHash();
  mkdirSync(folder, { recursive: true });
  return (files, read) => {
    const hash = createHash('sha256').update(code);
    for (const { path, bytes, problem = '' } of files)
      hash.update(`${path}\0${String(bytes.length)}\0${problem}\0`).update(bytes);
    const file = join(folder, `${hash.digest('hex')}.json`);
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as ReadMeeting;
    } catch {
      // Not read yet, or not to be read any more.
    }
    const made = read();
    const unfinished = `${file}.${randomUUID()}`;
    writeFileSync(unfinished, JSON.stringify(made));
    renameSync(unfinished, file);
    return made;
  };
}
