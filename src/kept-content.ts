/**
 * The content, read once in a process: Astro's content layer reads and checks it, the pages show it, and the search index is
 * made of it. Each of these is bundled apart, so that they share no module; Astro's own store would hold a large archive
 * three times.
 */
import { readContentFolder } from './record/content-folder.ts';
import { type Whole, makeRecord } from './record/record.ts';
import { rememberedMeetings } from './record/remembered-meetings.ts';
import { contentFolder } from './site.ts';

const place = Symbol.for('meeting-briefings: content');

/** Reads the content folder, and keeps what was read where it is sound. */
export function readContent(): Whole {
  const whole = makeRecord(readContentFolder(contentFolder), rememberedMeetings());
  if (whole.faults.length === 0) keepContent(whole);
  return whole;
}

/** Keeps content that is sound. A thread is handed what was read, and reads nothing. */
export function keepContent(whole: Whole): void {
  Reflect.set(globalThis, place, whole);
}

/**
 * The last sound content that was read.
 *
 * @throws where none was read yet: the content layer comes first
 */
export function keptContent(): Whole {
  const kept = Reflect.get(globalThis, place) as Whole | undefined;
  if (!kept) throw new Error('The content is not read yet.');
  return kept;
}
