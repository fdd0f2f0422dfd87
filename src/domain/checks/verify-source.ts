/** The proof that nothing is lost or altered: the published text is rebuilt from the content and compared. */
import type { Content } from '../create-content.ts';
import type { Issue } from '../issues.ts';
import type { AgendaItem, Meeting, Section } from '../model.ts';
import { type SourceLine, parseSourceLines } from '../parse/source-lines.ts';
import { formatCodePoint } from './unsafe-content.ts';

/** Words of the published text, and the content file that they come from. */
export interface SourceFragment {
  text: string;
  file: string;
}

/** What stands on lines of its own in the published text: a heading, a paragraph, a line before or after the text. */
export interface ExpectedLine {
  /** A number and what it stands before, or one text. The white space between the parts is free. */
  parts: SourceFragment[];
  /** Whether it is a paragraph that follows another. */
  paragraph: boolean;
}

/** The published text as the content tells it, blank lines left out. */
export function expectedSourceLines(meeting: Meeting): ExpectedLine[] {
  const own = `meetings/${meeting.id}/meeting.md`;
  const parts: (SourceFragment & { paragraph?: boolean; free?: boolean })[] = [];
  const put = (text: string, file: string): void => void parts.push({ text, file });
  /** A number, with or without a title: what comes behind it may stand on its line. */
  const head = (label: string, title: string | undefined, file: string): void => {
    if (label !== '') put(label, file);
    if (title !== undefined) parts.push({ text: title, file, free: label !== '' });
  };
  const texts = (paragraphs: readonly { text: string }[], file: string): void => {
    for (const [index, { text }] of paragraphs.entries()) parts.push({ text, file, paragraph: index > 0 });
  };
  for (const line of meeting.before) put(line, own);
  texts(meeting.introduction, own);
  for (const section of meeting.sections) {
    head(section.label, section.hasTitle ? section.title : undefined, own);
    let numbered = !section.hasTitle;
    for (const item of section.items) {
      const first = parts.length;
      if (item.label !== undefined) head(item.label, item.hasTitle ? item.title : undefined, item.file);
      const bare = item.label === undefined ? numbered : !item.hasTitle;
      const text = parts.length;
      texts(item.paragraphs, item.file);
      const [number, paragraph] = [parts[first], parts[text]];
      if (numbered && number) number.free = true;
      if (bare && paragraph) paragraph.free = true;
      numbered = false;
    }
  }
  for (const line of meeting.after) put(line, own);

  const lines: ExpectedLine[] = [];
  for (const { text, file, paragraph = false, free = false } of parts) {
    const last = lines.at(-1);
    if (free && last) last.parts.push({ text, file });
    else lines.push({ parts: [{ text, file }], paragraph });
  }
  return lines;
}

/** A section's heading as printed: `1. Japan-U.S. Relations`, or its printed number alone. */
export function sectionHeading({
  label,
  title,
  hasTitle,
}: Pick<Section, 'label' | 'title' | 'hasTitle'>): string {
  return hasTitle ? `${label} ${title}`.trimStart() : label;
}

/** An item's heading as printed: `(2) Security`, or its printed number alone. */
export function itemHeading({
  label = '',
  title,
  hasTitle,
}: Pick<AgendaItem, 'label' | 'title' | 'hasTitle'>): string {
  return hasTitle ? `${label} ${title}` : label;
}

/**
 * What stands between a character that can be seen and the one before it. In the source: nothing, white space, a line
 * break that is only wrapping, one that ends a paragraph, a blank line. In the content: nothing, white space, what is
 * free, the start of a line, the start of a paragraph behind another.
 */
type SourceGap = 'none' | 'space' | 'wrap' | 'line' | 'blank';
type ContentGap = 'none' | 'space' | 'free' | 'line' | 'paragraph';

/** What the source may have where the content has something. */
const allowed: Readonly<Record<ContentGap, readonly SourceGap[]>> = {
  none: ['none'],
  space: ['space', 'wrap'],
  free: ['none', 'space', 'wrap', 'line', 'blank'],
  line: ['wrap', 'line', 'blank'],
  paragraph: ['line', 'blank'],
};

/** A character that can be seen, what is before it, and where it is: its text and its place in it. */
interface Sign<Gap, Place> {
  sign: string;
  gap: Gap;
  text: string;
  at: number;
  place: Place;
}

/** Checks that each meeting equals its source. */
export function checkSourceText({ meetings }: Pick<Content, 'meetings'>): Issue[] {
  return meetings.flatMap((meeting) => findSourceDifference(meeting) ?? []);
}

/**
 * Compares the content with `source.txt`, character by character. White space may differ in its length, and between a
 * number and what follows it; a paragraph may go on over line breaks that are only wrapping, and over no others.
 *
 * @returns the first difference as a fault that names both places, or undefined where there is none
 */
export function findSourceDifference(meeting: Meeting): Issue | undefined {
  const source = parseSourceLines(meeting.sourceText);
  const printed = expectedSourceLines(meeting);
  // Most texts have a line for each paragraph, and both are the same line by line up to where they differ.
  const same = ({ parts, paragraph }: ExpectedLine, index: number): boolean => {
    const line = source[index];
    return line?.text === parts.map(({ text }) => text).join(' ') && !(paragraph && line.goesOn);
  };
  const found = printed.findIndex((line, index) => !same(line, index));
  if (found < 0 && printed.length === source.length) return undefined;
  // The line before tells what stands between it and the one that differs.
  const start = Math.max(0, (found < 0 ? printed.length : found) - 1);

  const theirs = sourceSigns(source.slice(start));
  const ours = contentSigns(printed.slice(start));
  let ownBefore: Sign<ContentGap, SourceFragment> | undefined;
  let theirBefore: Sign<SourceGap, SourceLine> | undefined;
  for (;;) {
    const own = ours.next().value;
    const their = theirs.next().value;
    const name = `meetings/${meeting.id}/source.txt`;
    if (own === undefined && their === undefined) return undefined;
    if (own === undefined || their === undefined) {
      return their
        ? {
            code: 'source-differs',
            file: name,
            line: their.place.line,
            message: `is in no content file: “${excerpt(their.text.trimStart(), 0)}”`,
          }
        : {
            code: 'source-differs',
            file: own?.place.file ?? name,
            message: `has text that source.txt does not have: “${excerpt(own?.text ?? '', own?.at ?? 0)}”`,
          };
    }
    // A word that is broken behind its hyphen is one word.
    const hyphen = own.gap === 'none' && their.gap === 'wrap' && /[-‐–—/]/u.test(ownBefore?.sign ?? '');
    const gaps = hyphen || allowed[own.gap].includes(their.gap) || ownBefore === undefined;
    if (!gaps || own.sign !== their.sign)
      return differenceFault(name, own, their, gaps, ownBefore, theirBefore);
    ownBefore = own;
    theirBefore = their;
  }
}

function* sourceSigns(
  lines: readonly SourceLine[],
): Generator<Sign<SourceGap, SourceLine>, undefined, undefined> {
  for (const line of lines) {
    const start = line.goesOn ? 'wrap' : line.apart ? 'blank' : 'line';
    yield* signsOf<SourceGap, SourceLine>(line.text, start, line);
  }
}

function* contentSigns(
  lines: readonly ExpectedLine[],
): Generator<Sign<ContentGap, SourceFragment>, undefined, undefined> {
  for (const { parts, paragraph } of lines) {
    for (const [index, part] of parts.entries()) {
      const start = index > 0 ? 'free' : paragraph ? 'paragraph' : 'line';
      yield* signsOf<ContentGap, SourceFragment>(part.text, start, part);
    }
  }
}

/** The characters of a text that can be seen. */
function* signsOf<Gap, Place>(
  text: string,
  start: Gap,
  place: Place,
): Generator<Sign<Gap | 'none' | 'space', Place>> {
  let first = true;
  for (const { 0: sign, index: at } of text.matchAll(/\S/gu)) {
    const inside = /\s/u.test(text[at - 1] ?? '') ? 'space' : 'none';
    yield { sign, gap: first ? start : inside, text, at, place };
    first = false;
  }
}

function differenceFault(
  name: string,
  own: Sign<ContentGap, SourceFragment>,
  their: Sign<SourceGap, SourceLine>,
  gaps: boolean,
  ownBefore: Sign<ContentGap, SourceFragment> | undefined,
  theirBefore: Sign<SourceGap, SourceLine> | undefined,
): Issue {
  // Where white space or a line break is what differs, the place is the end of the character before it.
  const breaks = { wrap: 'a line break', line: 'the end of a line', blank: 'a blank line' };
  const inTheirs = gaps || their.gap === 'none';
  const there = inTheirs || !theirBefore ? their : theirBefore;
  const at = inTheirs || !theirBefore ? their.at : theirBefore.at + theirBefore.sign.length;
  const theirSign =
    inTheirs || their.gap === 'space' ? signName(there.text, at) : breaks[their.gap as keyof typeof breaks];
  const inOurs = gaps || own.gap === 'none';
  const here = inOurs || !ownBefore || own.gap === 'line' || own.gap === 'paragraph' ? own : ownBefore;
  const ownAt = here === own ? own.at : own.at - 1;
  const ownSign = inOurs
    ? signName(own.text, own.at)
    : own.gap === 'space'
      ? signName(own.text, own.at - 1)
      : own.gap === 'paragraph'
        ? 'a new paragraph'
        : 'a new line';
  const place = `${name}:${String(there.place.line)}, character ${String(at + 1)}`;
  const message = `differs from ${place}: the source has ${theirSign} in “${excerpt(there.text, at)}”, the content has ${ownSign} in “${excerpt(own.text, Math.max(0, ownAt))}”`;
  return { code: 'source-differs', file: own.place.file, message };
}

function excerpt(text: string, at: number): string {
  return text.slice(Math.max(0, at - 20), at + 30);
}

/** A character with its code point, because ’ and ' look alike in a terminal. */
function signName(text: string, at: number): string {
  const point = text.codePointAt(at);
  if (point === undefined) return 'the end of the line';
  const character = String.fromCodePoint(point);
  return `${character} (${formatCodePoint(character)})`;
}
