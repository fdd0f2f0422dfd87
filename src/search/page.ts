/** The search page: the query stands in the address. */
import { element } from '../browser/element.ts';
import { loadSearch, search } from './engine.ts';
import { countText, failureText, hitLink, passageOf } from './results.ts';

const form = document.querySelector<HTMLFormElement>('.search-form');
const input = document.querySelector<HTMLInputElement>('#q');
const status = document.querySelector<HTMLElement>('.count');
const list = document.querySelector<HTMLOListElement>('#results');
const names = document.querySelector<HTMLElement>('.names');
const otherwise = document.querySelector<HTMLElement>('.otherwise');

if (form && input && status && list && names && otherwise) {
  let latest = 0;

  const show = async (): Promise<void> => {
    const turn = (latest += 1);
    const query = input.value.trim();
    document.title = document.title.replace(/^.*?(?=Search)/u, query && `${query} · `);
    if (query === '') {
      status.textContent = '';
      list.replaceChildren();
      names.hidden = true;
      otherwise.hidden = false;
      return;
    }
    // Only a slow load is worth a word.
    const slow = window.setTimeout(() => (status.textContent = 'Searching …'), 300);
    try {
      const answer = await search(query, asTyped());
      if (turn !== latest) return;
      const { hits, entries } = answer;
      status.textContent = countText(answer, query);
      if (answer.corrected !== undefined) {
        const typed = new URLSearchParams({ q: query, as: 'typed' });
        status.append(' ', element('a', { href: `?${String(typed)}` }, `Search for “${query}” as typed`));
      }
      if (hits.length + entries.length === 0)
        status.append(' Check the spelling, use fewer or other words, or choose a meeting below.');
      otherwise.hidden = hits.length + entries.length > 0;
      names.hidden = entries.length === 0;
      names
        .querySelector('ul')
        ?.replaceChildren(
          ...entries.map((entry) =>
            element(
              'li',
              {},
              element('h3', {}, element('a', { href: entry.address }, entry.title)),
              element('p', { className: 'where' }, entry.where),
              passageOf(entry),
            ),
          ),
        );
      list.replaceChildren(
        ...hits.map((hit) => {
          const others = hit.others.map(({ address, paragraph }) =>
            element('a', { href: address, ariaLabel: `Paragraph ${paragraph}` }, `¶${paragraph}`),
          );
          const entry = element(
            'li',
            {},
            element('h2', {}, hitLink(hit)),
            element('p', { className: 'where' }, hit.where),
          );
          entry.append(passageOf(hit));
          if (others.length > 0) entry.append(element('p', { className: 'also' }, 'Also in ', ...others));
          return entry;
        }),
      );
    } catch {
      if (turn !== latest) return;
      list.replaceChildren();
      names.hidden = true;
      otherwise.hidden = false;
      const again = element('button', { className: 'btn', type: 'button', onclick: retry }, 'Try again');
      status.replaceChildren(failureText, ' ', again);
    } finally {
      clearTimeout(slow);
    }
  };

  function retry(): void {
    // The button goes, the focus stays with the search.
    input?.focus();
    void show();
  }

  const address = (): string => {
    const query = input.value.trim();
    return location.pathname + (query && `?${String(new URLSearchParams({ q: query }))}`);
  };
  /** Whether slips of the query that the address has are left as they are. */
  const asTyped = (): boolean => {
    const asked = new URLSearchParams(location.search);
    return asked.get('as') === 'typed' && asked.get('q') === input.value.trim();
  };
  const read = (): void => {
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    void show();
  };

  let typing = 0;
  input.addEventListener('input', () => {
    clearTimeout(typing);
    typing = window.setTimeout(() => {
      history.replaceState(null, '', address());
      void show();
    }, 100);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    if (location.pathname + location.search !== address()) history.pushState(null, '', address());
    void show();
  });
  addEventListener('popstate', read);
  read();
  if (!input.value) input.focus();
  // Who opens this page wants search.
  void loadSearch().catch(() => undefined);
}
