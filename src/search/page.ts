/** The search page: the query and the filters stand in the address. */
import { element } from '../browser/element.ts';
import type { Answer, Hit } from './engine.ts';
import { type Chosen, filterNames } from './filters.ts';
import type { OfferedFilters } from './filter-fields.ts';
import { rememberSearch } from './recent.ts';
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
import { restartSearch, startSearch, warmSearch } from './warm.ts';

const form = document.querySelector<HTMLFormElement>('.search-form');
const input = document.querySelector<HTMLInputElement>('#q');
const status = document.querySelector<HTMLElement>('.count');
const list = document.querySelector<HTMLOListElement>('#results');
const names = document.querySelector<HTMLElement>('.names');
const otherwise = document.querySelector<HTMLElement>('.otherwise');
const fields = document.querySelector<HTMLDetailsElement>('.filters');

if (form && input && status && list && names && otherwise && fields) {
  let latest = 0;

  /** What the address asks for. */
  const asked = (): { query: string; chosen: Chosen; newest: boolean; asTyped: boolean } => {
    const parameters = new URLSearchParams(location.search);
    const chosen: Chosen = {};
    for (const filter of filterNames) {
      const value = parameters.get(filter);
      if (value) chosen[filter] = value;
    }
    return {
      query: parameters.get('q')?.trim() ?? '',
      chosen,
      newest: parameters.get('sort') === 'date',
      asTyped: parameters.get('as') === 'typed',
    };
  };
  const addressOf = (query: string, chosen: Chosen, newest: boolean): string => {
    const parameters = new URLSearchParams({
      ...(query && { q: query }),
      ...chosen,
      ...(newest && { sort: 'date' }),
    });
    return location.pathname + (parameters.size > 0 ? `?${String(parameters)}` : '');
  };

  let offered: Promise<OfferedFilters> | undefined;
  /** The fields come after the first results. */
  const offerFilters = async (query: string, answer: Answer): Promise<void> => {
    offered ??= import('./filter-fields.ts').then((module) =>
      module.offerFilters(fields, (chosen, newest) => {
        history.pushState(null, '', addressOf(input.value.trim(), chosen, newest));
        void show();
      }),
    );
    const filters = await offered;
    const now = asked();
    if (now.query === query) await filters.offer(now.chosen, now.newest, query, answer);
  };

  const show = async (): Promise<void> => {
    const turn = (latest += 1);
    const { query, chosen, newest, asTyped } = asked();
    document.title = document.title.replace(/^.*?(?=Search)/u, () => query && `${query} · `);
    if (query === '' && Object.keys(chosen).length === 0) {
      status.textContent = '';
      list.replaceChildren();
      names.hidden = true;
      otherwise.hidden = false;
      fields.hidden = true;
      return;
    }
    const loaded = whileLoading((text, long) => {
      if (turn !== latest) return;
      status.textContent = text;
      if (!long) return;
      status.append(' ', againButton(retry));
      otherwise.hidden = false;
    });
    try {
      const ask = await startSearch();
      const answer = await ask('search', query, { chosen, newest, asTyped });
      if (turn !== latest || !answer) return;
      loaded();
      tell(query, answer);
      if (!navigator.onLine) await markUnkept(list, names);
      // Results are there without them.
      offerFilters(query, answer).catch(() => (offered = undefined));
    } catch {
      if (turn !== latest) return;
      list.replaceChildren();
      names.hidden = true;
      otherwise.hidden = false;
      status.replaceChildren(failureText(), ' ', againButton(retry));
    } finally {
      loaded();
    }
  };

  const tell = (query: string, answer: Answer): void => {
    const { hits, entries, corrected } = answer;
    status.textContent = countText(answer, query);
    // What was chosen stays chosen.
    if (corrected !== undefined) status.append(' ', typedLink(query, location.search));
    const none = hits.length + entries.length === 0;
    if (none) status.append(' Check the spelling, use fewer or other words, or choose a meeting below.');
    otherwise.hidden = !none;
    names.hidden = entries.length === 0;
    list.replaceChildren(...hits.map(resultOf));
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
  };

  const resultOf = (hit: Hit): HTMLElement => {
    const others = hit.others.map(({ address, paragraph }) =>
      element('a', { href: address, ariaLabel: `Paragraph ${paragraph}` }, `¶${paragraph}`),
    );
    const heading = element('h2', {}, hitLink(hit));
    const entry = element('li', {}, heading, element('p', { className: 'where' }, hit.where), passageOf(hit));
    if (others.length > 0) entry.append(element('p', { className: 'also' }, 'Also in ', ...others));
    return entry;
  };

  function retry(): void {
    // The button goes, the focus stays with the search.
    input?.focus();
    restartSearch();
    void show();
  }

  const read = (): void => {
    input.value = asked().query;
    void show();
  };

  let typing = 0;
  let shown = 0;
  input.addEventListener('input', () => {
    clearTimeout(typing);
    // At once, but for a key that is held: browsers let a page change its address so often and no oftener.
    const wait = Math.max(0, shown + 100 - performance.now());
    typing = window.setTimeout(() => {
      shown = performance.now();
      const { chosen, newest } = asked();
      history.replaceState(null, '', addressOf(input.value.trim(), chosen, newest));
      void show();
    }, wait);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    const { chosen, newest } = asked();
    const address = addressOf(input.value.trim(), chosen, newest);
    if (location.pathname + location.search !== address) history.pushState(null, '', address);
    rememberSearch(input.value.trim());
    void show();
  });
  list.addEventListener('click', () => {
    rememberSearch(input.value.trim());
  });
  addEventListener('popstate', read);
  read();
  if (!input.value) input.focus();
  // Who opens this page wants search.
  warmSearch();
}
