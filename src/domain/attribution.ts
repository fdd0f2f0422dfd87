/** Whose words a statement reports: one side's, or those of several. */
import { type Item, type Meeting, itemsOf } from './model.ts';
import type { Figure, Statement } from './locate-quotes.ts';
import { countTextWords } from './parse/parse-body.ts';
import { listName } from './format.ts';

/** One side or several, as pages name and colour them. */
export interface Voice {
  /** The ids of the sides, separated by spaces: `japan`, `japan united-states`. */
  sides: string;
  /** `Japan`; `Both sides` for all of two. */
  name: string;
  /** What tells the side by colour and shape in the style sheets: the side's place among the sides, or `both`. */
  mark: string;
}

/** The voice of a list of sides, in the meeting's order. */
export function voiceOf({ sides }: Pick<Meeting, 'sides'>, by: readonly string[]): Voice {
  const own = sides.filter(({ id }) => by.includes(id));
  const ids = own.map(({ id }) => id).join(' ');
  const [only] = own;
  if (only && own.length === 1) return { sides: ids, name: only.name, mark: String(sides.indexOf(only) + 1) };
  const all = own.length === sides.length;
  const name = all
    ? sides.length === 2
      ? 'Both sides'
      : 'All sides'
    : listName(own.map((side) => side.name));
  return { sides: ids, name, mark: 'both' };
}

/** The voices of a meeting: each side, then the combinations of sides that its statements have. */
export function voicesOf(meeting: Meeting): Voice[] {
  const statements = itemsOf(meeting).flatMap((item) => item.statements);
  const joint = statements.filter(({ by }) => by.length > 1).map(({ by }) => voiceOf(meeting, by));
  const single = meeting.sides.map(({ id }) => voiceOf(meeting, [id]));
  return [...new Map([...single, ...joint].map((voice) => [voice.sides, voice])).values()];
}

/** A voice as an option of a filter, which includes joint statements: `United States, alone or with Japan`. */
export function filterLabel({ sides }: Pick<Meeting, 'sides'>, voice: Voice): string {
  if (voice.mark === 'both') return voice.name;
  const [other, ...more] = sides.filter(({ id }) => id !== voice.sides);
  const others = other && more.length === 0 ? other.name.replace(/^United /u, 'the $&') : 'others';
  return `${voice.name}, alone or with ${others}`;
}

/** The statements of an item by voice, in the order of `voicesOf`. */
export function positionsOf(meeting: Meeting, item: Item): { voice: Voice; statements: Statement[] }[] {
  return voicesOf(meeting).map((voice) => ({
    voice,
    statements: item.statements.filter(({ by }) => voiceOf(meeting, by).sides === voice.sides),
  }));
}

/** How many words of an item's text are given to each voice that has any. */
export function sharesOf(meeting: Meeting, item: Item): { voice: Voice; words: number }[] {
  return positionsOf(meeting, item)
    .map(({ voice, statements }) => ({
      voice,
      words: statements.reduce((sum, { quote }) => sum + countTextWords(quote), 0),
    }))
    .filter(({ words }) => words > 0);
}

/** The most words that statements of one item have: the length of a chart's longest bar. */
export function largestShare(meeting: Meeting): number {
  const sums = itemsOf(meeting).map((item) =>
    sharesOf(meeting, item).reduce((sum, { words }) => sum + words, 0),
  );
  return Math.max(1, ...sums);
}

/** The reporting verbs of a meeting, in alphabetical order. */
export function verbsOf(meeting: Meeting): string[] {
  const verbs = itemsOf(meeting).flatMap(({ statements }) => statements.map(({ verb }) => verb));
  return [...new Set(verbs)].sort();
}

/** The figures of a meeting with the item that states each; the introduction is no item. */
export function figuresOf(meeting: Meeting): { item: Item | undefined; figure: Figure }[] {
  return [
    ...meeting.figures.map((figure) => ({ item: undefined, figure })),
    ...itemsOf(meeting).flatMap((item) => item.figures.map((figure) => ({ item, figure }))),
  ];
}

/** Whether a meeting has a page of who said what. */
export function hasPositions(meeting: Meeting): boolean {
  return figuresOf(meeting).length > 0 || itemsOf(meeting).some(({ statements }) => statements.length > 0);
}
