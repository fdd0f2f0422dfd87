/** What is known of the time around a meeting, in order: before it, on its day, after it. */
import { type AgendaItem, type Meeting, agendaItems } from './model.ts';
import type { TimelineEvent } from './schema.ts';

/** A dated fact, and the agenda item that it follows up, if it does. */
export interface TimelineEntry extends TimelineEvent {
  item: AgendaItem | undefined;
}

/** The moments around a meeting. */
export interface Timeline {
  before: TimelineEntry[];
  day: TimelineEntry[];
  after: TimelineEntry[];
}

/** The timeline of a meeting; all its lists are empty where nothing is known. */
export function buildTimeline(meeting: Meeting): Timeline {
  const around = meeting.relatedEvents.map((event) => ({ ...event, item: undefined }));
  const followUp = agendaItems(meeting).flatMap((item) => item.followUp.map((event) => ({ ...event, item })));
  const moments: TimelineEntry[] = [...around, ...followUp].sort((a, b) => a.date.localeCompare(b.date));
  return {
    before: moments.filter(({ date }) => date < meeting.date),
    day: moments.filter(({ date }) => date === meeting.date),
    after: moments.filter(({ date }) => date > meeting.date),
  };
}

/** Whether anything is known. */
export function hasEvents({ before, day, after }: Timeline): boolean {
  return before.length + day.length + after.length > 0;
}
