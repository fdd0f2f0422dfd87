/** What can be done with a passage: a paragraph or one of its sentences, at its number, or words that a reader selected. */
import { copy, copyLink, createLink } from './clipboard.ts';
import { createElement } from './dom.ts';
import { type Passage, readPassage } from './passage.ts';
import { createHeader, createPopover, openPopover } from './overlay.ts';
import { markPassage } from './target.ts';
import { createTextFragment } from './text-fragment.ts';

const tools = createPopover('passage-tools');
let passage: Passage | undefined;
/** Marks selected words when their link is opened. */
let directive = '';

const buttons = [
  createButton('Copy link', ({ id }) => copyLink(id, directive)),
  createButton('Copy quotation', ({ words, source, id }) => {
    const href = createLink(id);
    const html = createElement('p', {}, `“${words}” (`, createElement('a', { href }, source), ')');
    return copy('Quotation', `“${words}” (${source}, ${href})`, html);
  }),
];
if ('share' in navigator) {
  const share = ({ words, source, id }: Passage): Promise<void> =>
    navigator.share({ text: `“${words}” (${source})`, url: createLink(id) + directive });
  buttons.push(createButton('Share …', share));
}

function createButton(label: string, act: (passage: Passage) => Promise<void>): HTMLButtonElement {
  const onclick = (): void => {
    tools.hidePopover();
    // A reader may cancel sharing.
    if (passage) act(passage).catch(() => undefined);
  };
  return createElement('button', { type: 'button', className: 'btn', onclick }, label);
}

/** Opens the tools for a paragraph and its sentences. */
export function openPermalinkMenu(number: HTMLElement, paragraph: HTMLElement): void {
  const sentences = [...paragraph.querySelectorAll<HTMLElement>('span[id]')];
  const choices = [paragraph, ...(sentences.length > 1 ? sentences : [])].map((part, index) => {
    const onchange = (): void => {
      choose(part);
      part.scrollIntoView({ block: 'nearest' });
      uncover(part);
    };
    const input = createElement('input', { type: 'radio', name: 'passage', checked: index === 0, onchange });
    if (index === 0) return createElement('label', {}, input, ' Whole paragraph');
    const name = ` ${number.dataset.number ?? ''}.${String(index)} `;
    return createElement('label', {}, input, name, createElement('q', {}, part.textContent));
  });
  const header = createHeader(`Paragraph ${number.dataset.number ?? ''}`, () => {
    tools.hidePopover();
  });
  tools.replaceChildren(header, ...(choices.length > 1 ? choices : []), ...buttons);
  tools.classList.remove('selection');
  choose(paragraph);
  openPopover(tools, number.ariaLabel ?? '', number);
  (tools.querySelector('input') ?? buttons[0])?.focus({ preventScroll: true });
  uncover(paragraph);
}

/** Scrolls as far as a passage is below the tools, but not its start out of the window. */
function uncover(part: HTMLElement): void {
  const menu = tools.getBoundingClientRect();
  const words = part.getBoundingClientRect();
  const isBeside = menu.left >= words.right || menu.right <= words.left;
  if (!isBeside && words.bottom > menu.top)
    scrollBy(0, Math.min(words.bottom - menu.top + 16, words.top - innerHeight / 10));
}

function choose(part: HTMLElement): void {
  // The URL names the passage, but the page stays where it is.
  history.replaceState(history.state, '', `#${part.id}`);
  markPassage(part);
  const range = document.createRange();
  range.selectNodeContents(part);
  passage = readPassage(range, part.id);
  directive = '';
}

/** Shows the tools below the selected words, or hides them if no words are selected. */
export function showSelectionTools(): void {
  const selection = getSelection();
  passage = selection?.isCollapsed === false ? readPassage(selection.getRangeAt(0)) : undefined;
  const line = passage && [...passage.range.getClientRects()].at(-1);
  if (!passage || !line) {
    tools.hidePopover();
    return;
  }
  const isWhole = document.getElementById(passage.id)?.textContent.trim() === passage.words;
  directive = isWhole ? '' : createTextFragment(passage.range);
  tools.replaceChildren(...buttons);
  tools.classList.add('selection');
  openPopover(tools, 'Selected words', passage.end);
  const left = Math.max(8, Math.min(line.left, innerWidth - tools.offsetWidth - 8));
  tools.style.setProperty('--top', `${String(line.bottom + scrollY + 8)}px`);
  tools.style.setProperty('--left', `${String(left + scrollX)}px`);
}

// A press on a button must not clear the selection; one elsewhere may begin another.
document.addEventListener('pointerdown', (event) => {
  if (event.target instanceof Node && tools.contains(event.target)) event.preventDefault();
  else tools.hidePopover();
});
document.addEventListener('selectionchange', () => {
  if (tools.classList.contains('selection') && getSelection()?.isCollapsed) tools.hidePopover();
});
