/** What a script shows over the page: dialogs, and popovers at a place in the text. */
import { adoptStyles, createElement } from './dom.ts';
import buttonStyles from '@/styles/buttons.css?inline';
import styles from './overlay.css?inline';

adoptStyles(buttonStyles + styles);

/** A title, and a button that closes what it is the title of. */
export function createHeader(title: string, onclick: () => void): HTMLElement {
  const close = createElement('button', { type: 'button', className: 'btn', onclick }, 'Close');
  return createElement('header', {}, createElement('h2', {}, title), close);
}

/** Opens a modal dialog with a title and a button that closes it. */
export function openDialog(title: string, ...content: Node[]): void {
  const header = createHeader(title, () => {
    dialog.close();
  });
  const properties = { className: 'overlay', ariaLabel: title, closedBy: 'any' };
  const dialog = createElement('dialog', properties, header, ...content);
  dialog.onclose = () => {
    dialog.remove();
  };
  document.body.append(dialog);
  dialog.showModal();
}

/** Creates a popover that closes when the focus leaves it, so that it never covers what has the focus. */
export function createPopover(className: string): HTMLElement {
  const popover = createElement('div', { className: `overlay ${className}`, popover: 'auto', role: 'group' });
  popover.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !popover.contains(relatedTarget)) popover.hidePopover();
  });
  return popover;
}

/** Shows a popover at an element of the text. It follows the paragraph in the order of the page, so that Tab leads to it. */
export function openPopover(popover: HTMLElement, label: string, anchor: Element): void {
  document.querySelector('.anchor')?.classList.remove('anchor');
  anchor.classList.add('anchor');
  popover.ariaLabel = label;
  const paragraph = anchor.closest('p') ?? anchor.nextElementSibling;
  if (paragraph?.nextSibling !== popover) paragraph?.after(popover);
  popover.showPopover();
}
