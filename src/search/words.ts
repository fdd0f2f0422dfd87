/** Words as search compares them: of queries, of texts and of other names, all by the same rule. */
import { stemmer } from 'stemmer';
import { remembered } from '../record/remembered.ts';

/** A word of a text. */
export interface Word {
  /** As it is compared: lower case, without accents, dots and the sign of a currency: `un`, `40`. */
  word: string;
  /** Its stem (Porter, "An algorithm for suffix stripping", 1980): `cooper`. */
  stem: string;
  /** Where it stands (UTF-16 units). */
  start: number;
  end: number;
}

/**
 * The number of an item ("1(2)"), a number however its thousands are parted, an abbreviation with dots or "&" ("R&D"), or
 * letters and digits; "2+2" is one word, a hyphen parts two.
 */
const pattern =
  /\d{1,2}\(\d{1,2}\)|\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)|\d+\s?\+\s?\d+|\d[\d,.]*\d(?:(?:st|nd|rd|th)(?!\p{L}))?|(?:\p{L}\.){2,}|(?<!\p{L})\p{L}\s?&\s?\p{L}(?!\p{L})|[\p{L}\p{N}\p{M}]+(?:[+'’][\p{L}\p{N}\p{M}]+)*\+*/gu;

/** A word as it is written, in the forms in which it is compared. */
const compared = remembered(100_000, (written): Pick<Word, 'word' | 'stem'> => {
  const word = plain(written);
  return { word, stem: stemmer(word) };
});

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    ...compared(found),
    start: index,
    end: index + found.length,
  }));
}

/** A word in the form in which words are compared. */
export function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?$|['’]/gu, '')
    .replace(/(?<=\d),(?=\d{3})|\s/gu, '')
    .replace(/(?<=^\d+)(?:st|nd|rd|th)$/u, '')
    .replace(/(?<=\p{L})\.|\.$/gu, '');
}

/** Whether words of one stem are forms of one word: "study", "studies", "studying"; not "assistance" and "assistant". */
export function isForm(word: string, other: string): boolean {
  return rootOf(word) === rootOf(other);
}

/** A word without the endings by which its forms differ: "study", "studies", "studying". */
function rootOf(word: string): string {
  return word
    .replace(/(?<=\p{L}{3})(?:ing|ed|s)$/u, '')
    .replace(/(?:ie|e|y|i)$/u, '')
    .replace(/(\p{L})\1$/u, '$1');
}
