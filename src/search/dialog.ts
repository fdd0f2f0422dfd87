/** The search dialog: a combobox with its list of results (WAI-ARIA Authoring Practices, "Combobox"). */
import { element } from '../browser/element.ts';
import { type Answer, type Hit, loadSearch, search } from './engine.ts';
import { countText, failureText, hitLink, passageOf } from './results.ts';
import styles from './search.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

const input = element('input', {
  type: 'search',
  ariaLabel: 'Search the full text',
  autocomplete: 'off',
  spellcheck: false,
});
const close = element(
  'button',
  {
    type: 'button',
    className: 'btn',
    onclick: () => {
      dialog.close();
    },
  },
  'Close',
);
const status = element('p', { className: 'count', role: 'status' });
const list = element('div', { id: 'found', role: 'listbox', ariaLabel: 'Results' });
const all = element('a', { href: '' }, 'Show all on the search page');
const dialog = element('dialog', { className: 'finder', ariaLabel: 'Search' });
dialog.append(element('div', { className: 'field' }, input, close), status, list, element('p', {}, all));
document.body.append(dialog);
input.role = 'combobox';
input.ariaAutoComplete = 'list';
input.ariaExpanded = 'false';
input.setAttribute('aria-controls', list.id);
input.enterKeyHint = 'search';

const searchPage = document.querySelector<HTMLElement>('.search')?.dataset.address ?? '/';
let active = -1;
let latest = 0;

/** Opens the dialog, with the words of the last time selected. */
export function openSearch(): void {
  if (!dialog.open) dialog.showModal();
  input.select();
  void loadSearch().catch(() => undefined);
}

function options(): HTMLAnchorElement[] {
  return [...list.querySelectorAll('a')];
}

function choose(index: number): void {
  const links = options();
  active = links.length === 0 ? -1 : (index + links.length) % links.length;
  links.forEach((link, at) => {
    link.ariaSelected = String(at === active);
  });
  const chosen = links[active];
  if (!chosen) return;
  input.setAttribute('aria-activedescendant', chosen.id);
  chosen.scrollIntoView({ block: 'nearest' });
}

function option(hit: Hit, index: number): HTMLAnchorElement {
  const link = hitLink(hit);
  link.id = `found-${String(index)}`;
  link.role = 'option';
  link.tabIndex = -1;
  link.replaceChildren(
    element('b', {}, hit.title),
    element('span', { className: 'where' }, hit.where),
    passageOf(hit),
  );
  link.addEventListener('click', () => {
    dialog.close();
  });
  return link;
}

async function show(): Promise<void> {
  const turn = (latest += 1);
  const query = input.value.trim();
  all.href = query ? `${searchPage}?${String(new URLSearchParams({ q: query }))}` : searchPage;
  let answer: Answer | undefined;
  let said = '';
  try {
    if (query) {
      answer = await search(query);
      said = countText(answer, query);
      if (answer.hits.length + answer.entries.length === 0)
        said += ' Check the spelling, or use fewer or other words.';
    }
  } catch {
    said = failureText;
  }
  if (turn !== latest) return;
  status.textContent = said;
  const { hits = [], entries = [] } = answer ?? {};
  list.replaceChildren(...hits.map((hit, index) => option(hit, index)));
  if (entries.length > 0) {
    const group = element('div', { role: 'group', ariaLabel: 'People and terms' });
    const heading = element('p', { className: 'where', ariaHidden: 'true' }, 'People and terms');
    group.append(heading, ...entries.map((entry, index) => option(entry, hits.length + index)));
    list.append(group);
  }
  input.ariaExpanded = String(hits.length + entries.length > 0);
  active = -1;
  input.removeAttribute('aria-activedescendant');
}

let typing = 0;
input.addEventListener('input', () => {
  clearTimeout(typing);
  typing = window.setTimeout(() => void show(), 80);
});
input.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  if (event.key === 'ArrowDown') choose(active + 1);
  else if (event.key === 'ArrowUp') choose(active < 0 ? -1 : active - 1);
  // A search field would only empty itself.
  else if (event.key === 'Escape') dialog.close();
  else if (event.key === 'Enter') (options()[active] ?? all).click();
  else return;
  event.preventDefault();
});
// A click beside the dialog closes it.
dialog.addEventListener('click', ({ target }) => {
  if (target === dialog) dialog.close();
});
