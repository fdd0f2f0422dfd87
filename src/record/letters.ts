/** The letters by which a register's index files its entries. */

interface Filed {
  /** The name by which the index files the entry. */
  filedAs: string;
}

const digits = '0–9';

/** The letter of an entry, without its accent; one for all digits and signs. */
export function letterOf({ filedAs }: Filed): string {
  const [first = ''] = filedAs.normalize('NFD').toUpperCase();
  return /\p{L}/u.test(first) ? first : digits;
}

/** A letter as addresses write it: `k`; `0-9`; `u0141` for one that is not of the alphabet. */
export function letterName(letter: string): string {
  if (letter === digits) return '0-9';
  if (/^[A-Z]$/u.test(letter)) return letter.toLowerCase();
  return `u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

const order = new Intl.Collator('en', { numeric: true });

/** The entries of a register by their first letter, digits first, as an index prints them. */
export function byLetter<Entry extends Filed>(
  entries: readonly Entry[],
): { letter: string; entries: Entry[] }[] {
  const sorted = entries.toSorted((a, b) => order.compare(a.filedAs, b.filedAs));
  const letters = Map.groupBy(sorted, letterOf);
  return [...letters].map(([letter, own]) => ({ letter, entries: own }));
}

/** The entries of a letter by how their names begin: `Ka`, `Ki`. */
export function byBeginning<Entry extends Filed>(
  entries: readonly Entry[],
): { beginning: string; entries: Entry[] }[] {
  const beginnings = Map.groupBy(entries, ({ filedAs }) => {
    const [first = '', second = ''] = filedAs.normalize('NFD').replaceAll(/\p{M}/gu, '');
    return first.toUpperCase() + second.toLowerCase();
  });
  return [...beginnings].map(([beginning, own]) => ({ beginning: beginning.trim(), entries: own }));
}
