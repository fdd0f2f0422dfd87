/** What an opening paragraph states plainly: when the meeting began and how long it took. */
import { ToWords } from 'to-words';
import type { MeetingFields } from '../domain/schema.ts';

/** Offsets from UTC. Abbreviations that mean several zones (`CST`, `IST`, `BST`) are left to an editor. */
const zones: Readonly<Record<string, string>> = {
  UTC: '+00:00',
  GMT: '+00:00',
  JST: '+09:00',
  KST: '+09:00',
  SGT: '+08:00',
  HKT: '+08:00',
  EST: '-05:00',
  EDT: '-04:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  'Japan time': '+09:00',
};
const clock = new RegExp(
  `\\b(?:from|at|beginning|starting|commencing|began)(?: at)?\\s+(?:about\\s+|around\\s+|approximately\\s+)?(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?\\s*(?<half>[ap]\\.?\\s?m\\b\\.?)?(?:\\s*(?:to|until|[-–—])\\s*\\d{1,2}[:.\\d]*\\s*(?:[ap]\\.?\\s?m\\b\\.?)?)?,?(?:\\s*\\(?(?<zone>${Object.keys(zones).join('|')})(?![\\p{L}\\d+−-]))?`,
  'gu',
);

/** Finds the clock times of a text, with or without a zone. */
export function findTimes(text: string): RegExpExecArray[] {
  return [...text.matchAll(clock)].filter(({ groups }) => (groups?.half ?? groups?.minute) !== undefined);
}

/** Parses the start, where a text names one clock time with a zone that can be no other. */
export function parseStartTime(text: string): MeetingFields['start'] {
  const [match, ...more] = findTimes(text).filter(({ groups }) => groups?.zone !== undefined);
  const { hour = '', minute = '00', half = '', zone = '' } = match?.groups ?? {};
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (/^p/iu.test(half) ? 12 : 0);
  const offset = zones[zone];
  if (offset === undefined || more.length > 0 || hours > 23 || Number(minute) > 59) return undefined;
  return { time: `${String(hours).padStart(2, '0')}:${minute}`, zone, offset };
}

const toWords = new ToWords({ localeCode: 'en-US' });
const spelledOut = [1, 2, 3, 4, 5, 6, 10, 15, 20, 30, 40, 50, 60, 70, 80, 90];
const counts: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  ...Object.fromEntries(spelledOut.map((number) => [toWords.convert(number).toLowerCase(), number])),
};
const count = `\\d{1,3}|${Object.keys(counts).join('|')}`;
const lasting = new RegExp(
  `\\b(?:for|lasted|lasting|took)\\s+(?<about>approximately\\s+|about\\s+|around\\s+|roughly\\s+)?(?:(?<hours>${count})[\\s-]+(?<half>and a half )?hours?(?:(?<later> and a half)|\\s+and\\s+(?=\\d)|(?!\\s+and\\b)))?(?:\\s*(?<minutes>${count})[\\s-]+minutes?)?(?![\\p{L}\\d-])`,
  'giu',
);

/** Parses the duration, where a text names one: "for approximately 70 minutes", "for an hour and 30 minutes". */
export function parseDuration(text: string): MeetingFields['duration'] {
  const value = (word = '0'): number => counts[word.toLowerCase()] ?? Number(word);
  const found = [...text.matchAll(lasting)].flatMap(({ groups }) => {
    const { about, hours, half, later, minutes } = groups ?? {};
    const total = value(hours) * 60 + ((half ?? later) === undefined ? 0 : 30) + value(minutes);
    return total === 0 ? [] : [{ minutes: total, approximate: about !== undefined }];
  });
  return found.length === 1 ? found[0] : undefined;
}
