/** What else the words of a passage are called: by the registers, by the thesaurus, and as numbers are written. */
import { ToWords } from 'to-words';
import { keyOf, wholeWords } from '../record/mentions.ts';
import type { RegisterEntry } from '../record/register.ts';
import type { Thesaurus } from '../record/schema.ts';
import type { Paragraph } from '../record/text.ts';
import type { OtherNames } from './passage.ts';
import { type Word, isForm, wordsOf } from './words.ts';

const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const inWords = new ToWords({ localeCode: 'en-US' });

/** The other names of what a paragraph names. */
export function otherNames(
  { text, mentions }: Pick<Paragraph, 'text' | 'mentions'>,
  entries: ReadonlyMap<string, RegisterEntry>,
  thesaurus: Thesaurus,
): OtherNames[] {
  const named = new Map(
    mentions.map((mention) => [`${keyOf(mention)} ${text.slice(mention.start, mention.end)}`, mention]),
  );
  const names = [...named.values()].flatMap((mention): OtherNames[] => {
    const entry = entries.get(keyOf(mention));
    const form = text.slice(mention.start, mention.end);
    // "The incident in Algeria" names Algeria too.
    const within = [...entries.values()].filter(
      (other) => other !== entry && other.forms.some((inner) => wholeWords(inner).test(form)),
    );
    return [...(entry ? [entry] : []), ...within].flatMap(({ name, forms, alsoKnownAs }) => {
      const names = [...new Set([name, ...forms, ...alsoKnownAs])].filter((one) => one !== form);
      return names.length > 0 ? [{ form, names, same: true }] : [];
    });
  });
  return [...names, ...numbers(text), ...synonyms(text, thesaurus)];
}

/** What else the words of a text are called by the thesaurus. */
export function synonyms(text: string, { same }: Thesaurus): OtherNames[] {
  const words = wordsOf(text);
  return same.flatMap((group): OtherNames[] => {
    const found = group.flatMap((member) => {
      const form = formIn(text, words, member);
      return form === undefined ? [] : [{ member, form }];
    });
    const [one] = found;
    const names = group.filter((member) => !found.some((own) => own.member === member));
    return one && names.length > 0 ? [{ form: one.form, names, same: false }] : [];
  });
}

/** How a text has a word or words of the thesaurus: in any form; an abbreviation in capitals only ("PM", not "p.m."). */
function formIn(text: string, words: readonly Word[], member: string): string | undefined {
  const own = wordsOf(member);
  // A sign, such as that of a currency, is no word.
  if (own.length === 0) return text.includes(member) ? member : undefined;
  const abbreviation = /^[\p{Lu}.&]+$/u.test(member);
  const at = words.findIndex((_, index) =>
    own.every(({ word, stem }, step) => {
      const here = words[index + step];
      if (here?.stem !== stem || !isForm(here.word, word)) return false;
      return !abbreviation || !/\p{Ll}/u.test(text.slice(here.start, here.end));
    }),
  );
  const [first, last] = [words[at], words[at + own.length - 1]];
  return first && last ? text.slice(first.start, last.end) : undefined;
}

/** `$40 million` as `40,000,000` and `forty million`, `70` as `seventy`. */
function numbers(text: string): OtherNames[] {
  const pattern = /(?<number>\d+(?:,\d{3})*)(?: (?<scale>thousand|million|billion|trillion)\b)?/gu;
  return [...text.matchAll(pattern)].flatMap(({ 0: form, groups }): OtherNames[] => {
    const number = Number(groups?.number?.replaceAll(',', '')) * (scales[groups?.scale ?? ''] ?? 1);
    if (!Number.isSafeInteger(number)) return [];
    const digits = groups?.scale ? [String(number)] : [];
    return [{ form, names: [...digits, inWords.convert(number)], same: true }];
  });
}
