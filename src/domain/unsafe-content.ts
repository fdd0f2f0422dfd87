/** Finds what content files must not contain: characters that readers can't see, and code that browsers could run. */
import { htmlTagNames } from 'html-tag-names';

/**
 * Characters that show nothing: those that Unicode lets every program ignore (`Default_Ignorable_Code_Point`), such as
 * those that change the direction of text (UAX #9); annotations, the blank Braille cell, line separators, control
 * characters other than tab and line feed (a page break, as texts from PDFs have it), and lone surrogates.
 */
const hidden =
  /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\u2800\u2028\u2029\p{Surrogate}]|(?![\t\n])\p{Cc}/u;

/** A tag, a comment or a declaration of HTML: `<b`, `</b`, `<my-tag`, `<!`, `<?`. */
const tag = /<(?:[!?]|\/?([a-z][^\s/>]*))/giu;
const tagNames = new Set(htmlTagNames);

/** URLs that run or contain a program, with the white space that browsers ignore in them. */
const programUrl = /\b(?:j\s?a\s?v\s?a|v\s?b)\s?s\s?c\s?r\s?i\s?p\s?t\s?:(?=\S)|\bdata:text\/html/iu;

/**
 * Describes the first invisible character of a text, if there is one. One is enough: a file in UTF-16 has one next to
 * each letter.
 */
export function findInvisibleCharacter(text: string): string | undefined {
  const index = text.search(hidden);
  if (index < 0) return undefined;
  const rest = text.slice(index);
  const before = text.slice(Math.max(0, index - 20), index);
  return `an invisible character (${formatCodePoint(rest)})${before.trim() === '' ? '' : ` after “${before}”`}`;
}

/**
 * Describes the first thing in a text that a browser could run, if a page ever failed to escape it: HTML, or the URL
 * of a program. Words in angle brackets that are not a tag (`<Reference>`) are words.
 */
export function findExecutableContent(text: string): string | undefined {
  for (const { 0: found, 1: name } of text.matchAll(tag)) {
    if (name === undefined || name.includes('-') || tagNames.has(name.toLowerCase()))
      return `raw HTML, '${found}' (${formatCodePoint(found)})`;
  }
  const [found] = programUrl.exec(text) ?? [];
  return found && `the URL of a program, '${found}' (${formatCodePoint(found)})`;
}

/** A text for a message: its invisible characters are written as their code points. */
export function escapeInvisible(text: string): string {
  return text.replace(new RegExp(hidden, 'gu'), (character) => `[${formatCodePoint(character)}]`);
}

/** `U+202E`: the code point of a text's first character. */
export function formatCodePoint(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
