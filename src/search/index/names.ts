/** Other names of what a text names: by the registers, by the thesaurus, and as numbers are written. */
import { ToWords } from 'to-words';
import { entryKey } from '../../domain/mentions.ts';
import type { NameMatcher } from '../../domain/name-matcher.ts';
import type { RegisterEntry } from '../../domain/register.ts';
import { tokenize } from '../tokenize.ts';
import type { Paragraph } from '../../domain/parse/parse-body.ts';

/** What a text says, and its other names. */
export type NameGroup = readonly string[];

const toWords = new ToWords({ localeCode: 'en-US' });

/** All names of an entry, with the initials of a long name that has no abbreviation (`IED`). */
export function entryNames({ register, name, abbreviation, forms, alsoKnownAs }: RegisterEntry): string[] {
  const initials = name.match(/(?<!\p{L})\p{Lu}/gu) ?? [];
  const short = register === 'terms' && initials.length > 2 ? initials.join('') : name;
  return [...new Set([name, abbreviation ?? short, ...forms, ...alsoKnownAs])];
}

/** The other names of the people and topics that a paragraph names; "the incident in Algeria" names Algeria too. */
export function mentionNames(
  { text, mentions }: Pick<Paragraph, 'text' | 'mentions'>,
  entries: ReadonlyMap<string, RegisterEntry>,
  find: NameMatcher,
): NameGroup[] {
  const groups = new Map<RegisterEntry, Set<string>>();
  for (const mention of mentions) {
    const form = text.slice(mention.start, mention.end);
    const entry = entries.get(entryKey(mention));
    for (const one of [...(entry ? [entry] : []), ...find(form).map(({ entry: inner }) => inner)])
      groups.set(one, (groups.get(one) ?? new Set<string>()).add(form));
  }
  return [...groups].map(([entry, forms]) => [...new Set([...forms, ...entryNames(entry)])]);
}

/** `$40 million` as `40000000` and `forty million`, `70` as `seventy`; `CO₂` as `CO2`. */
export function writtenOtherwise(text: string): NameGroup[] {
  const numbers = tokenize(text).flatMap(({ word, written }): NameGroup[] =>
    /^\d+$/u.test(word) ? [[written, word, toWords.convert(Number(word)).toLowerCase()]] : [],
  );
  const compatible = text.split(/\s+/u).flatMap((word): NameGroup[] => {
    const plain = word.normalize('NFKC');
    return plain === word ? [] : [[word, plain]];
  });
  return [...numbers, ...compatible];
}

/**
 * Creates a finder of related words from the groups of the thesaurus. A word matches in its regular forms too; an
 * abbreviation in capitals only ("PM" is not "p.m.").
 */
export function createRelatedFinder(groups: readonly NameGroup[]): (text: string) => NameGroup[] {
  const patterns = groups.map((group) => {
    const members = group.map((name) => {
      const escaped = name.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
      return /^[\p{Lu}.&]+$/u.test(name) ? escaped : `(?i:${escaped.replace(/e$/u, 'e?')}(?:e?s|e?d|ing)?)`;
    });
    return {
      group,
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${members.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    };
  });
  return (text) =>
    patterns.flatMap(({ group, pattern }) => {
      const forms = text.match(pattern) ?? [];
      return forms.length > 0 ? [[...new Set([...forms, ...group])]] : [];
    });
}
