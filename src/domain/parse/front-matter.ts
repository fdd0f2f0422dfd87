/** From one content file to its fields and body, with everything that is wrong with it. */
import { type Document, LineCounter, isMap, isNode, isScalar, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { findExecutableContent, findInvisibleCharacter } from '../unsafe-content.ts';
import type { Issue, IssueCode } from '../issues.ts';
import { type ContentFile, decodeUtf8 } from './decode-text.ts';

/** A file that was read. */
export interface ParsedFile<Fields> {
  /** Its front matter. */
  data: Fields;
  body: string;
  /** The line of the file on which the body starts. */
  bodyLine: number;
  /** The file, relative to the content folder. */
  filePath: string;
}

/**
 * Reads a Markdown file with front matter.
 *
 * @param schema what its front matter may contain
 * @param issues where issues are added: encoding, YAML, unknown or wrong fields, each with its line
 * @returns undefined if the front matter could not be read
 */
export function parseMarkdownFile<Schema extends z.ZodType>(
  file: ContentFile,
  schema: Schema,
  issues: Issue[],
): ParsedFile<z.infer<Schema>> | undefined {
  const text = decodeUtf8(file, issues)?.replaceAll('\r\n', '\n');
  if (text === undefined) return undefined;
  const [head, yaml] = /^---\n([\s\S]*?)^---[ \t]*(?:\n|$)/mu.exec(text) ?? [];
  if (head === undefined || yaml === undefined || !text.startsWith(head)) {
    const message = 'has no front matter; start it with --- and close it with ---';
    issues.push({ code: 'no-front-matter', file: file.path, line: 1, message });
    return undefined;
  }
  // The opening --- is line 1 of the file.
  const data = parseFields(yaml, 1, file.path, schema, issues);
  const bodyLine = head.split('\n').length;
  return data && { data, body: text.slice(head.length), bodyLine, filePath: file.path };
}

/** Reads a YAML file, if there is one; other parameters and result as for the front matter of Markdown. */
export function parseYamlFile<Schema extends z.ZodType>(
  files: readonly ContentFile[],
  path: string,
  schema: Schema,
  issues: Issue[],
): z.infer<Schema> | undefined {
  const file = files.find((contentFile) => contentFile.path === path);
  const text = file && decodeUtf8(file, issues);
  return text === undefined ? undefined : parseFields(text, 0, path, schema, issues);
}

function parseFields<Schema extends z.ZodType>(
  yaml: string,
  linesBefore: number,
  file: string,
  schema: Schema,
  issues: Issue[],
): z.infer<Schema> | undefined {
  const lineCounter = new LineCounter();
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line + linesBefore;
  const document = parseDocument(yaml, { lineCounter, customTags: ['timestamp'] });
  const problems = findProblems(document);
  // The same on the same line is reported once.
  const unique = new Map(
    problems.map((problem) => [`${String(lineAt(problem.offset))} ${problem.message}`, problem]),
  );
  for (const { offset, ...problem } of unique.values())
    issues.push({ file, line: lineAt(offset), ...problem });
  if (problems.some(({ code }) => code === 'invalid-yaml')) return undefined;

  const result = schema.safeParse(document.toJS() ?? {}, { error: describeType });
  if (result.success) return problems.length > 0 ? undefined : result.data;
  const report = (code: IssueCode, path: readonly PropertyKey[], message: string): void => {
    const offset = findOffset(document, path);
    const line = offset === undefined ? undefined : lineAt(offset);
    issues.push({ code, file, line, field: path.join('.'), message });
  };
  for (const issue of result.error.issues) {
    if (issue.code !== 'unrecognized_keys') report('invalid-field', issue.path, issue.message);
    else
      for (const key of issue.keys) report('unknown-field', [...issue.path, key], 'unknown field; remove it');
  }
  return undefined;
}

/** The offset of a field, or of the nearest field above it that is there. */
function findOffset(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  if (path.length === 0) return undefined;
  const steps = path.map((step) => (typeof step === 'number' ? step : String(step)));
  const parent = steps.length === 1 ? document.contents : document.getIn(steps.slice(0, -1), true);
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && key.value === steps.at(-1))
    : undefined;
  const node = pair?.key ?? document.getIn(steps, true);
  return isNode(node) && node.range ? node.range[0] : findOffset(document, path.slice(0, -1));
}

/** A problem with the YAML, and its offset. */
type YamlProblem = Pick<Issue, 'code' | 'message'> & { offset: number };

/** What is wrong with YAML before its fields are checked. */
function findProblems(document: Document.Parsed): YamlProblem[] {
  const found = [...document.errors, ...document.warnings].map(({ code, message, pos }): YamlProblem => {
    const [first = message] = message.split(/ at line \d+/u);
    const reason =
      code === 'MULTIPLE_DOCS' ? "continues after its end; remove the '...'" : `is not YAML: ${first}`;
    return { code: 'invalid-yaml', offset: pos[0], message: reason };
  });
  visit(document, {
    // Aliases of aliases can grow without limit, and hide the values from whoever reads the file.
    Alias: (_key, { source, range }) => {
      const message = `repeats '&${source}' by an alias; write the value itself`;
      found.push({ code: 'invalid-yaml', offset: range?.[0] ?? 0, message });
    },
    // A character can also be written by its number: `"\u202E"`.
    Scalar: (_key, { value, range }) => {
      if (typeof value !== 'string') return;
      const invisible = findInvisibleCharacter(value);
      const what = invisible ?? findExecutableContent(value);
      const code = invisible ? 'invisible-character' : 'executable-content';
      if (what) found.push({ code, offset: range?.[0] ?? 0, message: `contains ${what}; remove it` });
    },
  });
  return found;
}

/** Zod's messages about types, for an editor who doesn't know Zod. */
const describeType: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'invalid_type') return undefined;
  const kind = kinds[issue.expected] ?? issue.expected;
  return issue.input === undefined ? `is missing; add ${kind}` : `must be ${kind}`;
};

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'fields with their names',
  string: 'text, in quotation marks if it could be read as a number or a date',
};
