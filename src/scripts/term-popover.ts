/** The explanation of a term, in place. */
import { createElement } from './dom.ts';
import { createPopover, openPopover } from './overlay.ts';

const note = createPopover('explanation');

/**
 * @param term the link in the text
 * @param entry the term among "People and topics in this item"
 */
export function openTermPopover(term: HTMLAnchorElement, entry: Element): void {
  const more = createElement('a', { href: term.href }, 'All mentions');
  const name = createElement('b', {}, entry.querySelector('a')?.textContent ?? '');
  note.replaceChildren(name, createElement('p', {}, entry.querySelector('small')?.textContent ?? ''), more);
  // When the note closes, the focus goes back to the term.
  term.focus();
  openPopover(note, `Explanation of ${term.textContent}`, term);
  more.focus();
}
