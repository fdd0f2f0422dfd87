/** The text of a saved page as a reader sees it, line by line. */
import { type CheerioAPI, loadBuffer } from 'cheerio';
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { classifyLine, isCounterLine } from './classify-lines.ts';
import { type ImportIssue, createIssue } from './import-issues.ts';
import { type ListStyles, findListNumber, readListStyles } from './list-numbers.ts';
import { blockElements, findMainContent, inlineText } from './main-content.ts';
import { type PageMetadata, readMetadata, readTitle } from './page-metadata.ts';
import type { LineNumber } from './read-number.ts';

/** A line of a page's text, and what the page says of it. */
export interface PageLine {
  text: string;
  /** The line of the file from which it comes. */
  line: number;
  /** The number of a list before it, which a browser prints. */
  number?: LineNumber | undefined;
  /** How many ordered lists it is in. */
  depth: number;
  /** Whether it is in a list of any kind. */
  isListed?: boolean;
  /** Whether it is the document's heading, in a footer, or a note at the end. */
  role?: 'title' | 'closing' | 'endnote' | undefined;
  /** The level of another heading: 2 for `<h2>`, `boldLevel` for a line that is bold. */
  level?: number | undefined;
}

/** The text of a page, and what an editor should know of it. */
interface PageText {
  metadata: PageMetadata;
  /** Titles that the page gives itself, the best first. */
  titles: string[];
  lines: PageLine[];
  errors: ImportIssue[];
  warnings: ImportIssue[];
}

/** The level of lines that are headings only by their looks: below `<h6>`. */
export const boldLevel = 7;
const boldElements = 'b, strong, u, [style*="font-weight:bold"], [style*="font-weight: bold"]';

/** Links from a note to the place that refers to it. */
const backLink = /^(?:[↩↑⏎^\s]|\uFE0E|\uFE0F)+$/u;

/** Characters that only say where a line may be broken, and that a byte-order mark leaves. */
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** Characters that Unicode has raised and lowered, in one order. */
const digits = {
  plain: '0123456789+−-n',
  sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ',
  sub: '₀₁₂₃₄₅₆₇₈₉₊₋₋ₙ',
};

/**
 * Extracts the text of a page's main content. Blocks are separated by blank lines, and `<br>` starts a line. Nothing is
 * added but what browsers print: the numbers of ordered lists, quotation marks of `<q>`, raised and lowered digits.
 *
 * @param bytes the page, in the encoding that it states, else UTF-8
 */
export function extractText(bytes: Uint8Array): PageText {
  const $ = loadBuffer(Buffer.from(bytes), {
    encoding: { defaultEncoding: 'utf-8' },
    sourceCodeLocationInfo: true,
  });
  const metadata = readMetadata($);
  const pageTitle = readTitle($);
  const styleOf = readListStyles($);
  const hasCounters = /\bcounters?\(/u.test($('style').text());
  const hasStylesheet = $('link[rel~=stylesheet]').length > 0;
  separateWords($);
  markNotes($);
  const { root, heading, leftOut } = findMainContent($, pageTitle);
  const errors = findLossy($);
  const warnings = leftOut.map((element) => issueAt('import/left-out', element, inlineText($(element))));
  warnings.push(...writeOut($));
  for (const list of $<Element, string>('ol').toArray()) {
    const [entry] = $(list).children('li').toArray();
    const isUnknown = hasStylesheet && list.attribs.class !== undefined && styleOf(list) === undefined;
    if (entry && (isUnknown || (hasCounters && !findListNumber(entry, list, styleOf))))
      warnings.push(issueAt('import/list-style-unknown', entry, inlineText($(entry))));
  }
  const lines = root ? readLines($, root, heading, styleOf) : [];
  for (const own of lines) {
    const text = own.text.replace(invisible, '');
    if (text !== own.text) warnings.push(createIssue('import/invisible-character', own.line));
    own.text = text;
  }
  const title = lines.findIndex(({ role }) => role === 'title');
  return {
    metadata,
    titles: [heading ? inlineText($(heading)) : '', pageTitle].filter((text) => text !== ''),
    lines: lines.filter(
      ({ text }, index) => !isCounterLine(text) && (index >= title || classifyLine(text) !== 'page'),
    ),
    ...{ errors, warnings },
  };
}

function issueAt(code: ImportIssue['code'], element: Element, ...values: string[]): ImportIssue {
  return createIssue(code, element.sourceCodeLocation?.startLine, ...values);
}

/** Keeps the words of two elements apart where a browser shows them apart. */
function separateWords($: CheerioAPI): void {
  $(`${blockElements}, br`).before(' ').after(' ');
  // The parts of a heading are often separated by a style sheet alone.
  for (const part of $(':is(h1, h2, h3, h4, h5, h6) span + span').toArray())
    if (/\p{Ll}$/u.test($(part).prev().text()) && /^\p{Lu}/u.test($(part).text())) $(part).before(' ');
}

/** Gives notes their role, by their links back, and removes the arrows of these. */
function markNotes($: CheerioAPI): void {
  for (const link of $('a[href*="#"]').toArray()) {
    if (!backLink.test($(link).text())) continue;
    $(link).closest('li, p').attr('role', 'doc-endnote');
    $(link).remove();
  }
}

/** What a text without marks would alter: words that are struck out, and tables. */
function findLossy($: CheerioAPI): ImportIssue[] {
  const struck = $<Element, string>('del, s, strike').filter((_, own) => inlineText($(own)) !== '');
  const tables = $<Element, string>('table').filter((_, own) => isDataTable($, own));
  return [
    ...struck.toArray().map((own) => issueAt('import/struck-text', own, `<${own.name}>`, inlineText($(own)))),
    ...tables.toArray().map((own) => issueAt('import/table', own, inlineText($(own)))),
  ];
}

/** Whether a table has rows of several cells. One whose largest cell has nearly all of its text lays a page out. */
function isDataTable($: CheerioAPI, table: Element): boolean {
  const cells = (within: Element): number[] => {
    const lengths = $(within)
      .find('td, th')
      .toArray()
      .map((cell) => inlineText($(cell)).length);
    return lengths.filter((length) => length > 0);
  };
  const largest = Math.max(0, ...cells(table));
  const isLayout = largest > 0.8 * inlineText($(table)).length;
  const rows = $<Element, string>(table).find('tr').toArray();
  return !isLayout && rows.some((row) => cells(row).length > 1);
}

/** Writes out what HTML says by elements: quotation marks, raised and lowered digits, the gap after a number. */
function writeOut($: CheerioAPI): ImportIssue[] {
  for (const number of $('span, b, strong').toArray())
    if (number.next && isTag(number.next) && /^[(（]?[0-9IVX]{1,4}[.)）]?$/u.test($(number).text()))
      $(number).not(':has(+ sup, + sub)').after(' ');
  for (const quote of $('q').toArray()) {
    const isInner = $(quote).parents('q').length % 2 === 1;
    $(quote)
      .prepend(isInner ? '‘' : '“')
      .append(isInner ? '’' : '”');
  }
  return $<Element, string>('sup, sub')
    .toArray()
    .flatMap((element) => {
      const text = inlineText($(element));
      if (/^[\d+−n-]+$/u.test(text)) {
        const raised = digits[element.name === 'sup' ? 'sup' : 'sub'];
        $(element).text(text.replace(/./gu, (character) => raised.charAt(digits.plain.indexOf(character))));
        return [];
      }
      // Ordinals read the same without.
      if (/^(?:st|nd|rd|th|TM|SM|®|)$/iu.test(text)) return [];
      return [issueAt('import/raised-text', element, `<${element.name}>`, text)];
    });
}

/** Reads an element into lines, with blank ones between blocks. White space is one space, and none at a line's ends. */
function readLines(
  $: CheerioAPI,
  root: Element,
  heading: Element | undefined,
  styleOf: ListStyles,
): PageLine[] {
  const lines: PageLine[] = [];
  let text = '';
  let line = 1;
  let depth = 0;
  let lists = 0;
  let number: LineNumber | undefined;
  let role: PageLine['role'];
  let level: number | undefined;
  let isBold = true;

  function endLine(isBlock: boolean): void {
    const own = text.replace(/ {2,}/gu, ' ').trim();
    text = '';
    if (own !== '') {
      const label = number ? `${'   '.repeat(depth - 1)}${number.label} ` : '';
      const numbered = number && { ...number, rest: own };
      const shown = level ?? (isBold ? boldLevel : undefined);
      const isListed = lists > 0;
      lines.push({ text: label + own, line, depth, isListed, number: numbered, role, level: shown });
      number = undefined;
      if (role === 'title') role = undefined;
    }
    isBold = true;
    const isBlank = own === '' ? !isBlock : isBlock;
    if (isBlank && lines.length > 0 && lines.at(-1)?.text !== '') lines.push({ text: '', line, depth: 0 });
  }

  function read(node: AnyNode): void {
    if (isText(node)) {
      const start = node.sourceCodeLocation?.startLine ?? line;
      const isPreformatted = $(node).closest('pre').length > 0;
      if (node.data.trim() !== '') isBold &&= $(node).closest(boldElements).length > 0;
      for (const [index, part] of (isPreformatted ? node.data.split('\n') : [node.data]).entries()) {
        if (index > 0) endLine(false);
        if (text.trim() === '') line = start + index + (/^\s*/u.exec(part)?.[0].split('\n').length ?? 1) - 1;
        text += part.replace(/[ \t\r\f\n]+/gu, ' ');
      }
    }
    if (!isTag(node)) return;
    if (node.name === 'br') {
      endLine(false);
      return;
    }
    const isBlock = $(node).is(blockElements);
    if (isBlock) endLine(true);
    const { parent } = node;
    const list = node.name === 'li' && parent && isTag(parent) && parent.name === 'ol' ? parent : undefined;
    if (list) {
      depth += 1;
      number = findListNumber(node, list, styleOf, depth);
    }
    const [, headingLevel] = /^h([1-6])$/u.exec(node.name) ?? [];
    if (headingLevel !== undefined) level = Number(headingLevel);
    const outer = role;
    if (node === heading) role = 'title';
    if (node.name === 'footer') role = 'closing';
    if ($(node).is('[role=doc-endnotes], [role=doc-endnote]')) role = 'endnote';
    const isList = node.name === 'ol' || node.name === 'ul';
    if (isList) lists += 1;
    for (const child of node.children) read(child);
    if (isList) lists -= 1;
    if (isBlock) endLine(true);
    if (headingLevel !== undefined) level = undefined;
    if (list) {
      depth -= 1;
      number = undefined;
    }
    if (role !== 'title') role = outer;
  }

  read(root);
  endLine(true);
  while (lines.at(-1)?.text === '') lines.pop();
  return lines;
}
