/** The events before, on and after the day of a meeting. */
import { type AgendaItem, type Meeting, agendaItems } from './model.ts';
import type { TimelineEvent } from './schema.ts';

/** An event, and the agenda item that it follows up. */
export interface TimelineEntry extends TimelineEvent {
  item: AgendaItem | undefined;
}

/** Events by date. */
export interface Timeline {
  before: TimelineEntry[];
  day: TimelineEntry[];
  after: TimelineEntry[];
}

export function buildTimeline(meeting: Meeting): Timeline {
  const related = meeting.relatedEvents.map((event) => ({ ...event, item: undefined }));
  const followUp = agendaItems(meeting).flatMap((item) => item.followUp.map((event) => ({ ...event, item })));
  const entries: TimelineEntry[] = [...related, ...followUp].sort((a, b) => a.date.localeCompare(b.date));
  return {
    before: entries.filter(({ date }) => date < meeting.date),
    day: entries.filter(({ date }) => date === meeting.date),
    after: entries.filter(({ date }) => date > meeting.date),
  };
}

export function hasEvents({ before, day, after }: Timeline): boolean {
  return before.length + day.length + after.length > 0;
}
