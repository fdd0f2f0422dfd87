/** "Copy quotation" and "Copy link to this passage" for words that a reader selected in a text. */
import { copyText } from './clipboard.ts';
import { element } from './dom.ts';
import { showBelow } from './popover.ts';

const tools = element('div', {
  className: 'selected',
  popover: 'manual',
  role: 'toolbar',
  ariaLabel: 'Selected words',
});
tools.append(
  element('button', { type: 'button', onclick: () => void copyQuotation() }, 'Copy quotation'),
  element('button', { type: 'button', onclick: () => void copyPassageLink() }, 'Copy link to this passage'),
);

/** The selected words of one text, and the paragraphs in which they stand. */
function selected():
  { selection: Selection; range: Range; text: HTMLElement; paragraphs: HTMLElement[] } | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.toString().trim() === '') return undefined;
  const range = selection.getRangeAt(0);
  const common = range.commonAncestorContainer;
  const text = (common instanceof Element ? common : common.parentElement)?.closest<HTMLElement>('.text');
  if (!text) return undefined;
  const paragraphs = [...text.querySelectorAll('p')].filter((paragraph) => range.intersectsNode(paragraph));
  return paragraphs.length > 0 ? { selection, range, text, paragraphs } : undefined;
}

/** Shows the tools beside the words that are selected. */
export function showQuotation(): void {
  const found = selected();
  if (!found) {
    hide();
    return;
  }
  // Behind the paragraph, so that Tab leads from the words to what can be done with them.
  const last = found.paragraphs.at(-1);
  if (last && last.nextSibling !== tools) last.after(tools);
  const lines = found.range.getClientRects();
  const line = lines.item(lines.length - 1);
  if (line) showBelow(tools, line, 8);
}

function hide(): void {
  if (tools.matches(':popover-open')) tools.hidePopover();
}

/** The words as they stand, in quotation marks, with where they come from. */
async function copyQuotation(): Promise<void> {
  const found = selected();
  if (!found) return;
  const { selection, text, paragraphs } = found;
  const numbers = paragraphs.map(({ id }) => /p(\d+)$/.exec(id)?.[1] ?? '');
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)];
  const place = first === last ? `paragraph ${first}` : `paragraphs ${first}–${last}`;
  const words = selection
    .toString()
    .trim()
    .replace(/\s*\n\s*/g, '\n');
  const address = `${location.origin}${location.pathname}#${paragraphs[0]?.id ?? ''}`;
  await copyText(`“${words}” (${text.dataset.cite ?? ''}, ${place}, ${address})`, 'Quotation');
}

/** An address that leads to the paragraph and marks exactly these words (WICG, Text Fragments). */
async function copyPassageLink(): Promise<void> {
  const found = selected();
  if (!found) return;
  const { textDirective } = await import('./text-fragment.ts');
  // The tools are words on the page too, which no directive may name.
  hide();
  const address = `${location.origin}${location.pathname}#${found.paragraphs[0]?.id ?? ''}`;
  const directive = textDirective(found.selection);
  showQuotation();
  tools.querySelector<HTMLElement>('button:last-child')?.focus();
  await copyText(address + directive, 'Link to this passage');
}

// A press on a button must not let go of the words.
tools.addEventListener('pointerdown', (event) => {
  event.preventDefault();
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
