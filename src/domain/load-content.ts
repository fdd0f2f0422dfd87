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
  faults: Issue[];
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
  faults: Issue[];
  warnings: Issue[];
}

/**
 * Reads the content and checks it, so far as it can be read, and that it keeps the addresses that were published.
 *
 * @param files every file below the content folder
 */
export function loadContent(files: readonly ContentFile[]): ContentSnapshot {
  const reading = parseRecord(files);
  const lists = parsePermalinkLists(files, reading.faults);
  const redirects = parseRedirects(files, reading.faults);
  const whole = { ...reading, lists, redirects };
  // A text that can't be read would look as if all its addresses had vanished.
  if (reading.faults.length > 0) return whole;
  const { faults, warnings } = checkPermalinks(reading.record, lists, redirects);
  return { ...whole, faults, warnings: [...reading.warnings, ...warnings] };
}

/** The same without a look at the addresses. */
export function parseRecord(files: readonly ContentFile[]): ReadResult {
  const faults: Issue[] = [];
  const warnings: Issue[] = [];
  const folders = new Map<string, ContentFile[]>();
  for (const file of files) {
    const [room = '', id, ...rest] = file.path.split('/');
    if (file.problem !== undefined) faults.push({ file: file.path, problem: file.problem });
    // The editorial pages are a collection of their own; the README is for editors.
    if (room === 'pages' || file.path === 'README.md') continue;
    if ([thesaurusFileName, redirectsFileName, permalinksFileName].includes(file.path)) continue;
    if (room === 'meetings' && id !== undefined && rest.length === 1) {
      folders.set(id, [...(folders.get(id) ?? []), file]);
    } else if (
      file.problem === undefined &&
      !registerNames.some((register) => register === room && id !== undefined)
    ) {
      const problem =
        'is no content; meetings stand in meetings/<id>/, people in people/, terms in terms/, the words of search in thesaurus.md, redirects in redirects.md';
      faults.push({ file: file.path, problem });
    }
  }
  const meetings = [...folders]
    // A meeting that was withdrawn: nothing is left but the list of its addresses, which lead elsewhere.
    .filter(([id, own]) => own.some(({ path }) => path !== `meetings/${id}/${permalinksFileName}`))
    .map(([id, own]) => {
      const read = readMeeting(id, own);
      faults.push(...read.faults);
      warnings.push(...read.warnings);
      return read.meeting;
    })
    .filter((meeting) => meeting !== undefined)
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  if (folders.size === 0)
    faults.push({ file: 'meetings', problem: 'holds no meeting; add meetings/<id>/meeting.md' });
  const entries = parseRegisters(files, faults);
  checkRegisters(entries, new Set(folders.keys()), faults);
  annotateMentions(meetings, entries);
  return { record: { meetings, entries, thesaurus: parseThesaurus(files, faults) }, faults, warnings };
}

/** What search knows of words; without its file it knows nothing. */
export function parseThesaurus(files: readonly ContentFile[], faults: Issue[]): Thesaurus {
  const file = files.find(({ path }) => path === thesaurusFileName);
  const read = file && parseContentFile(file, thesaurusSchema, faults);
  return (
    read?.fields ?? {
      questionWords: [],
      unrelated: [],
      facts: { sides: [], start: [], duration: [], place: [] },
      same: [],
    }
  );
}

function readMeeting(id: string, files: readonly ContentFile[]): ReadMeeting {
  const faults: Issue[] = [];
  const warnings: Issue[] = [];
  /** Faults of what the editors added. They come last: text that was altered explains many of them. */
  const editorial: Issue[] = [];
  const folder = `meetings/${id}`;
  const named = (name: string): ContentFile | undefined =>
    files.find(({ path }) => path === `${folder}/${name}`);

  const date = meetingIdPattern.exec(id)?.groups?.date;
  if (date === undefined) {
    faults.push({
      file: folder,
      problem: "must be named date, sides and kind: '2013-02-22-japan-us-foreign-ministers'",
    });
  }
  const source = named('source.txt');
  if (source === undefined)
    faults.push({ file: `${folder}/source.txt`, problem: 'is missing; it is the summary as published' });
  const published = source && decodeUtf8(source, faults);
  if (published?.trim() === '')
    faults.push({ file: `${folder}/source.txt`, problem: 'is empty; it is the summary as published' });
  for (const [index, line] of (published ?? '').split(/\r\n|\r|\n/u).entries()) {
    const what = findExecutableContent(line);
    const problem = `holds ${what ?? ''}; a source is plain text, and no copy of a page's HTML`;
    if (what) faults.push({ file: `${folder}/source.txt`, line: index + 1, problem });
  }

  const main = named('meeting.md');
  if (main === undefined)
    faults.push({
      file: `${folder}/meeting.md`,
      problem: 'is missing; it holds the facts and the introduction',
    });
  const entry = main && parseContentFile(main, meetingSchema, faults);
  if (entry && date !== undefined && entry.fields.date !== date) {
    faults.push({
      file: entry.file,
      field: 'date',
      problem: `must be the date of the folder's name, '${date}'`,
    });
  }
  // A document may start with its first section, or have none and be an introduction alone.
  const introduction = entry ? readParagraphs(entry, faults, entry.fields.sections.length > 0) : [];
  if (entry) checkFields(entry, published ?? '', faults);
  if (entry) noteOpenFields(entry, warnings);
  const sides = entry?.fields.sides?.map((side) => side.id) ?? [];
  const figures = entry
    ? locateFigures(entry.fields.figures, introduction, sides, entry.file, editorial)
    : [];

  const sections = (entry?.fields.sections ?? []).map(({ number, title, label }): Section => ({
    number,
    title: title ?? `Paragraph ${String(number)}`,
    titled: title !== undefined,
    label: label ?? `${String(number)}.`,
    items: [],
  }));
  const numbers = new Map<string, string>();
  for (const file of files) {
    if (file === main || file === source || file.path === `${folder}/${permalinksFileName}`) continue;
    if (file.problem !== undefined) continue;
    const { section, item } = itemName.exec(file.path.slice(folder.length + 1))?.groups ?? {};
    if (section === undefined) {
      faults.push({
        file: file.path,
        problem: "is no content; an agenda item is named '1-2-security.md': section, item, words",
      });
      continue;
    }
    const number = item === undefined ? section : `${section}-${item}`;
    const other = numbers.get(number);
    if (other !== undefined)
      faults.push({ file: file.path, problem: `has the number of ${other}; each item has one file` });
    numbers.set(number, file.path);
    const home = sections.find((candidate) => candidate.number === Number(section));
    if (entry && !home) {
      faults.push({
        file: file.path,
        problem: `belongs to section ${section}, which meeting.md does not name in 'sections'`,
      });
    }
    const itemEntry = parseContentFile(file, itemSchema, faults);
    if (itemEntry) {
      const read = makeItem(section, item, home?.title ?? '', itemEntry, readParagraphs(itemEntry, faults));
      const { orientation, statements, figures: ownFigures } = itemEntry.fields;
      if (entry) {
        read.statements = locateStatements(statements, read.paragraphs, sides, file.path, editorial);
        read.figures = locateFigures(ownFigures, read.paragraphs, sides, file.path, editorial);
      }
      if (orientation !== undefined && !read.paragraphs.some(({ text }) => text.includes(orientation))) {
        faults.push({
          file: file.path,
          field: 'orientation',
          problem: `'${orientation}' does not stand in the body`,
        });
      }
      if (item !== undefined && item !== '0' && !read.titled && itemEntry.fields.label === undefined) {
        warnings.push({
          file: file.path,
          field: 'title',
          problem: 'is missing; the item is shown by its number alone',
        });
      }
      home?.items.push(read);
    }
  }
  for (const section of sections) {
    section.items.sort((a, b) => place(a) - place(b));
    checkNumbers(section, `${folder}/meeting.md`, faults, warnings);
  }
  const unread = files.some(({ problem }) => problem !== undefined);
  if (!entry || published === undefined || unread || faults.length > 0)
    return { meeting: undefined, faults: [...faults, ...editorial], warnings };

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
    published,
    words: 0,
  };
  checkMentioned(meeting, editorial);
  meeting.words = agendaItems(meeting).reduce(
    (sum, { words }) => sum + words,
    countParagraphWords(introduction),
  );
  const difference = findSourceDifference(meeting);
  if (difference) faults.push(difference);
  faults.push(...editorial);
  return { meeting: faults.length > 0 ? undefined : meeting, faults, warnings };
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
    orientation: fields.orientation ?? truncate(paragraphs[0]?.text ?? '', 110),
    titled: fields.title !== undefined,
    paragraphs,
    statements: [],
    figures: [],
    followUp: fields.followUp.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    words: countParagraphWords(paragraphs),
    file,
  };
}

/** The number of an item in its section: 2 for `1-2`, and 0 for a whole section. */
function place({ id }: AgendaItem): number {
  return Number(id.split('-')[1] ?? 0);
}

function readParagraphs(
  { file, body, bodyLine }: ParsedFile<unknown>,
  faults: Issue[],
  mayBeEmpty = false,
): Paragraph[] {
  const { paragraphs, foreign } = parseBody(body);
  for (const { line, problem } of foreign) faults.push({ file, line: bodyLine + line - 1, problem });
  if (paragraphs.length === 0 && foreign.length === 0 && !mayBeEmpty) {
    faults.push({ file, line: bodyLine, problem: "has an empty body; it must hold the source's words" });
  }
  return paragraphs;
}

function checkNumbers({ number, items }: Section, file: string, faults: Issue[], warnings: Issue[]): void {
  const field = `sections.${String(number - 1)}`;
  if (items.length === 0)
    faults.push({ file, field, problem: `names section ${String(number)}, which has no item` });
  if (items.length > 1 && items.some(({ id }) => !id.includes('-'))) {
    faults.push({
      file,
      field,
      problem: `section ${String(number)} is an item itself and has items; name its own text ${String(number)}-0`,
    });
  }
  let expected = 1;
  for (const item of items) {
    const own = place(item);
    if (own > expected) {
      warnings.push({
        file: item.file,
        problem: `leaves a gap: the item before it would be ${String(number)}(${String(expected)})`,
      });
    }
    if (own > 0) expected = own + 1;
  }
}

/** Names and posts of people who did not attend are quotations too: of one sentence of an item. */
function checkMentioned({ id, mentioned, sides, ...meeting }: Meeting, faults: Issue[]): void {
  const file = `meetings/${id}/meeting.md`;
  const sentences = meeting.sections
    .flatMap(({ items }) => items.flatMap(({ paragraphs }) => paragraphs))
    .flatMap((paragraph) => paragraph.sentences);
  mentioned.forEach(({ name, post, side }, index) => {
    const field = `mentioned.${String(index)}`;
    if (!sentences.some(({ text }) => text.includes(name) && text.includes(post)))
      faults.push({ file, field, problem: `'${name}' and '${post}' stand in no sentence of an item` });
    if (side !== undefined && !sides.some((own) => own.id === side))
      faults.push({ file, field: `${field}.side`, problem: `'${side}' is no side of the meeting` });
  });
}

/** What is not filled in yet. It is no fault: the pages leave it out. */
function noteOpenFields({ file, fields }: ParsedFile<MeetingFields>, warnings: Issue[]): void {
  for (const [field, what] of recommendedFields) {
    const value = field
      .split('.')
      .reduce<unknown>((from, key) => Object.entries(from ?? {}).find(([name]) => name === key)?.[1], fields);
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0))
      warnings.push({ file, field, problem: `is to be filled in: ${what}` });
  }
}

/** What a schema of single fields can't see. */
function checkFields(
  { file, fields, body }: ParsedFile<MeetingFields>,
  published: string,
  faults: Issue[],
): void {
  const sides = fields.sides ?? [];
  const ids = sides.map(({ id }) => id);
  const side = ids.findIndex((id, index) => ids.indexOf(id) < index);
  if (side >= 0)
    faults.push({ file, field: `sides.${String(side)}.id`, problem: 'is the id of another side too' });
  fields.sections.forEach(({ number }, index) => {
    if (number !== index + 1) {
      faults.push({
        file,
        field: `sections.${String(index)}.number`,
        problem: `must be ${String(index + 1)}: sections are counted in order`,
      });
    }
  });
  if (fields.source.received < fields.date) {
    const problem = `must not be before the meeting, which was on '${fields.date}'`;
    faults.push({ file, field: 'source.received', problem });
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
          faults.push({
            file,
            field: `${field}.${part}`,
            problem: `'${person[part]}' does not stand in the introduction`,
          });
        }
      }
    });
  });
}
