/** Mentions of people and terms, found in the texts by the forms in which the texts write them. */
import { type Item, type Meeting, itemsOf } from './meeting.ts';
import type { RegisterEntry } from './register.ts';
import type { Range } from './sentences.ts';
import type { Mention, Paragraph, Sentence } from './text.ts';

interface Form {
  text: string;
  pattern: RegExp;
  entry: RegisterEntry;
}

/** Finds mentions in the sentences of one meeting. */
export type Finder = (sentence: Range & { text: string }) => Mention[];

/**
 * Makes a finder from the registers. The longest form is found first and its words are taken, so that "U.N. Security
 * Council" mentions the Council and not the U.N.; a form is found as whole words only, and a hyphen ends a word
 * ("post-Assad" names Assad, "Palestinian" does not name Palestine); nothing is found across a sentence's end.
 *
 * @param entries people and terms
 * @returns a finder for the texts of the meeting with that id
 */
export function mentionFinder(entries: readonly RegisterEntry[]): (meeting: string) => Finder {
  const forms = entries
    .flatMap((entry) => entry.forms.map((text): Form => ({ text, pattern: wholeWords(text), entry })))
    .sort((a, b) => b.text.length - a.text.length);
  return (meeting) => {
    const own = forms.filter(({ entry }) => entry.meetings?.includes(meeting) ?? true);
    return ({ text, start }) => {
      const taken: Mention[] = [];
      for (const form of own) {
        // Most forms are in few sentences.
        if (!text.includes(form.text)) continue;
        for (const { index } of text.matchAll(form.pattern)) {
          const range = { start: start + index, end: start + index + form.text.length };
          if (taken.some((other) => other.start < range.end && range.start < other.end)) continue;
          const { room, id: entry, name, abbreviation, note } = form.entry;
          const abbreviates = abbreviation === form.text ? name : undefined;
          taken.push({ ...range, room, entry, abbreviates, noted: note !== undefined, first: false });
        }
      }
      return taken.sort((a, b) => a.start - b.start);
    };
  };
}

/**
 * Finds the mentions in all texts, and notes them with their paragraphs.
 *
 * @param meetings whose paragraphs are changed
 */
export function noteMentions(meetings: readonly Meeting[], entries: readonly RegisterEntry[]): void {
  const finderFor = mentionFinder(entries);
  for (const meeting of meetings) {
    const find = finderFor(meeting.id);
    for (const paragraphs of [meeting.introduction, ...itemsOf(meeting).map((item) => item.paragraphs)]) {
      const named = new Set<string>();
      for (const paragraph of paragraphs) {
        paragraph.mentions = paragraph.sentences.flatMap(find);
        for (const mention of paragraph.mentions) {
          mention.first = !named.has(keyOf(mention));
          named.add(keyOf(mention));
        }
      }
    }
  }
}

/** The entries that paragraphs name, in the order in which they first do. */
export function namedIn(
  paragraphs: readonly Paragraph[],
  entries: readonly RegisterEntry[],
): RegisterEntry[] {
  return paragraphs
    .flatMap(({ mentions }) => mentions.filter(({ first }) => first))
    .flatMap(({ room, entry }) => entries.filter((own) => own.room === room && own.id === entry));
}

/** A sentence that names an entry, and where it stands. */
export interface Occurrence {
  paragraph: Paragraph;
  sentence: Sentence;
  /** Where in the paragraph the entry is named. */
  mentions: Mention[];
}

/** The sentences of a meeting that name an entry, by item; the introduction has no item. */
export interface Occurrences {
  meeting: Meeting;
  items: { item: Item | undefined; sentences: Occurrence[] }[];
}

/**
 * Where every entry is named.
 *
 * @param meetings in the order in which they are to come
 * @returns the occurrences by `keyOf` the entry
 */
export function mentionIndex(meetings: readonly Meeting[]): Map<string, Occurrences[]> {
  const index = new Map<string, Occurrences[]>();
  for (const meeting of meetings) {
    for (const item of [undefined, ...itemsOf(meeting)]) {
      for (const paragraph of item?.paragraphs ?? meeting.introduction) {
        for (const sentence of paragraph.sentences) {
          const inside = paragraph.mentions.filter(
            ({ start, end }) => sentence.start <= start && end <= sentence.end,
          );
          for (const [key, mentions] of Map.groupBy(inside, keyOf)) {
            const places = index.get(key) ?? [];
            index.set(key, places);
            let here = places.at(-1);
            if (here?.meeting !== meeting) places.push((here = { meeting, items: [] }));
            let group = here.items.at(-1);
            if (!group || group.item !== item) here.items.push((group = { item, sentences: [] }));
            group.sentences.push({ paragraph, sentence, mentions });
          }
        }
      }
    }
  }
  return index;
}

/** What an entry is known by across both registers: `terms/afisma`. */
export function keyOf(named: Pick<Mention, 'room' | 'entry'> | RegisterEntry): string {
  return `${named.room}/${'entry' in named ? named.entry : named.id}`;
}

/** Entries whose name is part of this one's, or the other way round: Algeria and the incident in Algeria. */
export function seeAlso(entry: RegisterEntry, entries: readonly RegisterEntry[]): RegisterEntry[] {
  const within = (inner: RegisterEntry, outer: RegisterEntry): boolean =>
    inner.forms.some((form) => outer.forms.some((whole) => whole !== form && wholeWords(form).test(whole)));
  return entries.filter((other) => other !== entry && (within(entry, other) || within(other, entry)));
}

/** A pattern for a form as whole words. */
export function wholeWords(form: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(form)}(?![\\p{L}\\p{N}])`, 'gu');
}
