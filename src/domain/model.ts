/** The model of a meeting that pages, exports and the search index use. */
import type { TextRange } from './parse/sentences.ts';
import type {
  FigureFields,
  MeetingFields,
  PersonFields,
  RegisterName,
  Side,
  StatementFields,
  TermFields,
  TimelineEvent,
} from './schema.ts';

/** A person or a topic. */
export interface RegisterEntry extends PersonFields, Partial<Pick<TermFields, 'kind' | 'abbreviation'>> {
  register: RegisterName;
  /** The name of its file and its URL: `afisma`. */
  id: string;
}

/** Where a text names an entry: its offsets are those of its paragraph. */
export interface Mention extends TextRange {
  entry: RegisterEntry;
  /** Whether it is the entry's first mention in its item. */
  isFirst: boolean;
}

/** A sentence: its words, its range in the paragraph, and its fragment (`p2s1`). */
export interface Sentence extends TextRange {
  id: string;
  text: string;
}

/** A paragraph as a reader sees it, its number counted from 1, and its fragment (`p2`). */
export interface Paragraph {
  id: string;
  number: number;
  text: string;
  sentences: Sentence[];
  /** The people and terms that it names, in the order of the text. */
  mentions: Mention[];
}

/** The sentence of a quotation, and its range in the paragraph. */
export interface QuoteLocation extends TextRange {
  /** The id of the sentence: `p2s1`. */
  sentence: string;
}

/** A statement by one or more sides, as the text reports it. */
export interface Statement extends StatementFields, QuoteLocation {}

export interface Figure extends FigureFields, QuoteLocation {}

/** An agenda item, or the text directly below a section's heading. */
export interface AgendaItem {
  /** Its path below the meeting: `1-2`; `2-0` for text before a section's first item; `1` for a section without items. */
  id: string;
  /** Its number as people cite it: `1(2)`. */
  number: string;
  /** Its printed number, or none where only the section's heading is printed: `(2)`. */
  label: string | undefined;
  /** Its heading without the number. */
  title: string;
  /** Words of the item that tell what it is about: a quotation. */
  leadQuote: string;
  /** Whether the heading is the item's own and not the section's. */
  hasTitle: boolean;
  paragraphs: Paragraph[];
  /** Who said what, in the order of the text; none where the item is not annotated yet. */
  statements: Statement[];
  figures: Figure[];
  /** Later events, in chronological order. */
  followUp: TimelineEvent[];
  /** How many words the paragraphs have. */
  wordCount: number;
  /** The content file, for messages. */
  file: string;
}

/** A section of the agenda with its items in order. */
export interface Section {
  /** Counted from 1; its fragment on the meeting's page. */
  number: number;
  /** Its printed number: `1.`. */
  label: string;
  /** Its heading without the number; `Paragraph 1` where none is printed. */
  title: string;
  /** Whether a heading is printed after the number. */
  hasTitle: boolean;
  items: AgendaItem[];
}

/** A meeting with its texts. */
export interface Meeting extends Omit<MeetingFields, 'title' | 'sides' | 'sections' | 'figures'> {
  /** The name of its folder, and of its URL: `2013-02-22-japan-us-foreign-ministers`. */
  id: string;
  /** The title as printed; `Meeting of 22 February 2013` as long as it is not filled in. */
  title: string;
  /** Who met; empty until it is filled in. */
  sides: Side[];
  introduction: Paragraph[];
  /** Figures of the introduction. */
  figures: Figure[];
  sections: Section[];
  /** The published text, as `source.txt` has it. */
  sourceText: string;
  /** How many words the introduction and the items have. */
  wordCount: number;
}

/** All items of a meeting, in the order of the document. */
export function agendaItems(meeting: Meeting): AgendaItem[] {
  return meeting.sections.flatMap(({ items }) => items);
}

/** The introduction, then the texts of all items. */
export function meetingTexts(meeting: Meeting): { item: AgendaItem | undefined; paragraphs: Paragraph[] }[] {
  return [
    { item: undefined, paragraphs: meeting.introduction },
    ...agendaItems(meeting).map((item) => ({ item, paragraphs: item.paragraphs })),
  ];
}

/** The first paragraph of a meeting's text: of its introduction, or of its first item where it has none. */
export function firstParagraphText(meeting: Meeting): string {
  const [first] = meetingTexts(meeting).flatMap(({ paragraphs }) => paragraphs);
  return first?.text ?? '';
}

/** The printed lines before the introduction, without the title. */
export function linesBefore({ before, title }: Pick<Meeting, 'before' | 'title'>): string[] {
  return before.map((line) => line.trim()).filter((line) => line !== title);
}

/** Everyone who attended, with the names of their sides. */
export function attendees({ sides }: Pick<Meeting, 'sides'>): { name: string; post: string; side: string }[] {
  return sides.flatMap(({ name: side, lead, attended }) =>
    [lead, ...attended].map((person) => ({ ...person, side })),
  );
}

/** Whether an item is text right below a section's heading, which is its title too: the heading is the link to it. */
export function isSectionText({ label }: Pick<AgendaItem, 'label'>): boolean {
  return label === undefined;
}

/** Whether an item has its own heading on the page of the full text; otherwise its section's heading is used. */
export function hasOwnFragment({ items }: Section, { label }: AgendaItem): boolean {
  return label !== undefined || items.length > 1;
}

/** The items before and after one, across the borders of sections. */
export function adjacentItems(meeting: Meeting, item: AgendaItem) {
  const items = agendaItems(meeting);
  const index = items.findIndex(({ id }) => id === item.id);
  return { previous: index > 0 ? items[index - 1] : undefined, next: items[index + 1] };
}

/** The section that an item belongs to. */
export function findSection(meeting: Meeting, item: AgendaItem): Section | undefined {
  return meeting.sections.find(({ items }) => items.some(({ id }) => id === item.id));
}
