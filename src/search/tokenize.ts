/** Words of texts and of queries, by one rule. */

interface Token {
  written: string;
  /** In lower case, without accents, apostrophes and the dots of abbreviations: `un`, `5000`. */
  word: string;
}

/** What a word after a number multiplies it by. */
const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** A time, an amount, a number with its thousands separated, "2+2", an abbreviation with dots or "&", or letters and digits. */
const pattern =
  /\d{1,2}:\d{2}|\d[\d,.]*\s(?:thousand|million|billion|trillion)(?!\p{L})|\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)|\d+\s?\+\s?\d+|\d[\d,.]*\d(?:(?:st|nd|rd|th)(?!\p{L}))?|(?:\p{L}\.)+\p{L}(?!\p{L})\.?|(?<!\p{L})\p{L}\s?&\s?\p{L}(?!\p{L})|[\p{L}\p{N}\p{M}]+(?:[+'’・=＝][\p{L}\p{N}\p{M}]+)*\+*/giu;

/** The words of a text, in order. */
export function tokenize(text: string): Token[] {
  return (text.match(pattern) ?? []).map((written) => ({ written, word: normalizeWord(written) }));
}

/** The words of a text as search compares them. */
export function wordsOf(text: string): string[] {
  return tokenize(text).map(({ word }) => word);
}

function normalizeWord(written: string): string {
  const [number = '', scale = ''] = written.toLowerCase().split(/\s/u);
  const factor = scales[scale];
  // 2.3 times a million is no integer in floating point.
  if (factor) return String(Number((Number(number.replaceAll(',', '')) * factor).toPrecision(12)));
  return written
    .normalize('NFKD')
    .replace(/\p{M}/gu, (mark) => (/[\u3099\u309A]/u.test(mark) ? mark : ''))
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]s?$|['’・=]/gu, '')
    .replace(/(?<=\d),(?=\d{3})|\s/gu, '')
    .replace(/(?<=^\d+)(?:st|nd|rd|th)$/u, '')
    .replace(/(?<=\p{L})\.|\.$/gu, '');
}

/** A pattern of any of the words or names where they are whole words, the longest first, as its only group. */
export function wholeWords(words: readonly string[]): RegExp {
  const escaped = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join('|') || '(?!)'})(?![\\p{L}\\p{N}])`, 'gu');
}
