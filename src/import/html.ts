/** The text of a saved page as a reader sees it, line by line. */
import { type CheerioAPI, loadBuffer } from 'cheerio';
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { hiddenSign } from '../record/smuggled.ts';
import type { Problem } from './problem.ts';

/** What a page holds beside its text, for the front matter. */
export interface PageFacts {
  /** The page's own address, where it states one. */
  address?: string;
  /** The same page in other languages. */
  translations: { language: string; address: string }[];
  /** The texts of its headings of the first level. */
  headings: string[];
}

/** The text of a page: its lines, the line of the file from which each comes, and what is to be said of it. */
export interface PageText extends PageFacts {
  lines: { text: string; line: number }[];
  problems: Problem[];
  warnings: Problem[];
}

/** What shows nothing of its content, or is no text. */
const unseen = new Set([
  ...['head', 'title', 'script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math'],
  ...['audio', 'video', 'canvas', 'map', 'datalist', 'rp', 'textarea', 'select'],
]);

/** What stands on lines of its own. */
const blocks = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog'],
  ...['dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4'],
  ...['h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre'],
  ...['search', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]);

/** Signs that only say where a line may be broken, and that a byte-order mark leaves. */
const breaks = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/**
 * Reads the text of a page. Blocks are set apart by blank lines, and `<br>` starts a line. Nothing is added but the
 * numbers of ordered lists, which browsers print and readers cite; a warning says so.
 *
 * @param bytes the page, in the encoding that it states, else UTF-8
 */
export function readPage(bytes: Uint8Array): PageText {
  const $ = loadBuffer(Buffer.from(bytes), {
    encoding: { defaultEncoding: 'utf-8' },
    sourceCodeLocationInfo: true,
  });
  const page: PageText = { ...factsOf($), lines: [], problems: [], warnings: [] };
  const body = $('body').get(0);
  const writer = new LineWriter();
  if (body) write(body, writer, page, false);
  writer.end(true);
  page.lines = writer.lines;
  return page;
}

/** Lines as they grow. White space is one space, and none at a line's ends. */
class LineWriter {
  readonly lines: { text: string; line: number }[] = [];
  private text = '';
  private line = 1;

  put(words: string, line: number): void {
    if (this.text === '') {
      this.line = line + (/^[ \t\r\f\n]*/u.exec(words)?.[0].split('\n').length ?? 1) - 1;
    }
    const joined = this.text + words.replace(/[ \t\r\f\n]+/gu, ' ');
    this.text = joined.replace(/ {2,}/gu, ' ').replace(/^ /u, '');
  }

  /** Ends the line, with a blank one behind it where a block ends. */
  end(block: boolean): void {
    const text = this.text.trimEnd();
    if (text !== '') this.lines.push({ text, line: this.line });
    else if (!block && this.lines.at(-1)?.text !== '') this.lines.push({ text: '', line: this.line });
    if (block && this.lines.length > 0 && this.lines.at(-1)?.text !== '')
      this.lines.push({ text: '', line: this.line });
    this.text = '';
  }
}

function write(node: AnyNode, writer: LineWriter, page: PageText, preformatted: boolean): void {
  if (isText(node)) {
    const line = node.sourceCodeLocation?.startLine ?? 1;
    const words = node.data.replace(breaks, '');
    if (words !== node.data)
      page.warnings.push({
        line,
        problem: `holds ${hiddenSign(node.data) ?? 'an invisible character'}, which was left out`,
      });
    if (!preformatted) writer.put(words, line);
    else {
      for (const [index, part] of words.split(/\r\n|\r|\n/u).entries()) {
        if (index > 0) writer.end(false);
        writer.put(part, line + index);
      }
    }
    return;
  }
  if (!isTag(node) || isHidden(node)) return;
  if (node.name === 'br') {
    writer.end(false);
    return;
  }
  const block = blocks.has(node.name);
  if (block) writer.end(true);
  if (node.name === 'table' && isDataTable(node)) {
    const line = lineOf(node);
    const problem =
      'is a table; an import would tear its cells apart: write it as text, or leave it out of the page';
    page.problems.push({ line, problem });
  }
  const number = node.name === 'li' ? numberOf(node, page) : '';
  if (number !== '') writer.put(`${number} `, lineOf(node));
  for (const child of node.children) write(child, writer, page, preformatted || node.name === 'pre');
  if (block) writer.end(true);
}

function lineOf(node: Element): number {
  return node.sourceCodeLocation?.startLine ?? 1;
}

function isHidden({ name, attribs }: Element): boolean {
  const style = attribs.style ?? '';
  return (
    unseen.has(name) ||
    'hidden' in attribs ||
    (name === 'input' && attribs.type === 'hidden') ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/iu.test(style)
  );
}

/**
 * Whether a table has two cells with text in one row. One with a single column only lays a page out, and so does one
 * with a cell that holds headings, a table or paragraphs, and none with the name of a column.
 */
function isDataTable(table: Element): boolean {
  const rows: number[] = [];
  const within = (name: RegExp): number => countOf(table, name) - (name.test(table.name) ? 1 : 0);
  if (within(/^th$/u) === 0 && within(/^(?:h[1-6]|table)$/u) + Math.floor(within(/^p$/u) / 4) > 0)
    return false;
  const visit = (node: AnyNode): void => {
    if (!isTag(node) || (node !== table && node.name === 'table')) return;
    if (node.name === 'tr')
      rows.push(node.children.filter((cell) => isTag(cell) && /\S/u.test(textOf(cell))).length);
    for (const child of node.children) visit(child);
  };
  visit(table);
  return rows.some((cells) => cells > 1);
}

/** How many elements of a name there are in an element, itself included. */
function countOf(node: AnyNode, name: RegExp): number {
  if (!isTag(node) || isHidden(node)) return 0;
  return node.children.reduce((sum, child) => sum + countOf(child, name), name.test(node.name) ? 1 : 0);
}

function textOf(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node) || isHidden(node)) return '';
  return node.children.map(textOf).join('');
}

/** The number that a browser prints before an entry of an ordered list, or ''. */
function numberOf(entry: Element, page: PageText): string {
  const list = entry.parent;
  if (!list || !isTag(list) || list.name !== 'ol') return '';
  const text = textOf(entry).trim();
  const own = /^(?:[0-9０-９]{1,2}[.．)）\s]|[(（][^\s()（）]{1,4}[)）]|[-–—•・●○])/u.test(text);
  if (own || text === '' || isPlainList(list)) return '';
  const entries = list.children.filter(isTag).filter(({ name }) => name === 'li');
  // A list of links leads to pages or to places of this one.
  if (entries.every((child) => linkText(child) === textOf(child).trim())) return '';
  if (isWithin(list, (ancestor) => ancestor.name === 'li')) {
    const problem =
      'has a numbered list (<ol>) in another; its numbers were left out, for they are not the document’s';
    if (entries[0] === entry) page.warnings.push({ line: lineOf(entry), problem });
    return '';
  }
  let number = Number.parseInt(list.attribs.start ?? '1', 10) || 1;
  for (const other of entries) {
    number = Number.parseInt(other.attribs.value ?? '', 10) || number;
    if (other === entry) break;
    number += 1;
  }
  const label = `${numeral(number, list.attribs.type ?? '1')}.`;
  const problem = `the number “${label}” is that of a list (<ol>): browsers print it, so it was written into the text`;
  page.warnings.push({ line: lineOf(entry), problem });
  return label;
}

function linkText(entry: Element): string {
  return entry.children
    .map((child) => (isTag(child) && child.name === 'a' ? textOf(child) : ''))
    .join('')
    .trim();
}

/** Whether a list is printed without numbers: navigation, breadcrumbs, or by its style. */
function isPlainList(list: Element): boolean {
  if (/list-style(?:-type)?\s*:[^;]*\bnone\b/iu.test(list.attribs.style ?? '')) return true;
  return isWithin(
    list,
    ({ name, attribs }) =>
      name === 'nav' || /breadcrumb|topicpath|\bnav/iu.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`),
  );
}

/** Whether a test holds for an element, or for one that it stands in. */
function isWithin(element: Element, test: (own: Element) => boolean): boolean {
  if (test(element)) return true;
  return element.parent !== null && isTag(element.parent) && isWithin(element.parent, test);
}

function numeral(number: number, type: string): string {
  if (/^a$/iu.test(type)) {
    const letter = String.fromCodePoint(96 + (((number - 1) % 26) + 1));
    return type === 'A' ? letter.toUpperCase() : letter;
  }
  if (/^i$/iu.test(type)) {
    const roman = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
    const value = `${'x'.repeat(Math.floor(number / 10))}${roman[number % 10] ?? ''}`;
    return type === 'I' ? value.toUpperCase() : value;
  }
  return String(number);
}

function factsOf($: CheerioAPI): PageFacts {
  const web = (address: string | undefined): string | undefined =>
    address !== undefined && URL.canParse(address) && /^https?:/u.test(address) ? address : undefined;
  // Browsers write the address of a page that they save into a comment.
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/u.exec($.root().html()?.slice(0, 2000) ?? '')?.[1];
  const address =
    web($('link[rel~=canonical]').attr('href')) ??
    web($('meta[property="og:url"]').attr('content')) ??
    web(saved);
  const translations = $('link[rel~=alternate][hreflang]')
    .toArray()
    .flatMap((link) => {
      const other = web(link.attribs.href);
      const language = link.attribs.hreflang ?? '';
      const foreign = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u.test(language) && !language.startsWith('en');
      return other !== undefined && foreign ? [{ language, address: other }] : [];
    });
  const headings = $('h1')
    .toArray()
    .map((heading) => textOf(heading).replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '');
  return { ...(address !== undefined && { address }), translations, headings };
}
