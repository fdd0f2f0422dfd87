/** A summary as a feed carries it: the whole text, in plain HTML. */
import { absolute, itemAddress } from '../record/addresses.ts';
import { type Meeting, hasOwnHeading } from '../record/meeting.ts';
import { printedHeading, printedSection } from '../record/fidelity.ts';
import type { Paragraph } from '../record/text.ts';

/** The introduction, and each section and item under its printed heading. */
export function feedText(meeting: Meeting): string {
  return [
    ...paragraphs(meeting.introduction),
    ...meeting.sections.flatMap((section) => [
      `<h2>${html(printedSection(section))}</h2>`,
      ...section.items.flatMap((item) => [
        ...(item.label !== undefined && hasOwnHeading(section, item)
          ? [`<h3><a href="${absolute(itemAddress(meeting, item))}">${html(printedHeading(item))}</a></h3>`]
          : []),
        ...paragraphs(item.paragraphs),
      ]),
    ]),
  ].join('\n');
}

function paragraphs(all: readonly Paragraph[]): string[] {
  return all.map(({ text }) => `<p>${html(text)}</p>`);
}

function html(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
