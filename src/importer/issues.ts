/** What an import has to say of a document: why it is refused, or what an editor should look at. */
import { truncate } from '../domain/format.ts';

/** Why a document is refused, by code. `$1` and `$2` stand for values, which are shortened between quotation marks. */
const errors = {
  'import/unreadable': '$1',
  'import/empty': 'is empty; it must hold the text of a summary',
  'import/no-text': 'holds no text: no numbered section, and no sentence before the closing lines',
  'import/not-english': 'is not in English, “$1”; an import reads English for now',
  'import/no-date': "states no date above its text or in its first paragraph; give it: --id '$1'",
  'import/ambiguous-date': "states the date “$1”, which is no day or may be two; name its folder: --id '$2'",
  'import/several-dates': "states several dates, $1; say which is the meeting's: --id '$2'",
  'import/invalid-id':
    "can't be the meeting '$1': an id is a date, sides and kind, such as '2013-02-22-japan-us-foreign-ministers'",
  'import/transcript': 'is a transcript: “$1” gives the word to a speaker; an import reads summaries',
  'import/dot-leaders': 'has dot leaders, “$1”, as text copied from a PDF; take the text from the web page',
  'import/page-number': 'has a page number, “$1”, as text copied from a PDF; take the text from the web page',
  'import/table': 'is a table, “$1”, whose cells would be torn apart; write it as text in the imported file',
  'import/struck-text': 'has struck-out text (<$1>), “$2”; decide what the text is, and save it without',
  'import/unknown-numbering': 'numbers its parts as “$1”; an import knows sections “1.” with items “(1)”',
  'import/other-meeting': 'starts another meeting, “$1”, next to that of line $2; save each in its own file',
  'import/lossy': "can't be imported without loss: $1",
  'import/file': '$1',
} as const;

/** What an editor should look at; what matters most comes first. */
const warnings = {
  'import/several-days': 'names several days; the first, $1, was taken: change it by --id',
  'import/date-in-text': "says that the meeting was on $1; $2, above the text, is taken as the page's",
  'import/date-of-page': 'states no date in its text; $1, when the page was published, was taken: check it',
  'import/other-date': "states $1 as its date; the id's date, $2, was taken",
  'import/no-agenda':
    'has no numbers or headings that start agenda items, so all of it is the introduction; if it has parts, number their headings (“1. Trade”) and import it again',
  'import/list-at-end':
    "the list from “$1” on was imported as items of the last section; if it holds notes, move its lines to 'after' in meeting.md",
  'import/number-as-text': '“$1” does not continue the numbers before it; “$2” was imported as text',
  'import/list-as-text': 'the list that starts with “$1” belongs to a sentence; it was imported as text',
  'import/heading-as-text': '“$1” looks like a heading and has no number; it was imported as text',
  'import/printed-number': 'is numbered “$1” and is $2 $3 by its place: pages show “$1”, the URL has $3',
  'import/text-after-list': '“$1” follows the list on the page; it was imported with its last entry, “$2”',
  'import/heading-without-text': '“$1” may be a heading with nothing below it; it was imported as text',
  'import/left-out': '“$1” was left out: it is in a part of the page around the text',
  'import/list-style-unknown': 'a style sheet may give other numbers to the list that starts with “$1”',
  'import/raised-text': '“$2” is <$1> on the page and plain in the text',
  'import/line-end-hyphen': '“$1” ends with a hyphen, and the word was joined: check whether it has one',
  'import/invisible-character': 'holds invisible characters, which were left out',
  'import/byte-order-mark': 'starts with a byte-order mark, which source.txt does not keep',
} as const;

const messages = { ...errors, ...warnings };

/** An issue of a document; its line is that of the document. */
export interface ImportIssue {
  code: keyof typeof messages;
  line?: number | undefined;
  message: string;
}

/** Creates an issue from a code and the values of its message. */
export function createIssue(code: ImportIssue['code'], line: number | undefined, ...values: string[]) {
  const message = messages[code].replace(/(“?)\$(\d)/gu, (_, quote: string, number: string) => {
    const text = (values[Number(number) - 1] ?? '').trim().replace(/\s+/gu, ' ');
    return quote + (quote === '' ? text : truncate(text, 60));
  });
  return { code, line, message };
}

/** The errors, in the order of their lines. */
export function findErrors(issues: readonly ImportIssue[]): ImportIssue[] {
  return issues.filter(({ code }) => code in errors).sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** The warnings by importance, then by line. Repeated ones are said once, at their first line. */
export function findWarnings(issues: readonly ImportIssue[]): ImportIssue[] {
  const ranks = Object.keys(warnings);
  const sorted = issues
    .filter(({ code }) => code in warnings)
    .sort((a, b) => ranks.indexOf(a.code) - ranks.indexOf(b.code) || (a.line ?? 0) - (b.line ?? 0));
  return [...Map.groupBy(sorted, ({ code }) => code).values()].flatMap((group) => {
    if (group.length < 4) return group;
    const [first, ...others] = group;
    const lines = others.flatMap(({ line }) => line ?? []).join(', ');
    return first ? { ...first, message: `${first.message} (also on lines ${lines})` } : [];
  });
}
