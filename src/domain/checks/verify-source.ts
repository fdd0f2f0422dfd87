/** Verifies that nothing is lost or altered: the published text is rebuilt from the content and compared. */
import type { Content } from '../create-content.ts';
import type { Issue } from '../issues.ts';
import type { AgendaItem, Meeting, Section } from '../model.ts';
import { parseSourceLines } from '../parse/source-lines.ts';
import { formatCodePoint } from './unsafe-content.ts';

/** Words of the published text, and the content file that they come from. */
interface SourceFragment {
  text: string;
  file: string;
}

/** A heading, a paragraph, or a line before or after the text: each starts a line of the published text. */
interface ExpectedLine {
  /** A number and what follows it, or one text. The white space between the parts is free. */
  parts: SourceFragment[];
  /** Whether it is a paragraph after another. */
  isNextParagraph: boolean;
}

/** The published text as the content has it, without blank lines. */
export function expectedSourceLines(meeting: Meeting): ExpectedLine[] {
  const own = `meetings/${meeting.id}/meeting.md`;
  const parts: (SourceFragment & { isNextParagraph?: boolean; free?: boolean })[] = [];
  const add = (text: string, file: string): void => void parts.push({ text, file });
  /** A number, with or without a title: what follows may be on the same line. */
  const addHeading = (label: string, title: string | undefined, file: string): void => {
    if (label !== '') add(label, file);
    if (title !== undefined) parts.push({ text: title, file, free: label !== '' });
  };
  const addParagraphs = (paragraphs: readonly { text: string }[], file: string): void => {
    for (const [index, { text }] of paragraphs.entries())
      parts.push({ text, file, isNextParagraph: index > 0 });
  };
  for (const line of meeting.before) add(line, own);
  addParagraphs(meeting.introduction, own);
  for (const section of meeting.sections) {
    addHeading(section.label, section.hasTitle ? section.title : undefined, own);
    let numbered = !section.hasTitle;
    for (const item of section.items) {
      const first = parts.length;
      if (item.label !== undefined) addHeading(item.label, item.hasTitle ? item.title : undefined, item.file);
      const bare = item.label === undefined ? numbered : !item.hasTitle;
      const text = parts.length;
      addParagraphs(item.paragraphs, item.file);
      const [number, paragraph] = [parts[first], parts[text]];
      if (numbered && number) number.free = true;
      if (bare && paragraph) paragraph.free = true;
      numbered = false;
    }
  }
  for (const line of meeting.after) add(line, own);

  const lines: ExpectedLine[] = [];
  for (const { text, file, isNextParagraph = false, free = false } of parts) {
    const last = lines.at(-1);
    if (free && last) last.parts.push({ text, file });
    else lines.push({ parts: [{ text, file }], isNextParagraph });
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
  return hasTitle ? `${label} ${title}`.trimStart() : label;
}

/**
 * The gap between a visible character and the one before it. In the source: nothing, white space, a line break that only
 * wraps, one that ends a paragraph, a blank line. In the content: nothing, white space, anything (after a number), the
 * start of a line, the start of a paragraph after another.
 */
type SourceGap = 'none' | 'space' | 'wrap' | 'line' | 'blank';
type ContentGap = 'none' | 'space' | 'free' | 'line' | 'paragraph';

/** The gaps that the source may have, for each gap of the content. */
const allowedGaps: Readonly<Record<ContentGap, readonly SourceGap[]>> = {
  none: ['none'],
  space: ['space', 'wrap'],
  free: ['none', 'space', 'wrap', 'line', 'blank'],
  line: ['wrap', 'line', 'blank'],
  paragraph: ['line', 'blank'],
};

/** Gaps that are not a character of a line. */
const gapNames: Readonly<Partial<Record<SourceGap | ContentGap, string>>> = {
  wrap: 'a line break',
  blank: 'a blank line',
  line: 'a new line',
  paragraph: 'a new paragraph',
};

/** An index in a text of a file. */
interface CharacterPlace {
  text: string;
  index: number;
  file: string;
  line?: number;
}

/** A visible character, and what is before it. */
interface VisibleCharacter<Gap> extends CharacterPlace {
  character: string;
  gap: Gap;
}

/** Checks that each meeting equals its source. */
export function checkSourceText({ meetings }: Pick<Content, 'meetings'>): Issue[] {
  return meetings.flatMap((meeting) => findSourceDifference(meeting) ?? []);
}

/**
 * Compares the content with `source.txt`, character by character. White space may differ in its length, and between a
 * number and what follows it; a paragraph may continue over line breaks that only wrap, and over no others.
 *
 * @returns the first difference, with its place in both
 */
export function findSourceDifference(meeting: Meeting): Issue | undefined {
  const file = `meetings/${meeting.id}/source.txt`;
  const sourceLines = parseSourceLines(meeting.sourceText);
  const expectedLines = expectedSourceLines(meeting);
  // Most texts have a line for each paragraph, and are the same line by line up to a difference.
  const firstDifference = expectedLines.findIndex(({ parts, isNextParagraph }, index) => {
    const line = sourceLines[index];
    return line?.text !== parts.map(({ text }) => text).join(' ') || (isNextParagraph && line.isContinuation);
  });
  if (firstDifference < 0 && expectedLines.length === sourceLines.length) return undefined;
  // The line before it shows what is between the two.
  const start = Math.max(0, (firstDifference < 0 ? expectedLines.length : firstDifference) - 1);
  const source = sourceLines
    .values()
    .drop(start)
    .flatMap(({ text, line, afterBlankLine, isContinuation }) =>
      visibleCharacters<SourceGap>(
        text,
        isContinuation ? 'wrap' : afterBlankLine ? 'blank' : 'line',
        file,
        line,
      ),
    );
  const content = expectedLines
    .values()
    .drop(start)
    .flatMap(({ parts, isNextParagraph }) =>
      parts.flatMap(({ text, file: own }, index) =>
        visibleCharacters<ContentGap>(text, index > 0 ? 'free' : isNextParagraph ? 'paragraph' : 'line', own),
      ),
    );
  let before: { theirs: VisibleCharacter<SourceGap>; ours: VisibleCharacter<ContentGap> } | undefined;
  for (;;) {
    const theirs = source.next().value;
    const ours = content.next().value;
    if (!theirs) {
      if (!ours) return undefined;
      const message = `has text that source.txt does not have: “${excerpt(ours.text, ours.index)}”`;
      return { code: 'source-differs', file: ours.file, message };
    }
    if (!ours) {
      const message = `is in no content file: “${excerpt(theirs.text.trimStart(), 0)}”`;
      return { code: 'source-differs', file, line: theirs.line ?? 1, message };
    }
    // A word that is broken after its hyphen is one word.
    const isHyphenated =
      ours.gap === 'none' && theirs.gap === 'wrap' && /[-‐–—/]/u.test(before?.ours.character ?? '');
    if (before && !isHyphenated && !allowedGaps[ours.gap].includes(theirs.gap)) {
      const contentGap = gapNames[ours.gap];
      return describeDifference(
        placeAfter(before.theirs),
        contentGap === undefined ? placeAfter(before.ours) : ours,
        gapNames[theirs.gap],
        contentGap,
      );
    }
    if (theirs.character !== ours.character) return describeDifference(theirs, ours);
    before = { theirs, ours };
  }
}

function visibleCharacters<Gap>(
  text: string,
  start: Gap,
  file: string,
  line?: number,
): VisibleCharacter<Gap | 'none' | 'space'>[] {
  return [...text.matchAll(/\S/gu)].map(({ 0: character, index }, position) => ({
    ...{ character, text, index, file },
    gap: position === 0 ? start : /\s/u.test(text[index - 1] ?? '') ? 'space' : 'none',
    ...(line === undefined ? {} : { line }),
  }));
}

/** The place after a character, where a gap differs. */
function placeAfter<Place extends CharacterPlace & { character: string }>(place: Place): Place {
  return { ...place, index: place.index + place.character.length };
}

function describeDifference(
  theirs: CharacterPlace,
  ours: CharacterPlace,
  sourceHas = describeCharacter(theirs),
  contentHas = describeCharacter(ours),
): Issue {
  const place = `${theirs.file}:${String(theirs.line)}, character ${String(theirs.index + 1)}`;
  const inSource = `${sourceHas} in “${excerpt(theirs.text, theirs.index)}”`;
  const inContent = `${contentHas} in “${excerpt(ours.text, ours.index)}”`;
  const message = `differs from ${place}: the source has ${inSource}, the content has ${inContent}`;
  return { code: 'source-differs', file: ours.file, message };
}

function excerpt(text: string, index: number): string {
  return text.slice(Math.max(0, index - 20), index + 30);
}

/** A character with its code point, because ’ and ' look alike in a terminal. */
function describeCharacter({ text, index }: CharacterPlace): string {
  const point = text.codePointAt(index);
  if (point === undefined) return 'the end of the line';
  const character = String.fromCodePoint(point);
  return `${character} (${formatCodePoint(character)})`;
}
