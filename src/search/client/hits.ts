/** What is shown of a result: the paragraph that answers, with the words that were found. */
import { stemmer as stem } from 'stemmer';
import { tokenize, wholeWords, wordsOf } from '../tokenize.ts';
import type { PagefindData } from './pagefind.ts';

export type Hit = ReturnType<typeof toHit>;

/** How long an excerpt is, and how far into its sentence the first match may be. */
const excerptLength = 260;
const lead = 200;

/**
 * Turns what Pagefind loads for a result into what is shown.
 *
 * @param words the words that were looked for
 * @param side whose statements are wanted; everybody's if undefined
 * @returns the URL of the paragraph, person or topic; meeting and section, "Person" or "Topic" as context; the ministry's words
 * or the editors' note as excerpt, in parts of which every second one was found
 */
export function toHit(
  { url, content, meta, filters }: PagefindData,
  words: readonly string[],
  side?: string,
) {
  const isPassage = filters.kind === undefined;
  const { title = '', names = '', related = '', sentences = `\t${content}` } = meta;
  const all = sentences.split('\n').map((line) => {
    const [id = '', text = '', speaks = ''] = line.split('\t');
    const isWanted = side === undefined || speaks[filters.side?.indexOf(side) ?? -1] === '*';
    return { paragraph: id.replace(/s\d+$/u, ''), text, isWanted };
  });
  const text = all.map((sentence) => sentence.text).join('');
  const pattern = wholeWords(findForms(text, words, isPassage ? `${names}\n${related}` : ''));
  const countIn = (sentence: { text: string }): number => new Set(sentence.text.match(pattern)).size;
  const wanted = all.filter(({ isWanted }) => isWanted);
  const best = (wanted.length > 0 ? wanted : all).reduce((one, other) =>
    countIn(other) > countIn(one) ? other : one,
  );
  const shown = all.slice(all.indexOf(best)).filter(({ paragraph }) => paragraph === best.paragraph);
  const context = [filters.meeting, filters.section, filters.kind].flatMap((values) => values ?? []);
  if (countIn(best) === 0 && all.some(countIn))
    context.push(`Another part of this item has the words; ${side ?? ''} said:`);
  return {
    url: isPassage ? `${url}#${best.paragraph}` : url,
    title,
    context: context.join(' / '),
    // A topic without a note has its name as content.
    excerpt: content === title ? [] : cutExcerpt(shown.map((sentence) => sentence.text).join(''), pattern),
    isPassage,
  };
}

/** How a text writes the words, or what they are another name of: "South Korea" is "Republic of Korea" or "ROK". */
function findForms(text: string, words: readonly string[], names: string): string[] {
  const tokens = tokenize(text);
  const isAbsent = (word: string): boolean => !tokens.some((token) => isForm(token.word, word));
  const hasWord = (name: string, word: string): boolean => wordsOf(name).some((one) => isForm(one, word));
  const absent = words.filter(isAbsent);
  const lines = names.split('\n').filter((line) => absent.some((word) => hasWord(line, word)));
  // "South Korea" is not found in "North Korea".
  const direct = words.filter((word) => !lines.some((line) => hasWord(line, word)));
  const forms = tokens.filter(({ word }) => direct.some((wanted) => isForm(word, wanted)));
  const others = lines.flatMap((line) => line.split(' | ')).filter((name) => name.length > 1);
  return [...forms.map(({ written }) => written), ...others];
}

/** Whether a word begins with the one that is wanted, or has its stem; only words that begin alike have. */
function isForm(word: string, wanted: string): boolean {
  if (word.startsWith(wanted)) return word === wanted || wanted.length > 2;
  return word.startsWith(wanted.slice(0, 2)) && stem(word) === stem(wanted);
}

/** Cuts a text at its end, and at a word before the first match where that is far from the beginning. */
function cutExcerpt(text: string, pattern: RegExp): string[] {
  const first = Math.max(0, text.search(pattern));
  const start = first < lead ? 0 : text.lastIndexOf(' ', first - lead / 2) + 1;
  const isCut = text.length > start + excerptLength;
  const end = isCut ? text.lastIndexOf(' ', start + excerptLength) : text.length;
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${isCut ? ' …' : ''}`.split(pattern);
}
