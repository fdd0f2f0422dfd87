import { adoptStyles, createElement } from './dom.ts';
import styles from './highlight.css?inline';

adoptStyles(styles);

const special = /[.*+?^${}()|[\]\\]/gu;

/** Highlights the words of the search that led here. They came in the URL, which is made clean. */
export function highlightWords(): void {
  const words = new URLSearchParams(location.search).getAll('mark').filter(Boolean);
  history.replaceState(history.state, '', location.pathname + location.hash);
  if (words.length === 0) return;
  const either = words.map((word) => word.replace(special, String.raw`\$&`)).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'giu');
  for (const paragraph of document.querySelectorAll('.text p')) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) highlightIn(text, pattern);
  }
  addNavigation(words);
}

/** Adds what leads from match to match and removes the highlighting. */
function addNavigation(words: readonly string[]): void {
  const matches = [...document.querySelectorAll<HTMLElement>('.text mark')];
  if (matches.length === 0) return;
  const subject = words.map((word) => `“${word}”`).join(', ');
  const count = `${String(matches.length)} ${matches.length === 1 ? 'match' : 'matches'} for ${subject}`;
  const position = createElement('output', {}, count);
  let current = -1;
  const go = (step: number) => (): void => {
    current =
      current < 0 && step < 0 ? matches.length - 1 : (current + step + matches.length) % matches.length;
    position.textContent = `${String(current + 1)} of ${count}`;
    for (const [index, match] of matches.entries()) match.classList.toggle('current', index === current);
    matches[current]?.scrollIntoView({ block: 'center' });
  };
  const button = (label: string, name: string, onclick: () => void): HTMLButtonElement =>
    createElement('button', { type: 'button', className: 'btn', ariaLabel: name, onclick }, label);
  const clear = (): void => {
    for (const match of matches) {
      const parent = match.parentNode;
      match.replaceWith(...match.childNodes);
      parent?.normalize();
    }
    tools.remove();
    const main = document.querySelector('main');
    if (main) main.tabIndex = -1;
    main?.focus({ preventScroll: true });
  };
  const arrows = [button('↑', 'Previous match', go(-1)), button('↓', 'Next match', go(1))];
  const tools = createElement(
    'div',
    { className: 'highlight-nav', role: 'toolbar', ariaLabel: 'Words that were searched for' },
    position,
    ...(matches.length > 1 ? arrows : []),
    button('Clear', 'Clear', clear),
  );
  // Before the text, so that Tab comes to it first.
  document.querySelector('.text')?.before(tools);
}

function highlightIn(text: Text, pattern: RegExp): void {
  // From the end, so that the offsets of earlier matches stay valid.
  for (const { index, 0: found } of [...text.data.matchAll(pattern)].reverse()) {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + found.length);
    range.surroundContents(document.createElement('mark'));
  }
}
