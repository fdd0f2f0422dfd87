/**
 * The lines of a published text, and which line breaks are only wrapping. Some texts have a line for each paragraph;
 * others are wrapped at 72 characters or so, as in e-mail, and a paragraph continues until a blank line.
 */

/** A line of a published text that is not blank. */
export interface SourceLine {
  /** The line without white space at its end. */
  text: string;
  /** Its number in the file, counted from 1. */
  line: number;
  /** Whether a blank line is before it. */
  afterBlankLine: boolean;
  /** Whether it continues the paragraph of the line before: the line break between them only wraps. */
  isContinuation: boolean;
}

/** The longest line that can have been wrapped. */
const maxWrapWidth = 100;
/** The shortest: a shorter line ended because its text did, unless its sentence clearly continues. */
const minWrapWidth = 40;

/** A number or bullet at the start of a line that starts a section, an item or an entry of a list. */
const marker =
  /^(?:[0-9０-９]{1,2}(?:[.．)）]|\.\d{1,2}\.?\s(?!\p{Ll}))(?!\d)|[(（][^\s()（）]{1,4}[)）]|(?:\p{L}|[ivxIVX]{2,4})[.)]\s|[-–—−*+]\s|[•‣◦●○■□◆◇・･·⁃※→]\s*\S|[①-⓿])/u;

/** The end of a line in the middle of a sentence: with a comma, or a word that needs another after it. */
const unfinished =
  /(?:,|[-–—/]|\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|as|that|which|who|whose|between|its|their|his|her|this|these|both|was|were|is|are|be|been|has|have|had|will|would|should|not|into|upon|over|under|through|toward|towards|including|Mr\.|Ms\.|Mrs\.|Dr\.|Minister|Secretary|President|Prime|Foreign))$/u;

/**
 * Cuts a published text into its lines, without the blank ones.
 *
 * @param sourceText with line ends of any kind
 */
export function parseSourceLines(sourceText: string): SourceLine[] {
  const all = sourceText.split(/\r\n|\r|\n/u).map((line) => line.trimEnd());
  const lines = all.flatMap((text, index): SourceLine[] => {
    const afterBlankLine = all[index - 1] === '';
    return text === '' ? [] : [{ text, line: index + 1, afterBlankLine, isContinuation: false }];
  });
  const width = wrapWidth(lines);
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before && !line.afterBlankLine) line.isContinuation = isContinuation(before.text, line.text, width);
  }
  return lines;
}

/** Whether a text starts with a number or bullet of a list. */
export function startsWithListMarker(text: string): boolean {
  return marker.test(text.trimStart());
}

/** Whether a line ends in the middle of a sentence, as far as the line and the next one show. */
function endsMidSentence(before: string, after: string): boolean {
  if (/[.:;!?。][)\]"'”’）」]*$/u.test(before) && !unfinished.test(before)) return false;
  return unfinished.test(before) || /^["'“‘(]?\p{Ll}/u.test(after);
}

/** The width at which a text is wrapped: the longest line that ends in the middle of a sentence; 0 if none does. */
function wrapWidth(lines: readonly SourceLine[]): number {
  const wrapped = lines.filter((line, index) => {
    const next = lines[index + 1];
    const { length } = line.text;
    return (
      next !== undefined &&
      !next.afterBlankLine &&
      length >= minWrapWidth &&
      length <= maxWrapWidth &&
      !startsWithListMarker(next.text) &&
      endsMidSentence(line.text, next.text.trimStart())
    );
  });
  const width = Math.max(0, ...wrapped.map(({ text }) => text.length));
  // If paragraphs are on lines of their own, a line break in a sentence is an exception and gives no width.
  const longer = lines.filter(({ text }) => text.length > maxWrapWidth).length;
  return longer * 4 > lines.length ? 0 : width;
}

function isContinuation(before: string, line: string, width: number): boolean {
  const { length } = before;
  const after = line.trimStart();
  if (width === 0 || length > maxWrapWidth) return false;
  const [word = ''] = after.split(/\s/u, 1);
  const full = length >= minWrapWidth && length + 1 + word.length > width;
  // A list in a sentence, "(1) …; and (2) …", may have a number where a new line starts, and so may "May 12. They …".
  if (startsWithListMarker(after)) {
    const open = listInSentence.test(before) || !/[.:;!?。][)\]"'”’）」]*$/u.test(before);
    const counted = open && /^\S+\s+\p{Ll}/u.test(after);
    return full && (counted || (monthEnd.test(before) && /^\d{1,2}[.)]\s/u.test(after)));
  }
  return full || (length >= minWrapWidth / 2 && endsMidSentence(before, after));
}

/** How a line ends that needs a day after it. */
const monthEnd =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/** The end of a line after which a number continues the sentence. */
const listInSentence = /(?:[,;]|\b(?:and|or|to|of|on|that|the|by|for|in|with))$/u;
