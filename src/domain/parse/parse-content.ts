/** From the files of the content folder to its entries, each checked against its schema. */
import type { z } from 'zod';
import { findExecutableContent } from '../unsafe-content.ts';
import type { Issue } from '../issues.ts';
import { type PermalinkList, parsePermalinkLists, permalinksFileName } from '../permalinks.ts';
import { type Redirect, parseRedirects, redirectsFileName } from '../redirects.ts';
import {
  type ItemFields,
  type MeetingFields,
  type PageFields,
  type PersonFields,
  type TermFields,
  type Thesaurus,
  itemSchema,
  meetingSchema,
  pageSchema,
  personSchema,
  termSchema,
  thesaurusSchema,
} from '../schema.ts';
import { type ContentFile, decodeUtf8 } from './decode-text.ts';
import { type ParsedFile, parseMarkdownFile, parseYamlFile } from './front-matter.ts';
import { parseBody } from './parse-body.ts';

/** A content file as an entry of a collection. */
export interface ContentEntry<Fields> extends Omit<ParsedFile<Fields>, 'bodyLine'> {
  id: string;
}

/** An entry whose body is a text of the source, with the text of each paragraph. */
type TextEntry<Fields> = ContentEntry<Fields & { texts: string[] }>;

/** A meeting; its body is the introduction. */
export type MeetingEntry = TextEntry<MeetingFields & { sourceText: string }>;

/** An agenda item; its id is the meeting's and its own: `2013-02-22-japan-us-foreign-ministers/1-2`. */
export type ItemEntry = TextEntry<ItemFields>;

/** The entries of the content folder, before they are put together. */
export interface ParsedContent {
  /** The ids of all meetings, those that could not be read included. */
  meetingIds: Set<string>;
  meetings: MeetingEntry[];
  items: ItemEntry[];
  people: ContentEntry<PersonFields>[];
  terms: ContentEntry<TermFields>[];
  pages: ContentEntry<PageFields>[];
  thesaurus: Thesaurus;
  permalinks: PermalinkList[];
  redirects: Redirect[];
}

export const thesaurusFileName = 'thesaurus.yaml';

/** The name of a meeting's folder: date, sides and kind. */
export const meetingIdPattern = /^(?<date>\d{4}-\d{2}-\d{2})-[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** `1-2-security.md`; `1-relations.md` for a section without items. What follows the number starts with a letter. */
const itemFileName = /^(?<number>[1-9]\d*(?:-(?:0|[1-9]\d*))?)-[a-z][a-z0-9-]*\.md$/u;

/** Lower-case words joined by hyphens; not a name that Windows reserves for a device, whatever follows its full stop. */
const entryFileName = /^(?<id>(?!(?:con|prn|aux|nul|(?:com|lpt)\d)\.)[a-z0-9]+(?:-[a-z0-9]+)*)\.md$/u;

/**
 * Reads the entries. What can't be read is left out, with an issue.
 *
 * @param files every file below the content folder
 * @param issues where issues are added
 */
export function parseContent(files: readonly ContentFile[], issues: Issue[]): ParsedContent {
  const folders = Map.groupBy(files, ({ path }) => /^meetings\/([^/]+)\/[^/]+$/u.exec(path)?.[1] ?? '');
  folders.delete('');
  const parsed: ParsedContent = {
    meetingIds: new Set(folders.keys()),
    meetings: [],
    items: [],
    people: parseFolder(files, 'people', personSchema, issues),
    terms: parseFolder(files, 'terms', termSchema, issues),
    pages: parseFolder(files, 'pages', pageSchema, issues),
    thesaurus: parseYamlFile(files, thesaurusFileName, thesaurusSchema, issues) ?? thesaurusSchema.parse({}),
    permalinks: parsePermalinkLists(files, issues),
    redirects: parseRedirects(files, issues),
  };
  const others = [thesaurusFileName, redirectsFileName, permalinksFileName, 'README.md'];
  for (const { path: file } of files) {
    if (/^(?:people|terms|pages)\/|^meetings\/[^/]+\/[^/]+$/u.test(file) || others.includes(file)) continue;
    const message = `unexpected file; meetings are in meetings/<id>/, people in people/, terms in terms/, the words of search in ${thesaurusFileName}, redirects in ${redirectsFileName}`;
    issues.push({ code: 'unexpected-file', file, message });
  }
  for (const [id, folderFiles] of folders) {
    // Of a meeting that was withdrawn only the list of its permalinks is left; they are redirected.
    if (folderFiles.every(({ path }) => path === `meetings/${id}/${permalinksFileName}`)) continue;
    const meeting = parseMeeting(id, folderFiles, issues);
    if (meeting) parsed.meetings.push(meeting);
    parsed.items.push(...parseItems(id, folderFiles, issues));
  }
  if (folders.size === 0) {
    const message = 'there is no meeting; add meetings/<id>/meeting.md';
    issues.push({ code: 'no-meeting', file: 'meetings', message });
  }
  return parsed;
}

function parseMeeting(id: string, files: readonly ContentFile[], issues: Issue[]): MeetingEntry | undefined {
  const folder = `meetings/${id}`;
  if (!meetingIdPattern.test(id)) {
    const message = "must be named date, sides and kind: '2013-02-22-japan-us-foreign-ministers'";
    issues.push({ code: 'invalid-folder-name', file: folder, message });
  }
  const find = (name: string, content: string): ContentFile | undefined => {
    const path = `${folder}/${name}`;
    const file = files.find((folderFile) => folderFile.path === path);
    const message = `is missing; it contains ${content}`;
    if (!file) issues.push({ code: 'missing-file', file: path, message });
    return file;
  };
  const source = find('source.txt', 'the summary as published');
  const sourceText = source && parseSource(source, issues);
  const main = find('meeting.md', 'the facts and the introduction');
  const parsed = main && parseMarkdownFile(main, meetingSchema, issues);
  // A document may start with its first section, or have none and be an introduction alone.
  const texts = parsed && parseTexts(parsed, issues, parsed.data.sections.length > 0);
  if (!texts || sourceText === undefined) return undefined;
  return { id, ...parsed, data: { ...parsed.data, sourceText, texts } };
}

function parseSource(file: ContentFile, issues: Issue[]): string | undefined {
  const text = decodeUtf8(file, issues);
  if (text?.trim() === '') {
    const message = 'is empty; it must contain the summary as published';
    issues.push({ code: 'empty-text', file: file.path, message });
  }
  for (const [index, line] of (text ?? '').split(/\r\n|\r|\n/u).entries()) {
    const found = findExecutableContent(line);
    const message = `contains ${found ?? ''}; a source is plain text, not a copy of a page's HTML`;
    if (found) issues.push({ code: 'executable-content', file: file.path, line: index + 1, message });
  }
  return text;
}

function parseItems(meeting: string, files: readonly ContentFile[], issues: Issue[]): ItemEntry[] {
  return files.flatMap((file) => {
    const name = file.path.slice(`meetings/${meeting}/`.length);
    if (['meeting.md', 'source.txt', permalinksFileName].includes(name)) return [];
    const number = itemFileName.exec(name)?.groups?.number;
    if (number === undefined) {
      const message = "unexpected file; an agenda item is named '1-2-security.md': section, item, words";
      issues.push({ code: 'unexpected-file', file: file.path, message });
      return [];
    }
    const parsed = parseMarkdownFile(file, itemSchema, issues);
    if (!parsed) return [];
    const data = { ...parsed.data, texts: parseTexts(parsed, issues) };
    return { id: `${meeting}/${number}`, ...parsed, data };
  });
}

function parseTexts(parsed: ParsedFile<unknown>, issues: Issue[], mayBeEmpty = false): string[] {
  const { filePath: file, body, bodyLine } = parsed;
  const { texts, disallowed } = parseBody(body);
  for (const { line, ...issue } of disallowed) issues.push({ ...issue, file, line: bodyLine + line - 1 });
  if (texts.length === 0 && disallowed.length === 0 && !mayBeEmpty) {
    const message = "has an empty body; it must contain the source's words";
    issues.push({ code: 'empty-text', file, line: bodyLine, message });
  }
  return texts;
}

/** The entries of a folder whose files are named by their ids. Only editorial pages have a body. */
function parseFolder<Schema extends z.ZodType>(
  files: readonly ContentFile[],
  folder: string,
  schema: Schema,
  issues: Issue[],
) {
  return files.flatMap((file) => {
    if (!file.path.startsWith(`${folder}/`)) return [];
    const id = entryFileName.exec(file.path.slice(folder.length + 1))?.groups?.id;
    if (id === undefined) {
      const message =
        "must be named in lower-case words joined by hyphens, and not as a device of Windows: 'north-korea.md'";
      issues.push({ code: 'invalid-file-name', file: file.path, message });
      return [];
    }
    const parsed = parseMarkdownFile(file, schema, issues);
    if (!parsed) return [];
    const message = "has text below its front matter; move it to 'note'";
    if (folder !== 'pages' && parsed.body.trim() !== '')
      issues.push({ code: 'unexpected-text', file: file.path, line: parsed.bodyLine, message });
    return { id, ...parsed };
  });
}
