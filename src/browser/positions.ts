/** Filters who said what by side and reporting verb; the choice stands in the address. */
const filter = document.querySelector('.filter');
const summary = filter?.querySelector('[role=status]');
const reset = filter?.querySelector('button');
const statements = [...document.querySelectorAll<HTMLElement>('.matrix [data-side]')];

if (filter && summary && reset) {
  const selects = [...filter.querySelectorAll('select')];
  const show = (): void => {
    const [side = '', verb = ''] = selects.map(({ value }) => value);
    let count = 0;
    for (const statement of statements) {
      const { side: by = '', verb: own } = statement.dataset;
      // One side's choice has what it said together with another too.
      const fits = (side === '' || side === by || by.split(' ').includes(side)) && (!verb || verb === own);
      statement.hidden = !fits;
      if (fits) count += 1;
    }
    for (const row of document.querySelectorAll<HTMLElement>('.matrix tbody tr'))
      row.hidden = !row.querySelector('[data-side]:not([hidden])');
    const all = count === statements.length;
    reset.hidden = !side && !verb;
    summary.textContent = all ? '' : `${String(count)} of ${String(statements.length)} statements`;
  };
  const read = (): void => {
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      select.value = asked.get(select.name) ?? '';
      // What no option has is no choice.
      if (select.selectedIndex < 0) select.value = '';
    }
    show();
  };
  const write = (): void => {
    const asked = new URLSearchParams(selects.flatMap(({ name, value }) => (value ? [[name, value]] : [])));
    history.pushState(null, '', location.pathname + (asked.size > 0 ? `?${String(asked)}` : ''));
    show();
  };
  filter.addEventListener('change', write);
  reset.addEventListener('click', () => {
    for (const select of selects) select.value = '';
    write();
    // The button goes, the focus stays with the filter.
    selects[0]?.focus();
  });
  addEventListener('popstate', read);
  read();
}

export {};
