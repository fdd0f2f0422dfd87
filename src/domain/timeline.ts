/** The events before, on and after the day of a meeting. */
import { formatDate } from './format.ts';
import { type AgendaItem, type Meeting, agendaItems } from './model.ts';
import type { TimelineEvent } from './schema.ts';

/** An event, and the agenda item that it follows up. */
export interface TimelineEntry extends TimelineEvent {
  item?: AgendaItem;
}

/** The events before, on and after the day, each part with its id and title; parts without events are left out. */
export function buildTimeline(meeting: Meeting): { id: string; title: string; entries: TimelineEntry[] }[] {
  const followUp = agendaItems(meeting).flatMap((item) => item.followUp.map((event) => ({ ...event, item })));
  const entries: TimelineEntry[] = [...meeting.relatedEvents, ...followUp].sort((a, b) =>
    a.date.localeCompare(b.date),
  );
  const titles = {
    before: 'Before the meeting',
    day: `On the day, ${formatDate(meeting.date)}`,
    after: 'What happened next',
  };
  const parts = Map.groupBy(entries, ({ date }) =>
    date === meeting.date ? 'day' : date < meeting.date ? 'before' : 'after',
  );
  return [...parts].map(([id, partEntries]) => ({ id, title: titles[id], entries: partEntries }));
}
