/** The search page: its form says what is wanted, and the URL keeps it. */
import type { PagefindFilters } from '@/search/client/pagefind.ts';
import { preloadFiles } from '@/search/client/preload.ts';
import { startSearch } from '@/search/client/session.ts';
import { showResults } from './results.ts';

const form = document.querySelector<HTMLFormElement>('.search-form');
const input = document.querySelector<HTMLInputElement>('#q');
const status = document.querySelector<HTMLElement>('.count');
const list = document.querySelector<HTMLElement>('#results');
const fallback = document.querySelector<HTMLElement>('.search-fallback');

preloadFiles();
if (form && input && status && list && fallback) {
  const title = document.title;
  const selects = [...form.querySelectorAll('select')];
  const parameters = (): URLSearchParams => new URLSearchParams(location.search);

  const update = async (): Promise<void> => {
    const query = parameters().get('q')?.trim() ?? '';
    document.title = query ? `${query} · ${title}` : title;
    const chosen = selects.filter(({ name, value }) => name !== 'sort' && value !== '');
    const options = {
      filters: Object.fromEntries(chosen.map(({ name, value }) => [name, value])),
      isByDate: parameters().get('sort') === 'date',
    };
    await showResults({ status, list, limit: 50 }, query, options, (results) => {
      fallback.hidden = results !== undefined && results.hits.length > 0;
      countValues(results?.filterCounts ?? {});
    });
  };

  /** Says after each value of a filter how many results it leaves. */
  const countValues = (counts: PagefindFilters): void => {
    for (const { name, options } of selects)
      for (const option of options) {
        const count = counts[name]?.[option.value];
        option.textContent =
          (option.dataset.label ?? '') + (count === undefined ? '' : ` (${String(count)})`);
      }
  };

  /** Puts the form into the URL. */
  const submit = (isNewEntry: boolean): void => {
    const fields = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && value ? [[name, value]] : [],
    );
    const url = `${location.pathname}?${String(new URLSearchParams(fields))}`;
    history[isNewEntry ? 'pushState' : 'replaceState'](null, '', url);
    void update();
  };

  /** Fills the form from the URL. */
  const read = (): void => {
    for (const field of [input, ...selects]) field.value = parameters().get(field.name) ?? '';
    void update();
  };

  form.addEventListener('input', ({ target }) => {
    submit(target !== input);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(true);
  });
  addEventListener('popstate', read);
  read();
  if (input.value === '') input.focus();
  // Pagefind counts the values of filters that are loaded.
  startSearch()
    .then(async ({ pagefind }) => pagefind.filters())
    .then(update, () => undefined);
}
