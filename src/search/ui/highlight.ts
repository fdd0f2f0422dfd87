/** Highlights the words of the search that led here. They came in the URL, which is then cleaned. */
import { adoptStyles, createElement } from '@/scripts/dom.ts';
import { wholeWords } from '../tokenize.ts';
import styles from './highlight.css?inline';

adoptStyles(styles);

const words = new URLSearchParams(location.search).getAll('mark').filter(Boolean);
history.replaceState(history.state, '', location.pathname + location.hash);
const pattern = new RegExp(wholeWords(words), 'iu');
for (const paragraph of document.querySelectorAll('.text p')) highlight(paragraph);
const matches = [...document.querySelectorAll<HTMLElement>('.text mark')];
if (matches.length > 0) addNavigation();

function highlight(paragraph: Element): void {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  for (const text of texts) {
    const parts = text.data.split(pattern);
    const marked = parts.map((part, at) => (at % 2 === 1 ? createElement('mark', {}, part) : part));
    if (parts.length > 1) text.replaceWith(...marked);
  }
}

/** Adds buttons that lead from match to match and remove the highlighting. */
function addNavigation(): void {
  const { length } = matches;
  const searched = words.map((word) => `“${word}”`).join(', ');
  const count = `${String(length)} ${length === 1 ? 'match' : 'matches'} for ${searched}`;
  const position = createElement('output', {}, count);
  let current = -1;
  const show = (index: number) => {
    matches[current]?.classList.remove('current');
    current = (index + length) % length;
    matches[current]?.classList.add('current');
    matches[current]?.scrollIntoView({ block: 'center' });
    position.textContent = `${String(current + 1)} of ${count}`;
  };
  const button = (label: string, ariaLabel: string, onclick: () => void): HTMLButtonElement =>
    createElement('button', { type: 'button', className: 'action', ariaLabel, onclick }, label);
  const previous = button('↑', 'Previous match', () => {
    show(Math.max(current, 0) - 1);
  });
  const next = button('↓', 'Next match', () => {
    show(current + 1);
  });
  const clear = button('Clear', 'Clear', () => {
    for (const match of matches) match.replaceWith(...match.childNodes);
    navigation.remove();
    const main = document.querySelector('main');
    if (main) main.tabIndex = -1;
    main?.focus({ preventScroll: true });
  });
  const properties = {
    role: 'toolbar',
    className: 'toolbar highlight-nav',
    ariaLabel: 'Words that were searched for',
  };
  const buttons = length > 1 ? [previous, next, clear] : [clear];
  const navigation = createElement('div', properties, position, ...buttons);
  // Before the text, so that Tab comes to it first.
  document.querySelector('.text')?.before(navigation);
}
