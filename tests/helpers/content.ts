/** The real content, and variations of it: tests change one thing and see what the record says. */
import type { ContentFile } from '../../src/domain/parse/decode-text.ts';
import { readContentDir } from '../../src/loaders/read-content-dir.ts';
import { escapeInvisible } from '../../src/domain/unsafe-content.ts';
import type { Meeting } from '../../src/domain/model.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { contentDir } from '../../src/site.config.ts';

export const meetingId = '2013-02-22-japan-us-foreign-ministers';
const folder = `meetings/${meetingId}`;

/** The files of `content/`. */
export const contentFiles: readonly ContentFile[] = readContentDir(contentDir);

/** A file of the first meeting, by its name. */
export function textOf(name: string): string {
  const file = contentFiles.find(({ path }) => path === `${folder}/${name}`);
  if (!file) throw new Error(`no ${name}`);
  return new TextDecoder().decode(file.bytes);
}

/**
 * The content with some files replaced, added, or (null) taken away: files of the first meeting by their name, others by
 * their path, those of the content folder itself with a slash in front.
 */
export function changed(files: Record<string, string | Uint8Array | null>): ContentFile[] {
  const paths = Object.keys(files).map((name) =>
    name.includes('/') ? name.replace(/^\//u, '') : `${folder}/${name}`,
  );
  const contents = Object.values(files);
  return [
    ...contentFiles.filter(({ path }) => !paths.includes(path)),
    ...paths.flatMap((path, index) => {
      const content = contents[index];
      if (content === null || content === undefined) return [];
      return [{ path, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }];
    }),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** One file of the first meeting with a part replaced, the first behind a place. */
export function edited(name: string, part: string, by: string, from = 0): Record<string, string> {
  const text = textOf(name);
  const at = text.indexOf(part, from);
  if (at < 0) throw new Error(`${name} has no “${part}”`);
  return { [name]: text.slice(0, at) + by + text.slice(at + part.length) };
}

/** One file of the first meeting with a part of its body replaced. */
export const editedBody = (name: string, part: string, by: string): Record<string, string> =>
  edited(name, part, by, textOf(name).indexOf('\n---\n') + 5);

/** The issues of a variation, as `file:line field code`; the folder of the first meeting is written as `…`. */
export function issuesOf(files: Record<string, string | Uint8Array | null>): string[] {
  return loadContent(changed(files)).issues.map(({ code, file, line, field = '' }) => {
    const place = escapeInvisible(file).replace(folder, '…') + (line === undefined ? '' : `:${String(line)}`);
    return [place, field, code].filter((part) => part !== '').join(' ');
  });
}

/** The issues of a change, without the name of the file, in one line. */
export const issuesIn = (file: string, files: Parameters<typeof issuesOf>[0]): string =>
  issuesOf(files)
    .map((issue) => issue.replace(`…/${file}`, '').replace(file, '').replace(/^[: ]/u, ''))
    .join(', ');

/** The meeting of 22 February 2013. */
export function theMeeting(): Meeting {
  const [meeting] = loadContent(contentFiles).content.meetings.filter(({ id }) => id === meetingId);
  if (!meeting) throw new Error('the record does not hold the meeting');
  return meeting;
}
