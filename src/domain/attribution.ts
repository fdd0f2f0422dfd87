/** Whose words a statement reports: one side's, or those of several. */
import { type AgendaItem, type Meeting, agendaItems } from './model.ts';
import type { Figure, Statement } from './locate-quotes.ts';
import { countTextWords } from './parse/parse-body.ts';
import { formatList } from './format.ts';

/** One side or several, as pages name and colour them. */
export interface Speaker {
  /** The ids of the sides, separated by spaces: `japan`, `japan united-states`. */
  sides: string;
  /** `Japan`; `Both sides` for all of two. */
  name: string;
  /** What tells the side by colour and shape in the style sheets: the side's place among the sides, or `both`. */
  mark: string;
}

/** The voice of a list of sides, in the meeting's order. */
export function speakerOf({ sides }: Pick<Meeting, 'sides'>, by: readonly string[]): Speaker {
  const own = sides.filter(({ id }) => by.includes(id));
  const ids = own.map(({ id }) => id).join(' ');
  const [only] = own;
  if (only && own.length === 1) return { sides: ids, name: only.name, mark: String(sides.indexOf(only) + 1) };
  const all = own.length === sides.length;
  const name = all
    ? sides.length === 2
      ? 'Both sides'
      : 'All sides'
    : formatList(own.map((side) => side.name));
  return { sides: ids, name, mark: 'both' };
}

/** The voices of a meeting: each side, then the combinations of sides that its statements have. */
export function speakersOf(meeting: Meeting): Speaker[] {
  const statements = agendaItems(meeting).flatMap((item) => item.statements);
  const joint = statements.filter(({ by }) => by.length > 1).map(({ by }) => speakerOf(meeting, by));
  const single = meeting.sides.map(({ id }) => speakerOf(meeting, [id]));
  return [...new Map([...single, ...joint].map((voice) => [voice.sides, voice])).values()];
}

/** A voice as an option of a filter, which includes joint statements: `United States, alone or with Japan`. */
export function filterLabel({ sides }: Pick<Meeting, 'sides'>, voice: Speaker): string {
  if (voice.mark === 'both') return voice.name;
  const [other, ...more] = sides.filter(({ id }) => id !== voice.sides);
  const others = other && more.length === 0 ? other.name.replace(/^United /u, 'the $&') : 'others';
  return `${voice.name}, alone or with ${others}`;
}

/** The statements of an item by voice, in the order of `voicesOf`. */
export function statementsBySpeaker(
  meeting: Meeting,
  item: AgendaItem,
): { voice: Speaker; statements: Statement[] }[] {
  return speakersOf(meeting).map((voice) => ({
    voice,
    statements: item.statements.filter(({ by }) => speakerOf(meeting, by).sides === voice.sides),
  }));
}

/** How many words of an item's text are given to each voice that has any. */
export function wordShares(meeting: Meeting, item: AgendaItem): { voice: Speaker; words: number }[] {
  return statementsBySpeaker(meeting, item)
    .map(({ voice, statements }) => ({
      voice,
      words: statements.reduce((sum, { quote }) => sum + countTextWords(quote), 0),
    }))
    .filter(({ words }) => words > 0);
}

/** The most words that statements of one item have: the length of a chart's longest bar. */
export function maxWords(meeting: Meeting): number {
  const sums = agendaItems(meeting).map((item) =>
    wordShares(meeting, item).reduce((sum, { words }) => sum + words, 0),
  );
  return Math.max(1, ...sums);
}

/** The reporting verbs of a meeting, in alphabetical order. */
export function reportingVerbs(meeting: Meeting): string[] {
  const verbs = agendaItems(meeting).flatMap(({ statements }) => statements.map(({ verb }) => verb));
  return [...new Set(verbs)].sort();
}

/** The figures of a meeting with the item that states each; the introduction is no item. */
export function allFigures(meeting: Meeting): { item: AgendaItem | undefined; figure: Figure }[] {
  return [
    ...meeting.figures.map((figure) => ({ item: undefined, figure })),
    ...agendaItems(meeting).flatMap((item) => item.figures.map((figure) => ({ item, figure }))),
  ];
}

/** Whether a meeting has a page of who said what. */
export function hasPositions(meeting: Meeting): boolean {
  return (
    allFigures(meeting).length > 0 || agendaItems(meeting).some(({ statements }) => statements.length > 0)
  );
}
