/** Mentions of people and terms, found in the texts by their forms. */
import {
  type AgendaItem,
  type Meeting,
  attendees,
  meetingTexts,
  type Mention,
  type Paragraph,
  type Sentence,
  type RegisterEntry,
} from './model.ts';
import { type NameMatch, createNameMatcher } from './name-matcher.ts';

/**
 * Creates a matcher for the texts of each meeting, by its id. Longer forms win over shorter ones, so that "U.N. Security
 * Council" mentions the Council and not the U.N.
 *
 * @param posts the posts that meetings name: their words are not given names
 */
export function createMentionMatcher(entries: readonly RegisterEntry[], posts: readonly string[] = []) {
  const matchNames = createNameMatcher(entries);
  const names = [...posts, ...entries.flatMap(({ forms }) => forms)];
  const nameWords = new Set(names.flatMap((name) => name.split(/[\s-]+/u)));
  return (meetingId: string) =>
    ({ text, start: offset }: Omit<Sentence, 'id'>) => {
      const mentions: Mention[] = [];
      const matches = matchNames(text).filter(({ entry }) => entry.meetings?.includes(meetingId) ?? true);
      for (const match of matches.sort((a, b) => b.form.length - a.form.length)) {
        const range = { start: offset + match.start, end: offset + match.end };
        if (mentions.some((other) => other.start < range.end && range.start < other.end)) continue;
        if (isNamesake(text, match, nameWords)) continue;
        mentions.push({ ...range, entry: match.entry, isFirst: false });
      }
      return mentions.sort((a, b) => a.start - b.start);
    };
}

/** Capitalized words next to a family name that are not a given name: posts, and words that start a sentence. */
const notGivenName =
  /^(?:(?:\w+-)?(?:Minister|Secretary|President|Ambassador|Chancellor|Premier|Chair\w*|Director|General|Governor|Senator|Commissioner|Representative|Envoy|Spokes\w+)s?|Mr|Ms|Mrs|Dr|Sir|Cabinet|Government|Administration|In|On|At|As|For|To|From|With|By|And|But|Both|When|While|After|Before|Then|Thus|Since|Although|Regarding|Meanwhile|Following|Later|Today)$/u;

/** Whether a family name follows or precedes another person's given name: "Taro Kishida" is not Fumio Kishida. */
function isNamesake(text: string, { entry, form, start, end }: NameMatch, nameWords: ReadonlySet<string>) {
  if (entry.register !== 'people' || /\s/u.test(form)) return false;
  const before = /(?<word>\p{Lu}[\p{L}'’-]*\p{Ll}) $/u.exec(text.slice(0, start))?.groups?.word;
  const after = /^ (?<word>\p{Lu}\p{Ll}[\p{L}'’-]*)/u.exec(text.slice(end))?.groups?.word;
  return [before, after].some(
    (word) => word !== undefined && !nameWords.has(word) && !notGivenName.test(word),
  );
}

/** Adds the mentions to the paragraphs of all meetings. */
export function annotateMentions(meetings: readonly Meeting[], entries: readonly RegisterEntry[]): void {
  const people = meetings.flatMap((meeting) => [...attendees(meeting), ...meeting.mentioned]);
  const posts = people.map(({ post }) => post);
  const createMatcher = createMentionMatcher(entries, posts);
  for (const meeting of meetings) {
    const match = createMatcher(meeting.id);
    for (const { paragraphs } of meetingTexts(meeting)) {
      const mentioned = new Set<RegisterEntry>();
      for (const paragraph of paragraphs) {
        paragraph.mentions = paragraph.sentences.flatMap(match);
        for (const mention of paragraph.mentions) {
          mention.isFirst = !mentioned.has(mention.entry);
          mentioned.add(mention.entry);
        }
      }
    }
  }
}

/** The entries that paragraphs mention, in the order of their first mention. */
export function mentionedEntries(paragraphs: readonly Paragraph[]): RegisterEntry[] {
  return [...new Set(paragraphs.flatMap(({ mentions }) => mentions.map(({ entry }) => entry)))];
}

/**
 * The entries that an item mentions, the most specific to it first: by the number of its sentences that mention them (its
 * title counts as one), divided by the number of texts that do; then those with the longest names.
 */
export function mostSpecific({ title, paragraphs }: AgendaItem, index: MentionIndex): RegisterEntry[] {
  const byEntry = Map.groupBy(findMentionedSentences(paragraphs), ({ entry }) => entry);
  const titleMatches = createNameMatcher([...byEntry.keys()])(title);
  const inTitle = new Set(titleMatches.map(({ entry }) => entry));
  const scored = [...byEntry].map(([entry, { length }]) => {
    const texts = index.get(entry)?.flatMap(({ items }) => items) ?? [];
    return { entry, score: (length + Number(inTitle.has(entry))) / texts.length };
  });
  scored.sort((a, b) => b.score - a.score || b.entry.name.length - a.entry.name.length);
  return scored.map(({ entry }) => entry);
}

/** A sentence that mentions an entry. */
export interface MentionedSentence {
  paragraph: Paragraph;
  sentence: Sentence;
  /** The mentions of the entry in the sentence. */
  mentions: Mention[];
}

/** The sentences of a meeting that mention an entry, by agenda item; the introduction has none. */
export interface MeetingMentions {
  meeting: Meeting;
  items: { item: AgendaItem | undefined; sentences: MentionedSentence[] }[];
}

/** The mentions of each entry, in the order of the meetings. */
type MentionIndex = ReadonlyMap<RegisterEntry, readonly MeetingMentions[]>;

export function buildMentionIndex(meetings: readonly Meeting[]): MentionIndex {
  const index = new Map<RegisterEntry, MeetingMentions[]>();
  for (const meeting of meetings) {
    const mentioned = meetingTexts(meeting).flatMap(({ item, paragraphs }) =>
      findMentionedSentences(paragraphs).map((found) => ({ ...found, item })),
    );
    for (const [entry, sentences] of Map.groupBy(mentioned, (found) => found.entry)) {
      const byItem = [...Map.groupBy(sentences, ({ item }) => item)];
      const items = byItem.map(([item, itemSentences]) => ({ item, sentences: itemSentences }));
      index.set(entry, [...(index.get(entry) ?? []), { meeting, items }]);
    }
  }
  return index;
}

function findMentionedSentences(paragraphs: readonly Paragraph[]) {
  return paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap((sentence) => {
      const inside = paragraph.mentions.filter(
        ({ start, end }) => sentence.start <= start && end <= sentence.end,
      );
      const byEntry = [...Map.groupBy(inside, ({ entry }) => entry)];
      return byEntry.map(([entry, mentions]) => ({ entry, paragraph, sentence, mentions }));
    }),
  );
}

/** How many sentences mention an entry. */
export function countSentences(mentions: readonly MeetingMentions[]): number {
  return mentions.flatMap(({ items }) => items.flatMap(({ sentences }) => sentences)).length;
}

/** After so many sentences, meetings are only linked to. */
const maxSentences = 60;

/**
 * The mentions of an entry, as many as one page can show.
 *
 * @param mentions latest first
 * @returns how many meetings and sentences there are, the meetings that are shown, and those that are only linked to
 */
export function limitMentions(mentions: readonly MeetingMentions[]) {
  let sentences = 0;
  const shown = mentions.filter((meetingMentions) => {
    const isShown = sentences < maxSentences;
    sentences += countSentences([meetingMentions]);
    return isShown;
  });
  return { meetings: mentions.length, sentences, shown, linked: mentions.slice(shown.length) };
}
