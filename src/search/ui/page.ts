/** The search page: its form says what is wanted, and the URL keeps it. */
import { startSearch } from '@/search/client/session.ts';
import { showResults } from './results.ts';

const form = document.querySelector<HTMLFormElement>('.search-form');
const input = document.querySelector<HTMLInputElement>('#q');
const status = document.querySelector<HTMLElement>('.count');
const list = document.querySelector<HTMLElement>('#results');
const more = document.querySelector<HTMLButtonElement>('.search-more');
const hint = document.querySelector<HTMLElement>('.filters small');
const fallback = document.querySelector<HTMLElement>('.search-fallback');
/** How many passages, people and topics are shown at first, and how many more each time. */
const step = 20;

if (form && input && status && list && more && fallback) {
  const { title } = document;
  const selects = [...form.querySelectorAll('select')];
  const fields = [input, ...selects];
  let limit = step;

  const update = async (): Promise<void> => {
    const query = input.value.trim();
    document.title = query ? `${query} · ${title}` : title;
    const chosen = selects.filter(({ value }) => value !== '');
    const filters = Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
    await showResults({ status, list, limit }, query, filters, (results) => {
      const { total = 0, hits = [] } = results ?? {};
      more.hidden = total === hits.length;
      fallback.hidden = total > 0;
      if (hint) hint.hidden = Object.keys(results?.filterCounts ?? {}).length === 0;
      for (const { name, options } of selects)
        for (const option of options) {
          // How many results the value leaves.
          const count = results?.filterCounts[name]?.[option.value];
          option.textContent = (option.value || 'Any') + (count === undefined ? '' : ` (${String(count)})`);
        }
    });
  };

  /** Puts the form into the URL. */
  const submit = (isNewEntry: boolean): void => {
    const filled = fields.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]);
    const url = `${location.pathname}?${String(new URLSearchParams(filled))}`;
    history[isNewEntry ? 'pushState' : 'replaceState'](null, '', url);
    limit = step;
    void update();
  };

  /** Fills the form from the URL. */
  const read = (): void => {
    const parameters = new URLSearchParams(location.search);
    for (const field of fields) field.value = parameters.get(field.name) ?? '';
    void update();
  };

  form.addEventListener('input', ({ target }) => {
    submit(target !== input);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(true);
  });
  more.addEventListener('click', () => {
    limit += step;
    void update();
  });
  addEventListener('popstate', read);
  read();
  if (input.value === '') input.focus();
  // Pagefind counts the values of filters that are loaded.
  startSearch()
    .then(async ({ pagefind }) => pagefind.filters())
    .then(update, () => undefined);
}
