/** The import of one document, without reading or writing a file. */
import { meetingIdPattern, parseRecord } from '../domain/load-content.ts';
import { formatDate, shortTitle } from '../domain/format.ts';
import { formatIssue } from '../domain/issues.ts';
import type { ContentFile } from '../domain/parse/front-matter.ts';
import { findTitle, parseLabelledFact } from './classify-lines.ts';
import { type ImportIssue, createIssue, rankWarnings } from './import-issues.ts';
import { findMeetingDate } from './find-meeting-date.ts';
import { findDates } from './parse-dates.ts';
import { type Structure, parseStructure } from './parse-structure.ts';
import { parseDuration, parseStartTime } from './parse-time.ts';
import { type InputFile, type ParsedInput, readInput } from './read-input.ts';
import { findUnsupported } from './unsupported-input.ts';
import { type MeetingFacts, type TextFile, renderContentFiles, slugify } from './write-content.ts';

/** What became of a document. */
export interface ImportResult {
  /** The name of the meeting's folder, if it is known. */
  id: string | undefined;
  /** The files of the folder; none where the document is refused. */
  files: TextFile[];
  /** Why it is refused, in the order of its lines. */
  errors: ImportIssue[];
  /** What an editor should look at, the most important first. */
  warnings: ImportIssue[];
  /** Recommended fields that the document does not state. */
  missingFields: { file: string; field: string; message: string }[];
}

/**
 * Imports a document.
 *
 * @param today the day on which it is received: `2013-02-25`
 * @param id the name of the meeting's folder, where it is given by hand
 */
export function importSummary(file: InputFile, today: string, id?: string): ImportResult {
  const input = readInput(file);
  const refuse = (errors: ImportIssue[], own = id): ImportResult => ({
    ...{ id: own, files: [], warnings: [], missingFields: [] },
    errors: errors.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  });
  const given = id === undefined ? undefined : meetingIdPattern.exec(id)?.groups?.date;
  if (id !== undefined && given === undefined)
    return refuse([createIssue('import/invalid-id', undefined, id)]);
  if (input.sourceText.trim() === '' && input.errors.length === 0)
    return refuse([createIssue('import/empty', undefined)]);
  const unsupported = findUnsupported(input.lines);
  const errors = [...input.errors, ...unsupported];
  if (input.lines.length === 0 || unsupported.some(({ code }) => code === 'import/not-english'))
    return refuse(errors);

  const structure = parseStructure(input.lines);
  if (structure.sections.length === 0 && structure.introduction.length === 0)
    errors.push(createIssue('import/no-text', input.lines.at(-1)?.line));
  const title = findTitle(structure.before, input.titles);
  const words = slugify(titleWords(title ?? ''), 60) || 'meeting';
  const opening = openingParagraph(structure);
  const dated = findMeetingDate(structure, opening, input.lines, words, input.published);
  const date = given ?? dated.date;
  if (date === undefined) errors.push(...dated.issues);
  if (date === undefined || errors.length > 0) return refuse(errors);
  const dateWarnings = given === undefined ? dated.issues : [];
  if (given !== undefined && dated.date !== undefined && dated.date !== given)
    dateWarnings.push(createIssue('import/other-date', 1, formatDate(dated.date), formatDate(given)));

  const name = id ?? `${date}-${words}`;
  const files = renderContentFiles(
    structure,
    readFacts(structure, input, title, date, today),
    input.sourceText,
  );
  const { issues, warnings } = parseRecord(files.map((own) => toContentFile(name, own)));
  const lossy = issues.map((issue) => {
    const [, line] = /source\.txt:(\d+)/u.exec(formatIssue(issue)) ?? [];
    const documentLine = line === undefined ? undefined : input.documentLine(Number(line));
    return createIssue('import/lossy', documentLine, formatIssue(issue));
  });
  if (lossy.length > 0) return refuse(lossy, name);
  const missing = warnings.filter(({ message }) => message.startsWith('is to be filled in'));
  const others = warnings.filter((warning) => !missing.includes(warning));
  return {
    ...{ id: name, files, errors: [] },
    warnings: rankWarnings([
      ...input.warnings,
      ...dateWarnings,
      ...structure.warnings,
      ...others.map((warning) => createIssue('import/content-warning', undefined, formatIssue(warning))),
    ]),
    missingFields: missing.map(({ file: path, field = '', message }) => ({ file: path, field, message })),
  };
}

/** A file as the content folder has it. */
export function toContentFile(id: string, { name, text }: TextFile): ContentFile {
  return { path: `meetings/${id}/${name}`, bytes: new TextEncoder().encode(text) };
}

/** The words of a title that say who met: without the kind of document and "Meeting" at the end. */
function titleWords(title: string): string {
  const [day] = findDates(title).filter(({ end }) => end >= title.length - 1);
  return shortTitle({
    title: (day ? title.slice(0, day.start) : title).replace(/[\s,(–-]+(?:on|held)?[\s,(]*$/u, ''),
  })
    .replace(/^(?:summary|overview|outline|readout) of (?:the )?/iu, '')
    .replace(/\s*[[(（][^()（）]*[\])）]$/u, '')
    .replace(/(?<=\S)\s+meetings?$/iu, '');
}

/** The first paragraph: of the introduction, or the one after the first number where there is none. */
function openingParagraph({ introduction, sections: [first] }: Structure): string {
  return introduction[0] ?? (first?.title === undefined ? first?.items[0]?.paragraphs[0] : undefined) ?? '';
}

/** What the document states plainly; everything else is left to an editor. */
function readFacts(
  structure: Structure,
  { url, translations, publisher }: ParsedInput,
  title: string | undefined,
  date: string,
  received: string,
): MeetingFacts {
  const labelled = structure.before.flatMap((text) => parseLabelledFact(text) ?? []);
  const fact = (...names: string[]): string => labelled.find(({ name }) => names.includes(name))?.value ?? '';
  const when = fact('time', 'date and time', 'when');
  const times = `from ${when.slice(findDates(when)[0]?.end ?? 0).replace(/^[\s,(]+/u, '')}`;
  const opening = openingParagraph(structure);
  return {
    ...{ title, date, url, translations },
    start: parseStartTime(opening) ?? parseStartTime(times),
    duration: parseDuration(opening) ?? parseDuration(`for ${fact('duration')}`),
    place: fact('place', 'venue', 'location', 'where') || undefined,
    publisher: publisher ?? (fact('issued by', 'published by') || undefined),
    // A text is not received before its meeting; an id may name a day to come.
    received: received < date ? date : received,
  };
}
