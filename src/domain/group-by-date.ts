/** The record by time: lists that are too long for one page are split by years. */

/** What is listed of a year where its meetings are not: how many there are. */
export interface YearCount {
  year: string;
  count: number;
}

/** By year, in the order in which they come. */
export function groupByYear<Value>(
  values: readonly Value[],
  dateOf: (value: Value) => string,
): { year: string; values: Value[] }[] {
  const years = Map.groupBy(values, (value) => dateOf(value).slice(0, 4));
  return [...years].map(([year, own]) => ({ year, values: own }));
}

/** By month (`2013-02`), in the order in which they come. */
export function groupByMonth<Value extends { date: string }>(
  values: readonly Value[],
): { month: string; values: Value[] }[] {
  const months = Map.groupBy(values, ({ date }) => date.slice(0, 7));
  return [...months].map(([month, own]) => ({ month, values: own }));
}

/** So many years are read as one row; more are told apart by their decades. */
const fewYears = 12;

/** Years by decade (`1950s`), in the order in which they come; few years are one group without a name. */
export function groupByDecade(
  years: readonly YearCount[],
): { decade: string | undefined; years: YearCount[] }[] {
  if (years.length <= fewYears) return [{ decade: undefined, years: [...years] }];
  const decades = Map.groupBy(years, ({ year }) => `${year.slice(0, 3)}0s`);
  return [...decades].map(([decade, own]) => ({ decade, years: own }));
}

/** The years before and after one, of those that there are. */
export interface AdjacentYears {
  earlier: string | undefined;
  later: string | undefined;
}

/** @param years newest first; of one of them the place is given */
export function adjacentYears(years: readonly { year: string }[], index: number): AdjacentYears {
  return { earlier: years[index + 1]?.year, later: years[index - 1]?.year };
}
