/** The search dialog: a field, and the first results as links, which the arrow keys go through. */
import { adoptStyles, createElement } from '../../scripts/dom.ts';
import dialogStyles from './dialog.css?inline';
import resultStyles from './results.css?inline';
import { searchUrl, showResults } from './results.ts';

adoptStyles(resultStyles + dialogStyles);

const list = createElement('ul', { ariaLabel: 'Results' });
const status = createElement('p', { className: 'count', role: 'status' });
const close = createElement('button', { type: 'button', className: 'action' }, 'Close');
const input = createElement('input', {
  type: 'search',
  ariaLabel: 'Search the full text',
  placeholder: 'For example: Futenma, or who attended',
  autocomplete: 'off',
  spellcheck: false,
  enterKeyHint: 'search',
});
const form = createElement('form', {}, input, close);
const properties = { className: 'search-dialog', ariaLabel: 'Search' };
const dialog = createElement('dialog', properties, form, status, list);
document.body.append(dialog);

/** Opens the dialog with the last query selected. */
export function openSearch(): void {
  if (!dialog.open) dialog.showModal();
  input.select();
}

input.oninput = () => {
  const query = input.value.trim();
  const view = { status, list, limit: 6 };
  void showResults(view, query, {}, (results) => {
    const { total = 0 } = results ?? {};
    const all = createElement('a', { href: searchUrl(query) }, `All ${String(total)} results`);
    if (total > 1) list.append(createElement('li', { className: 'hit' }, all));
  });
};
form.onsubmit = (event) => {
  event.preventDefault();
  // Enter opens the first result; before there are any, the search page.
  const first = list.querySelector('a');
  if (first) first.click();
  else if (input.value.trim() !== '') location.assign(searchUrl(input.value.trim()));
};
dialog.onkeydown = (event) => {
  // In a search field, Escape would only empty it.
  if (event.key === 'Escape' && !event.isComposing) dialog.close();
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.isComposing) return;
  event.preventDefault();
  const stops = [input, ...list.querySelectorAll('a')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops.at((Math.max(at, 0) + step) % stops.length)?.focus();
};
dialog.onclick = ({ target }) => {
  // The dialog itself is what is around its content. A link may lead to another place of this page.
  const isLink = target instanceof Element && target.closest('a') !== null;
  if (target === dialog || target === close || isLink) dialog.close();
};
