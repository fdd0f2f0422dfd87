/** The whole import of one document, without reading or writing a file. */
import type { ContentFile } from '../record/content-file.ts';
import { faultLine } from '../record/faults.ts';
import { meetingId, readRecord } from '../record/record.ts';
import { dayName, shortTitle } from '../record/wording.ts';
import { type Facts, type TextFile, contentFiles, slug } from './content.ts';
import { dateLine, datesIn, distance, doubtfulDate, openingDay } from './dates.ts';
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
  else if (date !== undefined) noteFirstDay(date, structure, input, warnings);
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

/** The first paragraph: of the introduction, or the one behind the first number where there is none. */
function openingOf({ introduction, sections: [first] }: Structure): string {
  return introduction[0] ?? (first?.title === undefined ? first?.items[0]?.paragraphs[0] : undefined) ?? '';
}

/** The line on which a text starts. */
function lineOf(text: string, { lines }: Input): number {
  const start = text.trim().slice(0, 40);
  return lines.find((line) => line.text.includes(start))?.line ?? 1;
}

/** The day of the meeting. It stands on a line of its own, else in another line before the text, else in its opening. */
function dateOf(
  structure: Structure,
  input: Input,
  problems: Problem[],
  warnings: Problem[],
): string | undefined {
  const { before } = structure;
  const opening = openingOf(structure);
  const labelled = before.flatMap((text) => {
    const fact = factOf(text);
    return fact?.name.startsWith('da') === true || fact?.name === 'when' ? datesIn(fact.value) : [];
  });
  // The day on which a page was changed is nobody's.
  const dated = before.filter(
    (text) => !/^\W*(?:last )?(?:updated|modified|reviewed|changed)\b/iu.test(text),
  );
  const own = dated.flatMap((text) => dateLine(text.trim()) ?? []);
  const elsewhere = dated.flatMap((text) => (kindOfLine(text) === 'caption' ? [] : datesIn(text)));
  const levels = [labelled.map(({ date }) => date), own, elsewhere.map(({ date }) => date)];
  const found = [...new Set(levels.find(({ length }) => length > 0) ?? [])];
  const [first, ...more] = found;
  const stated = datesIn(opening.slice(0, 200))[0]?.date;
  if (first === undefined) {
    if (stated !== undefined) return stated;
    const [doubt] = [...before, opening].flatMap((text) => {
      const words = doubtfulDate(text);
      return words === undefined ? [] : [{ text, words }];
    });
    const what = doubt
      ? `states “${doubt.words}” as its date, which is no day of the calendar or may be two`
      : 'states no date of the meeting';
    const problem = `${what}; name its folder: --id '2013-02-22-japan-us-foreign-ministers'`;
    problems.push({ line: doubt ? lineOf(doubt.text, input) : (input.lines[0]?.line ?? 1), problem });
    return undefined;
  }
  const day = found
    .map((date) => openingDay(opening, date))
    .find((date) => date !== undefined && found.includes(date));
  if (more.length > 0) {
    if (day !== undefined) return day;
    if (stated !== undefined && found.includes(stated)) return stated;
    if (stated === undefined || openingDay(opening, stated) !== stated) {
      const problem = `states several dates, ${found.map(dayName).join(' and ')}; say which is the meeting's by --id`;
      problems.push({ line: lineOf(before.find((text) => datesIn(text).length > 0) ?? '', input), problem });
      return undefined;
    }
  }
  const said = stated ?? openingDay(opening, first);
  if (said === undefined || said === first || distance(said, first) > 14) return first;
  const problem = `says that the meeting was on ${dayName(said)}; what stands above the text, ${found.map(dayName).join(' and ')}, was taken for the page's own`;
  warnings.push({ line: lineOf(opening, input), problem });
  return said;
}

/** Where the date is the first of several days. */
function noteFirstDay(date: string, structure: Structure, input: Input, warnings: Problem[]): void {
  const text = [...structure.before, openingOf(structure)].find((own) =>
    datesIn(own).some((found) => found.several && found.date === date),
  );
  if (text === undefined) return;
  const problem = `names several days; the first, ${dayName(date)}, was taken: choose another by --id`;
  warnings.push({ line: lineOf(text, input), problem });
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
  structure: Structure,
  { address, translations }: Input,
  title: string | undefined,
  date: string,
  received: string,
): Facts {
  const { before } = structure;
  const labelled = before.flatMap((text) => factOf(text) ?? []);
  const of = (...names: string[]): string => labelled.find(({ name }) => names.includes(name))?.value ?? '';
  const when = of('time', 'date and time', 'when');
  const times = `from ${when.slice(datesIn(when)[0]?.end ?? 0).replace(/^[\s,(]+/u, '')}`;
  const opening = openingOf(structure);
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
