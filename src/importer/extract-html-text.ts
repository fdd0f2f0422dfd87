/** The text of a saved page as a reader sees it, line by line. */
import { type CheerioAPI, loadBuffer } from 'cheerio';
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { classifyLine } from './classify-lines.ts';
import { type ImportIssue, createIssue } from './import-issues.ts';
import { type ListNumber, type ListStyles, findListNumber, readListStyles } from './list-numbers.ts';
import {
  findMainContent,
  inlineText,
  isFurniture,
  isHidden,
  linkShare,
  visibleText,
} from './main-content.ts';
import { type PageMetadata, readMetadata } from './page-metadata.ts';

/** A line of a page's text, and what the page says of it. */
export interface PageLine {
  text: string;
  /** The line of the file from which it comes. */
  line: number;
  /** The number of a list before it, which a browser prints, and how deep the list is nested. */
  number?: ListNumber & { depth: number };
  /** How many ordered lists it stands in. */
  depth: number;
  /** Whether it is the document's heading. */
  isTitle: boolean;
  /** Whether it stands in a footer. */
  isClosing: boolean;
}

/** The text of a page, and what is to be said of it. */
interface PageText extends PageMetadata {
  lines: PageLine[];
  errors: ImportIssue[];
  warnings: ImportIssue[];
}

/** Elements that stand on lines of their own. */
const blocks = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog'],
  ...['dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4'],
  ...['h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre'],
  ...['search', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]);

/** Characters that only say where a line may be broken, and that a byte-order mark leaves. */
const breaks = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

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
  const { roots, heading } = findMainContent($);
  const page = new PageReader($, heading);
  for (const root of roots) page.read(root);
  return { ...readMetadata($, heading), lines: page.finish(), errors: page.errors, warnings: page.warnings };
}

/** Reads elements into lines. White space is one space, and none at a line's ends. */
class PageReader {
  readonly lines: PageLine[] = [];
  readonly errors: ImportIssue[] = [];
  readonly warnings: ImportIssue[] = [];
  private readonly $: CheerioAPI;
  private readonly heading: Element | undefined;
  private readonly styleOf: ListStyles;
  private readonly isStyledOutside: boolean;
  private readonly hasCounters: boolean;
  private headingSeen: boolean;
  private text = '';
  private line = 1;
  private depth = 0;
  private closing = 0;
  private quotes = 0;
  private preformatted = 0;
  private number: PageLine['number'];

  constructor($: CheerioAPI, heading: Element | undefined) {
    this.$ = $;
    this.heading = heading;
    this.headingSeen = heading === undefined;
    this.styleOf = readListStyles($);
    this.hasCounters = /\bcounters?\(/u.test($('style').text());
    this.isStyledOutside = $('link[rel~=stylesheet]').length > 0;
  }

  finish(): PageLine[] {
    this.endLine(true);
    while (this.lines.at(-1)?.text === '') this.lines.pop();
    const title = this.lines.findIndex(({ isTitle }) => isTitle);
    const isAround = ({ text }: PageLine, index: number): boolean =>
      index < title && /^(?:breadcrumb|page|language)$/u.test(classifyLine(text));
    return this.lines.filter((line, index) => !isAround(line, index));
  }

  read(node: AnyNode): void {
    if (isText(node)) this.readText(node.data, node.sourceCodeLocation?.startLine ?? 1);
    if (!isTag(node) || isHidden(node) || this.isLeftOut(node)) return;
    if (node.name === 'br') {
      this.endLine(false);
      return;
    }
    if (/^(?:del|s|strike)$/u.test(node.name) && inlineText(node) !== '')
      this.errors.push(
        createIssue('import/struck-text', startLine(node), `<${node.name}>`, inlineText(node)),
      );
    if (node.name === 'table' && isDataTable(node, this.$))
      this.errors.push(createIssue('import/table', startLine(node), inlineText(node)));
    if (node.name === 'sup' || node.name === 'sub') {
      this.readRaised(node, node.name);
      return;
    }
    const block = blocks.has(node.name);
    if (block) this.endLine(true);
    if (node === this.heading) this.headingSeen = true;
    if (node.name === 'q') this.readText(this.quotes++ % 2 === 0 ? '“' : '‘', startLine(node));
    const closes = node.name === 'footer' ? 1 : 0;
    const numbered = node.name === 'li' ? this.startEntry(node) : 0;
    this.closing += closes;
    if (node.name === 'pre') this.preformatted += 1;
    for (const child of node.children) this.read(child);
    if (node.name === 'q') this.readText(--this.quotes % 2 === 0 ? '”' : '’', startLine(node));
    if (block) this.endLine(true, node === this.heading);
    if (node.name === 'pre') this.preformatted -= 1;
    this.closing -= closes;
    this.depth -= numbered;
  }

  private readText(data: string, line: number): void {
    const words = data.replace(breaks, '');
    if (words !== data) this.warnings.push(createIssue('import/invisible-character', line, data.trim()));
    for (const [index, part] of (this.preformatted > 0 ? words.split(/\r\n|\r|\n/u) : [words]).entries()) {
      if (index > 0) this.endLine(false);
      if (this.text === '')
        this.line = line + index + (/^[ \t\r\f\n]*/u.exec(part)?.[0].split('\n').length ?? 1) - 1;
      const joined = this.text + part.replace(/[ \t\r\f\n]+/gu, ' ');
      this.text = joined.replace(/ {2,}/gu, ' ').replace(/^ /u, '');
    }
  }

  /** Raised and lowered digits have characters of their own; ordinals read the same without. */
  private readRaised(node: Element, name: 'sup' | 'sub'): void {
    const text = visibleText(node);
    const isDigits = /^[\d+−n-]+$/u.test(text.trim());
    if (isDigits)
      this.readText(
        text.trim().replace(/./gu, (character) => digits[name].charAt(digits.plain.indexOf(character))),
        startLine(node),
      );
    else {
      if (!/^\s*(?:st|nd|rd|th|TM|SM|®|)\s*$/iu.test(text))
        this.warnings.push(createIssue('import/raised-text', startLine(node), `<${name}>`, text.trim()));
      this.readText(text, startLine(node));
    }
  }

  /** Ends the line, with a blank one after it where a block ends. */
  private endLine(block: boolean, isTitle = false): void {
    const text = this.text.trimEnd();
    this.text = '';
    if (text !== '') {
      const indent = this.number && this.number.depth > 1 ? '   '.repeat(this.number.depth - 1) : '';
      const number = this.number ? `${indent}${this.number.label} ` : '';
      const hints = { depth: this.depth, isTitle, isClosing: this.closing > 0 };
      this.lines.push({
        ...{ text: number + text, line: this.line, ...hints },
        ...(this.number && { number: this.number }),
      });
      this.number = undefined;
    }
    const blank = { text: '', line: this.line, depth: 0, isTitle: false, isClosing: false };
    if ((text === '' ? !block : block) && this.lines.length > 0 && this.lines.at(-1)?.text !== '')
      this.lines.push(blank);
  }

  /** Starts an entry of a list with the number that a browser prints. @returns by how much it is deeper */
  private startEntry(entry: Element): number {
    const list = entry.parent;
    if (!list || !isTag(list) || list.name !== 'ol') return 0;
    this.depth += 1;
    const text = inlineText(entry);
    const typed = /^(?:[0-9０-９]{1,3}[.．)）\s]|[(（][^\s()（）]{1,4}[)）]|[-–—•・●○])/u.test(text);
    if (typed || text === '' || linkShare(entry, this.$) > 0.9) return 1;
    const printed = findListNumber(entry, list, this.styleOf);
    const isFirst = list.children.find((child) => isTag(child) && child.name === 'li') === entry;
    const isUnknown = (this.styleOf(entry) ?? this.styleOf(list)) === undefined && this.isStyledOutside;
    if (isFirst && ((isUnknown && list.attribs.class !== undefined) || (!printed && this.hasCounters)))
      this.warnings.push(createIssue('import/list-style-unknown', startLine(entry), text));
    if (printed) this.number = { ...printed, depth: this.depth };
    return 1;
  }

  /** Whether an element is no part of the text. What may be text after all is named. */
  private isLeftOut(node: Element): boolean {
    if (this.heading && this.$(node).find(this.heading).length > 0) return false;
    if (node === this.heading) return false;
    const isOuter = this.$(node).closest('main, article, [role=main]').length === 0;
    if (/^(?:header|footer)$/u.test(node.name) && isOuter) return true;
    const isList = /^(?:ul|ol|dl)$/u.test(node.name);
    const entries = node.children.filter(isTag);
    const linked = entries.filter((own) => linkShare(own, this.$) > 0.8).length;
    const leads = isList && linked > 0 && entries.slice(0, -1).every((own) => linkShare(own, this.$) > 0.8);
    const inPage = isList && linked === entries.length && this.$(node).find('a[href^="#"]').length >= linked;
    const trail = !this.headingSeen && blocks.has(node.name) && linkShare(node, this.$) > 0.3;
    if (!isFurniture(node) && !inPage && !(leads && linked > 0 && !this.headingSeen) && !trail) return false;
    const text = inlineText(node);
    if (
      /^(?:aside|div|section|p)$/u.test(node.name) &&
      /\p{Ll}{3,}[^.]* [^.]*\.(?:\s|$)/u.test(text) &&
      this.headingSeen
    )
      this.warnings.push(createIssue('import/left-out', startLine(node), text));
    return true;
  }
}

function startLine(node: Element): number {
  return node.sourceCodeLocation?.startLine ?? 1;
}

/**
 * Whether a table has two cells with text in one row. One with a single column only lays a page out, and so does one
 * with a cell that holds headings, a table or paragraphs, and none with the name of a column.
 */
function isDataTable(table: Element, $: CheerioAPI): boolean {
  const within = $(table).find('*').not('[hidden], [hidden] *');
  const isLayout = within.is('h1, h2, h3, h4, h5, h6, table') || within.filter('p').length >= 4;
  if (!within.is('th') && isLayout) return false;
  return within
    .filter('tr')
    .toArray()
    .some(
      (row) =>
        $(row)
          .children()
          .toArray()
          .filter((cell) => inlineText(cell) !== '').length > 1,
    );
}
