/** A meeting or an item as a Markdown file (CommonMark with GitHub's footnotes) that opens well in any editor. */
import type { FootnoteDefinition, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import { citedOf } from '../cite/cited.ts';
import { chicagoBibliography } from '../cite/styles.ts';
import { printedHeading, printedSection } from '../record/fidelity.ts';
import { type Item, type Meeting, hasOwnHeading, itemsOf } from '../record/meeting.ts';
import type { Event } from '../record/schema.ts';
import { eventDay, itemName, languageName } from '../record/wording.ts';

const writer = unified().use(remarkStringify, { bullet: '-', rule: '-' }).use(remarkGfm).freeze();
const added = 'Added by the editors; not part of the summary.';

/** The whole summary, its headings numbered as printed, with what followed as footnotes. */
export function meetingMarkdown(meeting: Meeting): string {
  const { before, title, introduction, sections, after } = meeting;
  return write(meeting, undefined, [
    heading(1, title),
    ...before.filter((line) => line.trim() !== title).map(text),
    ...introduction.map((paragraph) => text(paragraph.text)),
    ...sections.flatMap((section) => [
      heading(2, printedSection(section)),
      ...section.items.flatMap((item) => [
        ...(item.label !== undefined && hasOwnHeading(section, item)
          ? [heading(3, printedHeading(item))]
          : []),
        ...body(item),
      ]),
    ]),
    ...after.map(text),
    ...footnotes(itemsOf(meeting)),
  ]);
}

/** One item. */
export function itemMarkdown(meeting: Meeting, item: Item): string {
  return write(meeting, item, [heading(1, itemName(item)), ...body(item), ...footnotes([item])]);
}

function write(meeting: Meeting, item: Item | undefined, children: RootContent[]): string {
  const cited = citedOf(meeting, item);
  const { source } = meeting;
  const matter = {
    title: item ? itemName(item) : meeting.title,
    ...(item && { meeting: meeting.title }),
    date: meeting.date,
    ...(source.publisher !== undefined && { publisher: source.publisher }),
    address: cited.URL,
    ...(source.address !== undefined && { source: source.address }),
    ...(source.licence && { licence: source.licence.address }),
    citation: chicagoBibliography(cited),
  };
  const root: Root = { type: 'root', children };
  return `---\n${stringify(matter, { lineWidth: 0 })}---\n\n${writer.stringify(root)}`;
}

function heading(depth: 1 | 2 | 3, words: string): RootContent {
  return { type: 'heading', depth, children: [{ type: 'text', value: words }] };
}

function text(words: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'text', value: words.trim() }] };
}

/** The paragraphs, and apart from them the marks of the footnotes: no mark stands among the source's words. */
function body(item: Item): RootContent[] {
  const marks: RootContent = {
    type: 'paragraph',
    children: [
      { type: 'emphasis', children: [{ type: 'text', value: 'What followed (added by the editors):' }] },
      ...item.followUp.flatMap((_, index) => [
        { type: 'text' as const, value: ' ' },
        { type: 'footnoteReference' as const, identifier: noteName(item, index) },
      ]),
    ],
  };
  return [
    ...item.paragraphs.map((paragraph) => text(paragraph.text)),
    ...(item.followUp.length > 0 ? [marks] : []),
  ];
}

function footnotes(items: readonly Item[]): RootContent[] {
  const notes = items.flatMap((item) =>
    item.followUp.map((event, index) => footnote(noteName(item, index), event)),
  );
  if (notes.length === 0) return [];
  return [
    { type: 'thematicBreak' },
    { type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', value: added }] }] },
    ...notes,
  ];
}

function noteName({ id }: Item, index: number): string {
  return `${id}-${String(index + 1)}`;
}

function footnote(identifier: string, event: Event): FootnoteDefinition {
  const { fact, address, language } = event;
  return {
    type: 'footnoteDefinition',
    identifier,
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: `${eventDay(event)}: ${fact} ` },
          { type: 'link', url: address, children: [{ type: 'text', value: address }] },
          { type: 'text', value: language === 'en' ? '' : ` (in ${languageName(language)})` },
        ],
      },
    ],
  };
}
