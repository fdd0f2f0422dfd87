import type { Content } from '../create-content.ts';
import type { Issue } from '../issues.ts';
import { agendaItems } from '../model.ts';

/** Checks that names and posts of people who did not attend are quotations too: of one sentence of an item. */
export function checkMentionedPeople({ meetings }: Content): Issue[] {
  return meetings.flatMap((meeting) => {
    const sentences = agendaItems(meeting).flatMap(({ paragraphs }) =>
      paragraphs.flatMap((paragraph) => paragraph.sentences),
    );
    return meeting.mentioned.flatMap(({ name, post }, index): Issue[] => {
      if (sentences.some(({ text }) => text.includes(name) && text.includes(post))) return [];
      const message = `no sentence of an item contains both '${name}' and '${post}'`;
      const file = `meetings/${meeting.id}/meeting.md`;
      return [{ code: 'not-a-quotation', file, field: `mentioned.${String(index)}`, message }];
    });
  });
}
