/** A meeting as a document to print, send and keep: a tagged PDF. */
import { absolute, itemAddress, meetingAddress, passageAddress } from '../record/addresses.ts';
import { type Item, type Meeting, itemsOf } from '../record/meeting.ts';
import { byKey, namedIn } from '../record/mentions.ts';
import { type RegisterEntry, postFinder } from '../record/register.ts';
import { voiceOf } from '../record/sides.ts';
import type { Paragraph } from '../record/text.ts';
import { timelineOf } from '../record/timeline.ts';
import {
  attendance,
  dayName,
  eventDay,
  itemName,
  known,
  languageName,
  meetingName,
  sizeOf,
  timeName,
  weekdayName,
} from '../record/wording.ts';
import { name as site } from '../site.ts';
import { cached, keyOf, kept } from './made.ts';

/** An entry of the editors' part: what it is about, what it says, and the page on which that was seen. */
interface Entry {
  first: string;
  second: string;
  source: { address: string; language: string | null } | null;
}

/**
 * What the document says, for `document.typ`: the texts of the record to the letter, and ours apart from them.
 *
 * @param entries the registers
 * @param citation how the meeting is cited
 */
export function documentData(meeting: Meeting, entries: readonly RegisterEntry[], citation: string) {
  const { source } = meeting;
  const publisher = source.publisher ?? '';
  const address = absolute(meetingAddress(meeting));
  const paragraphsOf = (paragraphs: readonly Paragraph[], item?: Item) =>
    paragraphs.map((paragraph) => ({
      number: paragraph.number,
      address: absolute(passageAddress(meeting, item, paragraph)),
      words: paragraph.text,
    }));
  const time = timeName(meeting);
  const size = sizeOf(meeting);
  return {
    language: source.language,
    name: meetingName(meeting),
    title: meeting.title,
    description: attendance(meeting),
    keywords: [...itemsOf(meeting)].map(({ title }) => title),
    // The day from which on the document says what it says, so that the same record makes the same bytes.
    edition: [source.received, ...meeting.corrections.map(({ date }) => date)]
      .reduce((latest, date) => (date > latest ? date : latest))
      .split('-')
      .map(Number),
    publisher,
    facts: [
      { name: 'When', lines: [weekdayName(meeting.date), ...(time === '' ? [] : [time])] },
      ...(meeting.place === undefined ? [] : [{ name: 'Where', lines: [meeting.place] }]),
    ],
    size: { name: meeting.sections.length > 0 ? 'Agenda' : 'Text', lines: [size] },
    sides: meeting.sides.map(({ id, lead, attended, others }) => ({
      ...voiceOf(meeting, [id]),
      lead,
      attended,
      others,
    })),
    standing: `Text: ${known(publisher, 'word for word')}. An independent edition, not the ministry’s.`,
    before: meeting.before.filter((line) => line !== meeting.title),
    introduction: paragraphsOf(meeting.introduction),
    sections: meeting.sections.map(({ label, title, titled, items }) => ({
      label,
      title: titled ? title : '',
      items: items.map((item) => ({
        label: item.label ?? null,
        title: item.titled ? item.title : '',
        address: absolute(itemAddress(meeting, item)),
        paragraphs: paragraphsOf(item.paragraphs, item),
      })),
    })),
    after: meeting.after,
    'added-heading': 'Added by the editors',
    'added-note': `What follows is not part of the summary. The editors of ${site} gathered it; each fact names the page on which it was seen.`,
    added: `Added by the editors of ${site}; not part of the ministry’s text.`,
    parts: addedParts(meeting, entries),
    'citing-heading': 'Citing this document',
    citing: citing(meeting, address, citation),
  };
}

function addedParts(meeting: Meeting, entries: readonly RegisterEntry[]) {
  const { before, day, after } = timelineOf(meeting);
  const followedBy = (item: Item | undefined): string => (item ? ` Follows up ${itemName(item)}.` : '');
  const moments = (all: typeof before): Entry[] =>
    all.map((moment) => ({
      first: eventDay(moment),
      second: moment.fact + followedBy(moment.item),
      source: seenOn(moment, meeting),
    }));
  const paragraphs = [meeting.introduction, ...itemsOf(meeting).map((item) => item.paragraphs)].flat();
  const named = [...new Set(namedIn(paragraphs, byKey(entries)))];
  const postsOf = postFinder([meeting]);
  const noted = (room: RegisterEntry['room']): Entry[] =>
    named
      .filter((entry) => entry.room === room)
      .map((entry) => {
        const post = postsOf(entry).map(({ post, side }) => (side ? `${post} (${side}).` : `${post}.`));
        return {
          first: entry.name,
          second: [...post, ...(entry.note === undefined ? [] : [entry.note])].join(' '),
          source: entry.source ? seenOn(entry.source, meeting) : null,
        };
      })
      .filter(({ second }) => second !== '')
      .toSorted((a, b) => (room === 'terms' ? a.first.localeCompare(b.first, 'en') : 0));
  return [
    { heading: 'Before the meeting', entries: moments(before) },
    { heading: 'The same day', entries: moments(day) },
    { heading: 'What followed', entries: moments(after) },
    { heading: 'People', entries: noted('people') },
    { heading: 'Terms', entries: noted('terms') },
  ].filter(({ entries: own }) => own.length > 0);
}

function citing(meeting: Meeting, address: string, citation: string): Entry[] {
  const { source } = meeting;
  return [
    { first: 'Suggested citation', second: citation, source: null },
    {
      first: 'This edition',
      second: `${site}. Each item and paragraph has its own address there.`,
      source: { address, language: null },
    },
    {
      first: 'The ministry’s page',
      second: `${source.publisher === undefined ? 'R' : `Published by the ${source.publisher}; r`}eceived on ${dayName(source.received)}.`,
      source: source.address === undefined ? null : { address: source.address, language: null },
    },
    ...(source.licence
      ? [
          {
            first: 'Terms of use',
            second: source.licence.name,
            source: { address: source.licence.address, language: null },
          },
        ]
      : []),
  ];
}

/** Where a fact was seen, with the language where it is not the document's. */
function seenOn(
  { address, language }: { address: string; language: string },
  { source }: Meeting,
): Entry['source'] {
  return { address, language: language === source.language ? null : languageName(language) };
}

/** The document as PDF. */
export async function pdfOf(
  meeting: Meeting,
  entries: readonly RegisterEntry[],
  citation: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const data = documentData(meeting, entries, citation);
  return cached(kept, `${keyOf(data)}.pdf`, async () => {
    const { typeset } = await import('./typst.ts');
    const { pdf } = await typeset('document.typ', data);
    return pdf();
  });
}
