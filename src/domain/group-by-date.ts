/** Groups meetings by date, in the order in which they come. */

interface Dated {
  date: string;
}

/** Groups by year: `2013`. */
export function groupByYear<Value extends Dated>(values: readonly Value[]): [year: string, Value[]][] {
  return [...Map.groupBy(values, ({ date }) => date.slice(0, 4))];
}

/** Groups by month: `2013-02`. */
export function groupByMonth<Value extends Dated>(values: readonly Value[]): [month: string, Value[]][] {
  return [...Map.groupBy(values, ({ date }) => date.slice(0, 7))];
}
