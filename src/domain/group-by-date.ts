/** The record by time: lists that are too long for one page are split by years. */

/** By year, in the order in which they come. */
export function groupByYear<Value extends { date: string }>(
  values: readonly Value[],
): { year: string; values: Value[] }[] {
  const years = Map.groupBy(values, ({ date }) => date.slice(0, 4));
  return [...years].map(([year, own]) => ({ year, values: own }));
}

/** By month (`2013-02`), in the order in which they come. */
export function groupByMonth<Value extends { date: string }>(
  values: readonly Value[],
): { month: string; values: Value[] }[] {
  const months = Map.groupBy(values, ({ date }) => date.slice(0, 7));
  return [...months].map(([month, own]) => ({ month, values: own }));
}

/** The years before and after one, of those that there are. */
interface AdjacentYears {
  earlier: string | undefined;
  later: string | undefined;
}

/** @param years newest first; of one of them the place is given */
export function adjacentYears(years: readonly { year: string }[], index: number): AdjacentYears {
  return { earlier: years[index + 1]?.year, later: years[index - 1]?.year };
}
