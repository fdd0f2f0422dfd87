/** "Copy quotation" and "Copy link to this passage" for words that a reader selected in a text. */
import { copyText } from './clipboard.ts';
import { createElement } from './dom.ts';
import { openBelow } from './popover.ts';
import { selectedPassage } from './selected-passage.ts';

const tools = createElement('div', {
  className: 'selected',
  popover: 'manual',
  role: 'toolbar',
  ariaLabel: 'Selected words',
});
tools.append(
  createElement('button', { type: 'button', onclick: () => void copyQuotation() }, 'Copy quotation'),
  createElement(
    'button',
    { type: 'button', onclick: () => void copyPassageLink() },
    'Copy link to this passage',
  ),
);

/** Shows the tools beside the words that are selected. */
export function showQuoteToolbar(): void {
  const found = selectedPassage();
  if (!found) {
    hide();
    return;
  }
  // Behind the paragraph, so that Tab leads from the words to what can be done with them.
  const last = found.paragraphs.at(-1);
  if (last && last.nextSibling !== tools) last.after(tools);
  const lines = found.range.getClientRects();
  const line = lines.item(lines.length - 1);
  if (line) openBelow(tools, line, 8);
}

function hide(): void {
  if (tools.matches(':popover-open')) tools.hidePopover();
}

/** The words as they stand, in quotation marks, with where they come from. */
async function copyQuotation(): Promise<void> {
  const found = selectedPassage();
  if (!found) return;
  const { text, paragraphs, words, fragment } = found;
  const numbers = paragraphs.map(({ id }) => /p(\d+)$/.exec(id)?.[1] ?? '');
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)];
  const place = first === last ? `paragraph ${first}` : `paragraphs ${first}–${last}`;
  const address = `${location.origin}${location.pathname}#${fragment}`;
  await copyText(`“${words}” (${text.dataset.cite ?? ''}, ${place}, ${address})`, 'Quotation');
}

/** An address that leads to the paragraph and marks exactly these words (WICG, Text Fragments). */
async function copyPassageLink(): Promise<void> {
  const found = selectedPassage();
  if (!found) return;
  const { createTextFragment } = await import('./text-fragment.ts');
  // The tools are words on the page too, which no directive may name.
  hide();
  const address = `${location.origin}${location.pathname}#${found.fragment}`;
  const selection = getSelection();
  if (!selection) return;
  selection.removeAllRanges();
  selection.addRange(found.range);
  const directive = createTextFragment(selection);
  showQuoteToolbar();
  tools.querySelector<HTMLElement>('button:last-child')?.focus();
  await copyText(address + directive, 'Link to this passage');
}

// A press on a button must not let go of the words.
tools.addEventListener('pointerdown', (event) => {
  event.preventDefault();
});
// Words that are selected anew get new tools.
document.addEventListener('pointerdown', ({ target }) => {
  if (!(target instanceof Node && tools.contains(target))) hide();
});
// The tools go when the words are let go, and the browser's own menu goes first.
document.addEventListener('selectionchange', () => {
  if (getSelection()?.isCollapsed) hide();
});
document.addEventListener('contextmenu', hide);
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
  // The words may stand before links of their paragraph; Tab leads to the tools all the same.
  const button = tools.querySelector('button');
  if (event.key !== 'Tab' || event.shiftKey || !button) return;
  if (!tools.matches(':popover-open') || document.activeElement !== document.body) return;
  event.preventDefault();
  button.focus();
});
