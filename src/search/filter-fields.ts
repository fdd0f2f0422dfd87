/** The fields by which results are narrowed, with how many texts or meetings each choice would leave. */
import { element } from '../browser/element.ts';
import type { Answer } from './engine.ts';
import type { Counted } from './filter-counts.ts';
import { type Chosen, type Counts, type Filter, filterNames, filters } from './filters.ts';
import { startSearch } from './warm.ts';

/** How many values a field lists, those with the most first. */
const longest = 50;

/** The filters of the search page. */
export interface OfferedFilters {
  /**
   * Offers the fields that have a choice. They are loaded only once a reader opens them, or has chosen something.
   *
   * @param query what is asked for now, and
   * @param answer what answers it
   */
  offer: (chosen: Chosen, newest: boolean, query: string, answer: Answer) => Promise<void>;
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
    [...selects].map(([filter, select]) => [
      filter,
      element('label', { hidden: true }, filters[filter], select),
    ]),
  );
  const order = element('select', { name: 'sort' });
  order.append(new Option('Best first', ''), new Option('Newest first', 'date'));
  const sort = element('label', { hidden: true }, 'Order', order);
  const clear = element('button', { type: 'button', className: 'btn' }, 'Clear all filters');
  const meaning = element('p');
  place.querySelector('div')?.replaceChildren(...labels.values(), sort, clear, meaning);

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

  const show = ({ all, counts, of }: Counted, chosen: Chosen, newest: boolean): void => {
    meaning.textContent = `The numbers count ${of === 'texts' ? 'agenda items and introductions' : 'meetings'}.`;
    for (const [filter, select] of selects) {
      const values = Object.keys(all[filter] ?? {});
      const label = labels.get(filter);
      // What has one value leaves no choice.
      if (label) label.hidden = values.length < 2;
      const value = chosen[filter] ?? '';
      const own = sorted(filter, values, counts).filter(([name, count]) => count > 0 || name === value);
      const shown = own.filter(([name], at) => at < longest || name === value);
      const more = new Option(`${String(own.length - shown.length)} more: search for the name`, '');
      more.disabled = true;
      select.replaceChildren(
        new Option('Any', ''),
        ...shown.map(([name, count]) => new Option(`${name} (${String(count)})`, name)),
        ...(own.length > shown.length ? [more] : []),
      );
      select.value = value;
    }
    sort.hidden = Object.keys(all.meeting ?? {}).length < 2;
    order.value = newest ? 'date' : '';
  };

  let latest: (() => Promise<void>) | undefined;
  let fill: (() => Promise<void>) | undefined;
  const opened = async (): Promise<void> => {
    const now = fill;
    fill = undefined;
    await now?.().catch(() => {
      // Another opening tries again.
      fill ??= now;
    });
  };
  place.addEventListener('toggle', () => {
    if (place.open) void opened();
  });

  return {
    offer: async (chosen, newest, query, answer) => {
      const own = async (): Promise<void> => {
        const ask = await startSearch();
        const counted = await ask('counts', query, chosen, answer);
        // What was asked for later has its own counts.
        if (latest === own) show(counted, chosen, newest);
      };
      latest = fill = own;
      clear.hidden = Object.keys(chosen).length === 0;
      place.hidden = false;
      if (!clear.hidden) place.open = true;
      if (place.open) await opened();
    },
  };
}

/** Years and meetings in their own order, newest first; the others by how much they have. */
function sorted(filter: Filter, values: readonly string[], counts: Counts): [name: string, count: number][] {
  const counted = values.map((name): [string, number] => [name, counts[filter]?.[name] ?? 0]);
  if (filter === 'year') return counted.sort(([a], [b]) => b.localeCompare(a));
  return counted.sort(([a, one], [b, other]) => other - one || a.localeCompare(b));
}
