/** Numbers at the start of a line, in the styles in which ministries number sections and items. */
import { romanize } from 'romans';

/** A number at the start of a text: how it is written, what it counts, and what follows it. */
export interface LineNumber {
  /** Numbers of one list have one style: `1.`, `(1)`, `A.` … */
  style: string;
  value: number;
  label: string;
  rest: string;
}

const notCounted =
  '(?!(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Ministers|Countries|Members|States|Parties)\\b)';
const part = '(?:Part|Section|Chapter|Session|Article|Agenda [Ii]tem|Item|Topic|§|¶)';
const partEnd = '(?:\\s*[.:：–—-]\\s*|\\s+(?=\\p{Lu})|$)';

/** The styles, each with a group for its number. What looks like several is listed in this order. */
const styles: readonly (readonly [style: string, pattern: RegExp])[] = [
  ['1.2', /^[0-9０-９]{1,2}[.．](?<number>(?!0\s)[0-9０-９]{1,2})[.．]?\s+(?=\D)/u],
  ['1.', /^(?<number>[0-9０-９]{1,3})[.．](?:0(?=\s))?(?![0-9０-９])\s*/u],
  ['1', new RegExp(`^(?<number>[0-9０-９]{1,2})\\s+(?=["“‘'(]?\\p{Lu})${notCounted}`, 'u')],
  ['(1)', /^[(（](?<number>[0-9０-９]{1,3})[)）]\s*/u],
  ['1)', /^(?<number>[0-9０-９]{1,3})[)）]\s*/u],
  ['[1]', /^[[［](?<number>[0-9０-９]{1,3})[\]］]\s*/u],
  ['1 –', /^(?<number>[0-9０-９]{1,2})\s?[/–—-]\s+(?=\p{Lu})/u],
  ['I.', /^(?<roman>[IVX]{1,5})\s?[.．)）:：]\s*(?=\p{L})/u],
  ['(I)', /^[(（](?<roman>[IVX]{1,5})[)）]\s*/u],
  ['(i)', /^[(（](?<roman>[ivx]{1,5})[)）]\s*/u],
  ['i.', /^(?<roman>[ivx]{1,5})[.)]\s+/u],
  ['A.', /^(?<letter>[A-Z])\s?[.．)）]\s+(?=\p{Lu})/u],
  ['(A)', /^[(（](?<letter>[A-Z])[)）]\s*/u],
  ['(a)', /^[(（](?<letter>[a-z])[)）]\s*/u],
  ['a.', /^(?<letter>[a-z])[.)]\s+/u],
  ['Part 1', new RegExp(`^${part}\\s?(?<number>\\d{1,3})${partEnd}`, 'u')],
  ['Part I', new RegExp(`^${part}\\s?(?<roman>[IVX]{1,5})${partEnd}`, 'u')],
];

const numerals = Array.from({ length: 39 }, (_, index): string => romanize(index + 1));

/** Reads the number at the start of a text in all styles: `(i)` is the first Roman numeral and the ninth letter. */
export function readNumbers(text: string): LineNumber[] {
  return styles.flatMap(([style, pattern]) => {
    const match = pattern.exec(text);
    if (!match) return [];
    const { number = '', roman = '', letter = '' } = match.groups ?? {};
    const value =
      Number(number.normalize('NFKC')) ||
      numerals.indexOf(roman.toUpperCase()) + 1 ||
      letter.toLowerCase().charCodeAt(0) - 96;
    return value > 0 ? [{ style, value, label: match[0].trim(), rest: text.slice(match[0].length) }] : [];
  });
}
