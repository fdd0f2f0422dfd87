/** What is known of the time around a meeting, in order: before it, on its day, after it. */
import { type Item, type Meeting, itemsOf } from './model.ts';
import type { Event } from './schema.ts';

/** A dated fact, and the agenda item that it follows up, if it does. */
export interface Moment extends Event {
  item: Item | undefined;
}

/** The moments around a meeting. */
export interface Timeline {
  before: Moment[];
  day: Moment[];
  after: Moment[];
}

/** The timeline of a meeting; all its lists are empty where nothing is known. */
export function timelineOf(meeting: Meeting): Timeline {
  const around = meeting.around.map((event) => ({ ...event, item: undefined }));
  const followUp = itemsOf(meeting).flatMap((item) => item.followUp.map((event) => ({ ...event, item })));
  const moments: Moment[] = [...around, ...followUp].sort((a, b) => a.date.localeCompare(b.date));
  return {
    before: moments.filter(({ date }) => date < meeting.date),
    day: moments.filter(({ date }) => date === meeting.date),
    after: moments.filter(({ date }) => date > meeting.date),
  };
}

/** Whether anything is known. */
export function isKnown({ before, day, after }: Timeline): boolean {
  return before.length + day.length + after.length > 0;
}
