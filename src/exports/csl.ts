/** A meeting's summary, or one of its items, as CSL-JSON: every citation is made from it. */
import { itemPath, meetingPath } from '../domain/urls.ts';
import type { AgendaItem, Meeting } from '../domain/model.ts';
import { itemLabel } from '../domain/format.ts';
import { absoluteUrl, siteName } from '../site.config.ts';

/** A day as CSL-JSON writes it. */
export type CslDate = Record<'date-parts', [[year: number, month: number, day: number]]>;

/**
 * The fields of CSL-JSON that a summary needs (CSL 1.0.2 schema). The ministry is author and publisher, this site the source.
 */
export interface CslItem {
  /** Starts with a letter, because it is the BibTeX key too. */
  id: string;
  type: 'report';
  genre: 'Meeting summary';
  title: string;
  /** The document, where `title` is a part of it. */
  'container-title'?: string;
  /** The item's number, as people cite it: `1(2)`. */
  number?: string;
  author?: [{ literal: string }];
  publisher?: string;
  issued: CslDate;
  language: string;
  source: string;
  URL: string;
  /** Where the ministry published it. */
  note?: string;
  /** The access date; filled in by the reader's browser. */
  accessed?: CslDate;
}

/** A day of CSL-JSON, from `2013-02-22`. */
export function cslDate(date: string): CslDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { 'date-parts': [[year, month, day]] };
}

/** The citation of a meeting's summary, or of one item of it. */
export function toCsl(meeting: Meeting, item?: AgendaItem): CslItem {
  const { publisher, address, language } = meeting.source;
  return {
    id: ['meeting', meeting.id, ...(item ? [item.id] : [])].join('-'),
    type: 'report',
    genre: 'Meeting summary',
    title: item ? itemLabel(item) : meeting.title,
    ...(item && { 'container-title': meeting.title, number: item.number }),
    ...(publisher !== undefined && { author: [{ literal: publisher }], publisher }),
    issued: cslDate(meeting.date),
    language,
    source: siteName,
    URL: absoluteUrl(item ? itemPath(meeting, item) : meetingPath(meeting)),
    ...(address !== undefined && { note: `First published at ${address}` }),
  };
}
