/** From a document in its parts to the files of a content folder. */
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { Document, Scalar, type ToStringOptions } from 'yaml';
import { openFields } from '../record/schema.ts';
import type { MeetingFields } from '../record/schema.ts';
import { readBody } from '../record/text.ts';
import type { DraftItem, Structure } from './structure.ts';

/** A file of a meeting's folder. */
export interface TextFile {
  name: string;
  text: string;
}

/** What is known of a meeting beside its text. */
export interface Facts {
  title: string | undefined;
  date: string;
  start: MeetingFields['start'];
  duration: MeetingFields['duration'];
  place: string | undefined;
  publisher: string | undefined;
  address: string | undefined;
  translations: { language: string; address: string }[];
  /** The day on which the text was received. */
  received: string;
}

/** YAML as the content has it: a bare date would be a moment in time, and lines are not wrapped. */
export const yamlStyle: { customTags: ['timestamp'] } = { customTags: ['timestamp'] };
const written: ToStringOptions = {
  lineWidth: 0,
  singleQuote: true,
  nullStr: '',
  flowCollectionPadding: true,
};

const writer = unified().use(remarkStringify).use(remarkGfm).freeze();

/** The files of a meeting: `meeting.md`, one for each item, `source.txt`. */
export function contentFiles(structure: Structure, facts: Facts, published: string): TextFile[] {
  const items = structure.sections.flatMap(({ number, title, items: own }) =>
    own.map((item) => ({
      name: itemFile(number, item, title),
      text: withFrontMatter(frontMatter(itemFields(item)), item.paragraphs),
    })),
  );
  return [
    {
      name: 'meeting.md',
      text: withFrontMatter(frontMatter(meetingFields(structure, facts)), structure.introduction),
    },
    ...items,
    { name: 'source.txt', text: published },
  ];
}

/** The fields that come from the text, for `meeting.md`. */
export function meetingFields(structure: Structure, facts: Facts): Record<string, unknown> {
  const { before, after, sections } = structure;
  return {
    title: facts.title ?? null,
    date: facts.date,
    ...(facts.start && { start: facts.start }),
    ...(facts.duration && {
      duration: { minutes: facts.duration.minutes, ...(facts.duration.approximate && { approximate: true }) },
    }),
    place: facts.place ?? null,
    sides: null,
    ...(sections.length > 0 && {
      sections: sections.map(({ number, title, label }) => ({
        number,
        ...(title !== undefined && { title }),
        ...(label !== undefined && { label }),
      })),
    }),
    source: {
      publisher: facts.publisher ?? null,
      address: facts.address ?? null,
      language: 'en',
      received: facts.received,
      licence: null,
      ...(facts.translations.length > 0 && { translations: facts.translations }),
    },
    ...(before.length > 0 && { before }),
    ...(after.length > 0 && { after }),
  };
}

/** The fields that come from the text, for an item. */
export function itemFields({ title, label }: DraftItem): Record<string, unknown> {
  return { ...(title !== undefined && { title }), ...(label !== undefined && { label }) };
}

/** Fields as YAML, the empty ones with a word on what belongs there. */
export function frontMatter(fields: Record<string, unknown>): string {
  if (Object.keys(fields).length === 0) return '';
  const document = new Document(fields, yamlStyle);
  for (const name of ['start', 'duration']) setFlow(document, [name]);
  const lists = [['sections'], ['source', 'translations']] as const;
  for (const path of lists) {
    const value: unknown = document.getIn(path, true);
    const { length } = value instanceof Object && 'items' in value ? (value.items as unknown[]) : [];
    for (let index = 0; index < length; index += 1) setFlow(document, [...path, index]);
  }
  for (const [field, what] of openFields) {
    const node: unknown = document.getIn(field.split('.'), true);
    if (node instanceof Scalar && node.value === null) node.comment = ` to be filled in: ${what}`;
  }
  // As elsewhere in the content, what only looks like text is quoted.
  for (const path of [['date'], ['source', 'received'], ['start', 'time'], ['start', 'offset']]) {
    const node: unknown = document.getIn(path, true);
    if (node instanceof Scalar) node.type = Scalar.QUOTE_SINGLE;
  }
  return document.toString(written);
}

function setFlow(document: Document, path: readonly (string | number)[]): void {
  const node: unknown = document.getIn(path, true);
  if (node instanceof Object && 'items' in node) (node as { flow?: boolean }).flow = true;
}

/** A whole file. */
export function withFrontMatter(yaml: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((text) => `\n${markdownOf(text)}\n`).join('');
  return `---\n${yaml}---\n${body}`;
}

/** A paragraph in Markdown that a reader sees as it is: with a `\` before signs that Markdown would read, if any. */
function markdownOf(text: string): string {
  const { paragraphs, foreign } = readBody(text);
  if (foreign.length === 0 && paragraphs.length === 1 && paragraphs[0]?.text === text) return text;
  const escaped = writer
    .stringify({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] })
    .trimEnd();
  return escaped;
}

function itemFile(section: number, { item, title, paragraphs }: DraftItem, sectionTitle?: string): string {
  const words = title ?? (item === undefined ? sectionTitle : undefined) ?? paragraphs[0] ?? '';
  const number = item === undefined ? String(section) : `${String(section)}-${String(item)}`;
  // What follows the number must not start with a digit.
  return `${number}-${slug(words, 40).replace(/^(?:\d[a-z0-9]*-?)+/u, '') || 'text'}.md`;
}

/** Words as a part of an address: lower-case letters and digits, joined by hyphens, whole words up to a length. */
export function slug(words: string, length: number): string {
  const all = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/['’.]/gu, '')
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  let name = '';
  for (const word of all) {
    if (name.length + word.length + 1 > length && name !== '') break;
    name = name === '' ? word.slice(0, length) : `${name}-${word}`;
  }
  return name;
}
