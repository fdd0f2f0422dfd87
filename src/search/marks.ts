import { adopt, element } from '../browser/element.ts';
import styles from './marks.css?inline';

adopt(styles);

const sign = /[.*+?^${}()|[\]\\]/gu;

/** Marks on the page of a hit the words that were searched for; they came in the address, which is made clean. */
export function markWords(): void {
  const words = new URLSearchParams(location.search).getAll('mark').filter(Boolean);
  history.replaceState(history.state, '', location.pathname + location.hash);
  if (words.length === 0) return;
  const either = words.map((word) => word.replace(sign, String.raw`\$&`)).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'giu');
  for (const paragraph of document.querySelectorAll('.text p')) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) markIn(text, pattern);
  }
  offerWalk();
}

/** Leads from marked words to marked words, and takes the marks away. */
function offerWalk(): void {
  const marks = [...document.querySelectorAll<HTMLElement>('.text mark')];
  if (marks.length === 0) return;
  const place = element('output');
  let at = -1;
  const go = (step: number) => (): void => {
    at = (at + step + marks.length) % marks.length;
    place.textContent = `${String(at + 1)} of ${String(marks.length)}`;
    for (const [index, mark] of marks.entries()) mark.classList.toggle('at', index === at);
    marks[at]?.scrollIntoView({ block: 'center' });
  };
  place.textContent = `${String(marks.length)} marked`;
  const button = (label: string, onclick: () => void): HTMLButtonElement =>
    element('button', { type: 'button', className: 'btn', onclick }, label);
  const tools = element('div', {
    className: 'walk',
    role: 'toolbar',
    ariaLabel: 'Words that were searched for',
  });
  tools.append(
    place,
    button('Previous', go(-1)),
    button('Next', go(1)),
    button('Clear', () => {
      for (const mark of marks) {
        const parent = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        parent?.normalize();
      }
      tools.remove();
      // The focus goes to the text, which has no marks now.
      const main = document.querySelector('main');
      if (main) main.tabIndex = -1;
      main?.focus({ preventScroll: true });
    }),
  );
  // Before the text, so that Tab comes to it first.
  document.querySelector('.text')?.before(tools);
}

function markIn(text: Text, pattern: RegExp): void {
  // From the end, so that the places of the earlier matches stay what they are.
  for (const { index, 0: found } of [...text.data.matchAll(pattern)].reverse()) {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + found.length);
    range.surroundContents(document.createElement('mark'));
  }
}
