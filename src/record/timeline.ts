/** What is known of the time around a meeting, in order: before it, on its day, after it. */
import { type Item, type Meeting, itemsOf } from './meeting.ts';
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

/** Where a day stands on a line of time: from 0, its first day, to 1, its last. */
export interface Point {
  date: string;
  at: number;
}

// How many years have room for their names beside each other, on a telephone too.
const mostYears = 8;

/**
 * The points of a line of time, and the starts of years on it: of each, or of every second, fifth, tenth … where all would
 * stand too close. Distances are true to the days.
 *
 * @param day the day of the meeting, which is on the line too
 */
export function lineOfTime(
  { before, day: onTheDay, after }: Timeline,
  day: string,
): { points: Point[]; meeting: Point; years: Point[] } {
  const dates = [...before, ...onTheDay, ...after].map(({ date }) => date);
  const all = [day, ...dates].sort();
  const [first, last] = [Date.parse(all[0] ?? day), Date.parse(all.at(-1) ?? day)];
  const point = (date: string): Point => ({
    date,
    at: last === first ? 0.5 : (Date.parse(date) - first) / (last - first),
  });
  const [from, to] = [new Date(first).getUTCFullYear() + 1, new Date(last).getUTCFullYear()];
  const step = [1, 2, 5, 10, 20, 50].find((distance) => (to - from) / distance < mostYears) ?? 100;
  const years: Point[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step)
    years.push(point(`${String(year)}-01-01`));
  return { points: dates.filter((date) => date !== day).map(point), meeting: point(day), years };
}
