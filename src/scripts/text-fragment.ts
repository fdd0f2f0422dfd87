import { generateFragmentFromRange } from 'text-fragments-polyfill/dist/fragment-generation-utils.js';

/**
 * The text directive (`:~:text=…`) that marks the words of a range, with as many words around them as make them unique on
 * the page (WICG, Text Fragments); '' if there is none, so that the URL leads to the passage's sentence or paragraph.
 */
export function createTextFragment(range: Range): string {
  const { fragment } = generateFragmentFromRange(range.cloneRange());
  if (!fragment) return '';
  const { prefix, textStart, textEnd, suffix } = fragment;
  // A hyphen is part of the directive's own grammar.
  const encode = (text = ''): string => encodeURIComponent(text).replace(/-/g, '%2D');
  const parts = [
    prefix && `${encode(prefix)}-`,
    encode(textStart),
    textEnd && encode(textEnd),
    suffix && `-${encode(suffix)}`,
  ];
  return `:~:text=${parts.filter(Boolean).join(',')}`;
}
