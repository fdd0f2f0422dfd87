/** The numbers that browsers print before the entries of ordered lists. */
import type { CheerioAPI } from 'cheerio';
import { type Element, isTag } from 'domhandler';
import { romanize } from 'romans';
import { type ImportIssue, createIssue } from './issues.ts';
import { inlineText } from './main-content.ts';
import type { LineNumber } from './read-number.ts';

const styleOfType: Readonly<Record<string, string>> = {
  1: 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** Reads the list styles of a page: attributes, inline styles and the page's own `<style>` elements. */
export function readListStyles($: CheerioAPI) {
  const fromRules = new Map<Element, string>();
  const css = $('style').text();
  const rules = css.replace(/\/\*[\s\S]*?\*\//gu, '').matchAll(/([^{}@;]+)\{([^{}]*)\}/gu);
  for (const [, selector = '', declarations = ''] of rules) {
    const style = declaredStyle(declarations);
    // Other selectors, such as `li::marker`, say nothing of the list.
    if (style === undefined || selector.includes(':')) continue;
    for (const element of $(selector).toArray()) if (isTag(element)) fromRules.set(element, style);
  }
  return {
    /** The `list-style-type` of an element, where the page states one. */
    styleOf: (element: Element): string | undefined =>
      declaredStyle(element.attribs.style) ??
      fromRules.get(element) ??
      styleOfType[element.attribs.type ?? ''],
    hasCounters: /\bcounters?\(/u.test(css),
    hasStylesheet: $('link[rel~=stylesheet]').length > 0,
  };
}

function declaredStyle(declarations = ''): string | undefined {
  const [, value = ''] = /(?:^|[;\s])list-style(?:-type)?\s*:\s*([^;]+)/iu.exec(declarations) ?? [];
  const style = value.replace(/url\([^)]*\)|\b(?:inside|outside)\b|!important/giu, '').trim();
  return style === '' ? undefined : style.toLowerCase();
}

/** The numbers of the entries of a page's lists; none where a browser prints none. */
export function numberLists($: CheerioAPI, styles: ReturnType<typeof readListStyles>, issues: ImportIssue[]) {
  const { styleOf, hasCounters, hasStylesheet } = styles;
  const numbers = new Map<Element, LineNumber>();
  for (const list of $<Element, string>('ol').toArray()) {
    const entries = $(list).children('li').toArray();
    const depth = $(list).parents('ol, ul').length + 1;
    const isReversed = 'reversed' in list.attribs;
    let printed = integer(list.attribs.start) ?? (isReversed ? entries.length : 1);
    for (const [index, entry] of entries.entries()) {
      printed = integer(entry.attribs.value) ?? printed;
      const style = styleOf(entry) ?? styleOf(list) ?? 'decimal';
      // A list that counts down has its entries in order all the same.
      const value = isReversed ? index + 1 : printed;
      const number = {
        style: `list ${String(depth)} ${style}`,
        label: formatNumber(printed, style),
        value,
        rest: '',
      };
      if (!/^(?:none|disc|circle|square|disclosure-.*|["'].*)$/u.test(style)) numbers.set(entry, number);
      printed += isReversed ? -1 : 1;
    }
    const [first] = entries;
    const isUnknown = hasStylesheet && list.attribs.class !== undefined && styleOf(list) === undefined;
    if (first && (isUnknown || (hasCounters && !numbers.has(first)))) {
      const line = first.sourceCodeLocation?.startLine;
      issues.push(createIssue('import/list-style-unknown', line, inlineText($(first))));
    }
  }
  return numbers;
}

function integer(text = ''): number | undefined {
  const value = Number.parseInt(text, 10);
  return Number.isNaN(value) ? undefined : value;
}

function formatNumber(value: number, style: string): string {
  const isLetter = /-(?:alpha|latin)$/u.test(style) && value > 0 && value < 27;
  const isRoman = style.endsWith('-roman') && value > 0;
  const text = isRoman ? romanize(value) : isLetter ? String.fromCodePoint(64 + value) : String(value);
  return `${style.startsWith('upper') ? text : text.toLowerCase()}.`;
}
