/** Hits as elements. Everything is text: nothing of a query or of the index is ever read as HTML. */
import { element } from '../browser/element.ts';
import type { Answer, Hit } from './engine.ts';

/** A link to a hit. It shows the lasting address; the words to mark travel with a click only. */
export function hitLink({ address, words, title }: Hit): HTMLAnchorElement {
  const link = element('a', { href: address }, title);
  const carry = (): void => {
    link.search = String(new URLSearchParams(words.map((word) => ['mark', word])));
    // Afterwards the link is what it was, for who copies it.
    setTimeout(() => (link.href = address), 0);
  };
  link.addEventListener('click', carry);
  link.addEventListener('auxclick', carry);
  return link;
}

/** The passage of a hit with its words marked. */
export function passageOf({ passage }: Hit): HTMLParagraphElement {
  const pieces = passage.map((text, at) => (at % 2 === 0 ? text : element('mark', {}, text)));
  return element('p', { className: 'passage' }, ...pieces);
}

/** What was found, in words: `2 results for “Futenma”`, and what was done to the query. */
export function countText({ hits, entries, corrected, missing, some, apart }: Answer, typed: string): string {
  const query = corrected ?? typed;
  const what = query && ` for “${query}”`;
  if (hits.length === 0)
    return entries.length === 0
      ? `No results${what}.`
      : `No text has “${query}”; the people and terms below are known by it.`;
  const found = `${String(hits.length)} result${hits.length === 1 ? '' : 's'}`;
  const said = corrected === undefined ? found + what : `Showing results${what}: ${found}.`;
  if (missing?.length)
    return `${said} without ${missing.map((word) => `“${word}”`).join(', ')}, which no text has`;
  if (apart) return `${said} with its words apart; no text has them together`;
  return some ? `${said} with most of its words; no text has all of them` : said;
}

/** Leads from what a slip was taken for to what was typed, on the search page. */
export function typedLink(query: string, address: string): HTMLAnchorElement {
  return element('a', { href: `${address}&as=typed` }, `Search for “${query}” as typed`);
}

/** Without a connection, what is not on this device is marked before a reader goes there. */
export async function markUnkept(...lists: HTMLElement[]): Promise<void> {
  for (const list of lists)
    for (const place of list.querySelectorAll('.where')) {
      const link = place.closest('a') ?? place.closest('li')?.querySelector('a');
      // Where storage is blocked, or the connection is not secure, nothing can be kept.
      const kept = link && (await match(link.pathname).catch(() => undefined));
      if (link && !kept) place.append('\u00a0· Not kept on this device');
    }
}

/** Throws, and so is caught, where a browser has no such thing as what is kept. */
async function match(path: string): Promise<Response | undefined> {
  return caches.match(path);
}

/** What to say when search does not work, and what else there is. */
export function failureText(): string {
  const why =
    typeof WebAssembly === 'undefined'
      ? 'Search needs WebAssembly, which is turned off in this browser.'
      : navigator.onLine
        ? 'Search could not be loaded. Check your connection and try again.'
        : 'You are offline, and search is not kept on this device.';
  return `${why} ${otherWays}`;
}

const otherWays =
  'Every text can be read without it: open a meeting’s whole text and use your browser’s own search.';

/**
 * Says that search is loading, once that is worth a word, and after some seconds what else there is.
 *
 * @returns ends it
 */
export function whileLoading(tell: (text: string, long: boolean) => void): () => void {
  const timers = [
    setTimeout(tell, 300, 'Searching …', false),
    setTimeout(tell, 5000, `Search is still loading; the connection is slow. ${otherWays}`, true),
  ];
  return () => {
    timers.forEach(clearTimeout);
  };
}

/** The button that does so. */
export function againButton(onclick: () => void): HTMLButtonElement {
  return element('button', { className: 'btn', type: 'button', onclick }, 'Try again');
}
