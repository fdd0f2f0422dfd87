/** A meeting as a document to print, send and archive: a tagged PDF. */
import { itemPath, meetingPath, passagePath } from '../domain/urls.ts';
import { type AgendaItem, type Meeting, type Paragraph, linesBefore } from '../domain/model.ts';
import { speakerOf } from '../domain/attribution.ts';
import { type TimelineEntry, buildTimeline } from '../domain/timeline.ts';
import {
  meetingTagline,
  formatDate,
  formatDateRange,
  itemLabel,
  languageName,
  meetingLabel,
  textStats,
  formatMeetingTime,
  formatLongDate,
} from '../domain/format.ts';
import { absoluteUrl, siteName } from '../site.config.ts';
import { editionLine } from './edition.ts';
import { chicagoBibliography } from './citation-styles.ts';
import { toCsl } from './csl.ts';
import template from './pdf.typ?raw';

/** The PDF of a meeting. The same content gives the same bytes. */
export async function renderPdf(meeting: Meeting): Promise<Uint8Array<ArrayBuffer>> {
  const { compile } = await import('./typst.ts');
  return Uint8Array.from((await compile(template, pdfData(meeting))).pdf());
}

/** The data of `pdf.typ`: the source's texts unchanged, and what the editors add separately. */
function pdfData(meeting: Meeting) {
  const { source, sections } = meeting;
  const paragraphsOf = (paragraphs: readonly Paragraph[], item?: AgendaItem) =>
    paragraphs.map((paragraph) => ({
      number: paragraph.number,
      address: absoluteUrl(passagePath(meeting, item, paragraph)),
      words: paragraph.text,
    }));
  // Not the day of the build, so that the same content gives the same bytes.
  const dates = [source.received, ...meeting.corrections.map(({ date }) => date)].sort();
  return {
    language: source.language,
    name: meetingLabel(meeting),
    title: meeting.title,
    edition: editionLine(meeting),
    description: meetingTagline(meeting),
    date: dates.at(-1)?.split('-').map(Number),
    publisher: source.publisher ?? '',
    facts: [
      { name: 'When', lines: [formatLongDate(meeting.date), formatMeetingTime(meeting)] },
      { name: 'Where', lines: [meeting.place ?? ''] },
      { name: 'Extent', lines: [textStats(meeting)] },
    ].filter(({ lines }) => lines[0] !== ''),
    sides: meeting.sides.map((side) => ({ ...side, ...speakerOf(meeting, [side.id]) })),
    'text-footer': 'The text is unchanged. An independent edition, not the ministry’s.',
    'other-lines': 'Other lines on the ministry’s page',
    before: linesBefore(meeting),
    introduction: paragraphsOf(meeting.introduction),
    sections: sections.map(({ label, title, hasTitle, items }) => ({
      label,
      title: hasTitle ? title : '',
      items: items.map((item) => ({
        label: item.label ?? null,
        title: item.hasTitle ? item.title : '',
        number: item.number,
        name: itemLabel(item),
        address: absoluteUrl(itemPath(meeting, item)),
        paragraphs: paragraphsOf(item.paragraphs, item),
      })),
    })),
    after: meeting.after,
    'editors-note': `Added by the editors of ${siteName}. Not part of the ministry’s summary.`,
    parts: editorsParts(meeting),
  };
}

/** What the editors add: entries with their subject, their text, and the page that it is based on. */
function editorsParts(meeting: Meeting) {
  const { publisher, address, received, licence } = meeting.source;
  const published = publisher === undefined ? '' : `Published by the ${publisher}. `;
  return [
    ...buildTimeline(meeting).map(({ title, entries }) => ({
      heading: title,
      entries: entries.map(eventEntry),
    })),
    {
      heading: 'Citing this document',
      entries: [
        { term: 'Suggested citation', words: chicagoBibliography(toCsl(meeting)) },
        { term: 'This edition', words: siteName, link: absoluteUrl(meetingPath(meeting)) },
        { term: 'Original', words: `${published}Retrieved on ${formatDate(received)}.`, link: address },
        ...(licence ? [{ term: 'Licence', words: licence.name, link: licence.address }] : []),
      ],
    },
  ];
}

function eventEntry(event: TimelineEntry) {
  const related = event.item ? ` Related item: ${itemLabel(event.item)}.` : '';
  const language = event.language === 'en' ? '' : ` (Source in ${languageName(event.language)}.)`;
  return { term: formatDateRange(event), words: event.fact + related + language, link: event.address };
}
