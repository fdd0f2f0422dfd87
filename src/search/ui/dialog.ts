/** The search dialog: a combobox with a list box (WAI-ARIA Authoring Practices, "Combobox Pattern"). */
import { adoptStyles, createElement } from '@/scripts/dom.ts';
import dialogStyles from './dialog.css?inline';
import resultStyles from './results.css?inline';
import { searchUrl, showResults } from './results.ts';

adoptStyles(resultStyles + dialogStyles);

const list = createElement('ul', { id: 'found', role: 'listbox', ariaLabel: 'Results' });
const status = createElement('p', { className: 'count', role: 'status' });
const close = createElement('button', { type: 'button', className: 'btn' }, 'Close');
const input = createElement('input', {
  type: 'search',
  ariaLabel: 'Search the full text',
  placeholder: 'For example: Futenma, or who attended',
  autocomplete: 'off',
  spellcheck: false,
  enterKeyHint: 'search',
  role: 'combobox',
  ariaAutoComplete: 'list',
  ariaExpanded: 'false',
});
input.setAttribute('aria-controls', list.id);
const field = createElement('div', { className: 'field' }, input, close);
const dialog = createElement(
  'dialog',
  { className: 'search-dialog', ariaLabel: 'Search' },
  field,
  status,
  list,
);
document.body.append(dialog);
let options: HTMLElement[] = [];
let selected = -1;

/** Opens the dialog with the last query selected. */
export function openSearch(): void {
  if (!dialog.open) dialog.showModal();
  input.select();
}

function select(index: number): void {
  selected = options.length === 0 ? -1 : (index + options.length) % options.length;
  options.forEach((option, at) => (option.ariaSelected = String(at === selected)));
  input.setAttribute('aria-activedescendant', options[selected]?.id ?? '');
  options[selected]?.scrollIntoView({ block: 'nearest' });
}

async function update(): Promise<void> {
  const query = input.value.trim();
  await showResults(
    {
      status,
      list,
      limit: 6,
      onShown: (results) => {
        const count = results ? results.passages.length + results.entries.length : 0;
        const all = createElement('a', { href: searchUrl(query) }, `All ${String(count)} results`);
        if (count > 1) list.append(createElement('li', {}, all));
        options = [...list.querySelectorAll('li')];
        options.forEach((option, at) => {
          Object.assign(option, { id: `found-${String(at)}`, role: 'option' });
          // An option has no link in it: it is one.
          const link = option.querySelector('a');
          option.dataset.visit = link?.dataset.visit ?? link?.href ?? '';
          link?.removeAttribute('href');
        });
        input.ariaExpanded = String(options.length > 0);
        select(0);
      },
    },
    query,
  );
}

input.oninput = () => void update();
input.onkeydown = (event) => {
  if (event.isComposing) return;
  if (event.key === 'ArrowDown') select(selected + 1);
  else if (event.key === 'ArrowUp') select(selected - 1);
  else if (event.key === 'Escape') dialog.close();
  else if (event.key === 'Enter') visit(options[selected], event);
  else return;
  event.preventDefault();
};
dialog.onclick = (event) => {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const option = target.closest<HTMLElement>('[role=option]');
  if (option) visit(option, event);
  // The dialog itself is what is around its content; a link of the status leads to the search page.
  if (target === dialog || target === close || target.closest('a')) dialog.close();
};

/** Opens an option, or all results where there is none yet; in another tab as links do. */
function visit(option: HTMLElement | undefined, { ctrlKey, metaKey }: KeyboardEvent | MouseEvent): void {
  const url = option?.dataset.visit ?? searchUrl(input.value.trim());
  dialog.close();
  if (ctrlKey || metaKey) open(url);
  else location.assign(url);
}
