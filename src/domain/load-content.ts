/** From the files of the content folder to the record: all meetings, checked. */
import { type ContentFile, type ParsedFile, decodeUtf8, parseContentFile } from './parse/front-matter.ts';
import type { Issue } from './issues.ts';
import { findSourceDifference } from './checks/verify-source.ts';
import { type AgendaItem, type Meeting, type Section, agendaItems } from './model.ts';
import { annotateMentions } from './mentions.ts';
import {
  type PermalinkList,
  permalinksFileName,
  checkPermalinks,
  parsePermalinkLists,
} from './permalinks.ts';
import { locateFigures, locateStatements } from './locate-quotes.ts';
import { type Redirect, parseRedirects, redirectsFileName } from './redirects.ts';
import { type RegisterEntry, checkRegisters, parseRegisters } from './register.ts';
import {
  type ItemFields,
  type MeetingFields,
  itemSchema,
  meetingSchema,
  recommendedFields,
  registerNames,
  type Thesaurus,
  thesaurusSchema,
} from './schema.ts';
import { findExecutableContent } from './checks/unsafe-content.ts';
import { type Paragraph, countParagraphWords, parseBody } from './parse/parse-body.ts';
import { formatDate, truncate } from './format.ts';

/** Everything that the content holds. */
export interface ContentRecord {
  /** The meetings, newest first. */
  meetings: Meeting[];
  /** People and terms, by their ids. */
  entries: RegisterEntry[];
  thesaurus: Thesaurus;
}

/** What search knows of words, in the content folder. */
export const thesaurusFileName = 'thesaurus.md';
/** The name of a meeting's folder. */
export const meetingIdPattern = /^(?<date>\d{4}-\d{2}-\d{2})-[a-z0-9]+(?:-[a-z0-9]+)*$/u;
/** `1-2-security.md`; `1-relations.md` for a section without items. What follows the number starts with a letter. */
const itemName = /^(?<section>[1-9]\d*)(?:-(?<item>0|[1-9]\d*))?-[a-z][a-z0-9-]*\.md$/u;

/** The record of what is sound, all faults, and what an editor may want to know. */
export interface ReadResult {
  record: ContentRecord;
  issues: Issue[];
  warnings: Issue[];
}

/** The same with what was published: the lists of addresses, and where those that are gone lead. */
export interface ContentSnapshot extends ReadResult {
  lists: PermalinkList[];
  redirects: Redirect[];
}

/** What was read of one meeting: without faults the meeting, but for the mentions in its texts. */
interface ReadMeeting {
  meeting: Meeting | undefined;
  issues: Issue[];
  warnings: Issue[];
}

/**
 * Reads the content and checks it, so far as it can be read, and that it keeps the addresses that were published.
 *
 * @param files every file below the content folder
 */
export function loadContent(files: readonly ContentFile[]): ContentSnapshot {
  const reading = parseRecord(files);
  const lists = parsePermalinkLists(files, reading.issues);
  const redirects = parseRedirects(files, reading.issues);
  const whole = { ...reading, lists, redirects };
  // A text that can't be read would look as if all its addresses had vanished.
  if (reading.issues.length > 0) return whole;
  const { issues, warnings } = checkPermalinks(reading.record, lists, redirects);
  return { ...whole, issues, warnings: [...reading.warnings, ...warnings] };
}

/** The same without a look at the addresses. */
export function parseRecord(files: readonly ContentFile[]): ReadResult {
  const issues: Issue[] = [];
  const warnings: Issue[] = [];
  const folders = new Map<string, ContentFile[]>();
  for (const file of files) {
    const [room = '', id, ...rest] = file.path.split('/');
    if (file.problem !== undefined) issues.push({ file: file.path, message: file.problem });
    // The editorial pages are a collection of their own; the README is for editors.
    if (room === 'pages' || file.path === 'README.md') continue;
    if ([thesaurusFileName, redirectsFileName, permalinksFileName].includes(file.path)) continue;
    if (room === 'meetings' && id !== undefined && rest.length === 1) {
      folders.set(id, [...(folders.get(id) ?? []), file]);
    } else if (
      file.problem === undefined &&
      !registerNames.some((register) => register === room && id !== undefined)
    ) {
      const message =
        'is no content; meetings stand in meetings/<id>/, people in people/, terms in terms/, the words of search in thesaurus.md, redirects in redirects.md';
      issues.push({ file: file.path, message });
    }
  }
  const meetings = [...folders]
    // A meeting that was withdrawn: nothing is left but the list of its addresses, which lead elsewhere.
    .filter(([id, own]) => own.some(({ path }) => path !== `meetings/${id}/${permalinksFileName}`))
    .map(([id, own]) => {
      const read = readMeeting(id, own);
      issues.push(...read.issues);
      warnings.push(...read.warnings);
      return read.meeting;
    })
    .filter((meeting) => meeting !== undefined)
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  if (folders.size === 0)
    issues.push({ file: 'meetings', message: 'holds no meeting; add meetings/<id>/meeting.md' });
  const entries = parseRegisters(files, issues);
  checkRegisters(entries, new Set(folders.keys()), issues);
  annotateMentions(meetings, entries);
  return { record: { meetings, entries, thesaurus: parseThesaurus(files, issues) }, issues, warnings };
}

/** What search knows of words; without its file it knows nothing. */
export function parseThesaurus(files: readonly ContentFile[], issues: Issue[]): Thesaurus {
  const file = files.find(({ path }) => path === thesaurusFileName);
  const read = file && parseContentFile(file, thesaurusSchema, issues);
  return (
    read?.fields ?? {
      stopWords: [],
      unrelated: [],
      factKeywords: { sides: [], start: [], duration: [], place: [] },
      synonyms: [],
    }
  );
}

function readMeeting(id: string, files: readonly ContentFile[]): ReadMeeting {
  const issues: Issue[] = [];
  const warnings: Issue[] = [];
  /** Faults of what the editors added. They come last: text that was altered explains many of them. */
  const editorial: Issue[] = [];
  const folder = `meetings/${id}`;
  const named = (name: string): ContentFile | undefined =>
    files.find(({ path }) => path === `${folder}/${name}`);

  const date = meetingIdPattern.exec(id)?.groups?.date;
  if (date === undefined) {
    issues.push({
      file: folder,
      message: "must be named date, sides and kind: '2013-02-22-japan-us-foreign-ministers'",
    });
  }
  const source = named('source.txt');
  if (source === undefined)
    issues.push({ file: `${folder}/source.txt`, message: 'is missing; it is the summary as published' });
  const sourceText = source && decodeUtf8(source, issues);
  if (sourceText?.trim() === '')
    issues.push({ file: `${folder}/source.txt`, message: 'is empty; it is the summary as published' });
  for (const [index, line] of (sourceText ?? '').split(/\r\n|\r|\n/u).entries()) {
    const what = findExecutableContent(line);
    const message = `holds ${what ?? ''}; a source is plain text, and no copy of a page's HTML`;
    if (what) issues.push({ file: `${folder}/source.txt`, line: index + 1, message });
  }

  const main = named('meeting.md');
  if (main === undefined)
    issues.push({
      file: `${folder}/meeting.md`,
      message: 'is missing; it holds the facts and the introduction',
    });
  const entry = main && parseContentFile(main, meetingSchema, issues);
  if (entry && date !== undefined && entry.fields.date !== date) {
    issues.push({
      file: entry.file,
      field: 'date',
      message: `must be the date of the folder's name, '${date}'`,
    });
  }
  // A document may start with its first section, or have none and be an introduction alone.
  const introduction = entry ? readParagraphs(entry, issues, entry.fields.sections.length > 0) : [];
  if (entry) checkFields(entry, sourceText ?? '', issues);
  if (entry) noteOpenFields(entry, warnings);
  const sides = entry?.fields.sides?.map((side) => side.id) ?? [];
  const figures = entry
    ? locateFigures(entry.fields.figures, introduction, sides, entry.file, editorial)
    : [];

  const sections = (entry?.fields.sections ?? []).map(({ number, title, label }): Section => ({
    number,
    title: title ?? `Paragraph ${String(number)}`,
    hasTitle: title !== undefined,
    label: label ?? `${String(number)}.`,
    items: [],
  }));
  const numbers = new Map<string, string>();
  for (const file of files) {
    if (file === main || file === source || file.path === `${folder}/${permalinksFileName}`) continue;
    if (file.problem !== undefined) continue;
    const { section, item } = itemName.exec(file.path.slice(folder.length + 1))?.groups ?? {};
    if (section === undefined) {
      issues.push({
        file: file.path,
        message: "is no content; an agenda item is named '1-2-security.md': section, item, words",
      });
      continue;
    }
    const number = item === undefined ? section : `${section}-${item}`;
    const other = numbers.get(number);
    if (other !== undefined)
      issues.push({ file: file.path, message: `has the number of ${other}; each item has one file` });
    numbers.set(number, file.path);
    const home = sections.find((candidate) => candidate.number === Number(section));
    if (entry && !home) {
      issues.push({
        file: file.path,
        message: `belongs to section ${section}, which meeting.md does not name in 'sections'`,
      });
    }
    const itemEntry = parseContentFile(file, itemSchema, issues);
    if (itemEntry) {
      const read = makeItem(section, item, home?.title ?? '', itemEntry, readParagraphs(itemEntry, issues));
      const { leadQuote, statements, figures: ownFigures } = itemEntry.fields;
      if (entry) {
        read.statements = locateStatements(statements, read.paragraphs, sides, file.path, editorial);
        read.figures = locateFigures(ownFigures, read.paragraphs, sides, file.path, editorial);
      }
      if (leadQuote !== undefined && !read.paragraphs.some(({ text }) => text.includes(leadQuote))) {
        issues.push({
          file: file.path,
          field: 'leadQuote',
          message: `'${leadQuote}' does not stand in the body`,
        });
      }
      if (item !== undefined && item !== '0' && !read.hasTitle && itemEntry.fields.label === undefined) {
        warnings.push({
          file: file.path,
          field: 'title',
          message: 'is missing; the item is shown by its number alone',
        });
      }
      home?.items.push(read);
    }
  }
  for (const section of sections) {
    section.items.sort((a, b) => place(a) - place(b));
    checkNumbers(section, `${folder}/meeting.md`, issues, warnings);
  }
  const unread = files.some(({ problem }) => problem !== undefined);
  if (!entry || sourceText === undefined || unread || issues.length > 0)
    return { meeting: undefined, issues: [...issues, ...editorial], warnings };

  const { fields } = entry;
  const { publisher, address, licence } = fields.source;
  const meeting: Meeting = {
    ...fields,
    id,
    title: fields.title ?? `Meeting of ${formatDate(fields.date)}`,
    place: fields.place ?? undefined,
    sides: fields.sides ?? [],
    source: {
      ...fields.source,
      publisher: publisher ?? undefined,
      address: address ?? undefined,
      licence: licence ?? undefined,
    },
    introduction,
    figures,
    sections,
    sourceText,
    wordCount: 0,
  };
  checkMentioned(meeting, editorial);
  meeting.wordCount = agendaItems(meeting).reduce(
    (sum, { wordCount }) => sum + wordCount,
    countParagraphWords(introduction),
  );
  const difference = findSourceDifference(meeting);
  if (difference) issues.push(difference);
  issues.push(...editorial);
  return { meeting: issues.length > 0 ? undefined : meeting, issues, warnings };
}

function makeItem(
  section: string,
  item: string | undefined,
  sectionTitle: string,
  { fields, file }: ParsedFile<ItemFields>,
  paragraphs: Paragraph[],
): AgendaItem {
  const own = item !== undefined && item !== '0';
  return {
    id: item === undefined ? section : `${section}-${item}`,
    number: own ? `${section}(${item})` : section,
    label: fields.label ?? (own ? `(${item})` : undefined),
    title: fields.title ?? (own ? `Item ${item}` : sectionTitle),
    leadQuote: fields.leadQuote ?? truncate(paragraphs[0]?.text ?? '', 110),
    hasTitle: fields.title !== undefined,
    paragraphs,
    statements: [],
    figures: [],
    followUp: fields.followUp.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    wordCount: countParagraphWords(paragraphs),
    file,
  };
}

/** The number of an item in its section: 2 for `1-2`, and 0 for a whole section. */
function place({ id }: AgendaItem): number {
  return Number(id.split('-')[1] ?? 0);
}

function readParagraphs(
  { file, body, bodyLine }: ParsedFile<unknown>,
  issues: Issue[],
  mayBeEmpty = false,
): Paragraph[] {
  const { paragraphs, foreign } = parseBody(body);
  for (const { line, message } of foreign) issues.push({ file, line: bodyLine + line - 1, message });
  if (paragraphs.length === 0 && foreign.length === 0 && !mayBeEmpty) {
    issues.push({ file, line: bodyLine, message: "has an empty body; it must hold the source's words" });
  }
  return paragraphs;
}

function checkNumbers({ number, items }: Section, file: string, issues: Issue[], warnings: Issue[]): void {
  const field = `sections.${String(number - 1)}`;
  if (items.length === 0)
    issues.push({ file, field, message: `names section ${String(number)}, which has no item` });
  if (items.length > 1 && items.some(({ id }) => !id.includes('-'))) {
    issues.push({
      file,
      field,
      message: `section ${String(number)} is an item itself and has items; name its own text ${String(number)}-0`,
    });
  }
  let expected = 1;
  for (const item of items) {
    const own = place(item);
    if (own > expected) {
      warnings.push({
        file: item.file,
        message: `leaves a gap: the item before it would be ${String(number)}(${String(expected)})`,
      });
    }
    if (own > 0) expected = own + 1;
  }
}

/** Names and posts of people who did not attend are quotations too: of one sentence of an item. */
function checkMentioned({ id, mentioned, sides, ...meeting }: Meeting, issues: Issue[]): void {
  const file = `meetings/${id}/meeting.md`;
  const sentences = meeting.sections
    .flatMap(({ items }) => items.flatMap(({ paragraphs }) => paragraphs))
    .flatMap((paragraph) => paragraph.sentences);
  mentioned.forEach(({ name, post, side }, index) => {
    const field = `mentioned.${String(index)}`;
    if (!sentences.some(({ text }) => text.includes(name) && text.includes(post)))
      issues.push({ file, field, message: `'${name}' and '${post}' stand in no sentence of an item` });
    if (side !== undefined && !sides.some((own) => own.id === side))
      issues.push({ file, field: `${field}.side`, message: `'${side}' is no side of the meeting` });
  });
}

/** What is not filled in yet. It is no fault: the pages leave it out. */
function noteOpenFields({ file, fields }: ParsedFile<MeetingFields>, warnings: Issue[]): void {
  for (const [field, what] of recommendedFields) {
    const value = field
      .split('.')
      .reduce<unknown>((from, key) => Object.entries(from ?? {}).find(([name]) => name === key)?.[1], fields);
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0))
      warnings.push({ file, field, message: `is to be filled in: ${what}` });
  }
}

/** What a schema of single fields can't see. */
function checkFields(
  { file, fields, body }: ParsedFile<MeetingFields>,
  published: string,
  issues: Issue[],
): void {
  const sides = fields.sides ?? [];
  const ids = sides.map(({ id }) => id);
  const side = ids.findIndex((id, index) => ids.indexOf(id) < index);
  if (side >= 0)
    issues.push({ file, field: `sides.${String(side)}.id`, message: 'is the id of another side too' });
  fields.sections.forEach(({ number }, index) => {
    if (number !== index + 1) {
      issues.push({
        file,
        field: `sections.${String(index)}.number`,
        message: `must be ${String(index + 1)}: sections are counted in order`,
      });
    }
  });
  if (fields.source.received < fields.date) {
    const message = `must not be before the meeting, which was on '${fields.date}'`;
    issues.push({ file, field: 'source.received', message });
  }
  // Names and posts are quotations: the introduction must have them, to the letter; where there is none, the text.
  const introduction = body.trim() === '' ? published : body;
  sides.forEach(({ lead, attended }, sideIndex) => {
    [lead, ...attended].forEach((person, index) => {
      const field =
        index === 0
          ? `sides.${String(sideIndex)}.lead`
          : `sides.${String(sideIndex)}.attended.${String(index - 1)}`;
      for (const part of ['name', 'post'] as const) {
        if (!introduction.includes(person[part])) {
          issues.push({
            file,
            field: `${field}.${part}`,
            message: `'${person[part]}' does not stand in the introduction`,
          });
        }
      }
    });
  });
}
