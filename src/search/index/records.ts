/** The records of the search index: one for each introduction, agenda item, person and topic. */
import type { CustomRecord } from 'pagefind';
import { romanize } from 'romans';
import { entryPath, itemPath, meetingPath } from '../../domain/urls.ts';
import type { AgendaItem, Meeting, RegisterEntry, Section } from '../../domain/model.ts';
import { entryNames } from '../../domain/register.ts';
import type { SiteContent } from '../../domain/load-content.ts';
import type { Thesaurus } from '../../domain/schema.ts';
import { formatDate, itemLabel, meetingLabel, shortTitle } from '../../domain/format.ts';
import { everyRecord } from '../client/pagefind.ts';
import { type NameGroup, createNameFinder, createRelatedFinder, writtenOtherwise } from './names.ts';
import { withBase } from '../../site.config.ts';

export type SearchRecord = Required<CustomRecord>;

export type SearchContent = Pick<SiteContent, 'meetings' | 'entries' | 'thesaurus'>;

/**
 * Creates the records of all content. Their metadata are searched by weight: `title`; `names`, other names of what the text
 * names; `related`, related words. `sentences` are only shown: the fragment and the words of each, and for each value of the
 * filter `side` a `*` if that side speaks, or a `-`.
 */
export function createSearchRecords({ meetings, entries, thesaurus }: SearchContent): SearchRecord[] {
  const findNames = createNameFinder(entries);
  const findRelated = createRelatedFinder(thesaurus.synonyms);
  const createText = (meeting: Meeting, section?: Section, item?: AgendaItem): SearchRecord => {
    const paragraphs = item?.paragraphs ?? meeting.introduction;
    const title = item ? itemLabel(item) : shortTitle(meeting);
    const names = paragraphs.flatMap((paragraph) => [
      ...findNames(paragraph),
      ...writtenOtherwise(paragraph.text),
    ]);
    const publisher = item ? [] : [meeting.source.publisher ?? ''];
    const related = [title, ...publisher, ...paragraphs.map(({ text }) => text)].flatMap(findRelated);
    const statements = item?.statements ?? [];
    const speakers = meeting.sides.filter(({ id }) => statements.some(({ by }) => by.includes(id)));
    const speaks = (id: string, sentence: string): boolean =>
      statements.some((statement) => statement.sentence === sentence && statement.by.includes(id));
    const sentences = paragraphs.flatMap(({ text, sentences: all }) =>
      all.map(({ id, start }, at) => [
        id,
        text.slice(start, all[at + 1]?.start),
        // Not their names: a side would be found where it only speaks.
        speakers.map((side) => (speaks(side.id, id) ? '*' : '-')).join(''),
      ]),
    );
    const sectionNumbers = section ? [String(section.number), romanize(section.number)] : [];
    const itemNumbers = sectionNumbers.map((number) => item?.number.replace(/^\d+/u, number));
    const numbers = [...sectionNumbers, ...itemNumbers, item?.label];
    return {
      url: withBase(item ? itemPath(meeting, item) : meetingPath(meeting)),
      // Shown are the sentences.
      content: paragraphs.map(({ text }) => text.normalize('NFKC')).join(' '),
      language: 'en',
      meta: {
        title,
        names: toLines(item ? names : [...names, ...factNames(meeting, thesaurus)]),
        related: toLines(section ? [...related, [section.title]] : related),
        kind: everyRecord('Passage'),
        sentences: sentences.map((fields) => fields.join('\t')).join('\n'),
      },
      filters: {
        year: [meeting.date.slice(0, 4)],
        meeting: [meetingLabel(meeting)],
        section: [section?.title ?? 'Introduction'],
        item: [...new Set(numbers.filter((number) => number !== undefined))],
        side: speakers.map(({ name }) => name),
      },
      sort: { date: meeting.date },
    };
  };
  const texts = meetings.flatMap((meeting) => [
    ...(meeting.introduction.length > 0 ? [createText(meeting)] : []),
    ...meeting.sections.flatMap((section) => section.items.map((item) => createText(meeting, section, item))),
  ]);
  return [...texts, ...entries.map(createEntry)];
}

function createEntry(entry: RegisterEntry): SearchRecord {
  const kind = entry.register === 'people' ? 'Person' : 'Topic';
  return {
    url: withBase(entryPath(entry)),
    content: entry.note ?? entry.name,
    language: 'en',
    meta: {
      title: entry.name,
      names: toLines([[...entryNames(entry), ...entry.searchTerms]]),
      kind: everyRecord(kind),
    },
    filters: { kind: [kind] },
    sort: {},
  };
}

/** The names of one thing on one line. */
function toLines(groups: readonly (readonly string[])[]): string {
  return [...new Set(groups.map((names) => [...new Set(names)].join(' | ')))].join('\n');
}

/** What an introduction is asked for: the facts of its meeting. */
function factNames({ sides, start, source, date }: Meeting, { factKeywords }: Thesaurus): NameGroup[] {
  return [
    [formatDate(date), date, source.publisher ?? ''],
    ...sides.map(({ name, lead }) => [lead.name, `${lead.post} of ${name}`]),
    [...factKeywords.flat(), start?.time ?? ''],
  ];
}
