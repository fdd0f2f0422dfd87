/** The links of a paragraph and of its sentences, offered beside the paragraph's number. */
import { copyLink } from './clipboard.ts';
import { createElement } from './dom.ts';
import { closeOnFocusOut, openBelow } from './popover.ts';

const menu = createElement('div', { className: 'links', popover: 'auto', role: 'group' });

closeOnFocusOut(menu);

let opener: HTMLElement | undefined;
menu.addEventListener('toggle', ({ newState }) => {
  // Following the number's link took the focus from it, so the browser can't give it back.
  const { activeElement } = document;
  if (newState === 'closed' && (activeElement === document.body || menu.contains(activeElement)))
    opener?.focus({ preventScroll: true });
});

/** Opens the list of links; the focus is on the first. */
export function openPermalinkMenu(number: HTMLElement, paragraph: HTMLElement): void {
  const name = `paragraph ${number.dataset.number ?? ''}`;
  const sentences = [...paragraph.querySelectorAll<HTMLElement>('span[id]')];
  menu.ariaLabel = `Links to ${name}`;
  menu.replaceChildren(
    ...[paragraph, ...sentences].map((part, index) => {
      const what = index === 0 ? name : `sentence ${String(index)}`;
      const button = createElement('button', { type: 'button' }, `Copy link to ${what} `);
      if (index > 0)
        button.append(createElement('q', {}, `${part.textContent.split(' ', 6).join(' ')}\u00a0…`));
      const show = (on: boolean) => () => part.classList.toggle('highlighted', on);
      button.onfocus = button.onmouseenter = show(true);
      button.onblur = button.onmouseleave = show(false);
      button.onclick = () => {
        menu.hidePopover();
        void copyLink(part.id, index === 0 ? name : `${what} of ${name}`);
      };
      return button;
    }),
  );
  opener = number;
  // Behind the number, so that Tab goes on from there.
  number.after(menu);
  openBelow(menu, number.getBoundingClientRect());
  menu.querySelector('button')?.focus();
}
