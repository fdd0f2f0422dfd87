/** What an import has to say of a document: why it is refused, or what an editor should look at. */
import type { Issue } from '../domain/issues.ts';

function quote(text: string): string {
  const words = text.trim().replace(/\s+/gu, ' ');
  return `“${words.length > 60 ? `${words.slice(0, 60).trimEnd()} …` : words}”`;
}

const fromPdf = 'as in text copied from a PDF; take the text from the web page, or correct its lines by hand';
const outline = 'an import knows sections “1.” with items “(1)”';
const asText = 'it was imported as text';

/** Messages by code. Errors come first; warnings follow, those that matter most first. */
const messages = {
  'import/unreadable': (what: string) => what,
  'import/empty': () => 'is empty; it must hold the text of a summary',
  'import/no-text': () => 'holds no text: no numbered section, and no sentence before the closing lines',
  'import/not-english': (text: string) =>
    `is not in English, ${quote(text)}; an import reads English for now`,
  'import/no-date': (hint: string) =>
    `states no date of the meeting in its title, the lines around it or its first paragraph; name its folder: --id '${hint}'`,
  'import/ambiguous-date': (text: string, hint: string) =>
    `states “${text}” as its date, which is no day of the calendar or may be two; name its folder: --id '${hint}'`,
  'import/several-dates': (dates: string, hint: string) =>
    `states several dates, ${dates}; say which is the meeting's: --id '${hint}'`,
  'import/invalid-id': (id: string) =>
    `can't be the meeting '${id}': an id is a date, sides and kind, such as '2013-02-22-japan-us-foreign-ministers'`,
  'import/transcript': (text: string) =>
    `is a transcript: ${quote(text)} gives the word to a speaker; an import reads summaries`,
  'import/dot-leaders': (text: string) => `has dot leaders, ${quote(text)}, ${fromPdf}`,
  'import/page-number': (text: string) => `has a page number, ${quote(text)}, ${fromPdf}`,
  'import/table': (text: string) =>
    `is a table, ${quote(text)}; an import would tear its cells apart: write it as text in the file that you import`,
  'import/struck-text': (tag: string, text: string) =>
    `has text that is struck out (${tag}), ${quote(text)}; decide what the text is, and save it without`,
  'import/unknown-numbering': (text: string) => `numbers its parts as ${quote(text)}; ${outline}`,
  'import/other-meeting': (text: string, line: string) =>
    `starts another meeting, ${quote(text)}, next to that of line ${line}; save each in its own file`,
  'import/lossy': (issue: string) => `can't be imported without loss: ${issue}`,
  'import/folder': (what: string) => what,

  'import/several-days': (day: string) =>
    `names several days; the first, ${day}, was taken: change it by --id`,
  'import/date-in-text': (said: string, above: string) =>
    `says that the meeting was on ${said}; ${above}, above the text, was taken for the page's own date`,
  'import/date-of-page': (day: string) =>
    `states no date in its text; ${day}, on which the page says that it was published, was taken: check it`,
  'import/other-date': (own: string, given: string) =>
    `states ${own} as its date; the id's date, ${given}, was taken`,
  'import/no-agenda': () =>
    'has no numbers or headings that start agenda items: all of it was imported as the introduction; if it has parts, put their headings on lines of their own, with numbers (“1. Trade”), and import it again',
  'import/list-at-end': (label: string) =>
    `the list that starts with “${label}” was imported as items of the last section; if it holds notes, move its lines to 'after' in meeting.md`,
  'import/number-as-text': (label: string, text: string) =>
    `starts with “${label}”, which does not continue the numbers before it; ${quote(text)} was imported as text`,
  'import/list-as-text': (label: string) =>
    `the list that starts with “${label}” belongs to a sentence; ${asText}`,
  'import/heading-as-text': (text: string) =>
    `${quote(text)} looks like a heading and has no number; it was imported with the text before it`,
  'import/printed-number': (label: string, what: string, number: string) =>
    `is numbered “${label}” and is ${what} ${number} by its place: pages show “${label}”, the URL has ${number}, and so on`,
  'import/text-after-list': (text: string, label: string) =>
    `${quote(text)} follows the list on the page; it was imported with its last entry, “${label}”`,
  'import/heading-without-text': (heading: string) =>
    `“${heading}” may be a heading with nothing below it; ${asText}`,
  'import/left-out': (text: string) =>
    `${quote(text)} was left out: it is in a part of the page around the text`,
  'import/list-style-unknown': (text: string) =>
    `the list that starts with ${quote(text)} may have other numbers in a browser, where a style sheet sets them`,
  'import/raised-text': (tag: string, text: string) =>
    `${quote(text)} is ${tag} on the page and plain in the text`,
  'import/line-end-hyphen': (text: string) =>
    `${quote(text)} ends with a hyphen; the word was joined with it: check whether it has one`,
  'import/invisible-character': () => 'holds invisible characters, which were left out',
  'import/byte-order-mark': () => 'starts with a byte-order mark, which source.txt does not keep',
} as const satisfies Record<string, (...values: string[]) => string>;

type ImportIssueCode = keyof typeof messages;

/** An issue of a document; its line is that of the document. */
export interface ImportIssue extends Pick<Issue, 'line' | 'message'> {
  code: ImportIssueCode;
}

/** Creates an issue from a code and the values of its message. */
export function createIssue(
  code: ImportIssueCode,
  line: number | undefined,
  ...values: string[]
): ImportIssue {
  const message: (...own: string[]) => string = messages[code];
  return { code, ...(line !== undefined && { line }), message: message(...values) };
}

const ranks = new Map(Object.keys(messages).map((code, index) => [code, index]));

/** Warnings by importance, then by line. Repeated ones are said once, at their first line. */
export function rankWarnings(warnings: readonly ImportIssue[]): ImportIssue[] {
  const groups = [...Map.groupBy(warnings, ({ code }) => code).values()];
  return groups
    .flatMap((group) => {
      const sorted = group.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
      const [first] = sorted;
      if (!first || sorted.length < 4) return sorted;
      const lines = sorted.slice(1).flatMap(({ line }) => line ?? []);
      return [{ ...first, message: `${first.message} (also on lines ${lines.join(', ')})` }];
    })
    .sort((a, b) => (ranks.get(a.code) ?? 0) - (ranks.get(b.code) ?? 0));
}
