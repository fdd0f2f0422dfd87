/** What is cited: a meeting's summary or one of its items, as CSL-JSON, which citations and reference managers start from. */
import { absolute, itemAddress, meetingAddress } from '../record/addresses.ts';
import type { Item, Meeting } from '../record/meeting.ts';
import { itemName } from '../record/wording.ts';
import { name } from '../site.ts';

/** A day as CSL-JSON writes it. */
export interface CslDate {
  'date-parts': [[year: number, month: number, day: number]];
}

/**
 * The fields of CSL-JSON that a summary needs (CSL 1.0.2 schema). The ministry is the author and the publisher; this
 * site is where it was read.
 */
export interface Cited {
  id: string;
  type: 'report';
  title: string;
  /** The document, where `title` is a part of it. */
  'container-title'?: string;
  /** The item's number, as people cite it: `1(2)`. */
  number?: string;
  /** Who published it, if that is filled in. */
  author?: [{ literal: string }];
  publisher?: string;
  issued: CslDate;
  language: string;
  source: string;
  URL: string;
  /** The day of reading; filled in where it is read. */
  accessed?: CslDate;
}

/** A day of CSL-JSON, from `2013-02-22`. */
export function cslDate(date: string): CslDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { 'date-parts': [[year, month, day]] };
}

/** The summary of a meeting, or one item of it. */
export function citedOf(meeting: Meeting, item?: Item): Cited {
  const { publisher, language } = meeting.source;
  return {
    id: [meeting.id, ...(item ? [item.id] : [])].join('-'),
    type: 'report',
    title: item ? itemName(item) : meeting.title,
    ...(item && { 'container-title': meeting.title, number: item.number }),
    ...(publisher !== undefined && { author: [{ literal: publisher }], publisher }),
    issued: cslDate(meeting.date),
    language,
    source: name,
    URL: absolute(item ? itemAddress(meeting, item) : meetingAddress(meeting)),
  };
}

/** The title in one line, for formats that know no part of a document: `1(2) Security, Japan-U.S. … (Summary)`. */
export function wholeTitle({ title, 'container-title': document }: Cited): string {
  return document === undefined ? title : `${title}, ${document}`;
}
