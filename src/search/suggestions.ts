/** What search offers before anything is typed. */
import { entryAddress, itemAddress } from '../record/addresses.ts';
import { type Meeting, itemsOf } from '../record/meeting.ts';
import { type Occurrences, countSentences, keyOf } from '../record/mentions.ts';
import type { RegisterEntry } from '../record/register.ts';
import type { Room } from '../record/schema.ts';
import { itemName, roomName } from '../record/wording.ts';

/** Groups of links with their headings. */
export type Suggestions = [heading: string, links: [label: string, address: string][]][];

const most = 5;

/**
 * @param newest the meeting whose agenda is offered
 * @param index where each entry is named, by `keyOf`
 */
export function suggestionsOf(
  newest: Meeting,
  entries: readonly RegisterEntry[],
  index: ReadonlyMap<string, readonly Occurrences[]>,
): Suggestions {
  const sentences = (entry: RegisterEntry): number => countSentences(index.get(keyOf(entry)) ?? []);
  const named = (room: Room): [string, string][] =>
    entries
      .filter((entry) => entry.room === room)
      .sort((a, b) => sentences(b) - sentences(a))
      .slice(0, most)
      .map((entry) => [entry.name, entryAddress(entry)]);
  return [
    ['Newest agenda', itemsOf(newest).map((item) => [itemName(item), itemAddress(newest, item)])],
    [roomName('people'), named('people')],
    [roomName('terms'), named('terms')],
  ];
}
