/** The whole import of one document, without reading or writing a file. */
import type { ContentFile } from '../record/content-file.ts';
import { faultLine } from '../record/faults.ts';
import { meetingId, readRecord } from '../record/record.ts';
import { dayName, shortTitle } from '../record/wording.ts';
import { type Facts, type TextFile, contentFiles, slug } from './content.ts';
import { dateLine, datesIn, distance, openingDay } from './dates.ts';
import { durationIn, startIn } from './facts.ts';
import { type Document, type Input, readInput } from './input.ts';
import { factOf, issuerOf, kindOfLine, titleOf } from './opening.ts';
import type { Problem } from './problem.ts';
import { onlyEnglish, refusals } from './refusals.ts';
import { type Structure, structureOf } from './structure.ts';

/** What became of a document. */
export interface Import {
  /** The name of the meeting's folder, if it could be told. */
  id: string | undefined;
  /** The files of the folder; none where the document is refused. */
  files: TextFile[];
  /** Why it is refused, in the order of its lines. */
  problems: Problem[];
  /** What an editor should look at. */
  warnings: Problem[];
  /** What is to be filled in by hand, as the record says it. */
  open: { file: string; field: string; problem: string }[];
}

/**
 * Imports a document.
 *
 * @param today the day on which it is received: `2013-02-25`
 * @param id the name of the meeting's folder, where it is given by hand
 */
export function importSummary(document: Document, today: string, id?: string): Import {
  const input = readInput(document);
  const { lines, published, origin } = input;
  const refused = (problems: Problem[], own = id): Import => ({
    ...{ id: own, files: [], warnings: [], open: [] },
    problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  });
  const inFile = ({ line, problem }: Problem): Problem =>
    line === undefined ? { problem } : { line: origin(line), problem };
  if (published.trim() === '' && input.problems.length === 0)
    return refused([{ problem: 'is empty; it must hold the text of a summary' }]);
  const problems = [...input.problems, ...refusals(lines).map(inFile)];
  // In another language no date and no sentence would be found, so that is all there is to say.
  if (lines.length === 0 || problems.some(({ problem }) => problem.includes(onlyEnglish)))
    return refused(problems);

  const structure = structureOf(lines);
  if (structure.sections.length === 0 && structure.introduction.length === 0) {
    const line = lines.at(-1)?.line ?? 1;
    problems.push(
      inFile({
        line,
        problem: 'holds no text: no numbered section, and no sentence before the closing lines',
      }),
    );
  }
  const title = titleOf(structure.before, input.headings);
  const warnings: Problem[] = [];
  const given = id === undefined ? undefined : meetingId.exec(id)?.groups?.date;
  if (id !== undefined && given === undefined)
    return refused([
      ...problems,
      {
        problem: `can't be the meeting '${id}': an id is a date, sides and kind, such as '2013-02-22-japan-us-foreign-ministers'`,
      },
    ]);
  const date = given ?? dateOf(structure, input, problems, warnings);
  if (given !== undefined) noteOtherDate(given, structure, input, warnings);
  if (date === undefined || problems.length > 0) return refused(problems);

  const facts = factsOf(structure, input, title, date, today);
  const name = id ?? [date, slug(idWords(title ?? ''), 60) || 'meeting'].join('-');
  const files = contentFiles(structure, facts, published);
  const reading = readRecord(files.map((file) => contentFile(name, file)));
  const faults = reading.faults.map((fault): Problem => {
    const line = Number(/source\.txt:(\d+)/u.exec(faultLine(fault))?.[1]);
    const problem = `can't be taken over without loss: ${faultLine(fault)}`;
    return line > 0 ? inFile({ line, problem }) : { problem };
  });
  if (faults.length > 0) return refused(faults, name);
  const open = reading.warnings.filter(({ problem }) => problem.startsWith('is to be filled in'));
  const others = reading.warnings.filter((warning) => !open.includes(warning));
  return {
    id: name,
    files,
    problems: [],
    warnings: [
      ...input.warnings,
      ...[...warnings, ...structure.warnings].map(inFile),
      ...others.map((warning): Problem => ({ problem: faultLine(warning) })),
    ].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    open: open.map(({ file, field = '', problem }) => ({ file, field, problem })),
  };
}

/** A file as the record reads it. */
export function contentFile(id: string, { name, text }: TextFile): ContentFile {
  return { path: `meetings/${id}/${name}`, bytes: new TextEncoder().encode(text) };
}

/** The words of a title that tell who met: without the kind of document, and without "Meeting" at the end. */
function idWords(title: string): string {
  return shortTitle({ title })
    .replace(/^(?:summary|overview|outline) of (?:the )?/iu, '')
    .replace(/\s*[[(（][^()（）]*[\])）]$/u, '')
    .replace(/(?<=\S)\s+meetings?$/iu, '');
}

/** The day of the meeting. It stands on a line of its own, else in another line before the text, else in its opening. */
function dateOf(
  { before, introduction }: Structure,
  { lines }: Input,
  problems: Problem[],
  warnings: Problem[],
): string | undefined {
  const [opening = ''] = introduction;
  const lineOf = (text: string): number =>
    lines.find((line) => line.text.trim().startsWith(text.trim().slice(0, 40)))?.line ?? 1;
  const labelled = before.flatMap((text) => {
    const fact = factOf(text);
    return fact?.name.startsWith('da') === true || fact?.name === 'when' ? datesIn(fact.value) : [];
  });
  const own = before.flatMap((text) => dateLine(text.trim()) ?? []);
  const elsewhere = before.flatMap((text) => (kindOfLine(text) === 'caption' ? [] : datesIn(text)));
  const levels = [labelled.map(({ date }) => date), own, elsewhere.map(({ date }) => date)];
  const found = [...new Set(levels.find(({ length }) => length > 0) ?? [])];
  const [first, ...more] = found;
  const stated = datesIn(opening.slice(0, 200))[0]?.date;
  if (first === undefined) {
    if (stated !== undefined) return stated;
    const problem =
      "states no date of the meeting; name its folder: --id '2013-02-22-japan-us-foreign-ministers'";
    problems.push({ line: lines[0]?.line ?? 1, problem });
    return undefined;
  }
  const day = found
    .map((date) => openingDay(opening, date))
    .find((date) => date !== undefined && found.includes(date));
  if (more.length > 0) {
    if (day !== undefined) return day;
    if (stated !== undefined && found.includes(stated)) return stated;
    const problem = `states several dates, ${found.map(dayName).join(' and ')}; say which is the meeting's by --id`;
    problems.push({ line: lineOf(before.find((text) => datesIn(text).length > 0) ?? ''), problem });
    return undefined;
  }
  const said = stated ?? openingDay(opening, first);
  if (said === undefined || said === first || distance(said, first) > 14) return first;
  const problem = `says that the meeting was on ${dayName(said)}; the date above the text, ${dayName(first)}, was taken for that of the page`;
  warnings.push({ line: lineOf(opening), problem });
  return said;
}

/** Where an id that was given has another date than the document. */
function noteOtherDate(given: string, structure: Structure, input: Input, warnings: Problem[]): void {
  const own = dateOf(structure, input, [], []);
  if (own === undefined || own === given) return;
  const problem = `states ${dayName(own)} as its date; the id's date, ${dayName(given)}, was taken`;
  warnings.push({ line: input.lines[0]?.line ?? 1, problem });
}

/** What the document states plainly; all else is left to an editor. */
function factsOf(
  { before, introduction }: Structure,
  { address, translations }: Input,
  title: string | undefined,
  date: string,
  received: string,
): Facts {
  const labelled = before.flatMap((text) => factOf(text) ?? []);
  const of = (...names: string[]): string => labelled.find(({ name }) => names.includes(name))?.value ?? '';
  const times = `from ${of('time', 'date and time', 'when')}`;
  const [opening = ''] = introduction;
  const publisher = before.flatMap((text) =>
    kindOfLine(text) === 'issuer' ? (issuerOf(text) ?? []) : [],
  )[0];
  return {
    title,
    date,
    start: startIn(opening) ?? startIn(times),
    duration: durationIn(opening) ?? durationIn(`for ${of('duration')}`),
    place: of('place', 'venue', 'location', 'where') || undefined,
    publisher,
    address,
    translations,
    // A text is not received before its meeting; an id may name a day to come.
    received: received < date ? date : received,
  };
}
