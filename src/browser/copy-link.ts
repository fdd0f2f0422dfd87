/** "Copy link", for the page, a paragraph and a sentence. */
import { say } from './say.ts';

/** The page's own address: without a query, and with a fragment where one is given. */
function address(fragment: string): string {
  return location.origin + location.pathname + (fragment && `#${fragment}`);
}

async function copy(fragment: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address(fragment));
    say(`Link to ${what} copied`);
  } catch {
    say(`Copying was refused. The link to ${what}: ${address(fragment)}`);
  }
}

const menu = document.createElement('div');
menu.className = 'links';
menu.popover = 'auto';
menu.role = 'group';

/** Offers the links of a paragraph and of its sentences beside the paragraph's number. */
function offer(number: HTMLElement, paragraph: HTMLElement): void {
  const name = `paragraph ${number.textContent}`;
  const sentences = [...paragraph.querySelectorAll<HTMLElement>('span[id]')];
  menu.ariaLabel = `Links to ${name}`;
  menu.replaceChildren(
    ...[paragraph, ...sentences].map((part, index) => {
      const what = index === 0 ? name : `sentence ${String(index)} of ${name}`;
      const button = document.createElement('button');
      button.append(`Copy link to ${index === 0 ? name : `sentence ${String(index)}`} `);
      if (index > 0) {
        const words = document.createElement('q');
        words.textContent = `${part.textContent.split(' ', 6).join(' ')} …`;
        button.append(words);
      }
      const show = (on: boolean) => () => part.classList.toggle('here', on);
      button.onfocus = button.onmouseenter = show(true);
      button.onblur = button.onmouseleave = show(false);
      button.onclick = () => {
        menu.hidePopover();
        void copy(part.id, what);
      };
      return button;
    }),
  );
  document.body.append(menu);
  const { bottom, left } = number.getBoundingClientRect();
  menu.style.top = `${String(bottom + scrollY)}px`;
  menu.style.left = `${String(left + scrollX)}px`;
  menu.showPopover();
  menu.querySelector('button')?.focus();
}

/** Makes "Copy link" work, and offers the links of a paragraph and its sentences at its number. */
export function offerLinks(): void {
  document.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
    if (!(target instanceof Element)) return;
    if (target.closest('[data-copy]')) void copy('', 'this page');
    const number = target.closest<HTMLAnchorElement>('.pn');
    const paragraph = number && document.getElementById(number.hash.slice(1));
    // The link itself still leads to the paragraph, as it does without this script.
    if (paragraph && !ctrlKey && !metaKey && !shiftKey) setTimeout(offer, 0, number, paragraph);
  });
}
