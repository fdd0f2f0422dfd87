/** Verifies that nothing is lost or altered: the published text is rebuilt from the content and compared. */
import type { Content } from '../create-content.ts';
import type { Issue } from '../issues.ts';
import type { Meeting } from '../model.ts';
import { parseSourceLines } from '../parse/source-lines.ts';
import { formatCodePoint } from '../unsafe-content.ts';

/** A heading, a number, a paragraph, or a line before or after the text. */
interface SourcePart {
  text: string;
  /** The content file that it comes from. */
  file: string;
  /** It starts on a new line; on a new line that does not only wrap; or anywhere, after a number. */
  start: 'line' | 'paragraph' | 'anywhere';
}

/** The published text as the content has it. */
export function expectedSourceParts(meeting: Meeting): SourcePart[] {
  const meetingFile = `meetings/${meeting.id}/meeting.md`;
  const parts: SourcePart[] = [];
  const add = (text: string, file: string, start: SourcePart['start'] = 'line'): void => {
    parts.push({ text, file, start });
  };
  /** A number, with or without a title: what follows may be on the same line. */
  const addHeading = (label: string, title: string | undefined, file: string): void => {
    if (label !== '') add(label, file);
    if (title !== undefined) add(title, file, label === '' ? 'line' : 'anywhere');
  };
  const addParagraphs = (paragraphs: readonly { text: string }[], file: string): void => {
    for (const [index, { text }] of paragraphs.entries()) add(text, file, index > 0 ? 'paragraph' : 'line');
  };
  for (const line of meeting.before) add(line, meetingFile);
  addParagraphs(meeting.introduction, meetingFile);
  for (const section of meeting.sections) {
    addHeading(section.label, section.hasTitle ? section.title : undefined, meetingFile);
    let numbered = !section.hasTitle;
    for (const item of section.items) {
      const first = parts.length;
      if (item.label !== undefined) addHeading(item.label, item.hasTitle ? item.title : undefined, item.file);
      const bare = item.label === undefined ? numbered : !item.hasTitle;
      const text = parts.length;
      addParagraphs(item.paragraphs, item.file);
      const [number, paragraph] = [parts[first], parts[text]];
      if (numbered && number) number.start = 'anywhere';
      if (bare && paragraph) paragraph.start = 'anywhere';
      numbered = false;
    }
  }
  for (const line of meeting.after) add(line, meetingFile);
  return parts;
}

/** What separates two words of the source: nothing, white space, a line break that only wraps, any other line break. */
type SourceGap = 'none' | 'space' | 'wrap' | 'line';

/** The gaps that the source may have before a part, between the words of a part, and after a hyphen in a word. */
const allowedGaps: Readonly<Record<SourcePart['start'] | 'space' | 'hyphen', readonly SourceGap[]>> = {
  line: ['wrap', 'line'],
  paragraph: ['line'],
  anywhere: ['none', 'space', 'wrap', 'line'],
  space: ['space', 'wrap'],
  hyphen: ['none', 'wrap'],
};

/** Gaps that are not a character of a line. */
const gapNames: Readonly<Record<string, string>> = {
  wrap: 'a line break',
  line: 'a new line',
  paragraph: 'a new paragraph',
};

const lineEnd = /\r\n|\r|\n/u;

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
  const source = meeting.sourceText.trimEnd();
  const sourceFile = `meetings/${meeting.id}/source.txt`;
  const continued = parseSourceLines(source).filter(({ isContinuation }) => isContinuation);
  const continuations = new Set(continued.map((sourceLine) => sourceLine.line));
  let offset = 0;
  let line = 1;
  const readGap = (): SourceGap => {
    const [space = ''] = /^\s*/u.exec(source.slice(offset)) ?? [];
    const breaks = space.split(lineEnd).length - 1;
    offset += space.length;
    line += breaks;
    if (breaks > 0) return continuations.has(line) ? 'wrap' : 'line';
    return space === '' ? 'none' : 'space';
  };

  for (const part of expectedSourceParts(meeting)) {
    for (const { word, index, gap } of wordsOf(part)) {
      const start = offset;
      const sourceGap = readGap();
      const describe = (at: number, inPart: number, sourceHas?: string, contentHas?: string): Issue =>
        describeDifference(meeting, source, at, part, inPart, sourceHas, contentHas);
      if (start > 0 && offset < source.length && !allowedGaps[gap].includes(sourceGap))
        return describe(start, gap === 'space' ? index - 1 : index, gapNames[sourceGap], gapNames[gap]);
      if (!source.startsWith(word, offset)) {
        let same = 0;
        while (word[same] === source[offset + same]) same += 1;
        return describe(offset + same, index + same);
      }
      offset += word.length;
    }
  }
  const rest = source.slice(offset).trimStart();
  if (rest === '') return undefined;
  readGap();
  const message = `is in no content file: “${rest.split(lineEnd)[0]?.slice(0, 30) ?? ''}”`;
  return { code: 'source-differs', file: sourceFile, line, message };
}

/** The words of a part, divided after each hyphen, because a line may be wrapped there. */
function* wordsOf({ text, start }: SourcePart) {
  let gap: keyof typeof allowedGaps = start;
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    let within = 0;
    for (const piece of word.split(/(?<=[-‐–—/])/u)) {
      yield { word: piece, index: index + within, gap };
      within += piece.length;
      gap = 'hyphen';
    }
    gap = 'space';
  }
}

/** Describes a place in the source, and the place in a part of the content that should be the same. */
function describeDifference(
  { id }: Meeting,
  source: string,
  at: number,
  { text, file }: SourcePart,
  index: number,
  sourceHas?: string,
  contentHas?: string,
): Issue {
  const code = 'source-differs';
  const inContent = `“${excerpt(text, index)}”`;
  if (at >= source.length)
    return { code, file, message: `has text that source.txt does not have: ${inContent}` };
  const before = source.slice(0, at).split(lineEnd);
  const column = before.at(-1)?.length ?? 0;
  const line = source.split(lineEnd)[before.length - 1] ?? '';
  const place = `meetings/${id}/source.txt:${String(before.length)}, character ${String(column + 1)}`;
  const sourceWords = `${sourceHas ?? describeCharacter(line, column)} in “${excerpt(line, column)}”`;
  const contentWords = `${contentHas ?? describeCharacter(text, index)} in ${inContent}`;
  const message = `differs from ${place}: the source has ${sourceWords}, the content has ${contentWords}`;
  return { code, file, message };
}

function excerpt(text: string, index: number): string {
  return text.slice(Math.max(0, index - 20), index + 30);
}

/** A character with its code point, because ’ and ' look alike in a terminal. */
function describeCharacter(text: string, index: number): string {
  const [character] = text.slice(index);
  return character === undefined ? 'the end of the line' : `${character} (${formatCodePoint(character)})`;
}
