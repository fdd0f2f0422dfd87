/** The explanation of a term, in place. */
import { createElement } from './dom.ts';
import { closeOnFocusOut, openBelow } from './popover.ts';

const note = createElement('div', { className: 'links explanation', popover: 'auto', role: 'group' });
closeOnFocusOut(note);

/**
 * Shows what "Mentioned here" says of a term, below the term's words.
 *
 * @param term the link in the text
 * @param entry the term's entry in "Mentioned here"
 */
export function openTermPopover(term: HTMLAnchorElement, entry: Element): void {
  note.ariaLabel = `Explanation of ${term.textContent}`;
  const more = createElement('a', { href: term.href }, 'Where it is mentioned');
  const name = createElement('b', {}, entry.querySelector('a')?.textContent ?? '');
  note.replaceChildren(name, createElement('p', {}, entry.querySelector('small')?.textContent ?? ''), more);
  // Behind the paragraph, so that its words stay its own; Escape gives the focus back to the term.
  term.focus();
  term.closest('p')?.after(note);
  openBelow(note, term.getBoundingClientRect());
  more.focus();
}
