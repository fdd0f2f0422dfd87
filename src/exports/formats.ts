/** The formats of a meeting and of an item besides their pages. Endpoints write them; pages, their heads and JSON-LD link to them. */
import type { AgendaItem, Meeting } from '../domain/model.ts';
import {
  type MeetingFormat,
  itemFormatPath,
  itemFormats,
  meetingFormatPath,
  meetingFormats,
} from '../domain/urls.ts';
import { toJson } from './json.ts';
import { toMarkdown } from './markdown.ts';
import { renderPdf } from './pdf.ts';
import { renderSocialImage } from './social-image.ts';

interface Format {
  /** The name for readers. */
  name: string;
  mediaType: string;
  render: (meeting: Meeting, item?: AgendaItem) => BodyInit | Promise<BodyInit>;
}

const formats: Record<MeetingFormat, Format> = {
  pdf: { name: 'PDF', mediaType: 'application/pdf', render: renderPdf },
  md: { name: 'Markdown', mediaType: 'text/markdown', render: toMarkdown },
  json: { name: 'JSON', mediaType: 'application/json', render: toJson },
  txt: { name: 'Original text (.txt)', mediaType: 'text/plain', render: ({ sourceText }) => sourceText },
  png: { name: 'Image for link previews', mediaType: 'image/png', render: renderSocialImage },
};

/** The paths of pages in each of some formats, for `getStaticPaths`. */
export function inFormats<Path extends { params: object; props: object }>(
  paths: readonly Path[],
  extensions: readonly MeetingFormat[],
) {
  return paths.flatMap((path) =>
    extensions.map((format) => ({
      ...path,
      params: { ...path.params, format },
      props: { ...path.props, format },
    })),
  );
}

/** The response of an endpoint. */
export async function renderFormat(props: {
  format: MeetingFormat;
  meeting: Meeting;
  item?: AgendaItem;
}): Promise<Response> {
  const { mediaType, render } = formats[props.format];
  const body = await render(props.meeting, props.item);
  const charset = typeof body === 'string' ? '; charset=utf-8' : '';
  return new Response(body, { headers: { 'Content-Type': mediaType + charset } });
}

/** The downloads of a meeting or an item with their paths. */
export function formatLinks(meeting: Meeting, item?: AgendaItem) {
  return item
    ? itemFormats.map((format) => ({ ...formats[format], path: itemFormatPath(meeting, item, format) }))
    : meetingFormats
        .filter((format) => format !== 'png')
        .map((format) => ({ ...formats[format], path: meetingFormatPath(meeting, format) }));
}
