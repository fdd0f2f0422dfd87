/** From the bytes of a document to the text that becomes `source.txt`. */
import { decodeUtf8 } from '../domain/parse/decode-text.ts';
import type { Issue } from '../domain/issues.ts';
import { type SourceLine, parseSourceLines } from '../domain/parse/source-lines.ts';
import { type PageLine, extractText } from './extract-html-text.ts';
import { type ImportIssue, createIssue } from './issues.ts';
import type { PageMetadata } from './page-metadata.ts';

/** A document as it was given to the importer. */
export interface InputFile {
  /** The name of its file; `-` for standard input. */
  name: string;
  bytes: Uint8Array;
}

/** A line of the text that is not blank, with its number in the document and what a page says of it. */
export type InputLine = SourceLine & Partial<PageLine>;

/** The largest document: no content file is larger. */
const maxSizeMb = 2;

/** File formats that are no text, by how they start. */
const otherFormats: readonly (readonly [start: string, format: string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a Word document or another packed file'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old Word document'],
  ['{\\rtf', 'rich text (RTF)'],
  ['From: <Saved by', 'a web archive (MHTML)'],
];
const pageStart = /^[\s\u00EF\u00BB\u00BF]*<(?:[?!]|[a-z][a-z0-9]*[\s>])/iu;

/**
 * Reads a document. Whether it is a page is told by its name's ending or by how it starts.
 *
 * @param issues where issues are added
 * @returns the text for `source.txt` (a plain text verbatim, of a page the text of its main content), its lines, and metadata
 */
export function readInput({ name, bytes }: InputFile, issues: ImportIssue[]) {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1000));
  const problem = findProblem(start, bytes.length);
  if (problem !== undefined) {
    issues.push(createIssue('import/unreadable', undefined, problem));
    return readText(new Uint8Array(), issues);
  }
  const isPage = /\.x?html?$/iu.test(name) || (!/\.txt$/iu.test(name) && pageStart.test(start));
  return isPage ? readHtml(bytes, issues) : readText(bytes, issues);
}

function findProblem(start: string, size: number): string | undefined {
  const [, format] = otherFormats.find(([signature]) => start.startsWith(signature)) ?? [];
  if (format !== undefined) return `is ${format}; save it as plain text or as a web page`;
  if (/^(?:\0[ -~]|[ -~]\0){4}/u.test(start)) return 'is UTF-16 without a byte-order mark; save it as UTF-8';
  if (size <= maxSizeMb * 1e6) return undefined;
  return `is ${(size / 1e6).toFixed(1)} MB; a summary is ${String(maxSizeMb)} MB at most`;
}

/** @param pageLines the lines of a page whose text it is, which know their lines in the document */
function readText(bytes: Uint8Array, issues: ImportIssue[], pageLines: readonly PageLine[] = []) {
  const lineOf = (line = 1): number => pageLines[line - 1]?.line ?? line;
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (hasMark) issues.push(createIssue('import/byte-order-mark', 1));
  const found: Issue[] = [];
  const sourceText = decodeUtf8({ path: '', bytes: hasMark ? bytes.subarray(3) : bytes }, found) ?? '';
  issues.push(...found.map(({ line, message }) => createIssue('import/unreadable', lineOf(line), message)));
  const lines = parseSourceLines(sourceText).map((sourceLine): InputLine => {
    return { ...pageLines[sourceLine.line - 1], ...sourceLine, line: lineOf(sourceLine.line) };
  });
  const metadata: PageMetadata = { translations: [], titles: [] };
  return { sourceText, lines, metadata };
}

function readHtml(bytes: Uint8Array, issues: ImportIssue[]) {
  const { lines, metadata } = extractText(bytes, issues);
  const broken = lines.find(({ text }) => text.includes('\uFFFD'));
  if (broken) {
    const what = 'is not in the encoding that the page states, or in none that is known; save it as UTF-8';
    issues.push(createIssue('import/unreadable', broken.line, what));
  }
  const text = Buffer.from(lines.map((line) => `${line.text}\n`).join(''));
  return { ...readText(text, issues, lines), metadata };
}
