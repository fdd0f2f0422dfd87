/** The languages in which ministries publish: what pages call them where they link to them. */
import { languageName, nativeLanguageName } from '../domain/format.ts';

const codes = 'ja fr zh zh-Hans zh-Hant ko es ru ar de it pt vi th tr uk fa hi'.split(' ');
const codeOfName = new Map(
  codes.flatMap((code) =>
    [languageName(code), nativeLanguageName(code)].map((name) => [name.toLowerCase(), code]),
  ),
);

/** The names of all languages, in English and in themselves. */
export function languageNames(): string[] {
  return ['English', 'Indonesian', ...codeOfName.keys()];
}

/** The code of a language by its name, `ja` of `Japanese`; none of English. */
export function languageCode(name: string): string | undefined {
  return codeOfName.get(name.toLowerCase());
}
