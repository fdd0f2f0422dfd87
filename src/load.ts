import { getCollection } from 'astro:content';
import { type Meeting, itemsOf, relatedMeetings } from './record/meeting.ts';

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

/** The pages that there are one of for each meeting, as Astro's `getStaticPaths` wants them. */
export async function meetingPages() {
  const meetings = await loadMeetings();
  return meetings.map((meeting) => ({
    params: { meeting: meeting.id },
    props: { meeting, related: relatedMeetings(meetings, meeting) },
  }));
}

/** The pages of all agenda items. */
export async function itemPages() {
  return (await loadMeetings()).flatMap((meeting) =>
    itemsOf(meeting).map((item) => ({
      params: { meeting: meeting.id, item: item.id },
      props: { meeting, item },
    })),
  );
}
