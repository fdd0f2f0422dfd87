/** The links of a paragraph and of its sentences, offered beside the paragraph's number. */
import { copyLink } from './clipboard.ts';
import { element } from './element.ts';

const menu = element('div', { className: 'links', popover: 'auto', role: 'group' });

/** Opens the list of links; the focus is on the first. */
export function offerPassageLinks(number: HTMLElement, paragraph: HTMLElement): void {
  const name = `paragraph ${number.textContent.trim()}`;
  const sentences = [...paragraph.querySelectorAll<HTMLElement>('span[id]')];
  menu.ariaLabel = `Links to ${name}`;
  menu.replaceChildren(
    ...[paragraph, ...sentences].map((part, index) => {
      const what = index === 0 ? name : `sentence ${String(index)}`;
      const button = element('button', { type: 'button' }, `Copy link to ${what} `);
      if (index > 0) button.append(element('q', {}, `${part.textContent.split(' ', 6).join(' ')} …`));
      const show = (on: boolean) => () => part.classList.toggle('here', on);
      button.onfocus = button.onmouseenter = show(true);
      button.onblur = button.onmouseleave = show(false);
      button.onclick = () => {
        menu.hidePopover();
        void copyLink(part.id, index === 0 ? name : `${what} of ${name}`);
      };
      return button;
    }),
  );
  // Behind the number, so that Tab goes on from there.
  number.after(menu);
  const { bottom, left } = number.getBoundingClientRect();
  menu.style.top = `${String(bottom + scrollY)}px`;
  menu.style.left = `${String(left + scrollX)}px`;
  menu.showPopover();
  menu.querySelector('button')?.focus();
}
