/** A meeting or an item as a Markdown file. */
import type { List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import { type AgendaItem, type Meeting, agendaItems, isSectionText, linesBefore } from '../domain/model.ts';
import { formatDateRange, itemLabel, languageName, printedHeading } from '../domain/format.ts';
import { chicagoBibliography } from './citation-styles.ts';
import { toCsl } from './csl.ts';
import { editionLine } from './edition.ts';

const processor = unified().use(remarkStringify, { bullet: '-', rule: '-' }).use(remarkGfm).freeze();

/** An item or a full summary: front matter, the source's words, and below a rule what the editors add. */
export function toMarkdown(meeting: Meeting, item?: AgendaItem): string {
  const text = item
    ? [heading(1, itemLabel(item)), ...item.paragraphs.map(toParagraph)]
    : summaryNodes(meeting);
  const events = eventList(item ? [item] : agendaItems(meeting));
  const note = 'What happened next. Added by the editors; not part of the ministry’s summary.';
  const added: RootContent[] = [
    { type: 'thematicBreak' },
    paragraph({ type: 'emphasis', children: [textNode(note)] }),
    events,
  ];
  const root: Root = { type: 'root', children: [...text, ...(events.children.length > 0 ? added : [])] };
  return `---\n${frontMatter(meeting, item)}---\n\n${processor.stringify(root)}`;
}

function frontMatter(meeting: Meeting, item?: AgendaItem): string {
  const cited = toCsl(meeting, item);
  const { publisher, address, licence } = meeting.source;
  const fields = {
    title: item ? itemLabel(item) : meeting.title,
    meeting: item && meeting.title,
    date: meeting.date,
    publisher,
    address: cited.URL,
    source: address,
    licence: licence?.address,
    edition: editionLine(meeting),
    citation: chicagoBibliography(cited),
  };
  return stringify(fields, { lineWidth: 0, keepUndefined: false });
}

/** The text with its headings numbered as printed. */
function summaryNodes(meeting: Meeting): RootContent[] {
  const { title, introduction, sections, after } = meeting;
  return [
    heading(1, title),
    ...linesBefore(meeting).map((text) => toParagraph({ text })),
    ...introduction.map(toParagraph),
    ...sections.flatMap((section) => [
      heading(2, printedHeading(section)),
      ...section.items.flatMap((item) => [
        ...(isSectionText(item) ? [] : [heading(3, printedHeading(item))]),
        ...item.paragraphs.map(toParagraph),
      ]),
    ]),
    ...after.map((text) => toParagraph({ text })),
  ];
}

const textNode = (value: string) => ({ type: 'text' as const, value });

function heading(depth: 1 | 2 | 3, value: string): RootContent {
  return { type: 'heading', depth, children: [textNode(value)] };
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function toParagraph({ text }: { text: string }): Paragraph {
  return paragraph(textNode(text.trim()));
}

/** Later events by item, with their sources. */
function eventList(items: readonly AgendaItem[]): List {
  const events = items.flatMap((item) => item.followUp.map((event) => ({ item, ...event })));
  const children = events.map(({ item, fact, address, language, ...days }): ListItem => {
    const words = textNode(`${itemLabel(item)}, ${formatDateRange(days)}: ${fact} `);
    const source = { type: 'link' as const, url: address, children: [textNode(address)] };
    const note = textNode(language === 'en' ? '' : ` (in ${languageName(language)})`);
    return { type: 'listItem', children: [paragraph(words, source, note)] };
  });
  return { type: 'list', children };
}
