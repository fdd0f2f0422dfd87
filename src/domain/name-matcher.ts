/** Finds the forms of people and terms in texts, as whole words. */
import type { RegisterEntry } from './model.ts';
import type { TextRange } from './parse/sentences.ts';

/** A form of an entry in a text. */
export interface NameMatch extends TextRange {
  entry: RegisterEntry;
  form: string;
}

const word = /[\p{L}\p{N}]+/gu;

/**
 * Creates a matcher, which finds all names in a text, also those within others, in the order in which they start. A form is looked up by its first word, so that the time does not depend on the number of names. A
 * hyphen ends a word: "post-Assad" matches Assad, but "Palestinian" does not match Palestine.
 */
export function createNameMatcher(entries: readonly RegisterEntry[]) {
  const forms = entries.flatMap((entry) =>
    entry.forms.map((form) => {
      const [first] = form.matchAll(word);
      return { entry, form, firstWord: first?.[0], offset: first?.index ?? 0 };
    }),
  );
  const byFirstWord = Map.groupBy(forms, ({ firstWord }) => firstWord);
  return (text: string): NameMatch[] => {
    const matches: NameMatch[] = [];
    for (const { 0: found, index } of text.matchAll(word))
      for (const { entry, form, offset } of byFirstWord.get(found) ?? []) {
        const start = index - offset;
        const end = start + form.length;
        if (text.startsWith(form, start) && !isWithinWord(text, start) && !isWithinWord(text, end))
          matches.push({ entry, form, start, end });
      }
    return matches.sort((a, b) => a.start - b.start);
  };
}

/** Whether the characters before and after an offset belong to one word. */
function isWithinWord(text: string, offset: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

/** For each entry those whose name contains its own, or the reverse: Algeria and the incident in Algeria. */
export function overlappingNames(entries: readonly RegisterEntry[]) {
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
