/**
 * A made-up archive for benchmarks: meetings of different sides, people, lengths and years, annotated as editors do it.
 * Its words are drawn so that the vocabulary grows as in real text. The same number makes the same archive.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { stringify } from 'yaml';
import { formatDate } from '../../src/domain/format.ts';
import { contentDir } from '../../src/site.config.ts';

/** Draws from a source of its own for each meeting, so that a larger archive starts with the smaller one. */
function drawFrom(seed: number) {
  const source = xoroshiro128plus(seed);
  const number = (from: number, to: number): number => uniformInt(source, from, to);
  const of = (values: readonly string[]): string => values[number(0, values.length - 1)] ?? '';
  /** The most frequent words are drawn most often, and there is always one more that was not drawn yet. */
  const words = (least: number, most: number): string[] =>
    Array.from({ length: number(least, most) }, () => wordOf(rank(uniformFloat64(source))));
  const title = (least: number, most: number): string => capital(words(least, most).join(' '));
  return { number, of, words, title };
}

/**
 * The rank of a word in the order of frequency, by Zipf's law with Mandelbrot's correction: P(rank) ~ (rank + 2.7)^-1.15.
 * A vocabulary drawn like this grows with about the 0.87th power of a text's length, as that of news does (Heaps' law).
 */
function rank(even: number): number {
  const [shift, exponent, most] = [2.7, 1.15, 200_000];
  const integral = (upTo: number): number => (upTo + shift) ** (1 - exponent);
  return Math.floor((integral(0) + even * (integral(most) - integral(0))) ** (1 / (1 - exponent)) - shift);
}

const common = [
  ...'the of to and in on for with their its both further between by as at from toward that this'.split(' '),
  ...'cooperation bilateral security relations issue situation region international effort peace'.split(' '),
  ...'economic support concern importance agreement exchange assistance dialogue development'.split(' '),
  ...'progress trade human rights energy climate investment regional stability humanitarian'.split(' '),
  ...'nuclear defense maritime strategic education students technology space health disaster'.split(' '),
  ...'framework talks visit early negotiations sanctions resolution commitment partnership'.split(' '),
];
const [consonants, vowels] = ['bcdfghjklmnprstvwz', 'aeiou'];

/** The word of a rank: real ones for the first, then made-up ones that can be spoken, no two alike. */
function wordOf(place: number): string {
  const known = common[place];
  if (known !== undefined) return known;
  let [rest, word] = [place, ''];
  while (rest > 0 || word.length < 4) {
    word += (consonants[rest % 18] ?? '') + (vowels[Math.floor(rest / 18) % 5] ?? '');
    rest = Math.floor(rest / 90);
  }
  return word;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** A name that no other number has. */
const nameOf = (number: number): string => capital(wordOf(common.length + number * 7919));
const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');

const countries = [
  ...'Japan France Germany Italy Spain Norway Brazil Chile Peru Kenya Ghana Egypt India'.split(' '),
  ...'Nepal Vietnam Thailand Canada Mexico Poland Greece Jordan Oman Qatar Fiji Samoa'.split(' '),
];
const cities = 'Tokyo Paris Berlin Rome Madrid Oslo Lima Nairobi Cairo Hanoi Ottawa'.split(' ');
const verbs = 'stated explained welcomed appreciated requested noted proposed'.split(' ');

type Party = ReturnType<typeof partyOf>;

/** Who spoke for a country in a year; ministers stay for two. */
function partyOf(country: string, year: number) {
  const number = countries.indexOf(country) * 100 + Math.floor((year - 1950) / 2);
  const surname = nameOf(number);
  const name = `${nameOf(5000 + (number % 97))} ${surname}`;
  return { id: slugOf(country), country, minister: { name, surname }, ambassador: nameOf(10_000 + number) };
}

const termName = (number: number): string =>
  `${nameOf(20_000 + number)} ${['Convention', 'Dialogue', 'Plan', 'Forum'][number % 4] ?? ''}`;

/** One sentence of an item, and who says what in it. */
function sentence(draw: ReturnType<typeof drawFrom>, parties: readonly Party[], terms: number) {
  const both = draw.number(1, 5) === 1;
  const speakers = both ? parties : parties.slice(draw.number(0, 1)).slice(0, 1);
  const subject = both ? 'The two ministers' : `Foreign Minister ${speakers[0]?.minister.surname ?? ''}`;
  const verb = both ? 'shared their views on' : draw.of(verbs);
  const words = draw.words(9, 26);
  if (draw.number(1, 3) === 1) words.splice(4, 0, `the ${termName(draw.number(0, terms - 1))}`);
  if (draw.number(1, 12) === 1) words.push(`worth $${String(draw.number(2, 400))} million`);
  const quote = `${verb} ${words.join(' ')}`;
  return { text: `${subject} ${quote}.`, by: speakers.map(({ id }) => id), verb, quote };
}

/** Front matter as editors write it: what looks like a date is text in quotation marks. */
function file(fields: object, body = ''): string {
  return `---\n${stringify(fields, { lineWidth: 0, customTags: ['timestamp'] })}---\n${body === '' ? '' : `\n${body}\n`}`;
}

/** The files of a meeting and of its people, by their paths. */
function makeMeeting(number: number, terms: number): Map<string, string> {
  const draw = drawFrom(number + 1);
  const year = 1955 + (number % 70);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const date = `${String(year)}-${pad(draw.number(1, 12))}-${pad(draw.number(1, 28))}`;
  const at = draw.number(0, countries.length - 2);
  const parties = countries.slice(at, at + 2).map((country) => partyOf(country, year));
  const [host, guest] = parties as [Party, Party];
  const folder = `meetings/${date}-${host.id}-${guest.id}-${String(number)}`;
  const title = `${host.country}-${guest.country} Foreign Ministers' Meeting ${String(number)} (Summary)`;
  const place = draw.of(cities);
  const minutes = draw.number(20, 120);
  const introduction =
    `On ${formatDate(date)}, for approximately ${String(minutes)} minutes, Foreign Minister ${host.minister.name} held a meeting with Foreign Minister ${guest.minister.name} in ${place}. ` +
    `The outline of the meeting is as follows (attending were Ambassador ${host.ambassador} and Ambassador ${guest.ambassador}, among others):`;
  const printed = [title, formatDate(date), '', introduction];
  const files = new Map<string, string>();
  const sections = Array.from({ length: draw.number(2, 4) }, (_, index) => {
    const heading = draw.title(3, 3);
    printed.push('', `${String(index + 1)}. ${heading}`);
    for (let item = 1, count = draw.number(2, 6); item <= count; item += 1) {
      const name = draw.title(1, 4);
      printed.push('', `(${String(item)}) ${name}`);
      const paragraphs = Array.from({ length: draw.number(1, 3) }, () =>
        Array.from({ length: draw.number(1, 4) }, () => sentence(draw, parties, terms)),
      );
      const texts = paragraphs.map((said) => said.map(({ text }) => text).join(' '));
      printed.push(...texts);
      const statements = paragraphs.flat().map(({ by, verb, quote }) => ({ by, verb, quote }));
      const path = `${folder}/${String(index + 1)}-${String(item)}-${slugOf(name)}.md`;
      files.set(path, file({ title: name, statements }, texts.join('\n\n')));
    }
    return { number: index + 1, title: heading };
  });
  const side = ({ id, country, minister, ambassador }: Party): object => ({
    id,
    name: country,
    lead: { name: minister.name, post: 'Foreign Minister' },
    attended: [{ name: ambassador, post: 'Ambassador' }],
    others: true,
  });
  const fields = {
    title,
    date,
    duration: { minutes, approximate: true },
    place,
    sides: parties.map(side),
    sections,
    source: {
      publisher: `Ministry of Foreign Affairs of ${host.country}`,
      address: `https://example.org/${String(number)}`,
      language: 'en',
      received: '2026-11-22',
      licence: { name: 'Public domain', address: 'https://example.org/terms' },
    },
    before: printed.slice(0, 2),
  };
  files.set(`${folder}/meeting.md`, file(fields, introduction));
  files.set(`${folder}/source.txt`, `${printed.join('\n')}\n`);
  for (const { minister, ambassador } of parties) {
    const forms = [minister.name, `Foreign Minister ${minister.surname}`];
    files.set(`people/${slugOf(minister.name)}.md`, file({ name: minister.name, forms }));
    files.set(`people/${slugOf(ambassador)}.md`, file({ name: ambassador, forms: [ambassador] }));
  }
  return files;
}

/**
 * Makes an archive.
 *
 * @param folder where the content folder is written; what is there is overwritten
 * @param count how many meetings
 */
export function generateArchive(folder: string, count: number): void {
  const terms = Math.max(8, count);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  mkdirSync(folder, { recursive: true });
  for (const own of ['thesaurus.yaml', 'pages'])
    cpSync(join(contentDir, own), join(folder, own), { recursive: true });
  for (let number = 0; number < count; number += 1) {
    for (const [path, text] of makeMeeting(number, terms)) write(path, text);
  }
  for (let number = 0; number < terms; number += 1) {
    const name = termName(number);
    write(`terms/${slugOf(name)}.md`, file({ name, kind: 'subject', note: `${name}.`, forms: [name] }));
  }
}
