/** Names in texts: the forms of the registers, found as whole words. */
import type { RegisterEntry } from './register.ts';
import type { TextRange } from './parse/sentences.ts';

/** A form of an entry, and where it stands in a text. */
export interface NameMatch extends TextRange {
  entry: RegisterEntry;
  form: string;
}

/** Finds every name in a text, also those within others, in the order in which they start. */
export type NameMatcher = (text: string) => NameMatch[];

const word = /[\p{L}\p{N}]+/gu;

/**
 * Makes a finder from the registers. A form is looked for where its rarest word stands, so that a text is read once,
 * however many names there are. It is found as whole words only, and a hyphen ends a word: "post-Assad" names Assad,
 * "Palestinian" does not name Palestine.
 */
export function createNameMatcher(entries: readonly RegisterEntry[]): NameMatcher {
  const names = entries.flatMap((entry) =>
    entry.forms.map((form) => ({ entry, form, words: [...form.matchAll(word)] })),
  );
  const uses = new Map<string, number>();
  for (const [use] of names.flatMap(({ words }) => words)) uses.set(use, (uses.get(use) ?? 0) + 1);
  const byWord = Map.groupBy(
    names.flatMap(({ entry, form, words }) => {
      const [rarest] = words.toSorted(([a], [b]) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0));
      return rarest ? [{ entry, form, rarest: rarest[0], at: rarest.index }] : [];
    }),
    ({ rarest }) => rarest,
  );
  return (text) =>
    [...text.matchAll(word)]
      .flatMap(({ 0: found, index }) =>
        (byWord.get(found) ?? []).flatMap(({ entry, form, at }) => {
          const [start, end] = [index - at, index - at + form.length];
          const whole =
            start >= 0 &&
            text.startsWith(form, start) &&
            !isWithinWord(text, start) &&
            !isWithinWord(text, end);
          return whole ? [{ entry, form, start, end }] : [];
        }),
      )
      .sort((a, b) => a.start - b.start);
}

/** Whether the places before and behind an offset belong to one word. */
function isWithinWord(text: string, offset: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

/** For each entry those whose name is part of its own, or the other way round: Algeria and the incident in Algeria. */
export function overlappingNames(
  entries: readonly RegisterEntry[],
): ReadonlyMap<RegisterEntry, RegisterEntry[]> {
  const find = createNameMatcher(entries);
  const alike = new Map<RegisterEntry, Set<RegisterEntry>>();
  const note = (one: RegisterEntry, other: RegisterEntry): void => {
    alike.set(one, (alike.get(one) ?? new Set()).add(other));
  };
  for (const outer of entries) {
    for (const whole of outer.forms) {
      for (const { entry: inner, form } of find(whole)) {
        if (inner === outer || form === whole) continue;
        note(inner, outer);
        note(outer, inner);
      }
    }
  }
  return new Map([...alike].map(([entry, others]) => [entry, entries.filter((other) => others.has(other))]));
}
