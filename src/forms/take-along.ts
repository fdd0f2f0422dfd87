/** The forms in which a summary can be taken along, with their sizes. */
import { citedOf } from '../cite/cited.ts';
import { chicagoBibliography } from '../cite/styles.ts';
import { itemFormAddress, meetingFormAddress } from '../record/addresses.ts';
import type { Item, Meeting } from '../record/meeting.ts';
import type { RegisterEntry } from '../record/register.ts';
import { pdfOf } from '../typeset/document.ts';
import { itemMarkdown, meetingMarkdown } from './markdown.ts';
import { itemDocument, meetingDocument } from './plain-record.ts';

/** A form: what it is called, where it is, and how many bytes it has. */
export interface Form {
  name: string;
  address: string;
  bytes: number;
}

/** The PDF of a meeting, which ends with how to cite it. */
export async function meetingPdf(
  meeting: Meeting,
  entries: readonly RegisterEntry[],
): Promise<Uint8Array<ArrayBuffer>> {
  return pdfOf(meeting, entries, chicagoBibliography(citedOf(meeting)));
}

/** A meeting in Markdown. */
export const meetingText: (meeting: Meeting) => string = meetingMarkdown;

/** The whole record of a meeting, as JSON. */
export function meetingData(meeting: Meeting): string {
  return json(meetingDocument(meeting));
}

/** An agenda item in Markdown. */
export const itemText = once(itemMarkdown);

/** The record of an agenda item, as JSON. */
export const itemData = once((meeting, item) => json(itemDocument(meeting, item)));

/** Makes a form once: a page tells its size, and a file holds it. */
function once(make: (meeting: Meeting, item: Item) => string) {
  const made = new WeakMap<Item, string>();
  return (meeting: Meeting, item: Item): string => {
    const text = made.get(item) ?? make(meeting, item);
    made.set(item, text);
    return text;
  };
}

/** The forms of a meeting. */
export async function meetingFormsOf(meeting: Meeting, entries: readonly RegisterEntry[]): Promise<Form[]> {
  const { length } = await meetingPdf(meeting, entries);
  return [
    { name: 'PDF', address: meetingFormAddress(meeting, 'pdf'), bytes: length },
    { name: 'Markdown', address: meetingFormAddress(meeting, 'md'), bytes: sizeOf(meetingText(meeting)) },
    {
      name: 'JSON',
      address: meetingFormAddress(meeting, 'json'),
      bytes: sizeOf(meetingData(meeting)),
    },
    {
      name: 'Text as published',
      address: meetingFormAddress(meeting, 'txt'),
      bytes: sizeOf(meeting.published),
    },
  ];
}

/** The forms of an item. */
export function itemFormsOf(meeting: Meeting, item: Item): Form[] {
  return [
    {
      name: 'Markdown',
      address: itemFormAddress(meeting, item, 'md'),
      bytes: sizeOf(itemText(meeting, item)),
    },
    {
      name: 'JSON',
      address: itemFormAddress(meeting, item, 'json'),
      bytes: sizeOf(itemData(meeting, item)),
    },
  ];
}

/** JSON as the forms are written. */
function json(document: object): string {
  return `${JSON.stringify(document, null, 1)}\n`;
}

function sizeOf(text: string): number {
  return Buffer.byteLength(text);
}
