import type { Term } from './query.ts';

/** Where a term stands in a record's text, counted in words. */
export interface Place {
  at: number;
  term: Term;
  weight: number;
}

/** Words that are so near to each other stand in the same passage, or nearly. */
const near = 60;

/**
 * What those terms are worth together that stand near to each other, where that is most: a record is a whole meeting, and
 * words that are far apart in it say little.
 *
 * @param places in any order; they are put in order
 */
export function worthTogether(places: Place[]): number {
  places.sort((a, b) => a.at - b.at);
  let most = 0;
  let first = 0;
  let worth = 0;
  const times = new Map<Term, number>();
  for (const { at, term, weight } of places) {
    const before = times.get(term) ?? 0;
    if (before === 0) worth += weight;
    times.set(term, before + 1);
    for (let from = places[first]; from && from.at < at - near; from = places[(first += 1)]) {
      const left = (times.get(from.term) ?? 1) - 1;
      times.set(from.term, left);
      if (left === 0) worth -= from.weight;
    }
    most = Math.max(most, worth);
  }
  return most;
}
