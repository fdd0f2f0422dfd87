/** From the bytes of a document to the text that becomes `source.txt`. */
import { decodeUtf8 } from '../domain/parse/decode-text.ts';
import type { Issue } from '../domain/issues.ts';
import { parseSourceLines } from '../domain/parse/source-lines.ts';
import { extractText } from './extract-html-text.ts';
import { type ImportIssue, createIssue } from './import-issues.ts';
import type { PageMetadata } from './page-metadata.ts';
import type { InputLine } from './structure.ts';

/** A document as it was given to the importer. */
export interface InputFile {
  /** The name of its file; `-` for standard input. */
  name: string;
  bytes: Uint8Array;
}

/** The text of a document. */
interface ParsedInput {
  /** The text for `source.txt`: a plain text verbatim, of a page the text of its main content. */
  sourceText: string;
  /** The lines of the text that are not blank, with their numbers in the document. */
  lines: InputLine[];
  /** The line of the document for a line of `source.txt`. */
  documentLine: (line: number) => number;
  metadata: PageMetadata;
  /** Titles that a page gives itself, the best first. */
  titles: string[];
  errors: ImportIssue[];
  warnings: ImportIssue[];
}

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

/** Reads a document. Whether it is a page is told by its name's ending or by how it starts. */
export function readInput({ name, bytes }: InputFile): ParsedInput {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1000));
  const [, format] = otherFormats.find(([own]) => start.startsWith(own)) ?? [];
  if (format !== undefined) return refuse(`is ${format}; save it as plain text or as a web page`);
  if (/^(?:\0[ -~]|[ -~]\0){4}/u.test(start))
    return refuse('is UTF-16 without a byte-order mark; save it as UTF-8');
  if (bytes.length > maxSizeMb * 1e6)
    return refuse(`is ${(bytes.length / 1e6).toFixed(1)} MB; a summary is ${String(maxSizeMb)} MB at most`);
  const isPage = /\.x?html?$/iu.test(name) || (!/\.txt$/iu.test(name) && pageStart.test(start));
  return isPage ? readHtml(bytes) : readText(bytes);
}

function refuse(what: string): ParsedInput {
  return { ...readText(new Uint8Array()), errors: [createIssue('import/unreadable', undefined, what)] };
}

function readText(bytes: Uint8Array): ParsedInput {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const issues: Issue[] = [];
  const sourceText = decodeUtf8({ path: '', bytes: hasMark ? bytes.subarray(3) : bytes }, issues) ?? '';
  return {
    ...{ sourceText, lines: parseSourceLines(sourceText), documentLine: (line) => line },
    ...{ metadata: { translations: [] }, titles: [] },
    errors: issues.map(({ line, message }) => createIssue('import/unreadable', line, message)),
    warnings: hasMark ? [createIssue('import/byte-order-mark', 1)] : [],
  };
}

function readHtml(bytes: Uint8Array): ParsedInput {
  const { lines: pageLines, metadata, titles, errors, warnings } = extractText(bytes);
  const text = readText(Buffer.from(pageLines.map((own) => `${own.text}\n`).join('')));
  const documentLine = (line: number): number => pageLines[line - 1]?.line ?? line;
  const broken = pageLines.find((own) => own.text.includes('\uFFFD'));
  if (broken) {
    const what = 'is not in the encoding that the page states, or in none that is known; save it as UTF-8';
    errors.push(createIssue('import/unreadable', broken.line, what));
  }
  errors.push(...text.errors.map((own) => ({ ...own, line: documentLine(own.line ?? 1) })));
  const lines = text.lines.map((own) => {
    return { ...pageLines[own.line - 1], ...own, line: documentLine(own.line) };
  });
  return { sourceText: text.sourceText, lines, documentLine, metadata, titles, errors, warnings };
}
