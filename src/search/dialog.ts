/** The search dialog: a combobox with its list of results (WAI-ARIA Authoring Practices, "Combobox"). */
import { adopt, element } from '../browser/element.ts';
import type { Answer, Hit } from './engine.ts';
import { loadList } from './list.ts';
import { ownAddress } from './own-address.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import {
  againButton,
  countText,
  failureText,
  hitLink,
  markUnkept,
  passageOf,
  typedLink,
  whileLoading,
} from './results.ts';
import { restartSearch, startSearch } from './warm.ts';
import styles from './dialog.css?inline';
import type { Suggestions } from './suggestions.ts';

adopt(styles);

const input = element('input', {
  type: 'search',
  ariaLabel: 'Search the full text',
  autocomplete: 'off',
  spellcheck: false,
  enterKeyHint: 'search',
  role: 'combobox',
  ariaAutoComplete: 'list',
  ariaExpanded: 'false',
});
const close = element(
  'button',
  {
    type: 'button',
    className: 'btn',
    onclick: closeDialog,
  },
  'Close',
);
const status = element('p', { className: 'count', role: 'status' });
const list = element('div', { id: 'found', role: 'listbox', ariaLabel: 'Results' });
const all = element('a', {}, 'Show all on the search page');
const forget = element(
  'button',
  {
    type: 'button',
    className: 'btn',
    hidden: true,
    onclick: () => {
      forgetSearches();
      input.focus();
      void show();
    },
  },
  'Clear recent searches',
);
const dialog = element(
  'dialog',
  { className: 'finder', ariaLabel: 'Search' },
  element('div', { className: 'field' }, input, close),
  status,
  list,
  element('p', {}, all, ' ', forget),
);
document.body.append(dialog);
input.setAttribute('aria-controls', list.id);

const searchPage = document.querySelector<HTMLElement>('.search')?.dataset.address ?? '/';
let active = -1;
let latest = 0;
let suggestions: Suggestions | undefined;

function closeDialog(): void {
  dialog.close();
}

/** Opens the dialog, with the words of the last time selected. */
export function openSearch(): void {
  if (!dialog.open) dialog.showModal();
  input.select();
  if (input.value.trim() === '') void show();
}

/** The search page with the words of a query, if there are any. */
function allAddress(query = input.value.trim()): string {
  return query ? `${searchPage}?q=${encodeURIComponent(query)}` : searchPage;
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

function option(hit: Hit): HTMLAnchorElement {
  const link = hitLink(hit);
  link.replaceChildren(
    element('b', {}, hit.title),
    element('span', { className: 'where' }, hit.where),
    passageOf(hit),
  );
  link.onclick = () => {
    rememberSearch(input.value.trim());
    closeDialog();
  };
  return link;
}

/** Links that are offered under a heading. */
function group(heading: string, links: HTMLAnchorElement[]): HTMLElement {
  const name = element('p', { className: 'where', ariaHidden: 'true' }, heading);
  return element('div', { role: 'group', ariaLabel: heading }, name, ...links);
}

/** What is offered before anything is typed: the last searches, the newest agenda, people and terms. */
async function offers(): Promise<HTMLElement[]> {
  const recent = recentSearches();
  forget.hidden = recent.length === 0;
  const offered = (label: string, address: string, open?: () => void): HTMLAnchorElement => {
    const link = element('a', { href: address, className: 'offer' }, label);
    link.onclick = (event) => {
      if (open) event.preventDefault();
      (open ?? closeDialog)();
    };
    return link;
  };
  const again = recent.map((query) =>
    offered(query, allAddress(query), () => {
      input.value = query;
      input.focus();
      void show();
    }),
  );
  // What can't be loaded is not offered.
  suggestions ??= await loadList<Suggestions>('suggestions').catch(() => undefined);
  const groups = (suggestions ?? []).map(([heading, links]) =>
    group(
      heading,
      links.map(([label, address]) => offered(label, ownAddress(address))),
    ),
  );
  return again.length > 0 ? [group('Recent searches', again), ...groups] : groups;
}

/** Where search does not answer: another attempt, and the lists of items, people and terms. */
async function offerOtherwise(turn: number): Promise<void> {
  status.append(
    ' ',
    againButton(() => {
      input.focus();
      restartSearch();
      void show();
    }),
  );
  list.replaceChildren();
  const offered = await offers();
  if (turn === latest) place(offered);
}

/** Shows what can be chosen. */
function place(entries: readonly HTMLElement[]): void {
  list.replaceChildren(...entries);
  options().forEach((link, index) => {
    link.id = `found-${String(index)}`;
    link.role = 'option';
    link.tabIndex = -1;
  });
  input.ariaExpanded = String(options().length > 0);
  active = -1;
  input.removeAttribute('aria-activedescendant');
}

async function show(): Promise<void> {
  const turn = (latest += 1);
  const query = input.value.trim();
  all.href = allAddress();
  let answer: Answer | undefined;
  const loaded = whileLoading((text, long) => {
    if (turn !== latest || query === '') return;
    status.textContent = text;
    if (long) void offerOtherwise(turn);
  });
  try {
    if (query) {
      const ask = await startSearch();
      answer = await ask('search', query, {});
      if (!answer) return;
    }
  } catch {
    if (turn === latest) {
      status.textContent = failureText();
      void offerOtherwise(turn);
    }
    return;
  } finally {
    loaded();
  }
  const offered = answer ? [] : await offers();
  if (turn !== latest) return;
  if (answer) forget.hidden = true;
  status.textContent = answer ? countText(answer, query) : '';
  const { hits = [], entries = [], corrected } = answer ?? {};
  if (corrected !== undefined) status.append(' ', typedLink(query, allAddress()));
  const names = entries.length > 0 ? [group('People and terms', entries.map(option))] : [];
  place([...offered, ...hits.map(option), ...names]);
  if (query && options().length === 0) status.append(' Check the spelling, or use fewer or other words.');
  if (!navigator.onLine) await markUnkept(list);
}

input.oninput = () => {
  // What was offered before is not chosen by accident.
  if (list.querySelector('.offer')) list.replaceChildren();
  active = -1;
  input.removeAttribute('aria-activedescendant');
  void show();
};
input.onkeydown = (event) => {
  if (event.isComposing) return;
  if (event.key === 'ArrowDown') choose(active + 1);
  else if (event.key === 'ArrowUp') choose(active < 0 ? -1 : active - 1);
  // A search field would only empty itself.
  else if (event.key === 'Escape') closeDialog();
  else if (event.key === 'Enter') (options()[active] ?? all).click();
  else return;
  event.preventDefault();
};
// A click beside the dialog closes it.
dialog.onclick = ({ target }) => {
  if (target === dialog) closeDialog();
};
