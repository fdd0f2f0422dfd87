/** Finds the forms of people and terms in texts, as whole words. */
import type { RegisterEntry } from './register.ts';
import type { TextRange } from './parse/sentences.ts';

/** A form of an entry in a text. */
export interface NameMatch extends TextRange {
  entry: RegisterEntry;
  form: string;
}

/** Finds all names in a text, also those within others, in the order in which they start. */
export type NameMatcher = (text: string) => NameMatch[];

const word = /[\p{L}\p{N}]+/gu;

/**
 * Creates a matcher. A form is looked up by its rarest word, so that the time does not depend on the number of names. A
 * hyphen ends a word: "post-Assad" matches Assad, but "Palestinian" does not match Palestine.
 */
export function createNameMatcher(entries: readonly RegisterEntry[]): NameMatcher {
  const names = entries.flatMap((entry) =>
    entry.forms.map((form) => ({ entry, form, words: [...form.matchAll(word)] })),
  );
  const counts = new Map<string, number>();
  for (const [found] of names.flatMap(({ words }) => words)) counts.set(found, (counts.get(found) ?? 0) + 1);
  const byRarestWord = Map.groupBy(
    names.flatMap(({ entry, form, words }) => {
      const [rarest] = words.toSorted(([a], [b]) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
      return rarest ? [{ entry, form, rarest: rarest[0], offset: rarest.index }] : [];
    }),
    ({ rarest }) => rarest,
  );
  return (text) =>
    [...text.matchAll(word)]
      .flatMap(({ 0: found, index }) =>
        (byRarestWord.get(found) ?? []).map(({ entry, form, offset }) => {
          const start = index - offset;
          return { entry, form, start, end: start + form.length };
        }),
      )
      .filter(
        ({ form, start, end }) =>
          text.startsWith(form, start) && !isWithinWord(text, start) && !isWithinWord(text, end),
      )
      .sort((a, b) => a.start - b.start);
}

/** Whether the characters before and after an offset belong to one word. */
function isWithinWord(text: string, offset: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

/** For each entry those whose name contains its own, or the reverse: Algeria and the incident in Algeria. */
export function overlappingNames(
  entries: readonly RegisterEntry[],
): ReadonlyMap<RegisterEntry, RegisterEntry[]> {
  const match = createNameMatcher(entries);
  const inner = new Map(
    entries.map((outer) => {
      const found = outer.forms.flatMap((form) => match(form).filter((name) => name.form !== form));
      return [outer, new Set(found.map(({ entry }) => entry))] as const;
    }),
  );
  const isWithin = (a: RegisterEntry, b: RegisterEntry): boolean => inner.get(b)?.has(a) ?? false;
  return new Map(
    entries.map((entry) => [
      entry,
      entries.filter((other) => other !== entry && (isWithin(entry, other) || isWithin(other, entry))),
    ]),
  );
}
