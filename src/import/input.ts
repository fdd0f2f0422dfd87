/** From the bytes of a document to the text that becomes `source.txt`. */
import { decode } from '../record/content-file.ts';
import type { Fault } from '../record/faults.ts';
import { type PublishedLine, publishedLines } from '../record/published-lines.ts';
import { type PageFacts, readPage } from './html.ts';
import type { Problem } from './problem.ts';

/** A document as it was handed over. */
export interface Document {
  /** The name of its file; `-` for standard input. */
  name: string;
  bytes: Uint8Array;
}

/** The text of a document. */
export interface Input extends PageFacts {
  /** The text as it is kept: a plain text byte for byte, of a page what a reader sees. */
  published: string;
  lines: PublishedLine[];
  /** The line of the document for a line of the text. */
  origin: (line: number) => number;
  problems: Problem[];
  warnings: Problem[];
}

/** The largest document: no content file is larger. */
const megabytes = 2;

/** What a file is that is no text, by how it starts. */
const kinds: readonly (readonly [start: string, kind: string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a Word document or another packed file'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old Word document'],
  ['{\\rtf', 'rich text (RTF)'],
  ['From: <Saved by', 'a web archive (MHTML)'],
];

/** Reads a document. Whether it is a page is told by its name's ending or by how it starts. */
export function readInput({ name, bytes }: Document): Input {
  const nothing: Input = {
    ...{ published: '', lines: [], translations: [], headings: [], problems: [], warnings: [] },
    origin: (line) => line,
  };
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1000));
  const [, kind] = kinds.find(([own]) => start.startsWith(own)) ?? [];
  if (kind !== undefined)
    return { ...nothing, problems: [{ problem: `is ${kind}; save it as plain text or as a web page` }] };
  if (bytes.length > megabytes * 1e6) {
    const problem = `is ${(bytes.length / 1e6).toFixed(1)} MB large; a summary is ${String(megabytes)} MB at most`;
    return { ...nothing, problems: [{ problem }] };
  }
  const page =
    /\.x?html?$/iu.test(name) ||
    (!/\.txt$/iu.test(name) &&
      /^[\s\u00EF\u00BB\u00BF]*(?:<\?xml|<!doctype html|<!--|<(?:html|head|body|title|meta|h[1-6]|div|p|main|article|section)\b)/iu.test(
        start,
      ));
  return page ? readHtml(bytes, nothing) : readText(name, bytes, nothing);
}

function readText(name: string, bytes: Uint8Array, nothing: Input): Input {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const faults: Fault[] = [];
  const published = decode({ path: name, bytes: marked ? bytes.subarray(3) : bytes }, faults);
  const problems = faults.map(({ line, problem }) => ({ ...(line !== undefined && { line }), problem }));
  if (published === undefined) return { ...nothing, problems };
  const mark = { line: 1, problem: 'starts with a byte-order mark, which source.txt does not keep' };
  return { ...nothing, published, lines: publishedLines(published), warnings: marked ? [mark] : [] };
}

function readHtml(bytes: Uint8Array, nothing: Input): Input {
  const page = readPage(bytes);
  while (page.lines.at(-1)?.text === '') page.lines.pop();
  const published = page.lines.map(({ text }) => `${text}\n`).join('');
  const faults: Fault[] = [];
  decode({ path: '', bytes: new TextEncoder().encode(published) }, faults);
  const origin = (line: number): number => page.lines[line - 1]?.line ?? line;
  const problems = faults.map(({ line = 1, problem }) => ({ line: origin(line), problem }));
  const broken = page.lines.find(({ text }) => text.includes('\uFFFD'));
  if (broken) {
    const problem = 'is not in the encoding that the page states, or in none that is known; save it as UTF-8';
    problems.push({ line: broken.line, problem });
  }
  return {
    ...nothing,
    ...page,
    published,
    lines: publishedLines(published),
    origin,
    problems: [...page.problems, ...problems],
  };
}
