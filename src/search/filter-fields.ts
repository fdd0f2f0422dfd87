/** The fields by which results are narrowed, with how many passages each choice would leave. */
import { element } from '../browser/element.ts';
import { type Chosen, type Counts, type Filter, filterNames, filters } from './filters.ts';

/** The filters of the search page. */
export interface OfferedFilters {
  /** Shows the fields that have a choice: all values, the counts of the present query, what is chosen. */
  show: (all: Counts, counts: Counts, chosen: Chosen, newest: boolean) => void;
  hide: () => void;
}

/**
 * @param place the element that takes the fields, closed until a reader opens it or has chosen something
 * @param onChoice what happens when a reader chooses
 */
export function offerFilters(
  place: HTMLDetailsElement,
  onChoice: (chosen: Chosen, newest: boolean) => void,
): OfferedFilters {
  const selects = new Map(filterNames.map((filter) => [filter, element('select', { name: filter })]));
  const labels = new Map(
    [...selects].map(([filter, select]) => [filter, element('label', {}, filters[filter], select)]),
  );
  const order = element('select', { name: 'sort' });
  order.append(new Option('Best first', ''), new Option('Newest first', 'date'));
  const sort = element('label', {}, 'Order', order);
  const clear = element('button', { type: 'button', className: 'btn' }, 'Clear all filters');
  place.querySelector('div')?.replaceChildren(...labels.values(), sort, clear);

  const choose = (): void => {
    const chosen: Chosen = {};
    for (const [filter, { value }] of selects) if (value) chosen[filter] = value;
    onChoice(chosen, order.value === 'date');
  };
  place.addEventListener('change', choose);
  clear.addEventListener('click', () => {
    for (const select of selects.values()) select.value = '';
    choose();
    // The button goes; the focus stays with the search.
    document.querySelector<HTMLElement>('#q')?.focus();
  });

  return {
    hide: () => (place.hidden = true),
    show: (all, counts, chosen, newest) => {
      for (const [filter, select] of selects) {
        const values = Object.keys(all[filter] ?? {});
        const label = labels.get(filter);
        // What has one value leaves no choice.
        if (label) label.hidden = values.length < 2;
        const value = chosen[filter] ?? '';
        select.replaceChildren(
          new Option('Any', ''),
          ...sorted(filter, values, counts)
            .filter(([name, count]) => count > 0 || name === value)
            .map(([name, count]) => new Option(`${name} (${String(count)})`, name)),
        );
        select.value = value;
      }
      sort.hidden = Object.keys(all.meeting ?? {}).length < 2;
      order.value = newest ? 'date' : '';
      clear.hidden = Object.keys(chosen).length === 0;
      if (!clear.hidden) place.open = true;
      place.hidden = false;
    },
  };
}

/** Years and meetings in their own order, newest first; the others by how much they have. */
function sorted(filter: Filter, values: readonly string[], counts: Counts): [name: string, count: number][] {
  const counted = values.map((name): [string, number] => [name, counts[filter]?.[name] ?? 0]);
  if (filter === 'year') return counted.sort(([a], [b]) => b.localeCompare(a));
  return counted.sort(([a, one], [b, other]) => other - one || a.localeCompare(b));
}
