/** Other names of what a text names: by the registers, by the thesaurus, and as numbers are written. */
import { ToWords } from 'to-words';
import { createNameMatcher } from '../../domain/name-matcher.ts';
import type { Paragraph, RegisterEntry } from '../../domain/model.ts';
import { entryNames } from '../../domain/register.ts';
import { tokenize } from '../tokenize.ts';

/** What a text says, and its other names. */
export type NameGroup = readonly string[];

const toWords = new ToWords({ localeCode: 'en-US' });

/** Creates a finder of the other names of what a paragraph names; "the incident in Algeria" names Algeria too. */
export function createNameFinder(entries: readonly RegisterEntry[]): (paragraph: Paragraph) => NameGroup[] {
  const match = createNameMatcher(entries);
  const namesIn = (form: string): NameGroup[] =>
    match(form).map(({ entry }) => [form, ...entryNames(entry), ...entry.searchTerms]);
  const byForm = new Map(entries.flatMap(({ forms }) => forms.map((form) => [form, namesIn(form)])));
  return ({ text, mentions }) =>
    mentions.flatMap(({ start, end }) => byForm.get(text.slice(start, end)) ?? []);
}

/** The numbers of a text otherwise: `$40 million` as `40000000` and `forty million`, `70` as `seventy`. */
export function writtenOtherwise(text: string): NameGroup[] {
  return tokenize(text).flatMap(({ word, written }): NameGroup[] =>
    /^\d+$/u.test(word) ? [[written, word, toWords.convert(Number(word)).toLowerCase()]] : [],
  );
}

/**
 * Creates a finder of related words from the groups of the thesaurus. A word matches in its regular forms too; an
 * abbreviation in capitals only ("PM" is not "p.m.").
 */
export function createRelatedFinder(groups: readonly NameGroup[]): (text: string) => NameGroup[] {
  const toPattern = (name: string): string => {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
    return /^[\p{Lu}.&]+$/u.test(name) ? escaped : `(?i:${escaped.replace(/e$/u, 'e?')}(?:e?s|e?d|ing)?)`;
  };
  const patterns = groups.map((group) => {
    const names = group.map(toPattern).join('|');
    return { group, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${names})(?![\\p{L}\\p{N}])`, 'gu') };
  });
  return (text) =>
    patterns.flatMap(({ group, pattern }) => {
      const forms = text.match(pattern);
      return forms ? [[...forms, ...group]] : [];
    });
}
