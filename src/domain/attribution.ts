import { formatList } from './format.ts';
import { type Figure, type AgendaItem, type Meeting, agendaItems } from './model.ts';
import { countWords } from './parse/count-words.ts';

/** One side or several, as pages name and colour them. */
export interface Speaker {
  /** The ids of the sides, separated by spaces: `japan`, `japan united-states`. */
  sides: string;
  /** `Japan`; `Both sides` for all of two. */
  name: string;
  /** Selects the colour and shape in the style sheets: the side's position, from 1, or `both`. */
  mark: string;
}

/** The speaker of a statement by some sides. */
export function speakerOf({ sides }: Pick<Meeting, 'sides'>, by: readonly string[]): Speaker {
  const speaking = sides.filter(({ id }) => by.includes(id));
  const allSides = sides.length === 2 ? 'Both sides' : 'All sides';
  return {
    sides: speaking.map(({ id }) => id).join(' '),
    name: speaking.length === sides.length ? allSides : formatList(speaking.map(({ name }) => name)),
    mark: speaking.length === 1 ? String(sides.findIndex(({ id }) => by.includes(id)) + 1) : 'both',
  };
}

/** The speakers of a meeting: each side, then the combinations of sides that have a statement. */
export function speakersOf(meeting: Meeting): Speaker[] {
  const single = meeting.sides.map(({ id }) => [id]);
  const stated = agendaItems(meeting).flatMap((item) => item.statements.map(({ by }) => by));
  const speakers = [...single, ...stated].map((by) => speakerOf(meeting, by));
  return [...new Map(speakers.map((speaker) => [speaker.sides, speaker])).values()];
}

/** A speaker as an option of a filter that includes joint statements: `United States, alone or with Japan`. */
export function filterLabel({ sides }: Pick<Meeting, 'sides'>, speaker: Speaker): string {
  if (speaker.mark === 'both') return speaker.name;
  const [other, ...more] = sides.filter(({ id }) => id !== speaker.sides);
  const others = other && more.length === 0 ? other.name.replace(/^United /u, 'the $&') : 'others';
  return `${speaker.name}, alone or with ${others}`;
}

/** Who made the statements of a sentence, in the order of the text. */
export function speakersOfSentence(meeting: Meeting, item: AgendaItem, sentence: string): Speaker[] {
  const speakers = item.statements
    .filter((statement) => statement.sentence === sentence)
    .map(({ by }) => speakerOf(meeting, by));
  return [...new Map(speakers.map((speaker) => [speaker.sides, speaker])).values()];
}

/** The statements of an item by speaker, in the order of `speakersOf`. */
export function statementsBySpeaker(meeting: Meeting, item: AgendaItem) {
  return speakersOf(meeting).map((speaker) => ({
    speaker,
    statements: item.statements.filter(({ by }) => speakerOf(meeting, by).sides === speaker.sides),
  }));
}

/** How many words of an item's text each speaker has. */
export function wordShares(meeting: Meeting, item: AgendaItem): { speaker: Speaker; words: number }[] {
  return statementsBySpeaker(meeting, item)
    .map(({ speaker, statements }) => ({
      speaker,
      words: countWords(statements.map(({ quote }) => quote).join(' ')),
    }))
    .filter(({ words }) => words > 0);
}

/** The reporting verbs of a meeting, in alphabetical order. */
export function reportingVerbs(meeting: Meeting): string[] {
  const verbs = agendaItems(meeting).flatMap(({ statements }) => statements.map(({ verb }) => verb));
  return [...new Set(verbs)].sort();
}

/** The figures of the introduction, then those of the agenda items. */
export function allFigures(meeting: Meeting): { item: AgendaItem | undefined; figure: Figure }[] {
  return [
    ...meeting.figures.map((figure) => ({ item: undefined, figure })),
    ...agendaItems(meeting).flatMap((item) => item.figures.map((figure) => ({ item, figure }))),
  ];
}

/** Whether a meeting has a page of who said what. */
export function hasPositions(meeting: Meeting): boolean {
  return reportingVerbs(meeting).length > 0 || allFigures(meeting).length > 0;
}
