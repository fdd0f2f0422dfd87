/** What else the words of a passage are called: by the registers, by the thesaurus, and as numbers are written. */
import { ToWords } from 'to-words';
import { keyOf } from '../record/mentions.ts';
import { type NameFinder } from '../record/names.ts';
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
  find: NameFinder,
  synonyms: SynonymFinder,
): OtherNames[] {
  const named = new Map(
    mentions.map((mention) => [`${keyOf(mention)} ${text.slice(mention.start, mention.end)}`, mention]),
  );
  const names = [...named.values()].flatMap((mention): OtherNames[] => {
    const entry = entries.get(keyOf(mention));
    const form = text.slice(mention.start, mention.end);
    // "The incident in Algeria" names Algeria too.
    const within = find(form).map(({ entry: other }) => other);
    return [...new Set([...(entry ? [entry] : []), ...within])].flatMap((one) => {
      const names = namesOf(one).filter((name) => name !== form);
      return names.length > 0 ? [{ form, names, same: true }] : [];
    });
  });
  return [...names, ...numbers(text), ...synonyms(text)];
}

/** All names of an entry, with what people make of a long one that has no abbreviation ("IED", "OCP"). */
export function namesOf({ room, name, abbreviation, forms, alsoKnownAs }: RegisterEntry): string[] {
  const initials = name.match(/(?<!\p{L})\p{Lu}/gu) ?? [];
  const short = room === 'terms' && initials.length > 2 ? initials.join('') : name;
  return [...new Set([name, abbreviation ?? short, ...forms, ...alsoKnownAs])];
}

/** Finds what else the words of a text are called, by the thesaurus. */
export type SynonymFinder = (text: string) => OtherNames[];

/** A word or words of the thesaurus. */
interface Member {
  written: string;
  words: Word[];
  /** Stands in capitals only: "PM" is not "p.m.". */
  abbreviation: boolean;
}

/** Makes a finder from the thesaurus: a group is looked for only where the first word of one of its members stands. */
export function synonymFinder({ same }: Pick<Thesaurus, 'same'>): SynonymFinder {
  const groups = same.map((group) =>
    group.map((written): Member => ({
      written,
      words: wordsOf(written),
      abbreviation: /^[\p{Lu}.&]+$/u.test(written),
    })),
  );
  // A sign, such as that of a currency, is no word.
  const signs = groups.flat().filter(({ words }) => words.length === 0);
  const byFirst = Map.groupBy(
    groups.flatMap((group, order) => group.map(({ words: [first] }) => ({ stem: first?.stem ?? '', order }))),
    ({ stem }) => stem,
  );
  return (text) => {
    const words = wordsOf(text);
    const stems = words.map(({ stem }) => stem);
    if (signs.some(({ written }) => text.includes(written))) stems.push('');
    const orders = new Set(stems.flatMap((stem) => (byFirst.get(stem) ?? []).map(({ order }) => order)));
    return [...orders]
      .sort((a, b) => a - b)
      .flatMap((order): OtherNames[] => {
        const group = groups[order] ?? [];
        const found = group.flatMap((member) => {
          const form = formIn(text, words, member);
          return form === undefined ? [] : [{ member, form }];
        });
        const [one] = found;
        const names = group.filter((member) => !found.some((own) => own.member === member));
        if (!one || names.length === 0) return [];
        return [{ form: one.form, names: names.map(({ written }) => written), same: false }];
      });
  };
}

/** How a text has a word or words of the thesaurus, in any form. */
function formIn(
  text: string,
  words: readonly Word[],
  { written, words: own, abbreviation }: Member,
): string | undefined {
  if (own.length === 0) return text.includes(written) ? written : undefined;
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

/** `$40 million` as `40000000`, `0.04 billion` and `forty million`, `70` as `seventy`. */
function numbers(text: string): OtherNames[] {
  const pattern = /(?<number>\d+(?:,\d{3})*(?:\.\d+)?)(?: (?<scale>thousand|million|billion|trillion)\b)?/gu;
  return [...text.matchAll(pattern)].flatMap(({ 0: form, groups }): OtherNames[] => {
    const figure = Number(groups?.number?.replaceAll(',', ''));
    // 2.3 times a million is no whole number to a computer.
    const number = Number((figure * (scales[groups?.scale ?? ''] ?? 1)).toPrecision(12));
    if (!Number.isSafeInteger(number)) return [];
    const digits = groups?.scale ? [String(number)] : [];
    // People count a hundred million as a tenth of a billion; less than a hundredth of one nobody does.
    const billions = number >= 1e7 && number < 1e9 ? [`${String(number / 1e9)} billion`] : [];
    return [{ form, names: [...digits, ...billions, inWords.convert(number)], same: true }];
  });
}
