/** What is offered beside a passage: popovers that are shown below something. */
import { adoptStyles } from './dom.ts';
import styles from './popover.css?inline';

adoptStyles(styles);

/** Closes a popover when the focus goes on from it, so that it never covers what has the focus. */
export function closeOnFocusOut(popover: HTMLElement): void {
  popover.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !popover.contains(relatedTarget)) popover.hidePopover();
  });
}

/**
 * Shows a popover below something, within the width of the window.
 *
 * @param place where that something stands in the window
 * @param distance how far below it, in CSS pixels
 */
export function openBelow(popover: HTMLElement, { bottom, left }: DOMRect, distance = 0): void {
  if (!popover.matches(':popover-open')) popover.showPopover();
  popover.style.setProperty('--top', `${String(bottom + scrollY + distance)}px`);
  const room = document.documentElement.clientWidth - popover.offsetWidth - 8;
  popover.style.setProperty('--left', `${String(Math.max(8, Math.min(left, room)) + scrollX)}px`);
}
