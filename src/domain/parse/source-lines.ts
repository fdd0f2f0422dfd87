/**
 * The lines of a published text, and which line breaks are only wrapping. Some texts have a line for each paragraph;
 * others are wrapped at 72 signs or so, as in e-mail, and a paragraph goes on until a blank line.
 */

/** A line of a published text that is not blank. */
export interface SourceLine {
  /** The line without white space at its end. */
  text: string;
  /** Its number in the file, counted from 1. */
  line: number;
  /** Whether a blank line stands before it. */
  apart: boolean;
  /** Whether it goes on with the paragraph of the line before: the line break between them is only wrapping. */
  goesOn: boolean;
}

/** The longest line that can have been wrapped. */
const widest = 100;
/** The shortest that tells a width. A shorter line ended because its text did, unless its sentence clearly goes on. */
const narrowest = 40;

/** A number or sign at the start of a line that starts a section, an item or an entry of a list. */
const marker =
  /^(?:[0-9０-９]{1,2}(?:[.．)）]|\.\d{1,2}\.?\s(?!\p{Ll}))(?!\d)|[(（][^\s()（）]{1,4}[)）]|(?:\p{L}|[ivxIVX]{2,4})[.)]\s|[-–—−*+]\s|[•‣◦●○■□◆◇・･·⁃※→]\s*\S|[①-⓿])/u;

/** How a line ends whose sentence does not: with a comma, or a word that wants another behind it. */
const unfinished =
  /(?:,|[-–—/]|\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|as|that|which|who|whose|between|its|their|his|her|this|these|both|was|were|is|are|be|been|has|have|had|will|would|should|not|into|upon|over|under|through|toward|towards|including|Mr\.|Ms\.|Mrs\.|Dr\.|Minister|Secretary|President|Prime|Foreign))$/u;

/**
 * Cuts a published text into its lines, without the blank ones.
 *
 * @param published the text, with line ends of any kind
 */
export function parseSourceLines(published: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let apart = false;
  for (const [index, raw] of published.split(/\r\n|\r|\n/u).entries()) {
    const text = raw.trimEnd();
    if (text === '') {
      apart = true;
      continue;
    }
    lines.push({ text, line: index + 1, apart, goesOn: false });
    apart = false;
  }
  const width = wrapWidth(lines);
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before && !line.apart)
      line.goesOn = goesOn(before.text.trimStart(), line.text.trimStart(), before.text.length, width);
  }
  return lines;
}

/** Whether a text starts with a number or a sign of a list. */
export function startsWithListMarker(text: string): boolean {
  return marker.test(text.trimStart());
}

/** Whether a line ends in the middle of a sentence, so far as the line and the next one show. */
function midSentence(before: string, after: string): boolean {
  if (/[.:;!?。][)\]"'”’）」]*$/u.test(before) && !unfinished.test(before)) return false;
  return unfinished.test(before) || /^["'“‘(]?\p{Ll}/u.test(after);
}

/** The width at which a text is wrapped: the longest line that ends in the middle of a sentence; 0 where none does. */
function wrapWidth(lines: readonly SourceLine[]): number {
  const wrapped = lines.filter((line, index) => {
    const next = lines[index + 1];
    const { length } = line.text;
    return (
      next !== undefined &&
      !next.apart &&
      length >= narrowest &&
      length <= widest &&
      !startsWithListMarker(next.text) &&
      midSentence(line.text, next.text.trimStart())
    );
  });
  const width = Math.max(0, ...wrapped.map(({ text }) => text.length));
  // Where paragraphs stand on lines of their own, a line break in a sentence is an exception and tells no width.
  const longer = lines.filter(({ text }) => text.length > widest).length;
  return longer * 4 > lines.length ? 0 : width;
}

function goesOn(before: string, after: string, length: number, width: number): boolean {
  if (width === 0 || length > widest) return false;
  const [word = ''] = after.split(/\s/u, 1);
  const full = length >= narrowest && length + 1 + word.length > width;
  // A list in a sentence, "(1) …; and (2) …", may have a number where a new line starts, and so may "May 12. They …".
  if (startsWithListMarker(after)) {
    const open = listInSentence.test(before) || !/[.:;!?。][)\]"'”’）」]*$/u.test(before);
    const counted = open && /^\S+\s+\p{Ll}/u.test(after);
    return full && (counted || (monthEnd.test(before) && /^\d{1,2}[.)]\s/u.test(after)));
  }
  return full || (length >= narrowest / 2 && midSentence(before, after));
}

/** How a line ends that wants a day behind it. */
const monthEnd =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/** What stands before a number in the middle of a sentence. */
const listInSentence = /(?:[,;]|\b(?:and|or|to|of|on|that|the|by|for|in|with))$/u;
