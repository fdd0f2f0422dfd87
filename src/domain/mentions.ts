/** Mentions of people and terms, found in the texts by the forms in which the texts write them. */
import { type AgendaItem, type Meeting, agendaItems } from './model.ts';
import { type NameMatch, createNameMatcher } from './name-matcher.ts';
import type { RegisterEntry } from './register.ts';
import type { TextRange } from './parse/sentences.ts';
import type { Mention, Paragraph, Sentence } from './parse/parse-body.ts';

/** Finds mentions in the sentences of one meeting. */
export type MentionMatcher = (sentence: TextRange & { text: string }) => Mention[];

/**
 * Makes a finder from the registers. The longest form is found first and its words are taken, so that "U.N. Security
 * Council" mentions the Council and not the U.N.; nothing is found across a sentence's end.
 *
 * @param entries people and terms
 * @param posts the posts that meetings name: their words are no given names
 * @returns a finder for the texts of the meeting with that id
 */
export function createMentionMatcher(
  entries: readonly RegisterEntry[],
  posts: readonly string[] = [],
): (meeting: string) => MentionMatcher {
  const find = createNameMatcher(entries);
  const known = [...posts, ...entries.flatMap(({ forms }) => forms)];
  const nameWords = new Set(known.flatMap((words) => words.split(/[\s-]+/u)));
  return (meeting) =>
    ({ text, start: offset }) => {
      const taken: Mention[] = [];
      const names = find(text).filter(({ entry }) => entry.meetings?.includes(meeting) ?? true);
      for (const found of names.sort((a, b) => b.form.length - a.form.length)) {
        const range = { start: offset + found.start, end: offset + found.end };
        if (taken.some((other) => other.start < range.end && range.start < other.end)) continue;
        if (isNamesake(text, found, nameWords)) continue;
        const { register, id: entry, name, abbreviation, note } = found.entry;
        const abbreviates = abbreviation === found.form ? name : undefined;
        taken.push({ ...range, register, entry, abbreviates, noted: note !== undefined, first: false });
      }
      return taken.sort((a, b) => a.start - b.start);
    };
}

/** Capitalized words next to a family name that are no given name: posts, and words that start a sentence. */
const noGivenName =
  /^(?:(?:\w+-)?(?:Minister|Secretary|President|Ambassador|Chancellor|Premier|Chair\w*|Director|General|Governor|Senator|Commissioner|Representative|Envoy|Spokes\w+)s?|Mr|Ms|Mrs|Dr|Sir|Cabinet|Government|Administration|In|On|At|As|For|To|From|With|By|And|But|Both|When|While|After|Before|Then|Thus|Since|Although|Regarding|Meanwhile|Following|Later|Today)$/u;

/** Whether a family name alone stands next to another person's given name: "Taro Kishida" is not Fumio Kishida. */
function isNamesake(
  text: string,
  { entry, form, start, end }: NameMatch,
  nameWords: ReadonlySet<string>,
): boolean {
  if (entry.register !== 'people' || /\s/u.test(form)) return false;
  const before = /(?<word>\p{Lu}[\p{L}'’-]*\p{Ll}) $/u.exec(text.slice(0, start))?.groups?.word;
  const after = /^ (?<word>\p{Lu}\p{Ll}[\p{L}'’-]*)/u.exec(text.slice(end))?.groups?.word;
  return [before, after].some(
    (word) => word !== undefined && !nameWords.has(word) && !noGivenName.test(word),
  );
}

/**
 * Finds the mentions in all texts, and notes them with their paragraphs.
 *
 * @param meetings whose paragraphs are changed
 */
export function annotateMentions(meetings: readonly Meeting[], entries: readonly RegisterEntry[]): void {
  const posts = meetings.flatMap(({ sides, mentioned }) => [
    ...sides.flatMap(({ lead, attended }) => [lead, ...attended].map(({ post }) => post)),
    ...mentioned.map(({ post }) => post),
  ]);
  const finderFor = createMentionMatcher(entries, posts);
  for (const meeting of meetings) {
    const find = finderFor(meeting.id);
    for (const paragraphs of [meeting.introduction, ...agendaItems(meeting).map((item) => item.paragraphs)]) {
      const named = new Set<string>();
      for (const paragraph of paragraphs) {
        paragraph.mentions = paragraph.sentences.flatMap(find);
        for (const mention of paragraph.mentions) {
          mention.first = !named.has(entryKey(mention));
          named.add(entryKey(mention));
        }
      }
    }
  }
}

/**
 * The entries that paragraphs name, in the order in which they first do.
 *
 * @param entries by their keys (`keyOf`)
 */
export function mentionedEntries(
  paragraphs: readonly Paragraph[],
  entries: ReadonlyMap<string, RegisterEntry>,
): RegisterEntry[] {
  return paragraphs
    .flatMap(({ mentions }) => mentions.filter(({ first }) => first))
    .flatMap((mention) => entries.get(entryKey(mention)) ?? []);
}

/** How many entries a row of the agenda leads to, at most. */
const maxAgendaEntries = 5;

/**
 * What an agenda item is about, in entries: those that the fewest sentences mention come first, and of
 * these the longest names, because they are the most specific.
 *
 * @param mentioned the entries that the item mentions
 * @param index where each entry is mentioned, by its key
 */
export function mostSpecific(
  mentioned: readonly RegisterEntry[],
  index: ReadonlyMap<string, readonly MeetingMentions[]>,
): RegisterEntry[] {
  const sentences = (entry: RegisterEntry): number => countSentences(index.get(entryKey(entry)) ?? []);
  return mentioned
    .toSorted((a, b) => sentences(a) - sentences(b) || b.name.length - a.name.length)
    .slice(0, maxAgendaEntries);
}

/** A sentence that names an entry, and where it stands. */
export interface MentionedSentence {
  paragraph: Paragraph;
  sentence: Sentence;
  /** Where in the paragraph the entry is named. */
  mentions: Mention[];
}

/** The sentences of a meeting that name an entry, by item; the introduction has no item. */
export interface MeetingMentions {
  meeting: Meeting;
  items: { item: AgendaItem | undefined; sentences: MentionedSentence[] }[];
}

/**
 * Where every entry is named.
 *
 * @param meetings in the order in which they are to come
 * @returns the occurrences by `keyOf` the entry
 */
export function buildMentionIndex(meetings: readonly Meeting[]): Map<string, MeetingMentions[]> {
  const index = new Map<string, MeetingMentions[]>();
  for (const meeting of meetings) {
    for (const item of [undefined, ...agendaItems(meeting)]) {
      for (const paragraph of item?.paragraphs ?? meeting.introduction) {
        for (const sentence of paragraph.sentences) {
          const inside = paragraph.mentions.filter(
            ({ start, end }) => sentence.start <= start && end <= sentence.end,
          );
          for (const [key, mentions] of Map.groupBy(inside, entryKey)) {
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

/** How many sentences name an entry. */
export function countSentences(occurrences: readonly MeetingMentions[]): number {
  return occurrences.flatMap(({ items }) => items).reduce((sum, { sentences }) => sum + sentences.length, 0);
}

/** So much of where an entry is named is shown with its sentences: of so many meetings, and sentences, at most. */
const mostMeetings = 20;
const mostSentences = 60;

/** Where an entry is named, as much of it as one page can hold. */
export interface MentionPage {
  /** How many meetings and sentences name it. */
  meetings: number;
  sentences: number;
  /** The newest meetings, with the sentences: the first one, and as many more as are shown with theirs. */
  shown: MeetingMentions[];
  /** The meetings that are only linked to. */
  linked: MeetingMentions[];
}

/** @param occurrences newest first */
export function limitMentions(occurrences: readonly MeetingMentions[]): MentionPage {
  let sentences = 0;
  const over = occurrences.findIndex((one, index) => {
    sentences += countSentences([one]);
    return index > 0 && (index >= mostMeetings || sentences > mostSentences);
  });
  const end = over < 0 ? occurrences.length : over;
  return {
    meetings: occurrences.length,
    sentences: countSentences(occurrences),
    shown: occurrences.slice(0, end),
    linked: occurrences.slice(end),
  };
}

/** What an entry is known by across both registers: `terms/afisma`. */
export function entryKey(named: Pick<Mention, 'register' | 'entry'> | RegisterEntry): string {
  return `${named.register}/${'entry' in named ? named.entry : named.id}`;
}

/** Entries by their keys. */
export function indexByKey(entries: readonly RegisterEntry[]): ReadonlyMap<string, RegisterEntry> {
  return new Map(entries.map((entry) => [entryKey(entry), entry]));
}
