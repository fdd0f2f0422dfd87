/** The formats of a meeting and of an item besides their pages. Endpoints write them; pages, their heads and JSON-LD link to them. */
import type { AgendaItem, Meeting } from '../domain/model.ts';
import { type MeetingFormat, itemFormatPath, meetingFormatPath } from '../domain/urls.ts';
import { toJson } from './json.ts';
import { toMarkdown } from './markdown.ts';
import { renderPdf } from './pdf.ts';
import { renderSocialImage } from './social-image.ts';

interface Format {
  extension: MeetingFormat;
  /** The name for readers. */
  name: string;
  mediaType: string;
  render: (meeting: Meeting, item?: AgendaItem) => FileContent | Promise<FileContent>;
}

type FileContent = string | Uint8Array<ArrayBuffer>;

const markdown = {
  extension: 'md',
  name: 'Markdown',
  mediaType: 'text/markdown',
  render: toMarkdown,
} as const;
const json = { extension: 'json', name: 'JSON', mediaType: 'application/json', render: toJson } as const;
const pdf = { extension: 'pdf', name: 'PDF', mediaType: 'application/pdf', render: renderPdf } as const;
const text = {
  extension: 'txt',
  name: 'Original text (.txt)',
  mediaType: 'text/plain',
  render: ({ sourceText }: Meeting) => sourceText,
} as const;
/** For link previews on other sites. It is no download. */
const image = { extension: 'png', name: 'Image', mediaType: 'image/png', render: renderSocialImage } as const;

const meetingDownloads = [pdf, markdown, json, text] as const satisfies Format[];
export const itemFormats = [markdown, json] as const satisfies Format[];
export const meetingFormats: readonly Format[] = [...meetingDownloads, image];

/** The paths of pages in each of some formats, for `getStaticPaths`. */
export function inFormats<Path extends { params: object; props: object }>(
  paths: readonly Path[],
  formats: readonly Format[],
) {
  return paths.flatMap((path) =>
    formats.map((format) => ({
      ...path,
      params: { ...path.params, format: format.extension },
      props: { ...path.props, format },
    })),
  );
}

/** The response of an endpoint. */
export async function renderFormat({ format, meeting, item }: FormatProps): Promise<Response> {
  const body = await format.render(meeting, item);
  const charset = typeof body === 'string' ? '; charset=utf-8' : '';
  return new Response(body, { headers: { 'Content-Type': format.mediaType + charset } });
}

interface FormatProps {
  format: Format;
  meeting: Meeting;
  item?: AgendaItem;
}

/** The downloads of a meeting or an item with their paths. */
export function formatLinks(meeting: Meeting, item?: AgendaItem) {
  return item
    ? itemFormats.map((format) => ({ ...format, address: itemFormatPath(meeting, item, format.extension) }))
    : meetingDownloads.map((format) => ({
        ...format,
        address: meetingFormatPath(meeting, format.extension),
      }));
}

/** The downloads with their sizes in bytes. */
export async function getDownloads(meeting: Meeting, item?: AgendaItem) {
  return Promise.all(
    formatLinks(meeting, item).map(async ({ name, address, render }) => {
      const file: FileContent = await render(meeting, item);
      return { name, address, bytes: Buffer.byteLength(file) };
    }),
  );
}

export type Download = Awaited<ReturnType<typeof getDownloads>>[number];
