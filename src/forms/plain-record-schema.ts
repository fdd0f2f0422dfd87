/**
 * What the JSON forms hold. From here comes the JSON Schema that the site publishes; its address has a version, which
 * grows when a field is taken away or comes to mean something else.
 */
import { z } from 'zod';
import { absolute, itemSchemaAddress, meetingSchemaAddress } from '../record/addresses.ts';
import { meetingSchema, rooms } from '../record/schema.ts';

const address = z.url();
const offset = z.int().min(0).describe('Counted in UTF-16 units from the start of the paragraph.');

const paragraph = z
  .strictObject({
    id: z.string().describe('The fragment of its address: p2.'),
    number: z.int().min(1),
    address,
    text: z.string().describe('The words of the source, to the letter.'),
    sentences: z.array(z.strictObject({ id: z.string(), address, text: z.string() })),
    mentions: z
      .array(
        z.strictObject({
          text: z.string(),
          start: offset,
          end: offset,
          register: z.enum(rooms),
          entry: z.string(),
          address,
        }),
      )
      .describe('The people and terms that it names.'),
  })
  .meta({ id: 'paragraph' });

const place = {
  sentence: z.string().describe('The sentence in which it stands: p2s1.'),
  start: offset,
  end: offset,
};

const figure = z
  .strictObject({
    quote: z.string(),
    number: z.string(),
    unit: z.string(),
    for: z.string(),
    of: z.array(z.string()).describe('Whose figure it is: ids of sides.'),
    ...place,
  })
  .meta({ id: 'figure' });

const { shape } = meetingSchema;
const event = shape.around.unwrap().element;

const item = {
  id: z.string().describe('Its address below the meeting: 1-2.'),
  number: z.string().describe('Its number as people cite it: 1(2).'),
  label: z.string().optional().describe('Its printed number: (2).'),
  title: z.string(),
  address,
  words: z.int().min(0),
  paragraphs: z.array(paragraph),
  editorial: z
    .strictObject({
      statements: z.array(
        z.strictObject({
          by: z.array(z.string()).describe('The sides, by their ids.'),
          verb: z.string().describe('The reporting verb, as it stands.'),
          quote: z.string(),
          ...place,
        }),
      ),
      figures: z.array(figure),
      followUp: z.array(event),
    })
    .describe('Added by the editors; the quotations in it are the words of the source.'),
};

const plainItem = z.strictObject(item).meta({ id: 'item' });

/** A field that may be empty in the content, and is then left out. */
function filled<Schema extends z.ZodType>(field: z.ZodOptional<z.ZodNullable<Schema>>) {
  return field.unwrap().unwrap().optional();
}

const own = {
  id: z.string(),
  address,
  title: z.string(),
  date: shape.date,
  source: z.strictObject({
    ...shape.source.shape,
    // What is not filled in yet is left out.
    publisher: filled(shape.source.shape.publisher),
    address: filled(shape.source.shape.address),
    licence: filled(shape.source.shape.licence),
  }),
};

/** A meeting. */
export const meetingDocumentSchema = z.strictObject({
  $schema: address,
  ...own,
  start: shape.start,
  duration: shape.duration,
  place: filled(shape.place),
  sides: shape.sides.unwrap().unwrap(),
  mentioned: shape.mentioned,
  before: shape.before.describe('The printed lines before the introduction.'),
  introduction: z.strictObject({ paragraphs: z.array(paragraph), figures: z.array(figure) }),
  sections: z.array(
    z.strictObject({
      number: z.int().min(1),
      label: z.string().describe('Its printed number.'),
      title: z.string(),
      address,
      items: z.array(plainItem),
    }),
  ),
  after: shape.after.describe('The printed lines after the last item.'),
  editorial: z
    .strictObject({ around: shape.around, corrections: shape.corrections })
    .describe('Added by the editors.'),
});

/** One item, with what says where it belongs. */
export const itemDocumentSchema = z.strictObject({
  $schema: address,
  meeting: z.strictObject(own),
  ...item,
});

export type MeetingDocument = z.infer<typeof meetingDocumentSchema>;
export type ItemDocument = z.infer<typeof itemDocumentSchema>;
export type PlainItem = z.infer<typeof plainItem>;
export type PlainParagraph = z.infer<typeof paragraph>;

/** The JSON Schemas (draft 2020-12) as they are published. */
export const jsonSchemas = {
  meeting: { $id: absolute(meetingSchemaAddress), ...z.toJSONSchema(meetingDocumentSchema) },
  item: { $id: absolute(itemSchemaAddress), ...z.toJSONSchema(itemDocumentSchema) },
};
