/** Hits as elements. Everything is text: nothing of a query or of the index is ever read as HTML. */
import { element } from '../browser/element.ts';
import type { Answer, Hit } from './engine.ts';

/** A link to a hit. It shows the lasting address; the words to mark travel with a click only. */
export function hitLink({ address, words, title }: Hit): HTMLAnchorElement {
  const link = element('a', { href: address }, title);
  const carry = (): void => {
    const target = new URL(address, location.href);
    target.search = String(new URLSearchParams(words.map((word) => ['mark', word])));
    link.href = target.href;
    // Afterwards the link is what it was, for who copies it.
    setTimeout(() => (link.href = address), 0);
  };
  link.addEventListener('click', carry);
  link.addEventListener('auxclick', carry);
  return link;
}

/** The passage of a hit with its words marked. */
export function passageOf({ passage }: Hit): HTMLParagraphElement {
  const pieces = passage
    .filter(({ text }) => text !== '')
    .map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
  return element('p', { className: 'passage' }, ...pieces);
}

/** `2 results for “Futenma”`. */
export function countText({ hits, entries }: Answer, query: string): string {
  const count = hits.length;
  if (count === 0 && entries.length > 0)
    return `No text has “${query}”; the people and terms below are known by it.`;
  if (count === 0) return `No results for “${query}”.`;
  return `${String(count)} ${count === 1 ? 'result' : 'results'} for “${query}”`;
}

/** What to say when search could not be loaded. */
export const failureText =
  'Search could not be loaded. Check your connection and try again; every text can be read without it.';
