const collator = new Intl.Collator('en', { numeric: true });

/** Groups entries by first letter, in alphabetical order; digits and symbols come first, as one group. */
export function groupByLetter<Entry extends { sortName: string }>(entries: readonly Entry[]) {
  const sorted = entries.toSorted((a, b) => collator.compare(a.sortName, b.sortName));
  return [...Map.groupBy(sorted, indexLetter)];
}

function indexLetter({ sortName }: { sortName: string }): string {
  const [first = ''] = sortName.normalize('NFD').toUpperCase();
  return /\p{L}/u.test(first) ? first : '0–9';
}

/** A name in a URL or an id: `u-s-marine-corps` for `U.S. Marine Corps`. */
export function nameSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .normalize('NFC');
  return (plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
}
