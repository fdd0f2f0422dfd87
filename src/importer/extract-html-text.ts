/** The text of a saved page as a reader sees it, line by line. */
import { type Cheerio, type CheerioAPI, loadBuffer } from 'cheerio';
import { type AnyNode, type Element, type Text, isTag, isText } from 'domhandler';
import { classifyLine, counterLine } from './classify-lines.ts';
import { type ImportIssue, createIssue } from './issues.ts';
import { numberLists, readListStyles } from './list-numbers.ts';
import { blockElements, findMainContent, inlineText } from './main-content.ts';
import { readMetadata } from './page-metadata.ts';
import type { LineNumber } from './read-number.ts';

/** A line of a page's text, and what the page says of it. */
export interface PageLine {
  text: string;
  /** The line of the file from which it comes. */
  line: number;
  /** The number of a list before it, which a browser prints. */
  number?: LineNumber | undefined;
  /** How many lists it is in. */
  depth: number;
  /** Whether it is the document's heading, in a footer, or a note at the end. */
  role?: 'title' | 'endnote' | 'closing' | undefined;
  /** The level of another heading: 2 for `<h2>`, `boldLevel` for a line that looks like one. */
  level?: number | undefined;
}

/** The level of lines that are headings only by their looks: below `<h6>`. */
export const boldLevel = 7;
const boldElements = 'b, strong, u, dt, summary, [style*="font-weight:bold"], [style*="font-weight: bold"]';
const headingElements = 'h1, h2, h3, h4, h5, h6';

/** Links from a note to the place that refers to it. */
const backLink = /^(?:[↩↑⏎^\s]|\uFE0E|\uFE0F)+$/u;

/** Characters that only say where a line may be broken, and that a byte-order mark leaves. */
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/u;

/** Characters that Unicode has raised and lowered; their compatibility forms are the plain ones. */
const digits = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ', sub: '₀₁₂₃₄₅₆₇₈₉₊₋ₙ' };

/**
 * Extracts the text of a page's main content. Blocks are separated by blank lines, and `<br>` starts a line. Nothing is
 * added but what browsers print: the numbers of ordered lists, quotation marks of `<q>`, raised and lowered digits.
 *
 * @param bytes the page, in the encoding that it states, else UTF-8
 * @param issues where issues are added
 */
export function extractText(bytes: Uint8Array, issues: ImportIssue[]) {
  const $ = loadBuffer(Buffer.from(bytes), {
    encoding: { defaultEncoding: 'utf-8' },
    sourceCodeLocationInfo: true,
  });
  const metadata = readMetadata($);
  const listStyles = readListStyles($);
  separateWords($);
  for (const ariaHeading of $('[role=heading]').toArray())
    ariaHeading.tagName = `h${ariaHeading.attribs['aria-level'] ?? '2'}`;
  const { root, heading } = findMainContent($, metadata.titles[0] ?? '', issues);
  metadata.titles = [inlineText($(heading)), ...metadata.titles].filter((text) => text !== '');
  for (const link of $('a[href*="#"]').toArray()) {
    if (!backLink.test($(link).text())) continue;
    $(link).closest('li, p').attr('role', 'doc-endnote');
    $(link).remove();
  }
  reportLossy($, issues);
  writeOut($, issues);
  const numbers = numberLists($, listStyles, issues);
  const lines = readLines($, root, numbers, heading);
  for (const line of lines.filter(({ text }) => invisible.test(text))) {
    issues.push(createIssue('import/invisible-character', line.line));
    line.text = line.text.replace(new RegExp(invisible, 'gu'), '');
  }
  const titleLine = lines.findIndex(({ role }) => role === 'title');
  const isText = ({ text }: PageLine, index: number): boolean =>
    !counterLine.test(text) && (index >= titleLine || classifyLine(text) !== 'page');
  return { lines: lines.filter(isText), metadata };
}

/** Keeps the words of two elements apart where a browser shows them apart. */
function separateWords($: CheerioAPI): void {
  $(`${blockElements}, br`).before(' ').after(' ');
  // The parts of a heading are often separated by a style sheet alone.
  for (const part of $(`:is(${headingElements}) span + span`).toArray())
    if (/\p{Ll}$/u.test($(part).prev().text()) && /^\p{Lu}/u.test($(part).text())) $(part).before(' ');
}

/** Reports what a text without marks would alter: words that are struck out, and tables. */
function reportLossy($: CheerioAPI, issues: ImportIssue[]): void {
  for (const element of $<Element, string>('del, s, strike, table').toArray()) {
    const line = element.sourceCodeLocation?.startLine;
    const text = inlineText($(element));
    if (element.name !== 'table' && text !== '')
      issues.push(createIssue('import/struck-text', line, element.name, text));
    if (element.name === 'table' && isDataTable($, element))
      issues.push(createIssue('import/table', line, text));
  }
}

/** Whether a table has rows of several cells. One whose largest cell has nearly all of its text lays a page out. */
function isDataTable($: CheerioAPI, table: Element): boolean {
  const cells = (within: Element): number[] => {
    const all = $(within).find('td, th').toArray();
    return all.map((cell) => inlineText($(cell)).length).filter((length) => length > 0);
  };
  const isLayout = Math.max(0, ...cells(table)) > 0.8 * inlineText($(table)).length;
  const rows = $<Element, string>(table).find('tr').toArray();
  return !isLayout && rows.some((row) => cells(row).length > 1);
}

/** Writes out what HTML says by elements: quotation marks, raised and lowered digits, the gap after a number. */
function writeOut($: CheerioAPI, issues: ImportIssue[]): void {
  for (const number of $('span, b, strong').toArray())
    if (number.next && isTag(number.next) && /^[(（]?[0-9IVX]{1,4}[.)）]?$/u.test($(number).text()))
      $(number).not(':has(+ sup, + sub)').after(' ');
  $('q:not(q q)').prepend('“').append('”');
  $('q q').prepend('‘').append('’');
  for (const element of $<Element, string>('sup, sub').toArray()) {
    const text = inlineText($(element));
    const raised = digits[element.name === 'sup' ? 'sup' : 'sub'];
    const plain = raised.normalize('NFKC').replace('−', '-');
    if (/^[\d+−n-]+$/u.test(text))
      $(element).text(text.replace(/./gu, (digit) => raised.charAt(plain.indexOf(digit.replace('−', '-')))));
    // Ordinals read the same without.
    else if (!/^(?:st|nd|rd|th|TM|SM|®|)$/iu.test(text))
      issues.push(
        createIssue('import/raised-text', element.sourceCodeLocation?.startLine, element.name, text),
      );
  }
}

/** Reads an element into lines, with blank ones between blocks. White space is one space, and none at a line's ends. */
function readLines(
  $: CheerioAPI,
  root: Cheerio<Element>,
  numbers: ReadonlyMap<Element, LineNumber>,
  heading: Element | undefined,
): PageLine[] {
  const lines: PageLine[] = [];
  const begun = new Set<Element>();
  let text = '';
  let line = 1;
  let nodes: Text[] = [];

  function endLine(isBlock: boolean): void {
    const lineText = text.replace(/ {2,}/gu, ' ').trim();
    if (lineText !== '') {
      const parents = $(nodes.slice(0, 1)).parents();
      const depth = parents.filter('ol, ul').length;
      // The first line of an entry has its number.
      const entries = parents.filter('li').toArray();
      const entry = entries.find((each) => !begun.has(each) && numbers.has(each));
      for (const each of entries) begun.add(each);
      const number = entry && numbers.get(entry);
      const label = number ? `${'   '.repeat(depth - 1)}${number.label} ` : '';
      const isNote = parents.is('[role=doc-endnotes], [role=doc-endnote]');
      const role = isNote ? 'endnote' : parents.is('footer') ? 'closing' : undefined;
      const level = Number(parents.filter(headingElements).get(0)?.name.slice(1));
      const isBold = nodes.every((node) => $(node).parents().is(boldElements));
      lines.push({
        text: label + lineText,
        line,
        depth,
        number: number && { ...number, rest: lineText },
        role: heading && parents.is(heading) ? 'title' : role,
        level: level || (isBold ? boldLevel : undefined),
      });
    }
    text = '';
    nodes = [];
    const isBlank = lineText === '' ? !isBlock : isBlock;
    if (isBlank && lines.length > 0 && lines.at(-1)?.text !== '') lines.push({ text: '', line, depth: 0 });
  }

  function read(node: AnyNode): void {
    if (isText(node)) {
      const start = node.sourceCodeLocation?.startLine ?? line;
      const isPreformatted = $(node).closest('pre').length > 0;
      for (const [index, part] of (isPreformatted ? node.data.split('\n') : [node.data]).entries()) {
        if (index > 0) endLine(false);
        if (text.trim() === '') line = start + index + (/^\s*/u.exec(part)?.[0].split('\n').length ?? 1) - 1;
        text += part.replace(/[ \t\r\f\n]+/gu, ' ');
        if (part.trim() !== '') nodes.push(node);
      }
    }
    if (!isTag(node)) return;
    const isBlock = $(node).is(blockElements);
    if (isBlock || node.name === 'br') endLine(isBlock);
    node.children.forEach(read);
    if (isBlock) endLine(true);
  }

  root.toArray().forEach(read);
  endLine(true);
  while (lines.at(-1)?.text === '') lines.pop();
  return lines;
}
