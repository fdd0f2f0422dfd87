import {
  GenerateFragmentStatus,
  generateFragment,
} from 'text-fragments-polyfill/dist/fragment-generation-utils.js';

/**
 * The text directive (`:~:text=…`) that marks what is selected, with as many words around it as make it the only one
 * on the page (WICG, Text Fragments).
 *
 * @returns '' where no directive can name the words; the address then leads to the paragraph alone
 */
export function createTextFragment(selection: Selection): string {
  const { status, fragment } = generateFragment(selection);
  if (status !== GenerateFragmentStatus.SUCCESS || !fragment) return '';
  const { prefix, textStart, textEnd, suffix } = fragment;
  // A hyphen is a sign of the directive's own grammar.
  const encoded = (text: string): string => encodeURIComponent(text).replace(/-/g, '%2D');
  const parts = [
    prefix ? [`${encoded(prefix)}-`] : [],
    [encoded(textStart)],
    textEnd ? [encoded(textEnd)] : [],
    suffix ? [`-${encoded(suffix)}`] : [],
  ];
  return `:~:text=${parts.flat().join(',')}`;
}
