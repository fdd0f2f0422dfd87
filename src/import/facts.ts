/** What an opening paragraph states plainly: when the meeting began and how long it took. */
import type { MeetingFields } from '../record/schema.ts';

type Start = NonNullable<MeetingFields['start']>;
type Duration = NonNullable<MeetingFields['duration']>;

/**
 * The distances of zones from UTC. What means several zones (`CST`, `IST`, `BST`) or has moved is not here: an editor
 * knows which it is.
 */
const zones: Readonly<Record<string, string>> = {
  UTC: '+00:00',
  GMT: '+00:00',
  JST: '+09:00',
  KST: '+09:00',
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  SGT: '+08:00',
  HKT: '+08:00',
  'Japan time': '+09:00',
  'Japan Standard Time': '+09:00',
  'Eastern Standard Time': '-05:00',
  'Eastern Daylight Time': '-04:00',
  'Central European Time': '+01:00',
  'Central European Summer Time': '+02:00',
};

const names = Object.keys(zones).join('|');
const clock = new RegExp(
  `\\b(?:from|at|beginning at|starting at|started at|began at)\\s+(?:about\\s+|around\\s+|approximately\\s+)?(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?\\s*(?<half>[ap]\\.?\\s?m\\.?)?(?:\\s*(?:to|until|till|through|[-–—~])\\s*\\d{1,2}(?:[:.]\\d{2})?\\s*(?:[ap]\\.?\\s?m\\.?)?)?\\s*,?\\s*(?<open>\\()?(?<zone>${names}|(?:UTC|GMT)\\s?[+−-]\\d{1,2}(?::\\d{2})?)(?![\\p{L}\\d])`,
  'giu',
);

/** The start, where the text names one clock time with a zone that can be no other. */
export function startIn(text: string): Start | undefined {
  const found = [...text.matchAll(clock)].flatMap(({ groups }) => {
    const { hour = '', minute, half = '', zone = '' } = groups ?? {};
    if (half === '' && minute === undefined) return [];
    const number = Number(hour);
    if (half !== '' && (number < 1 || number > 12)) return [];
    const hours = half === '' ? number : (number % 12) + (/^p/iu.test(half) ? 12 : 0);
    const offset = offsetOf(zone);
    if (hours > 23 || Number(minute ?? 0) > 59 || offset === undefined) return [];
    return [{ time: `${String(hours).padStart(2, '0')}:${minute ?? '00'}`, zone, offset }];
  });
  return only(found);
}

function offsetOf(zone: string): string | undefined {
  const [, sign = '', hours = '', minutes = '00'] = /([+−-])(\d{1,2})(?::(\d{2}))?$/u.exec(zone) ?? [];
  if (sign !== '') return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
  return zones[Object.keys(zones).find((name) => name.toLowerCase() === zone.toLowerCase()) ?? ''];
}

const counts = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const number = `\\d{1,3}|an?|${[...counts, ...tens].join('|')}|fifteen`;
const lasting = new RegExp(
  `\\b(?:for|lasted|lasting|took)\\s+(?<about>approximately|about|around|roughly|some|circa)?\\s*(?:(?<hours>${number})(?<half>\\s+and\\s+a\\s+half)?\\s*-?hours?(?<later>\\s+and\\s+a\\s+half\\b)?(?!\\s+and\\s+(?:a|one|three)[\\s-]+(?:quarter|third))(?:\\s+and\\s+|\\s+)?)?(?:(?<minutes>${number})\\s*-?minutes?)?(?![\\p{L}\\d-])`,
  'giu',
);

/** The duration, where the text names one: "for approximately 70 minutes", "for an hour and 30 minutes". */
export function durationIn(text: string): Duration | undefined {
  const found = [...text.matchAll(lasting)].flatMap(({ groups }) => {
    const { about, hours, half, later, minutes } = groups ?? {};
    if (hours === undefined && minutes === undefined) return [];
    const total = count(hours) * 60 + ((half ?? later) === undefined ? 0 : 30) + count(minutes);
    return total === 0 ? [] : [{ minutes: total, approximate: about !== undefined }];
  });
  return only(found);
}

function count(word: string | undefined): number {
  if (word === undefined) return 0;
  const own = word.toLowerCase();
  if (/^\d/u.test(own)) return Number(own);
  if (/^an?$/u.test(own)) return 1;
  if (own === 'fifteen') return 15;
  return counts.includes(own) ? counts.indexOf(own) + 1 : (tens.indexOf(own) + 2) * 10;
}

/** The one thing that is found, and nothing where texts say two. */
function only<Value>(found: readonly Value[]): Value | undefined {
  const [first, ...more] = new Set(found.map((value) => JSON.stringify(value)));
  return first !== undefined && more.length === 0 ? found[0] : undefined;
}
