/** The numbers that browsers print before the entries of ordered lists. */
import type { CheerioAPI } from 'cheerio';
import { type Element, isTag } from 'domhandler';
import { romanize } from 'romans';
import type { LineNumber } from './read-number.ts';

/** The `list-style-type` of an element, where the page states one. */
export type ListStyles = (element: Element) => string | undefined;

const styleOfType: Readonly<Record<string, string>> = {
  ...{ 1: 'decimal', a: 'lower-alpha', A: 'upper-alpha', i: 'lower-roman', I: 'upper-roman' },
};

/** Reads the list styles of a page: attributes, inline styles and the page's own `<style>` elements. */
export function readListStyles($: CheerioAPI): ListStyles {
  const fromRules = new Map<Element, string>();
  const rules = $('style')
    .text()
    .replace(/\/\*[\s\S]*?\*\//gu, '');
  for (const [, selector = '', declarations = ''] of rules.matchAll(/([^{}@;]+)\{([^{}]*)\}/gu)) {
    const style = declaredStyle(declarations);
    // Other selectors, such as `li::marker`, say nothing of the list.
    if (style === undefined || selector.includes(':')) continue;
    for (const element of $(selector).toArray()) if (isTag(element)) fromRules.set(element, style);
  }
  return (element) =>
    declaredStyle(element.attribs.style ?? '') ??
    fromRules.get(element) ??
    styleOfType[element.attribs.type ?? ''];
}

function declaredStyle(declarations: string): string | undefined {
  const [, value = ''] = /(?:^|[;\s])list-style(?:-type)?\s*:\s*([^;]+)/iu.exec(declarations) ?? [];
  const style = value.replace(/url\([^)]*\)|\b(?:inside|outside)\b|!important/giu, '').trim();
  return style === '' ? undefined : style.toLowerCase();
}

/** Finds the number of an entry by its place in its list; undefined where a browser prints none. */
export function findListNumber(
  entry: Element,
  list: Element,
  styleOf: ListStyles,
  depth = 1,
): LineNumber | undefined {
  const style = styleOf(entry) ?? styleOf(list) ?? 'decimal';
  if (/^(?:none|disc|circle|square|disclosure-.*|["'].*)$/u.test(style)) return undefined;
  const entries = list.children.filter(isTag).filter(({ name }) => name === 'li');
  const isReversed = 'reversed' in list.attribs;
  let printed = integer(list.attribs.start) ?? (isReversed ? entries.length : 1);
  for (const other of entries) {
    printed = integer(other.attribs.value) ?? printed;
    if (other === entry) break;
    printed += isReversed ? -1 : 1;
  }
  return {
    style: `list ${String(depth)} ${style}`,
    label: `${formatNumber(printed, style)}.`,
    // A list that counts down has its entries in order all the same.
    value: isReversed ? entries.indexOf(entry) + 1 : printed,
    rest: '',
  };
}

function integer(text = ''): number | undefined {
  const value = Number.parseInt(text, 10);
  return Number.isNaN(value) ? undefined : value;
}

function formatNumber(value: number, style: string): string {
  if (value < 1 || !/-(?:roman|alpha|latin)$/u.test(style)) return String(value);
  const text = style.endsWith('-roman') ? romanize(value) : toLetters(value);
  return style.startsWith('upper') ? text : text.toLowerCase();
}

/** A to Z, AA to AZ … */
function toLetters(value: number): string {
  const before = value > 26 ? toLetters(Math.floor((value - 1) / 26)) : '';
  return before + String.fromCodePoint(65 + ((value - 1) % 26));
}
