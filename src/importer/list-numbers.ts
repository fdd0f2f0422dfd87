/** The numbers that browsers print before the entries of ordered lists. */
import type { CheerioAPI } from 'cheerio';
import { type Element, isTag } from 'domhandler';
import { romanize } from 'romans';

/** A number of a list: as printed, its value, and the style that its list shares. */
export interface ListNumber {
  label: string;
  value: number;
  style: string;
}

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
export function findListNumber(entry: Element, list: Element, styleOf: ListStyles): ListNumber | undefined {
  const style = styleOf(entry) ?? styleOf(list) ?? 'decimal';
  if (/^(?:none|disc|circle|square|disclosure-.*|["'].*)$/u.test(style)) return undefined;
  const entries = list.children.filter(isTag).filter(({ name }) => name === 'li');
  const isReversed = 'reversed' in list.attribs;
  const start = Number.parseInt(list.attribs.start ?? '', 10);
  let value = Number.isNaN(start) ? (isReversed ? entries.length : 1) : start;
  for (const other of entries) {
    value = Number.parseInt(other.attribs.value ?? '', 10) || value;
    if (other === entry) break;
    value += isReversed ? -1 : 1;
  }
  // A list that counts down has its entries in order all the same.
  return {
    label: `${formatNumber(value, style)}.`,
    value: isReversed ? entries.indexOf(entry) + 1 : value,
    style,
  };
}

function formatNumber(value: number, style: string): string {
  const isRoman = style.endsWith('-roman');
  if (value < 1 || !/-(?:roman|alpha|latin)$/u.test(style)) return String(value);
  const text = isRoman ? romanize(value) : toLetters(value);
  return style.startsWith('upper') ? text : text.toLowerCase();
}

function toLetters(value: number): string {
  const last = String.fromCodePoint(65 + ((value - 1) % 26));
  return value > 26 ? toLetters(Math.floor((value - 1) / 26)) + last : last;
}
