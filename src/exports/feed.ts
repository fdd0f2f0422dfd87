/** The feed: the summaries that were added last, in full. */
import type { RSSFeedItem } from '@astrojs/rss';
import { itemPath, meetingPath } from '../domain/urls.ts';
import { type Meeting, type Paragraph, isSectionText } from '../domain/model.ts';
import { attributionLine, meetingLabel, meetingTagline, printedHeading } from '../domain/format.ts';
import { absoluteUrl } from '../site.config.ts';
import { editionLine } from './edition.ts';

/** Feed readers poll, so they get the latest additions only. */
const maxEntries = 20;

/**
 * The entries of the feed, by the day on which a meeting was added: an old meeting that is added today is news.
 *
 * @param meetings all meetings
 */
export function feedEntries(meetings: readonly Meeting[]): RSSFeedItem[] {
  return meetings
    .toSorted((a, b) => b.source.received.localeCompare(a.source.received) || b.date.localeCompare(a.date))
    .slice(0, maxEntries)
    .map((meeting) => {
      const { publisher, licence, received } = meeting.source;
      const terms = licence ? ` ${licence.name}, ${licence.address}` : '';
      const creator = publisher === undefined ? '' : `<dc:creator>${escapeXml(publisher)}</dc:creator>`;
      return {
        title: meetingLabel(meeting),
        link: absoluteUrl(meetingPath(meeting)),
        pubDate: new Date(`${received}T00:00:00Z`),
        description: `${meetingTagline(meeting)}. ${editionLine(meeting)}.`,
        content: feedHtml(meeting),
        customData: `${creator}<dc:rights>${escapeXml(attributionLine(meeting) + terms)}</dc:rights>`,
      };
    });
}

/** The introduction, and each section and item under its printed heading. */
function feedHtml(meeting: Meeting): string {
  return [
    ...paragraphsHtml(meeting.introduction),
    ...meeting.sections.flatMap((section) => [
      `<h2>${escapeXml(printedHeading(section))}</h2>`,
      ...section.items.flatMap((item) => [
        isSectionText(item)
          ? ''
          : `<h3><a href="${absoluteUrl(itemPath(meeting, item))}">${escapeXml(printedHeading(item))}</a></h3>`,
        ...paragraphsHtml(item.paragraphs),
      ]),
    ]),
  ].join('\n');
}

function paragraphsHtml(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs.map(({ text }) => `<p>${escapeXml(text)}</p>`);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
