/** What no content file may hold, because a reader cannot see it or a browser could run it. */
import { htmlTagNames } from 'html-tag-names';

/** Signs that change the order in which text is shown: it would read otherwise than it is stored (UAX #9). */
const bidi = /^[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/**
 * Signs that show nothing: what Unicode lets every program pass over (`Default_Ignorable_Code_Point`), annotations,
 * the blank Braille cell, line ends that no editor shows, control characters other than tab and line ends, and halves
 * of characters.
 */
const hidden =
  /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\u2800\u2028\u2029\p{Surrogate}]|(?![\t\n\r])\p{Cc}/u;

/** What a browser reads as a tag, a comment or a declaration: `<b`, `</b`, `<my-tag`, `<!`, `<?`. */
const tag = /<(?:[!?]|\/?([a-z][^\s/>]*))/giu;
const tagNames = new Set(htmlTagNames);

/** Addresses that run or hold a program, with the blanks that browsers pass over in them. */
const programAddress = /\b(?:j\s?a\s?v\s?a|v\s?b)\s?s\s?c\s?r\s?i\s?p\s?t\s?:(?=\S)|\bdata:text\/html/iu;

/**
 * The first sign of a text that cannot be seen, in words, or undefined. One is enough: a file in UTF-16 has one beside
 * each letter.
 */
export function findInvisibleCharacter(text: string): string | undefined {
  const index = text.search(hidden);
  if (index < 0) return undefined;
  const sign = text.slice(index);
  const before = text.slice(Math.max(0, index - 20), index);
  return `${kindOf(sign)} (${formatCodePoint(sign)})${before.trim() === '' ? '' : ` after “${before}”`}`;
}

/**
 * The first thing in a text that a browser could run, if a page ever failed to write it as text: HTML, or the address
 * of a program. Words in angle brackets that are no tag (`<Reference>`) are words.
 */
export function findExecutableContent(text: string): string | undefined {
  for (const { 0: found, 1: name } of text.matchAll(tag)) {
    if (name === undefined || name.includes('-') || tagNames.has(name.toLowerCase()))
      return `raw HTML, '${found}' (${formatCodePoint(found)})`;
  }
  const [found] = programAddress.exec(text) ?? [];
  return found && `the address of a program, '${found}' (${formatCodePoint(found)})`;
}

/** A text for a message: what cannot be seen in it is written as its code point. */
export function escapeInvisible(text: string): string {
  return text.replace(new RegExp(hidden, 'gu'), (sign) => `[${formatCodePoint(sign)}]`);
}

/** `U+202E`: the code point of a text's first character. */
export function formatCodePoint(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What kind of sign a text starts with. */
function kindOf(text: string): string {
  if (bidi.test(text)) return 'a sign that turns the direction of text';
  if (text.startsWith('\f')) return 'a page break, as texts from PDFs have them';
  return /^\p{Cc}/u.test(text) ? 'a control character' : 'an invisible character';
}
