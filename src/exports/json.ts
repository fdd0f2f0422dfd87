/**
 * A meeting or an item as JSON, and the JSON Schema of each. The schemas take their fields from those of the content;
 * what a schema does not name is left out.
 */
import { z } from 'zod';
import {
  entryPath,
  itemPath,
  itemSchemaPath,
  meetingPath,
  meetingSchemaPath,
  passagePath,
  sectionPath,
} from '../domain/urls.ts';
import type { AgendaItem, Meeting, Paragraph } from '../domain/model.ts';
import { itemSchema, meetingSchema, registerNames } from '../domain/schema.ts';
import { absoluteUrl } from '../site.config.ts';

const address = z.url();
const offset = z.int().min(0).describe('Counted in UTF-16 code units from the start of the paragraph.');
const range = { start: offset, end: offset };
const location = { sentence: z.string().describe('The sentence that holds it: p2s1.'), ...range };
const { shape } = meetingSchema;
const itemShape = itemSchema.shape;

const paragraphSchema = z
  .object({
    id: z.string().describe('The fragment of its address: p2.'),
    number: z.int().min(1),
    address,
    text: z.string().describe('The words of the source, unchanged.'),
    sentences: z.array(z.object({ id: z.string(), address, text: z.string() })),
    mentions: z
      .array(
        z.object({ text: z.string(), ...range, register: z.enum(registerNames), entry: z.string(), address }),
      )
      .describe('The people and topics that it names.'),
  })
  .meta({ id: 'paragraph' });

const figureSchema = z
  .object({ ...shape.figures.unwrap().element.shape, ...location })
  .meta({ id: 'figure' });

const itemFields = {
  id: z.string().describe('The last part of its address: 1-2.'),
  number: z.string().describe('Its number as people cite it: 1(2).'),
  label: z.string().optional().describe('Its printed number: (2).'),
  title: z.string(),
  address,
  words: z.int().min(0),
  paragraphs: z.array(paragraphSchema),
  editorial: z
    .object({
      statements: z.array(z.object({ ...itemShape.statements.unwrap().element.shape, ...location })),
      figures: z.array(figureSchema),
      followUp: itemShape.followUp.unwrap(),
    })
    .describe('Added by the editors; the quotations in it are the words of the source.'),
};

/** A field that may be empty in the content, and is left out then. */
function filled<Schema extends z.ZodType>(field: z.ZodPipe<z.ZodOptional<z.ZodNullable<Schema>>, z.ZodType>) {
  return field.in.unwrap().unwrap().optional();
}

const summaryFields = {
  id: z.string(),
  address,
  title: z.string(),
  date: shape.date,
  source: z.object({
    ...shape.source.shape,
    publisher: filled(shape.source.shape.publisher),
    address: filled(shape.source.shape.address),
    licence: filled(shape.source.shape.licence),
  }),
};

const meetingJsonSchema = z.object({
  $schema: address,
  ...summaryFields,
  start: shape.start,
  duration: shape.duration,
  place: filled(shape.place),
  sides: shape.sides.in.unwrap().unwrap(),
  mentioned: shape.mentioned,
  before: shape.before.describe('The printed lines before the introduction.'),
  introduction: z.object({ paragraphs: z.array(paragraphSchema), figures: z.array(figureSchema) }),
  sections: z.array(
    z.object({
      number: z.int().min(1),
      label: z.string().describe('Its printed number.'),
      title: z.string(),
      address,
      items: z.array(z.object(itemFields).meta({ id: 'item' })),
    }),
  ),
  after: shape.after.describe('The printed lines after the last item.'),
  editorial: z
    .object({ around: shape.relatedEvents, corrections: shape.corrections })
    .describe('Added by the editors.'),
});

const itemJsonSchema = z.object({ $schema: address, meeting: z.object(summaryFields), ...itemFields });

/** The JSON Schemas (draft 2020-12) as the site publishes them. */
export const jsonSchemas = {
  meeting: { $id: absoluteUrl(meetingSchemaPath), ...z.toJSONSchema(meetingJsonSchema) },
  item: { $id: absoluteUrl(itemSchemaPath), ...z.toJSONSchema(itemJsonSchema) },
};

/** An item with the meeting that it belongs to, or a meeting with all its items, as a JSON document. */
export function toJson(meeting: Meeting, item?: AgendaItem): string {
  const document = item ? itemDocument(meeting, item) : meetingDocument(meeting);
  return `${JSON.stringify(document, null, 1)}\n`;
}

function meetingDocument(meeting: Meeting) {
  const { introduction, figures, sections, relatedEvents, corrections } = meeting;
  return meetingJsonSchema.parse({
    ...meeting,
    $schema: absoluteUrl(meetingSchemaPath),
    address: absoluteUrl(meetingPath(meeting)),
    introduction: { paragraphs: introduction.map(withUrls(meeting)), figures },
    sections: sections.map((section) => ({
      ...section,
      address: absoluteUrl(sectionPath(meeting, section)),
      items: section.items.map((item) => itemData(meeting, item)),
    })),
    editorial: { around: relatedEvents, corrections },
  });
}

function itemDocument(meeting: Meeting, item: AgendaItem) {
  return itemJsonSchema.parse({
    $schema: absoluteUrl(itemSchemaPath),
    meeting: { ...meeting, address: absoluteUrl(meetingPath(meeting)) },
    ...itemData(meeting, item),
  });
}

function itemData(meeting: Meeting, item: AgendaItem) {
  return {
    ...item,
    words: item.wordCount,
    address: absoluteUrl(itemPath(meeting, item)),
    paragraphs: item.paragraphs.map(withUrls(meeting, item)),
    editorial: item,
  };
}

function withUrls(meeting: Meeting, item?: AgendaItem) {
  const urlOf = (passage: { id: string }): string => absoluteUrl(passagePath(meeting, item, passage));
  return (paragraph: Paragraph) => ({
    ...paragraph,
    address: urlOf(paragraph),
    sentences: paragraph.sentences.map((sentence) => ({ ...sentence, address: urlOf(sentence) })),
    mentions: paragraph.mentions.map(({ start, end, entry }) => ({
      start,
      end,
      register: entry.register,
      entry: entry.id,
      text: paragraph.text.slice(start, end),
      address: absoluteUrl(entryPath(entry)),
    })),
  });
}
