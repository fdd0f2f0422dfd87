/** What filters can be set to, and what each choice would leave: for the search page alone. */
import { loadQuestionWords, loadSearch } from './engine.ts';
import type { Chosen, Counts } from './filters.ts';
import { parseQuery } from './query.ts';

/** All values that filters can have. */
export async function allFilters(): Promise<Counts> {
  return (await loadSearch()).filters();
}

/**
 * How many sections each choice of a filter would leave. Pagefind counts only once it has all filters.
 *
 * @param typed the query, all of whose words count
 */
export async function countsFor(typed: string, chosen: Chosen): Promise<Counts> {
  const [pagefind, questionWords] = await Promise.all([loadSearch(), loadQuestionWords()]);
  const query = parseQuery(typed, questionWords);
  const words = query.terms.filter(({ asks }) => !asks).map(({ word }) => word);
  return (await pagefind.search(words.join(' ') || null, { filters: chosen })).filters;
}
