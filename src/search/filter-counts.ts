/** What filters can be set to, and what each choice would leave: for the search page alone. */
import type { Answer } from './engine.ts';
import { type Chosen, type Counts, filterNames } from './filters.ts';
import { startedPagefind } from './pagefind.ts';
import { parseQuery } from './query.ts';

/** How many texts or meetings each choice of a filter would leave. */
export interface Counted {
  /** All values that filters can have. */
  all: Counts;
  counts: Counts;
  of: 'texts' | 'meetings';
}

/**
 * Counts what each choice of a filter would leave: texts where all of them are known, and else meetings. Pagefind counts
 * only once it has all filters.
 *
 * @param typed the query, all of whose words count
 * @param answer what answers it
 */
export async function countsFor(typed: string, chosen: Chosen, { hits, whole }: Answer): Promise<Counted> {
  const { pagefind, questionWords } = await startedPagefind;
  const all = await pagefind.filters();
  if (whole) {
    const counts: Counts = {};
    for (const filter of filterNames)
      for (const { values } of hits)
        for (const value of new Set(values.flatMap((one) => one[filter] ?? []))) {
          const own = (counts[filter] ??= {});
          own[value] = (own[value] ?? 0) + 1;
        }
    return { all, counts, of: 'texts' };
  }
  const query = parseQuery(typed, questionWords);
  const words = query.terms.filter(({ asks }) => !asks).map(({ word }) => word);
  const { filters } = await pagefind.search(words.join(' ') || null, { filters: chosen });
  return { all, counts: filters, of: 'meetings' };
}
