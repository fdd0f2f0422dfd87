/** The import of one document, without reading or writing a file. */
import { loadContent } from '../domain/load-content.ts';
import { formatDate, shortTitle } from '../domain/format.ts';
import { type Issue, formatIssue, isError } from '../domain/issues.ts';
import type { ContentFile } from '../domain/parse/decode-text.ts';
import { meetingIdPattern } from '../domain/parse/parse-content.ts';
import { findTitle, parseLabelledFact } from './classify-lines.ts';
import { findMeetingDate } from './find-meeting-date.ts';
import { type ImportIssue, createIssue, findErrors, findWarnings } from './issues.ts';
import { findDates } from './parse-dates.ts';
import { type Structure, parseStructure } from './parse-structure.ts';
import { findTimes, parseDuration, parseStartTime } from './parse-time.ts';
import { type InputFile, readInput } from './read-input.ts';
import { findUnsupported } from './unsupported-input.ts';
import { type TextFile, renderContentFiles, slugify } from './write-content.ts';

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
  missingFields: Issue[];
}

/**
 * Imports a document.
 *
 * @param today the day on which it is received: `2013-02-25`
 * @param id the name of the meeting's folder, where it is given by hand
 */
export function importSummary(file: InputFile, today: string, id?: string): ImportResult {
  const issues: ImportIssue[] = [];
  const refuse = (): ImportResult => {
    return { id, files: [], errors: findErrors(issues), warnings: [], missingFields: [] };
  };
  const givenDate = meetingIdPattern.exec(id ?? '')?.groups?.date;
  if (id !== undefined && givenDate === undefined) {
    issues.push(createIssue('import/invalid-id', undefined, id));
    return refuse();
  }
  const { sourceText, lines, metadata } = readInput(file, issues);
  issues.push(...findUnsupported(lines));
  if (lines.length === 0 && findErrors(issues).length === 0)
    issues.push(createIssue('import/empty', undefined));
  if (lines.length === 0 || issues.some(({ code }) => code === 'import/not-english')) return refuse();

  const structure = parseStructure(lines, issues);
  if (structure.sections.length === 0 && structure.introduction.length === 0)
    issues.push(createIssue('import/no-text', lines.at(-1)?.line));
  const title = findTitle(structure.before, metadata.titles);
  const words = slugify(titleWords(title ?? ''), 60) || 'meeting';
  const opening = openingParagraph(structure);
  const dateIssues: ImportIssue[] = [];
  const stated = findMeetingDate(structure, opening, lines, words, metadata.published, dateIssues);
  const date = givenDate ?? stated;
  if (givenDate === undefined) issues.push(...dateIssues);
  else if (stated !== undefined && stated !== givenDate)
    issues.push(createIssue('import/other-date', 1, formatDate(stated), formatDate(givenDate)));
  if (date === undefined || findErrors(issues).length > 0) return refuse();

  const name = id ?? `${date}-${words}`;
  // A text is not received before its meeting; an id may name a day to come.
  const received = today < date ? date : today;
  const facts = { title, date, received, ...metadata, ...readFacts(structure, opening, metadata.publisher) };
  const files = renderContentFiles(structure, facts, sourceText);
  const { issues: found } = loadContent(files.map((textFile) => toContentFile(name, textFile)));
  for (const message of found.filter(isError).map(formatIssue)) {
    // A difference names its line of source.txt.
    const text = sourceText.split('\n')[Number(/source\.txt:(\d+)/u.exec(message)?.[1]) - 1]?.trimEnd();
    issues.push(createIssue('import/lossy', lines.find((line) => line.text === text)?.line, message));
  }
  if (findErrors(issues).length > 0) return refuse();
  const missing = found.filter(({ code }) => code === 'missing-recommended-field');
  if (facts.start === undefined && findTimes([opening, ...structure.introduction].join(' ')).length > 0) {
    const message = 'is stated without a zone that can be no other';
    missing.push({ code: 'missing-recommended-field', file: 'meeting.md', field: 'start', message });
  }
  return { id: name, files, errors: [], warnings: findWarnings(issues), missingFields: missing };
}

/** A file as the content folder has it. */
export function toContentFile(id: string, { name, text }: TextFile): ContentFile {
  return { path: `meetings/${id}/${name}`, bytes: new TextEncoder().encode(text) };
}

/** The words of a title that say who met: without the day, the kind of document and "Meeting" at the end. */
function titleWords(title: string): string {
  const day = findDates(title).find(({ end }) => end >= title.length - 1);
  const undated = title.slice(0, day?.start).replace(/[\s,(–-]+(?:on|held)?[\s,(]*$/u, '');
  return shortTitle({ title: undated })
    .replace(/^(?:summary|overview|outline|readout) of (?:the )?/iu, '')
    .replace(/\s*[[(（][^()（）]*[\])）]$|\s*[:–—-]\s*(?:summary|readout|overview|outline|outcomes?)$/iu, '')
    .replace(/(?<=\S)\s+meetings?$/iu, '');
}

/** The first paragraph: of the introduction, or the one after the first number where there is none. */
function openingParagraph({ introduction, sections, items }: Structure): string {
  return introduction[0] ?? (sections[0]?.title === undefined ? items[0]?.paragraphs[0] : undefined) ?? '';
}

/** What the document states plainly; everything else is left to an editor. */
function readFacts({ before }: Structure, opening: string, publisher: string | undefined) {
  const facts = new Map(before.flatMap(parseLabelledFact));
  const fact = (...names: string[]): string | undefined =>
    names.map((name) => facts.get(name)).find((value) => value !== undefined);
  const when = fact('time', 'date and time', 'when') ?? '';
  const time = when.slice(findDates(when)[0]?.end ?? 0).replace(/^[\s,(]+/u, '');
  return {
    start: parseStartTime(opening) ?? parseStartTime(`from ${time}`),
    duration: parseDuration(opening) ?? parseDuration(`for ${fact('duration') ?? ''}`),
    place: fact('place', 'venue', 'location', 'where'),
    publisher: publisher ?? fact('issued by', 'published by'),
  };
}
