import type { Term } from './query.ts';

/** Where a term stands in a record's text, counted in words. */
export interface Place {
  at: number;
  term: Term;
  weight: number;
}

/** So many words of a record are looked at together: about a paragraph. */
const near = 60;

/**
 * What those terms are worth together that stand near to each other, where that is most: a record is a whole meeting, and
 * words that are far apart in it say little.
 */
export function worthTogether(places: readonly Place[]): number {
  const parts = new Map<number, Map<Term, number>>();
  for (const { at, term, weight } of places) {
    const part = Math.floor(at / near);
    // Parts overlap, so that what stands on both sides of a border is together too.
    for (const one of [part, part + 1])
      parts.set(one, (parts.get(one) ?? new Map<Term, number>()).set(term, weight));
  }
  const worths = [...parts.values()].map((part) => [...part.values()].reduce((sum, weight) => sum + weight));
  return Math.max(0, ...worths);
}
