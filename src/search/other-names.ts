/** What else the words of a passage are called: by the registers, by the thesaurus, and as numbers are written. */
import { ToWords } from 'to-words';
import { keyOf } from '../record/mentions.ts';
import { type NameFinder } from '../record/names.ts';
import type { RegisterEntry } from '../record/register.ts';
import type { Thesaurus } from '../record/schema.ts';
import type { Paragraph } from '../record/text.ts';
import type { OtherNames } from './passage.ts';
import { wordsOf } from './words.ts';

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
    return [...new Set([...(entry ? [entry] : []), ...within])].flatMap(({ name, forms, alsoKnownAs }) => {
      const names = [...new Set([name, ...forms, ...alsoKnownAs])].filter((one) => one !== form);
      return names.length > 0 ? [{ form, names, same: true }] : [];
    });
  });
  return [...names, ...numbers(text), ...synonyms(text)];
}

/** Finds what else the words of a text are called, by the thesaurus. */
export type SynonymFinder = (text: string) => OtherNames[];

/** Makes a finder from the thesaurus: a group is looked for only where the first word of one of its members stands. */
export function synonymFinder({ same }: Pick<Thesaurus, 'same'>): SynonymFinder {
  const groups = same.map((group) =>
    group.map((member) => ({ member, stems: wordsOf(member).map(({ stem }) => stem) })),
  );
  // A sign, such as that of a currency, is no word.
  const signs = groups.flat().filter(({ stems }) => stems.length === 0);
  const firsts = Map.groupBy(
    groups.flatMap((group, order) => group.map(({ stems: [first = ''] }) => ({ first, order }))),
    ({ first }) => first,
  );
  return (text) => {
    const words = wordsOf(text);
    const present = signs.some(({ member }) => text.includes(member)) ? [''] : [];
    const orders = new Set(
      [...present, ...words.map(({ stem }) => stem)].flatMap((stem) =>
        (firsts.get(stem) ?? []).map(({ order }) => order),
      ),
    );
    return [...orders]
      .sort((a, b) => a - b)
      .flatMap((order): OtherNames[] => {
        const group = groups[order] ?? [];
        const found = group.flatMap(({ member, stems }) => {
          if (stems.length === 0) return text.includes(member) ? [{ member, form: member }] : [];
          const at = words.findIndex((_, index) =>
            stems.every((stem, step) => words[index + step]?.stem === stem),
          );
          const [first, last] = [words[at], words[at + stems.length - 1]];
          return first && last ? [{ member, form: text.slice(first.start, last.end) }] : [];
        });
        const [one] = found;
        const names = group
          .map(({ member }) => member)
          .filter((member) => !found.some((own) => own.member === member));
        return one && names.length > 0 ? [{ form: one.form, names, same: false }] : [];
      });
  };
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
