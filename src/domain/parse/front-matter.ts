/** From the bytes of one content file to its front matter and body, with everything that is wrong with it. */
import { type Document, LineCounter, isMap, isNode, isScalar, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Issue } from '../issues.ts';
import { findInvisibleCharacter, findExecutableContent } from '../checks/unsafe-content.ts';

/** A file of the content folder: its path below the folder, with `/` between the parts, and its bytes. */
export interface ContentFile {
  path: string;
  bytes: Uint8Array;
  /** Why it was not read: it is a symbolic link, far too large … */
  problem?: string;
}

/** A file that was read: its front matter, its body, and the line of the file on which the body starts. */
export interface ParsedFile<Fields> {
  file: string;
  fields: Fields;
  body: string;
  bodyLine: number;
}

/**
 * The text of a file. Every file comes through here, so what no file may hold is looked for here.
 *
 * @param issues where faults are added: bytes that are not UTF-8, a byte-order mark, signs that cannot be seen
 * @returns undefined where there is a fault
 */
export function decodeUtf8({ path, bytes, problem }: ContentFile, issues: Issue[]): string | undefined {
  if (problem !== undefined) return undefined;
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    issues.push({ file: path, ...wrongEncoding(bytes) });
    return undefined;
  }
  const zero = text.indexOf('\0');
  if (zero >= 0) {
    const line = text.slice(0, zero).split('\n').length;
    issues.push({ file: path, line, message: 'is no text, or UTF-16 (it holds U+0000); save it as UTF-8' });
    return undefined;
  }
  if (text.startsWith('\uFEFF')) {
    issues.push({
      file: path,
      line: 1,
      message: 'starts with a byte-order mark; save it as UTF-8 without one',
    });
    return undefined;
  }
  const before = issues.length;
  for (const [index, line] of text.split('\n').entries()) {
    const sign = findInvisibleCharacter(line);
    if (sign) issues.push({ file: path, line: index + 1, message: `holds ${sign}; take it out` });
  }
  return issues.length > before ? undefined : text;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Where bytes stop to be UTF-8, and what they may be instead. */
function wrongEncoding(bytes: Uint8Array): Pick<Issue, 'line' | 'message'> {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'LE' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'BE' : '';
  if (mark !== '') return { line: 1, message: `is UTF-16 ${mark}; save it as UTF-8` };
  for (let start = 0, line = 1; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const part = bytes.subarray(start, end < 0 ? bytes.length : end + 1);
    try {
      utf8.decode(part);
    } catch {
      return { line, message: 'is not UTF-8 on this line; save the file as UTF-8' };
    }
    start += part.length;
  }
  return { message: 'is not UTF-8; save it as UTF-8' };
}

/**
 * Reads a Markdown file with front matter.
 *
 * @param file the file
 * @param schema what its front matter may hold
 * @param issues where faults are added: encoding, YAML, unknown or wrong fields, each with its line
 * @returns the entry, or undefined where the front matter could not be read
 */
export function parseContentFile<Schema extends z.ZodType>(
  file: ContentFile,
  schema: Schema,
  issues: Issue[],
): ParsedFile<z.infer<Schema>> | undefined {
  const text = decodeUtf8(file, issues)?.replaceAll('\r\n', '\n');
  if (text === undefined) return undefined;
  const old = text.indexOf('\r');
  if (old >= 0) {
    const message = 'has a line end of an old Mac (CR alone); save it with line ends of Unix (LF)';
    issues.push({ file: file.path, line: text.slice(0, old).split('\n').length, message });
    return undefined;
  }
  const [head, yaml] = /^---\n([\s\S]*?)^---[ \t]*(?:\n|$)/mu.exec(text) ?? [];
  if (head === undefined || yaml === undefined || !text.startsWith(head)) {
    issues.push({
      file: file.path,
      line: 1,
      message: 'has no front matter; start it with --- and close it with ---',
    });
    return undefined;
  }
  const lines = new LineCounter();
  // The opening --- is line 1 of the file.
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  const parsed = parseYaml(yaml, lines);
  // The same on the same line is said once.
  const unique = new Map(
    parsed.problems.map(({ at, message }) => [`${String(lineAt(at))} ${message}`, { at, message }]),
  );
  for (const { at, message } of unique.values()) issues.push({ file: file.path, line: lineAt(at), message });
  if (!parsed.document) return undefined;
  const { document, value, problems } = parsed;

  const result = schema.safeParse(value ?? {});
  if (result.success) {
    if (problems.length > 0) return undefined;
    const bodyLine = head.split('\n').length;
    return { file: file.path, fields: result.data, body: text.slice(head.length), bodyLine };
  }
  for (const issue of result.error.issues) {
    const line = fieldLine(issue.path);
    const place = { file: file.path, ...(line === undefined ? {} : { line }) };
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const at = fieldLine([...issue.path, key]) ?? line;
        const field = [...issue.path, key].join('.');
        issues.push({
          ...place,
          ...(at === undefined ? {} : { line: at }),
          field,
          message: 'is no field; take it out',
        });
      }
    } else {
      issues.push({ ...place, field: issue.path.join('.'), message: wording(issue.message) });
    }
  }
  return undefined;

  /** The line of a field, or of the nearest field above it that is there. */
  function fieldLine(path: readonly PropertyKey[]): number | undefined {
    for (let length = path.length; length > 0; length -= 1) {
      const steps = path.slice(0, length).map((step) => (typeof step === 'number' ? step : String(step)));
      const parent = steps.length === 1 ? document.contents : document.getIn(steps.slice(0, -1), true);
      const last = steps.at(-1);
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => isScalar(key) && key.value === last)
        : undefined;
      const node = pair?.key ?? document.getIn(steps, true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return undefined;
  }
}

/** Something wrong, and the offset at which it stands. */
interface Problem {
  at: number;
  message: string;
}

/** Front matter as YAML and as plain data, so far as it can be read, and what is wrong with it. */
function parseYaml(
  yaml: string,
  lineCounter: LineCounter,
): { problems: Problem[]; document?: Document.Parsed; value?: unknown } {
  try {
    const document = parseDocument(yaml, { lineCounter, customTags: ['timestamp'] });
    const problems = yamlProblems(document);
    if (problems.length > 0) return { problems };
    return { problems: smuggledProblems(document), document, value: document.toJS() };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { problems: [{ at: 0, message: tooDeep }] };
  }
}

/** The stack is not deep enough for thousands of lists in lists: the parser says so, or fails. */
const tooDeep = 'is nested too deeply to be read';

function yamlProblems(document: Document.Parsed): Problem[] {
  const found = [...document.errors, ...document.warnings].map(({ code, message, pos }) => {
    if (message.startsWith('Maximum call stack')) return { at: 0, message: tooDeep };
    if (code === 'MULTIPLE_DOCS')
      return { at: pos[0], message: "goes on behind its end; take the '...' out" };
    const [first = message] = message.split(/ at line \d+/u);
    return { at: pos[0], message: `is not YAML: ${first}` };
  });
  if (found.some(({ message }) => message === tooDeep)) return found.slice(0, 1);
  visit(document, {
    // Aliases of aliases grow without end, and nobody who reads a file sees what stands where.
    Alias: (_key, { source, range }) => {
      found.push({
        at: range?.[0] ?? 0,
        message: `repeats '&${source}' by an alias; write the value itself`,
      });
    },
  });
  return found;
}

/** What stands in the texts of front matter and must not. A sign can also be written by its number, `"\u202E"`. */
function smuggledProblems(document: Document.Parsed): Problem[] {
  const found: Problem[] = [];
  visit(document, {
    Scalar: (_key, { value, range }) => {
      if (typeof value !== 'string') return;
      const what = findInvisibleCharacter(value) ?? findExecutableContent(value);
      if (what) found.push({ at: range?.[0] ?? 0, message: `holds ${what}; take it out` });
    },
  });
  return found;
}

/** Zod's message in the words of an editor who does not know Zod. */
function wording(message: string): string {
  const [, expected = '', received = ''] =
    /^Invalid input: expected (\w+), received (\w+)$/u.exec(message) ?? [];
  const kind = (name: string): string => kinds[name] ?? name;
  if (received === 'undefined') return `is missing; it must be given: ${kind(expected)}`;
  if (expected === 'string' && ['number', 'boolean', 'Date'].includes(received))
    return `must be text, not ${kind(received)}: put quotation marks around it`;
  if (received !== '') return `must be ${kind(expected)}, not ${kind(received)}`;
  return message
    .replace(/^Too small: expected array to have >=(\d+) items?$/u, 'must hold at least $1')
    .replace(/^Too small: expected \w+ to be >=(\d+)$/u, 'must be at least $1')
    .replace(/^Invalid option: expected one of /u, 'must be one of ');
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  Date: 'a date',
  int: 'a whole number',
  null: 'nothing',
  number: 'a number',
  object: 'fields with their names',
  string: 'text',
};
