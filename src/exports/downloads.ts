/** The formats in which a summary can be downloaded: for links, for the head of a page, for JSON-LD. */
import { type MeetingFormat, itemFormatPath, meetingFormatPath } from '../domain/urls.ts';
import type { AgendaItem, Meeting } from '../domain/model.ts';
import { itemJson, meetingJson } from './json.ts';
import { itemMarkdown, meetingMarkdown } from './markdown.ts';
import { renderPdf } from './pdf.ts';

/** A file to download: its name for readers, its address and media type, and its size. */
export interface Download {
  name: string;
  address: string;
  mediaType: string;
  bytes: number;
}

const meetingFormats = [
  ['pdf', 'PDF', 'application/pdf'],
  ['md', 'Markdown', 'text/markdown'],
  ['json', 'JSON', 'application/json'],
  ['txt', 'Original text (.txt)', 'text/plain'],
] as const satisfies [MeetingFormat, string, string][];

/** The formats of a meeting, or of an item, without the sizes. */
export function formatsOf(meeting: Meeting, item?: AgendaItem): Omit<Download, 'bytes'>[] {
  return meetingFormats.flatMap(([extension, name, mediaType]) => {
    if (!item) return { name, mediaType, address: meetingFormatPath(meeting, extension) };
    if (extension !== 'md' && extension !== 'json') return [];
    return { name, mediaType, address: itemFormatPath(meeting, item, extension) };
  });
}

/** The downloads of a meeting. */
export async function meetingDownloads(meeting: Meeting): Promise<Download[]> {
  const files = [
    await renderPdf(meeting),
    meetingMarkdown(meeting),
    meetingJson(meeting),
    meeting.sourceText,
  ];
  return withSizes(formatsOf(meeting), files);
}

/** The downloads of an item. */
export function itemDownloads(meeting: Meeting, item: AgendaItem): Download[] {
  return withSizes(formatsOf(meeting, item), [itemMarkdown(meeting, item), itemJson(meeting, item)]);
}

function withSizes(formats: Omit<Download, 'bytes'>[], files: readonly (string | Uint8Array)[]): Download[] {
  return formats.map((format, index) => ({ ...format, bytes: Buffer.byteLength(files[index] ?? '') }));
}
