/** From the entries of the collections to the meetings that pages show. */
import { formatDate, truncate } from './format.ts';
import type { Issue } from './issues.ts';
import { locateQuotes } from './locate-quotes.ts';
import { annotateMentions } from './mentions.ts';
import type { AgendaItem, Meeting, RegisterEntry, Section } from './model.ts';
import { countWords } from './parse/count-words.ts';
import { createParagraphs } from './parse/parse-body.ts';
import type { ContentEntry, ItemEntry, MeetingEntry } from './parse/parse-content.ts';
import type { PersonFields, TermFields } from './schema.ts';

/** All meetings, people and terms, put together. */
export interface Content {
  /** The meetings, newest first. */
  meetings: Meeting[];
  /** People, then terms, each by their ids. */
  entries: RegisterEntry[];
}

/** An entry as its collection has it; issues name its file. */
type Entry<Parsed extends ContentEntry<unknown>> = Pick<Parsed, 'id' | 'data'> & { filePath?: string };

/**
 * Puts the entries together: items into their sections, quotations and mentions into their paragraphs.
 *
 * @param issues where issues of quotations are added
 */
export function createContent(
  collections: {
    meetings: readonly Entry<MeetingEntry>[];
    items: readonly Entry<ItemEntry>[];
    people: readonly Entry<ContentEntry<PersonFields>>[];
    terms: readonly Entry<ContentEntry<TermFields>>[];
  },
  issues: Issue[] = [],
): Content {
  const itemsByMeeting = Map.groupBy(collections.items, ({ id }) => id.split('/')[0]);
  const meetings = collections.meetings
    .toSorted((a, b) => byId(b, a))
    .map((meeting) => createMeeting(meeting, itemsByMeeting.get(meeting.id) ?? [], issues));
  const entries = (['people', 'terms'] as const).flatMap((register) =>
    collections[register].toSorted(byId).map(({ id, data }): RegisterEntry => ({ ...data, register, id })),
  );
  annotateMentions(meetings, entries);
  return { meetings, entries };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function createMeeting(
  { id, data: { texts, ...data }, filePath = '' }: Entry<MeetingEntry>,
  items: readonly Entry<ItemEntry>[],
  issues: Issue[],
): Meeting {
  const introduction = createParagraphs(texts);
  const sides = data.sides?.map((side) => side.id) ?? [];
  const sections = data.sections.map((fields): Section => {
    const number = String(fields.number);
    const title = fields.title ?? `Paragraph ${number}`;
    return {
      number: fields.number,
      title,
      hasTitle: fields.title !== undefined,
      label: fields.label ?? `${number}.`,
      items: items
        .filter((item) => itemNumber(item).section === number)
        .sort((a, b) => Number(itemNumber(a).item) - Number(itemNumber(b).item))
        .map((item) => createItem(item, title, sides, issues)),
    };
  });
  return {
    ...data,
    id,
    title: data.title ?? `Meeting of ${formatDate(data.date)}`,
    sides: data.sides ?? [],
    introduction,
    figures: locateQuotes({ ...data, statements: [] }, introduction, sides, filePath, issues).figures,
    sections,
    wordCount: countWords([...texts, ...items.flatMap((item) => item.data.texts)].join(' ')),
  };
}

/** Section and item of an entry's id: `1` and `2` for `…/1-2`, `1` and `0` for a section without items. */
export function itemNumber({ id }: Pick<ItemEntry, 'id'>): { section: string; item: string } {
  const [section = '', item = '0'] = id.slice(id.lastIndexOf('/') + 1).split('-');
  return { section, item };
}

function createItem(
  entry: Entry<ItemEntry>,
  sectionTitle: string,
  sides: readonly string[],
  issues: Issue[],
): AgendaItem {
  const { data, filePath = '' } = entry;
  const { section, item } = itemNumber(entry);
  const paragraphs = createParagraphs(data.texts);
  const isNumbered = item !== '0';
  const { leadQuote } = data;
  if (leadQuote !== undefined && !paragraphs.some(({ text }) => text.includes(leadQuote))) {
    const message = `'${leadQuote}' is not in the body`;
    issues.push({ code: 'not-a-quotation', file: filePath, field: 'leadQuote', message });
  }
  return {
    id: entry.id.slice(entry.id.lastIndexOf('/') + 1),
    number: isNumbered ? `${section}(${item})` : section,
    label: data.label ?? (isNumbered ? `(${item})` : undefined),
    title: data.title ?? (isNumbered ? `Item ${item}` : sectionTitle),
    leadQuote: leadQuote ?? truncate(paragraphs[0]?.text ?? '', 110),
    hasTitle: data.title !== undefined,
    paragraphs,
    ...locateQuotes(data, paragraphs, sides, filePath, issues),
    followUp: data.followUp.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    wordCount: countWords(data.texts.join(' ')),
    file: filePath,
  };
}
