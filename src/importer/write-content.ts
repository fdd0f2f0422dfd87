/** From a document in its parts to the files of a content folder. */
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import { parseBody } from '../domain/parse/parse-body.ts';
import type { MeetingFields } from '../domain/schema.ts';
import type { DraftItem, Structure } from './parse-structure.ts';

/** A file of a meeting's folder. */
export interface TextFile {
  name: string;
  text: string;
}

/** What is known of a meeting besides its text. */
export interface MeetingFacts {
  title: string | undefined;
  date: string;
  start: MeetingFields['start'];
  duration: MeetingFields['duration'];
  place: string | undefined;
  publisher: string | undefined;
  url: string | undefined;
  translations: { language: string; address: string }[];
  /** The day on which the text was received. */
  received: string;
}

const writer = unified().use(remarkStringify).use(remarkGfm).freeze();

/** Renders the files of a meeting: `meeting.md`, one for each item, `source.txt`. */
export function renderContentFiles(
  structure: Structure,
  facts: MeetingFacts,
  sourceText: string,
): TextFile[] {
  const items = structure.sections.flatMap(({ number, title: sectionTitle, items: own }) =>
    own.map((item) => {
      const { title, label, paragraphs } = item;
      const fields = { ...(title !== undefined && { title }), ...(label !== undefined && { label }) };
      return { name: itemFileName(number, item, sectionTitle), text: renderFile(fields, paragraphs) };
    }),
  );
  return [
    { name: 'meeting.md', text: renderFile(meetingFields(structure, facts), structure.introduction) },
    ...items,
    { name: 'source.txt', text: sourceText },
  ];
}

function meetingFields({ before, after, sections }: Structure, facts: MeetingFacts): Record<string, unknown> {
  const { title, date, start, duration, place, publisher, url, received, translations } = facts;
  return {
    ...{ title: title ?? null, date },
    ...(start && { start }),
    ...(duration && {
      duration: { minutes: duration.minutes, ...(duration.approximate && { approximate: true }) },
    }),
    ...{ place: place ?? null, sides: null },
    ...(sections.length > 0 && {
      sections: sections.map(({ number, title: own, label }) => ({
        number,
        ...(own !== undefined && { title: own }),
        ...(label !== undefined && { label }),
      })),
    }),
    source: {
      ...{ publisher: publisher ?? null, address: url ?? null, language: 'en', received, licence: null },
      ...(translations.length > 0 && { translations }),
    },
    ...(before.length > 0 && { before }),
    ...(after.length > 0 && { after }),
  };
}

/** Renders front matter and paragraphs. Dates are quoted, because YAML would read a bare one as a moment in time. */
function renderFile(fields: Record<string, unknown>, paragraphs: readonly string[]): string {
  const yaml = stringify(fields, { customTags: ['timestamp'], lineWidth: 0, singleQuote: true, nullStr: '' });
  const body = paragraphs.map((text) => `\n${toMarkdown(text)}\n`).join('');
  return `---\n${Object.keys(fields).length === 0 ? '' : yaml}---\n${body}`;
}

/** A paragraph in Markdown that a reader sees as it is: with `\` before characters that Markdown would read. */
function toMarkdown(text: string): string {
  const { paragraphs, foreign } = parseBody(text);
  if (foreign.length === 0 && paragraphs.length === 1 && paragraphs[0]?.text === text) return text;
  return writer
    .stringify({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] })
    .trimEnd();
}

function itemFileName(
  section: number,
  { item, title, paragraphs }: DraftItem,
  sectionTitle: string | undefined,
): string {
  const words = title ?? (item === undefined ? sectionTitle : undefined) ?? paragraphs[0] ?? '';
  const number = item === undefined ? String(section) : `${String(section)}-${String(item)}`;
  // What follows the number must not start with a digit.
  return `${number}-${slugify(words, 40).replace(/^(?:\d[a-z0-9]*-?)+/u, '') || 'text'}.md`;
}

/** Lower-case letters and digits, joined by hyphens: whole words up to a length. */
export function slugify(text: string, length: number): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’.]/gu, '')
    .match(/[a-z0-9]+/gu);
  return (words ?? [])
    .reduce((slug, word) => {
      const longer = slug === '' ? word.slice(0, length) : `${slug}-${word}`;
      return longer.length > length || slug.length > length ? slug.padEnd(length + 1, '-') : longer;
    }, '')
    .replace(/-+$/u, '');
}
