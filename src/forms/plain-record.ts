/** A meeting as data for programs: the whole record, with the address of every part. Described by `plain-record-schema.ts`. */
import {
  absolute,
  entryAddress,
  itemAddress,
  itemSchemaAddress,
  meetingAddress,
  meetingSchemaAddress,
  passageAddress,
  sectionAddress,
} from '../record/addresses.ts';
import type { Item, Meeting } from '../record/meeting.ts';
import type { Figure, Statement } from '../record/quotations.ts';
import type { Paragraph } from '../record/text.ts';
import type { ItemDocument, MeetingDocument, PlainItem, PlainParagraph } from './plain-record-schema.ts';

/** The document of a meeting. Its texts are the source's, to the letter. */
export function meetingDocument(meeting: Meeting): MeetingDocument {
  return {
    $schema: absolute(meetingSchemaAddress),
    id: meeting.id,
    address: absolute(meetingAddress(meeting)),
    title: meeting.title,
    date: meeting.date,
    start: meeting.start,
    duration: meeting.duration,
    place: meeting.place,
    sides: meeting.sides,
    mentioned: meeting.mentioned,
    source: meeting.source,
    before: meeting.before,
    introduction: {
      paragraphs: meeting.introduction.map((paragraph) => plainParagraph(meeting, undefined, paragraph)),
      figures: meeting.figures.map(plainFigure),
    },
    sections: meeting.sections.map((section) => ({
      number: section.number,
      label: section.label,
      title: section.title,
      address: absolute(sectionAddress(meeting, section)),
      items: section.items.map((item) => plainItem(meeting, item)),
    })),
    after: meeting.after,
    editorial: { around: meeting.around, corrections: meeting.corrections },
  };
}

/** The document of one item. */
export function itemDocument(meeting: Meeting, item: Item): ItemDocument {
  return {
    $schema: absolute(itemSchemaAddress),
    meeting: {
      id: meeting.id,
      address: absolute(meetingAddress(meeting)),
      title: meeting.title,
      date: meeting.date,
      source: meeting.source,
    },
    ...plainItem(meeting, item),
  };
}

function plainItem(meeting: Meeting, item: Item): PlainItem {
  return {
    id: item.id,
    number: item.number,
    label: item.label,
    title: item.title,
    address: absolute(itemAddress(meeting, item)),
    words: item.words,
    paragraphs: item.paragraphs.map((paragraph) => plainParagraph(meeting, item, paragraph)),
    editorial: {
      statements: item.statements.map(plainStatement),
      figures: item.figures.map(plainFigure),
      followUp: item.followUp,
    },
  };
}

function plainParagraph(meeting: Meeting, item: Item | undefined, paragraph: Paragraph): PlainParagraph {
  const addressOf = (passage: { id: string }): string => absolute(passageAddress(meeting, item, passage));
  const { id, number, text, sentences, mentions } = paragraph;
  return {
    id,
    number,
    address: addressOf(paragraph),
    text,
    sentences: sentences.map((sentence) => ({
      id: sentence.id,
      address: addressOf(sentence),
      text: sentence.text,
    })),
    mentions: mentions.map(({ room, entry, start, end }) => ({
      text: text.slice(start, end),
      start,
      end,
      register: room,
      entry,
      address: absolute(entryAddress({ room, id: entry })),
    })),
  };
}

function plainStatement({ by, verb, quote, sentence, start, end }: Statement) {
  return { by, verb, quote, sentence, start, end };
}

function plainFigure({ quote, number, unit, for: purpose, of, sentence, start, end }: Figure) {
  return { quote, number, unit, for: purpose, of, sentence, start, end };
}
