import { getCollection } from 'astro:content';
import type { Meeting } from './record/meeting.ts';

/** All meetings of the record, newest first. The only place that asks Astro for content. */
export async function loadMeetings(): Promise<Meeting[]> {
  const entries = await getCollection('meetings');
  return entries.map(({ data }) => data).sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** The newest meeting. */
export async function loadNewest(): Promise<Meeting> {
  const [newest] = await loadMeetings();
  if (!newest) throw new Error('The record holds no meeting.');
  return newest;
}
