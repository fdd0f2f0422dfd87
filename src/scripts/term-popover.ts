/** The explanation of a term, in place. */
import { element } from './dom.ts';
import { closeWhenLeft, showBelow } from './popover.ts';

const note = element('div', { className: 'links explanation', popover: 'auto', role: 'group' });
closeWhenLeft(note);

/**
 * Shows what "Mentioned here" says of a term, below the term's words.
 *
 * @param term the link in the text
 * @param entry the term's entry in "Mentioned here"
 */
export function explain(term: HTMLAnchorElement, entry: Element): void {
  note.ariaLabel = `Explanation of ${term.textContent}`;
  const more = element('a', { href: term.href }, 'Where it is mentioned');
  const name = element('b', {}, entry.querySelector('a')?.textContent ?? '');
  note.replaceChildren(name, element('p', {}, entry.querySelector('small')?.textContent ?? ''), more);
  // Behind the paragraph, so that its words stay its own; Escape gives the focus back to the term.
  term.focus();
  term.closest('p')?.after(note);
  showBelow(note, term.getBoundingClientRect());
  more.focus();
}
