/** From the bytes of one content file to its front matter and body, with everything that is wrong with it. */
import { LineCounter, isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './faults.ts';

/** A file of the content folder: its path below the folder, with `/` between the parts, and its bytes. */
export interface ContentFile {
  path: string;
  bytes: Uint8Array;
}

/** A file that was read: its front matter, its body, and the line of the file on which the body starts. */
export interface Entry<Fields> {
  file: string;
  fields: Fields;
  body: string;
  bodyLine: number;
}

/** The text of a file, or undefined and a fault where the bytes are not UTF-8 without a byte-order mark. */
export function decode({ path, bytes }: ContentFile, faults: Fault[]): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.startsWith('\uFEFF')) return text;
    faults.push({
      file: path,
      line: 1,
      problem: 'starts with a byte-order mark; save it as UTF-8 without one',
    });
  } catch {
    faults.push({ file: path, problem: 'is not UTF-8; save it as UTF-8' });
  }
  return undefined;
}

/**
 * Reads a Markdown file with front matter.
 *
 * @param file the file
 * @param schema what its front matter may hold
 * @param faults where faults are added: encoding, YAML, unknown or wrong fields, each with its line
 * @returns the entry, or undefined where the front matter could not be read
 */
export function readEntry<Schema extends z.ZodType>(
  file: ContentFile,
  schema: Schema,
  faults: Fault[],
): Entry<z.infer<Schema>> | undefined {
  const text = decode(file, faults)?.replaceAll('\r\n', '\n');
  if (text === undefined) return undefined;
  const [head, yaml] = /^---\n([\s\S]*?)^---[ \t]*(?:\n|$)/mu.exec(text) ?? [];
  if (head === undefined || yaml === undefined || !text.startsWith(head)) {
    faults.push({
      file: file.path,
      line: 1,
      problem: 'has no front matter; start it with --- and close it with ---',
    });
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, customTags: ['timestamp'] });
  // The opening --- is line 1 of the file.
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  for (const { message, pos } of document.errors) {
    const [problem = message] = message.split(/ at line \d+/u);
    faults.push({ file: file.path, line: lineAt(pos[0]), problem: `is not YAML: ${problem}` });
  }
  if (document.errors.length > 0) return undefined;

  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) {
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
        faults.push({
          ...place,
          ...(at === undefined ? {} : { line: at }),
          field,
          problem: 'is no field; take it out',
        });
      }
    } else {
      faults.push({ ...place, field: issue.path.join('.'), problem: wording(issue.message) });
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

/** Zod's message in the words of an editor who does not know Zod. */
function wording(message: string): string {
  return message
    .replace(/^Invalid input: expected (\w+), received undefined$/u, 'is missing; it must be given ($1)')
    .replace(/^Invalid input: expected (\w+), received (\w+)$/u, 'must be $1, not $2');
}
