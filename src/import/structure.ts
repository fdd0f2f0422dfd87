/** From the lines of a text to sections, items and paragraphs. No word is changed, and none is left out. */
import type { PublishedLine } from '../record/published-lines.ts';
import { dateLine } from './dates.ts';
import { kindOfLine } from './opening.ts';
import type { Problem } from './problem.ts';
import { endsSentence, isParagraph, isProse, isTitleCase } from './prose.ts';
import { countTextWords } from '../record/text.ts';

/** An item as it is written to a file. */
export interface DraftItem {
  /** Its number in the section: 0 for text before the first item; none for a whole section. */
  item?: number;
  title?: string;
  /** The printed number, where it is not `(1)` for item 1. */
  label?: string;
  paragraphs: string[];
}

/** A section as `meeting.md` names it, with its items. */
export interface DraftSection {
  number: number;
  title?: string;
  /** The printed number, where it is not `1.` for section 1. */
  label?: string;
  items: DraftItem[];
}

/** A document in its parts. */
export interface Structure {
  before: string[];
  introduction: string[];
  sections: DraftSection[];
  after: string[];
  /** What an editor should look at; lines are those of the text. */
  warnings: Problem[];
}

/** A paragraph, or a line that stands for itself. */
interface Unit {
  text: string;
  lines: PublishedLine[];
}

/** A number at the start of a unit that starts a section or an item. */
interface Mark {
  unit: number;
  level: 'section' | 'item';
  label: string;
  /** The number, or several where it is doubled. */
  numbers: number[];
  /** What stands behind the number. */
  rest: string;
}

const sectionNumber = /^(?<number>[0-9０-９]{1,2})[.．](?![0-9０-９])\s*/u;
const itemNumber = /^[(（](?<number>[0-9０-９]{1,2})[)）]\s*/u;
const decimalNumber = /^(?<section>[0-9０-９]{1,2})[.．](?<number>[0-9０-９]{1,2})[.．]?\s+(?=\D)/u;
const bareNumber = /^(?<number>[0-9０-９]{1,2})\s+(?=["“‘'(]?\p{Lu})/u;
const halfNumber = /^(?<number>[0-9０-９]{1,2})[)）]\s*/u;
/** A section's number with an item's behind it: "1. (1)". */
const mixedNumber = /^[0-9０-９]{1,2}[.．]\s*[(（]/u;
const monthOrUnit =
  /^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b|^(?:Ministers|Countries|Members|States|Parties)\b/u;

/** Reads the structure of a text. */
export function structureOf(lines: readonly PublishedLine[]): Structure {
  const units = unitsOf(lines);
  const warnings: Problem[] = [];
  const marks = marksOf(units, warnings);
  const last = marks.at(-1);
  const opening = units.slice(0, marks[0]?.unit ?? units.length);
  const firstProse = opening.findIndex(isOpeningProse);
  const textStart = firstProse < 0 ? opening.length : firstProse;
  const closing = closingStart(units, last ? last.unit + (last.rest === '' ? 2 : 1) : textStart + 1);
  for (const { lines: own } of units) noteHyphens(own, warnings);
  noteHeadings(
    units.slice(textStart, closing),
    marks
      .flatMap(({ unit, rest }) => (rest === '' ? [unit, unit + 1] : [unit]))
      .map((unit) => unit - textStart),
    warnings,
  );
  return {
    before: opening.slice(0, textStart).flatMap(({ lines: own }) => own.map(({ text }) => text)),
    introduction: units.slice(textStart, Math.min(opening.length, closing)).map(({ text }) => text),
    sections: sectionsOf(units.slice(0, closing), marks, warnings),
    after: units.slice(closing).flatMap(({ lines: own }) => own.map(({ text }) => text)),
    warnings,
  };
}

// ---- Paragraphs ----

function unitsOf(lines: readonly PublishedLine[]): Unit[] {
  const units: Unit[] = [];
  for (const line of lines) {
    const last = units.at(-1);
    if (last && line.goesOn && !standsAlone(last, line)) {
      last.lines.push(line);
      last.text = joined(last.text, line.text);
    } else units.push({ text: plain(line.text), lines: [line] });
  }
  return units;
}

/** White space as the record writes it. */
function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Two lines of a paragraph. A word that is broken behind its hyphen is one word; "medium- and long-term" are three. */
function joined(before: string, after: string): string {
  const next = plain(after);
  const broken = /[\p{L}\p{N}][-‐–—/]$/u.test(before) && !/^(?:and|or|to|nor)\b/u.test(next);
  return broken ? before + next : `${before} ${next}`;
}

/** Whether a line ends although the next would not have fitted on it: it is a title, a date, a caption. */
function standsAlone(unit: Unit, next: PublishedLine): boolean {
  const [first, ...more] = unit.lines;
  if (!first || more.length > 0) return false;
  const own = first.text.trim();
  const following = next.text.trim();
  if (dateLine(following) !== undefined || !['other', 'breadcrumb'].includes(kindOfLine(own))) return true;
  if (/[(（](?:Summary|Overview|Outline)[)）]$/iu.test(own)) return true;
  const rest = own.replace(/^(?:[0-9０-９]{1,2}[.．]|[(（][0-9０-９]{1,2}[)）])\s*/u, '');
  return (
    rest !== own &&
    !isParagraph(rest) &&
    isTitleCase(rest) &&
    /^["“‘']?\p{Lu}/u.test(following) &&
    isProse(following.split(/(?<=[.!?])\s/u)[0] ?? '') &&
    !/(?:,|\b(?:of|the|and|in|on|for|to|with|by|at))$/u.test(rest)
  );
}

function noteHyphens(lines: readonly PublishedLine[], warnings: Problem[]): void {
  for (const [index, { text, line }] of lines.entries()) {
    if (index + 1 === lines.length || !/[\p{L}\p{N}][-‐]$/u.test(text)) continue;
    const problem = 'ends with a hyphen; the word was joined with its hyphen: look whether it has one';
    warnings.push({ line, problem });
  }
}

/** Lines that stand over the text as headings do, and have no number: to an import they are paragraphs. */
function noteHeadings(units: readonly Unit[], numbered: readonly number[], warnings: Problem[]): void {
  for (const [index, { text, lines }] of units.entries()) {
    const next = units[index + 1];
    const heading =
      /^(?:\d{1,2}\s*[-–—:/]\s*)?["“‘']?\p{Lu}/u.test(text) &&
      countTextWords(text) <= 12 &&
      !isProse(text) &&
      !isParagraph(text) &&
      !/[.,:;!?…–—-]$/u.test(text) &&
      !isClosing(text);
    if (!heading || !next || !isProse(next.text) || numbered.includes(index) || numbered.includes(index + 1))
      continue;
    const problem = `“${text}” stands like a heading, without a number that an import knows; it was taken over as a paragraph`;
    warnings.push({ line: lines[0]?.line ?? 1, problem });
  }
}

// ---- Numbers ----

function digits(text: string): number {
  return Number(text.normalize('NFKC'));
}

/** The number at the start of a text that may start a section or an item, doubled ones included. */
function markOf(text: string): Omit<Mark, 'unit'> | undefined {
  const outer = sectionNumber.exec(text) ?? itemNumber.exec(text);
  if (!outer) {
    const decimal = decimalNumber.exec(text);
    if (!decimal) return undefined;
    const { section = '', number = '' } = decimal.groups ?? {};
    const numbers = [digits(section), digits(number)];
    return { level: 'item', label: decimal[0].trim(), numbers, rest: text.slice(decimal[0].length) };
  }
  const level = sectionNumber.test(text) ? 'section' : 'item';
  const rest = text.slice(outer[0].length);
  const number = digits(outer.groups?.number ?? '');
  const inner = itemNumber.exec(rest) ?? (level === 'section' ? sectionNumber.exec(rest) : null);
  if (!inner) return { level, label: outer[0].trim(), numbers: [number], rest };
  return {
    level: itemNumber.test(rest) ? 'item' : 'section',
    label: (outer[0] + inner[0]).trim(),
    numbers: [number, digits(inner.groups?.number ?? '')],
    rest: rest.slice(inner[0].length),
  };
}

/** The numbers that start sections and items, in order; those of lists within a text are none. */
function marksOf(units: readonly Unit[], warnings: Problem[]): Mark[] {
  const found = units.flatMap((unit, index): Mark[] => {
    const mark = markOf(unit.text);
    return mark ? [{ ...mark, unit: index }] : [];
  });
  const listed = listedMarks(found, units);
  const all = withOtherNumbers(
    found.filter((mark) => !listed.has(mark)),
    units,
  );
  const marks = withWords(
    all.filter((mark) => !isDecimal(mark) || numbersItem(mark, all)),
    units,
  );
  if (isInverted(marks)) {
    return marks.map((mark) => ({ ...mark, level: mark.level === 'item' ? 'section' : 'item' }));
  }
  const first = marks.findIndex(({ level, label }) => level === 'section' || mixedNumber.test(label));
  // Without sections "1.", items "(1)" are the sections. Before the first section they are words of the introduction.
  if (first < 0) return marks.map((mark) => ({ ...mark, level: 'section' as const }));
  return splitMarks(marks.slice(first), warnings, units);
}

/** Whether sections are numbered "(1)" and their items "1.": the former count on where the latter start again. */
function isInverted(marks: readonly Mark[]): boolean {
  const inner = marks.findIndex(({ level }) => level === 'section');
  const outer = marks.filter(({ level }) => level === 'item');
  const goesOn = marks.slice(Math.max(0, inner)).find(({ level }) => level === 'item');
  return (
    inner > 0 &&
    goesOn !== undefined &&
    marks.every(({ numbers }) => numbers.length === 1) &&
    outer.every(({ numbers: [number] }, index) => number === index + 1) &&
    marks.every(({ level, numbers: [number] }, index) => {
      const before = marks[index - 1];
      return level === 'item' || number === (before?.level === 'item' ? 1 : (before?.numbers[0] ?? 0) + 1);
    })
  );
}

/** Without numbers that stand alone, before another or at the end: they number nothing. */
function withWords(marks: readonly Mark[], units: readonly Unit[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks.toReversed()) {
    const [next] = kept;
    const followed = next?.unit !== mark.unit + 1 && mark.unit + 1 < units.length;
    const items = mark.level === 'section' && next?.unit === mark.unit + 1 && next.level === 'item';
    if (mark.rest !== '' || followed || items) kept.unshift(mark);
  }
  return kept;
}

/** Whether a number has its section's in front: `1.2`. */
function isDecimal({ label }: Pick<Mark, 'label'>): boolean {
  return /^[0-9０-９]+[.．][0-9０-９]/u.test(label);
}

/** Whether such a number is an item's, and no quantity: its section is the last one before it. */
function numbersItem({ unit, numbers: [own], rest }: Mark, marks: readonly Mark[]): boolean {
  const section = marks.findLast((mark) => mark.unit < unit && mark.level === 'section');
  return section?.numbers.at(-1) === own && !/^\p{Ll}/u.test(rest);
}

/** Marks that number the parts of a sentence: "(1) …; (2) …; and (3) …." on lines of their own. */
function listedMarks(marks: readonly Mark[], units: readonly Unit[]): Set<Mark> {
  const listed = new Set<Mark>();
  let previous: Mark | undefined;
  /** The last item of the section that is open. */
  let item: Mark | undefined;
  for (const [index, mark] of marks.entries()) {
    const { text } = units[mark.unit] ?? { text: '' };
    const before = units[mark.unit - 1]?.text ?? '';
    const follows =
      previous !== undefined &&
      listed.has(previous) &&
      previous.level === mark.level &&
      mark.numbers.at(-1) === (previous.numbers.at(-1) ?? 0) + 1 &&
      // Behind the list of item (1), "(2) Title" with a text below it goes on with the items.
      !(
        item?.level === mark.level &&
        mark.numbers.at(-1) === (item.numbers.at(-1) ?? 0) + 1 &&
        !isParagraph(mark.rest) &&
        marks[index + 1]?.unit !== mark.unit + 1 &&
        endsSentence(units[mark.unit + 1]?.text ?? '')
      );
    const restarts =
      item !== undefined && mark.level === 'item' && mark.numbers[0] === 1 && /[:：]$/u.test(before);
    const lower = /^\p{Ll}/u.test(mark.rest);
    const open = before !== '' && !/[.!?。][)\]"'”’）」]*$/u.test(before) && !markIs(marks, mark.unit - 1);
    const inSentence = /(?:[,;]|[,;]\s*(?:and|or))$/u.test(text);
    if (follows || restarts || inSentence || (lower && open && before !== '' && !looksLikeHeading(before)))
      listed.add(mark);
    else item = mark.level === 'item' ? mark : undefined;
    previous = mark;
  }
  return listed;
}

function markIs(marks: readonly Mark[], unit: number): boolean {
  return marks.some((mark) => mark.unit === unit && mark.rest !== '' && !isParagraph(mark.rest));
}

function looksLikeHeading(text: string): boolean {
  return !isProse(text) && !/[,;:]$/u.test(text);
}

/** Sections that are numbered "1 Title" or "1) Title", where the number is the next one. */
function withOtherNumbers(marks: readonly Mark[], units: readonly Unit[]): Mark[] {
  const taken = new Set(marks.map(({ unit }) => unit));
  const dotted = marks.filter(({ level }) => level === 'section');
  const all: Mark[] = [...marks];
  for (const pattern of [bareNumber, halfNumber]) {
    // "1)" numbers sections where nothing else does; else it is a list's.
    if (pattern === halfNumber && all.some(({ level }) => level === 'section')) break;
    if (pattern === halfNumber && marks.some((mark) => !isDecimal(mark))) break;
    const own: Mark[] = [];
    for (const [index, { text }] of units.entries()) {
      if (taken.has(index) || dateLine(text) !== undefined) continue;
      const match = pattern.exec(text);
      const rest = match ? text.slice(match[0].length) : '';
      if (!match || rest === '' || monthOrUnit.test(rest)) continue;
      const number = digits(match.groups?.number ?? '');
      const before = [...dotted, ...own].filter(({ unit }) => unit < index).sort((a, b) => a.unit - b.unit);
      const last = before.at(-1)?.numbers.at(-1) ?? 0;
      const usual = own.length > 0 && number > last && number < last + 4;
      if (number !== last + 1 && !usual) continue;
      if (dotted.length > 0 && isParagraph(rest)) continue;
      own.push({ unit: index, level: 'section', label: match[0].trim(), numbers: [number], rest });
    }
    const [only, ...more] = own;
    // A number alone may be the start of a sentence.
    if (only && more.length === 0 && dotted.length === 0 && isParagraph(only.rest)) continue;
    all.push(...own);
  }
  return all.sort((a, b) => a.unit - b.unit);
}

/** "2. (1) Title" may number a section that has no title and its first item, or be a doubled number. */
function splitMarks(marks: readonly Mark[], warnings: Problem[], units: readonly Unit[]): Mark[] {
  let last = 0;
  let open = false;
  return marks.flatMap((mark, index): Mark[] => {
    const [outer = 0, inner] = mark.numbers;
    const line = units[mark.unit]?.lines[0]?.line ?? 1;
    const mixed = inner !== undefined && mixedNumber.test(mark.label);
    if (mixed && outer === last + 1 && inner === 1) {
      const next = marks[index + 1];
      const goesOn = next?.level === 'item' && next.numbers.length === 1 && next.numbers[0] === 2;
      if (open || goesOn) {
        const cut = mark.label.search(/[(（]/u);
        const [label, own] = [mark.label.slice(0, cut).trim(), mark.label.slice(cut)];
        warnings.push({
          line,
          problem: `“${mark.label}” numbers a section without a title and its first item`,
        });
        last = outer;
        open = true;
        return [
          { ...mark, level: 'section', label, numbers: [outer], rest: '' },
          { ...mark, label: own, numbers: [inner] },
        ];
      }
    }
    const twice = mixed && outer === last + 1 && inner === outer;
    if (mark.level === 'section' || twice || (mixed && !open)) {
      last = mark.numbers.at(-1) ?? last;
      open = true;
      return [{ ...mark, level: 'section' }];
    }
    return [mark];
  });
}

// ---- Sections and items ----

function sectionsOf(units: readonly Unit[], marks: readonly Mark[], warnings: Problem[]): DraftSection[] {
  const sections: DraftSection[] = [];
  let section: DraftSection | undefined;
  for (const [index, mark] of marks.entries()) {
    const next = marks[index + 1];
    const end = next?.unit ?? units.length;
    const line = units[mark.unit]?.lines[0]?.line ?? 1;
    const texts = units.slice(mark.unit + 1, Math.max(mark.unit + 1, end)).map(({ text }) => text);
    const together = next?.unit === mark.unit;
    // A number alone on its line belongs to what follows.
    const rest = mark.rest === '' && !together ? (texts.shift() ?? '') : mark.rest;
    const follows = texts.length > 0 || (mark.level === 'section' && next?.level === 'item');
    const title = rest !== '' && follows && !isParagraph(rest) ? rest : undefined;
    const paragraphs = title === undefined && rest !== '' ? [rest, ...texts] : texts;
    if (mark.level === 'section' || !section) {
      const number = sections.length + 1;
      const usual = mark.label === `${String(number)}.` && title !== undefined;
      const whole: DraftItem[] = paragraphs.length > 0 ? [{ paragraphs }] : [];
      section = {
        number,
        ...(title !== undefined && { title }),
        ...(!usual && { label: mark.label }),
        items: whole,
      };
      sections.push(section);
      noteNumber(mark, number, 'section', line, warnings);
      if (title === undefined && !together && !isParagraph(rest)) {
        const problem = `“${mark.label} ${rest}” has no text below it, so its words are the text`;
        warnings.push({ line, problem });
      }
      continue;
    }
    const [text] = section.items;
    // Text between the section's heading and its first item.
    if (text && text.item === undefined) text.item = 0;
    const number = section.items.filter(({ item }) => item !== 0).length + 1;
    const usual = mark.label === `(${String(number)})` && title !== undefined;
    section.items.push({
      item: number,
      ...(title !== undefined && { title }),
      ...(!usual && { label: mark.label }),
      paragraphs,
    });
    noteNumber(mark, number, 'item', line, warnings);
    if (title === undefined && !isParagraph(rest)) {
      const problem = `“${mark.label} ${rest}” has no text below it, so its words are the text`;
      warnings.push({ line, problem });
    }
  }
  return sections;
}

function noteNumber(mark: Mark, number: number, what: string, line: number, warnings: Problem[]): void {
  const [first, ...more] = mark.numbers;
  const decimal = isDecimal(mark);
  const printed = decimal ? mark.numbers.at(-1) : first;
  if (printed === number && (more.length === 0 || decimal)) return;
  const problem = `is numbered “${mark.label}” and is ${what} ${String(number)} by its place; the printed number is kept, the address counts`;
  warnings.push({ line, problem });
}

// ---- Before and behind the text ----

/** Whether a unit before the first section is a paragraph of the introduction. */
function isOpeningProse({ text, lines: [first] }: Unit): boolean {
  const kind = kindOfLine(first?.text ?? '');
  if (['caption', 'note', 'date', 'language', 'kind of document'].includes(kind)) return false;
  if (/\b(?:provisional|unofficial|tentative) (?:English )?translation\b/iu.test(text) && text.length < 250)
    return false;
  return isProse(text);
}

const closingLine =
  /^(?:[[(（<*#–—-]*\s*(?:ends?|fin|end of (?:the )?(?:document|text|summary))\s*[\])）>*#–—-]*\.?$|(?:go )?back to\b|return to\b|[[(（<]?(?:related|relevant) (?:information|links?|articles?|documents?|pages?|topics?|materials?|sites?)\b|(?:page|go to|to|back to)?\s*(?:the )?top(?: of (?:the |this )?page)?$|copyright\b|©|[[(（]c[)）] ?\d{4}|all rights reserved|legal matters|privacy policy|site ?map|terms of use|about us$|contact us|inquiries\b|enquiries\b|for (?:further|more) information\b|this (?:web ?)?(?:page|site) |(?:last )?updated?\b|adobe|get adobe|print(?: this page)?$|share(?: this page)?$|(?:media|press) contacts?\b)/iu;
/** A line that only sets off what follows. */
const rule = /^(?:#{2,}|(?:[*＊]\s*){3,}|[-–—_=]{3,})$/u;
const translationNote =
  /\b(?:provisional|unofficial|tentative)\b.*\btranslation\b|\btranslation\b.*\b(?:provisional|unofficial|tentative)\b|\bfor reference purposes? only\b|\boriginal (?:text )?is in Japanese\b/iu;

/** How such a note starts; a sentence of the text may speak of a translation too. */
const noteStart =
  /^(?:[^\p{L}]*|note\W+)(?:this|these|the (?:above|original|following)|note|provisional|unofficial|tentative|an?|for reference)\b/iu;

function isClosing(text: string): boolean {
  return (
    (closingLine.test(text) && text.length < 120) ||
    (translationNote.test(text) && noteStart.test(text) && text.length < 300)
  );
}

/**
 * The first unit of the closing lines, from `from` on: a line that only closes documents, and what follows it; or short
 * lines at the very end that are set apart from the last sentence.
 */
function closingStart(units: readonly Unit[], from: number): number {
  const known = units.findIndex(
    ({ text }, index) =>
      index >= from &&
      (isClosing(text) ||
        (rule.test(text) && (units[index + 1] === undefined || isClosing(units[index + 1]?.text ?? '')))),
  );
  let start = known < 0 ? units.length : known;
  for (let index = start - 1; index >= from; index -= 1) {
    const unit = units[index];
    if (!unit || !isTrailing(unit)) break;
    if (unit.lines[0]?.apart === true && units.slice(from - 1, index).some(isText)) start = index;
  }
  return start;
}

function isText({ text }: Unit): boolean {
  return endsSentence(text);
}

/** A short line that is no sentence, as at the foot of a page. */
function isTrailing({ text }: Unit): boolean {
  return !endsSentence(text) && !deepMarker.test(text) && countTextWords(text) <= 8;
}

/** A sign or number of a list; an address may start with a number too. */
const deepMarker = /^(?:[-–—•‣◦●○■□*・※→]\s|[(（][^\s()（）]{1,4}[)）]|\p{L}{1,4}[.)]\s|\d{1,2}[.)]\s)/u;
