/** From a document in its parts to the files of a content folder. */
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import { parseBody } from '../domain/parse/parse-body.ts';
import type { MeetingFields } from '../domain/schema.ts';
import type { PageMetadata } from './page-metadata.ts';
import type { DraftItem, Structure } from './parse-structure.ts';

/** A file of a meeting's folder. */
export interface TextFile {
  name: string;
  text: string;
}

/** What is known of a meeting besides its text. */
interface MeetingFacts extends PageMetadata {
  title: string | undefined;
  date: string;
  start: MeetingFields['start'];
  duration: MeetingFields['duration'];
  place: string | undefined;
  /** The day on which the text was received. */
  received: string;
}

const writer = unified().use(remarkStringify).use(remarkGfm).freeze();

/** Renders the files of a meeting: `meeting.md`, one for each item, `source.txt`. */
export function renderContentFiles(structure: Structure, facts: MeetingFacts, sourceText: string) {
  const items = structure.items.map((item) => ({
    name: itemFileName(item, structure.sections[item.section - 1]?.title),
    text: renderFile({ title: item.title, label: item.label }, item.paragraphs),
  }));
  const meeting = renderFile(meetingFields(structure, facts), structure.introduction);
  return [{ name: 'meeting.md', text: meeting }, ...items, { name: 'source.txt', text: sourceText }];
}

/** The front matter of `meeting.md`: null is left for an editor to fill in, undefined is left out. */
function meetingFields({ before, after, sections }: Structure, facts: MeetingFacts): Record<string, unknown> {
  const { title = null, date, start, duration, place = null, publisher = null, url = null } = facts;
  const ifAny = <Value>(values: readonly Value[]): readonly Value[] | undefined =>
    values.length > 0 ? values : undefined;
  return {
    title,
    date,
    start,
    duration: duration && { ...duration, approximate: duration.approximate || undefined },
    place,
    sides: null,
    sections: ifAny(sections),
    source: {
      publisher,
      address: url,
      language: 'en',
      received: facts.received,
      licence: null,
      translations: ifAny(facts.translations),
    },
    before: ifAny(before),
    after: ifAny(after),
  };
}

/** Renders front matter and paragraphs. Dates are quoted, because YAML would read a bare one as a moment in time. */
function renderFile(fields: Record<string, unknown>, paragraphs: readonly string[]): string {
  const yaml = stringify(fields, { customTags: ['timestamp'], lineWidth: 0, singleQuote: true, nullStr: '' });
  const body = paragraphs.map((text) => `\n${toMarkdown(text)}\n`).join('');
  return `---\n${yaml === '{}\n' ? '' : yaml}---\n${body}`;
}

/** A paragraph in Markdown that a reader sees as it is: with `\` before characters that Markdown would read. */
function toMarkdown(text: string): string {
  const { texts, disallowed } = parseBody(text);
  if (disallowed.length === 0 && texts.length === 1 && texts[0] === text) return text;
  return writer
    .stringify({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] })
    .trimEnd();
}

function itemFileName({ section, item, title, paragraphs }: DraftItem, ofSection: string | undefined) {
  const words = title ?? (item === undefined ? ofSection : undefined) ?? paragraphs[0] ?? '';
  const number = item === undefined ? String(section) : `${String(section)}-${String(item)}`;
  // What follows the number must not start with a digit.
  return `${number}-${slugify(words, 40).replace(/^(?:\d[a-z0-9]*-?)+/u, '') || 'text'}.md`;
}

/** Lower-case letters and digits, joined by hyphens: whole words up to a length. */
export function slugify(text: string, length: number): string {
  const plain = text.normalize('NFKD').toLowerCase();
  const slug = (plain.replace(/[\p{M}'’.]/gu, '').match(/[a-z0-9]+/gu) ?? []).join('-');
  const [words] = new RegExp(`^.{1,${String(length)}}(?=-|$)`, 'u').exec(slug) ?? [];
  return words ?? slug.slice(0, length);
}
