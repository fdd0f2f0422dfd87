/** The registers: people and terms, one file an entry. */
import { type ContentFile, parseContentFile } from './parse/front-matter.ts';
import type { Issue } from './issues.ts';
import { groupByLetter, nameSlug } from './alphabetical-index.ts';
import type { Meeting } from './model.ts';
import {
  type PersonFields,
  type RegisterName,
  type TermFields,
  personSchema,
  registerNames,
  termSchema,
} from './schema.ts';

/** A person or a term. */
export interface RegisterEntry extends PersonFields, Partial<Pick<TermFields, 'kind' | 'abbreviation'>> {
  register: RegisterName;
  /** The name of its file and its address: `afisma`. */
  id: string;
  /** The name by which the index files it. */
  sortName: string;
}

/** Lower-case words joined by hyphens; and no name that Windows keeps for a device, whatever follows its full stop. */
const fileName = /^(?<id>(?!(?:con|prn|aux|nul|(?:com|lpt)\d)\.)[a-z0-9]+(?:-[a-z0-9]+)*)\.md$/u;

/**
 * Reads the registers.
 *
 * @param files the content; what is in no register is passed over
 * @param issues where faults are added
 * @returns people, then terms, in the order of the files
 */
export function parseRegisters(files: readonly ContentFile[], issues: Issue[]): RegisterEntry[] {
  return registerNames.flatMap((register) =>
    files
      .filter(({ path }) => path.startsWith(`${register}/`))
      .flatMap((file) => readRegisterEntry(register, file, issues) ?? []),
  );
}

function readRegisterEntry(
  register: RegisterName,
  file: ContentFile,
  issues: Issue[],
): RegisterEntry | undefined {
  const id = fileName.exec(file.path.slice(register.length + 1))?.groups?.id;
  if (id === undefined) {
    if (file.problem !== undefined) return undefined;
    const message =
      "is no entry; its name must be lower-case words joined by hyphens, and no device of Windows: 'north-korea.md'";
    issues.push({ file: file.path, message });
    return undefined;
  }
  const read =
    register === 'people'
      ? parseContentFile(file, personSchema, issues)
      : parseContentFile(file, termSchema, issues);
  if (!read) return undefined;
  if (read.body.trim() !== '') {
    const message = "has text below its front matter; what the editors say stands in 'note'";
    issues.push({ file: file.path, line: read.bodyLine, message });
  }
  const fields: PersonFields & Pick<RegisterEntry, 'kind' | 'abbreviation'> = read.fields;
  if (fields.abbreviation && !fields.forms.includes(fields.abbreviation)) {
    const message = `'${fields.abbreviation}' is none of the forms; add it to them`;
    issues.push({ file: file.path, field: 'abbreviation', message });
  }
  return { ...fields, register, id, sortName: fields.sortName ?? fields.name };
}

/** What only shows between entries: a form that means two, a meeting that is none. */
export function checkRegisters(
  entries: readonly RegisterEntry[],
  meetings: ReadonlySet<string>,
  issues: Issue[],
): void {
  const owners = new Map<string, RegisterEntry[]>();
  for (const entry of entries) {
    const file = `${entry.register}/${entry.id}.md`;
    entry.meetings?.forEach((meeting, index) => {
      if (meetings.has(meeting)) return;
      issues.push({
        file,
        field: `meetings.${String(index)}`,
        message: `'${meeting}' is no meeting of the record`,
      });
    });
    entry.forms.forEach((form, index) => {
      const rival = owners.get(form)?.find((other) => sharesMeeting(other, entry));
      if (rival) {
        const message = `'${form}' is a form of ${rival.register}/${rival.id}.md too; a form names one entry in a meeting`;
        issues.push({ file, field: `forms.${String(index)}`, message });
      }
      owners.set(form, [...(owners.get(form) ?? []), entry]);
    });
  }
}

function sharesMeeting(a: RegisterEntry, b: RegisterEntry): boolean {
  if (!a.meetings || !b.meetings) return true;
  return a.meetings.some((meeting) => b.meetings?.includes(meeting));
}

/** What a person was at a meeting. */
export interface RoleAtMeeting {
  meeting: Meeting;
  post: string;
  /** The name of the side that the person belonged to. */
  side: string | undefined;
}

/**
 * Makes a finder of what people were at the meetings that name their posts.
 *
 * @param meetings in the order in which the posts are to come
 */
export function createRoleLookup(meetings: readonly Meeting[]): (entry: RegisterEntry) => RoleAtMeeting[] {
  const posts = meetings.flatMap((meeting) => {
    const attended = meeting.sides.flatMap(({ name: side, lead, attended: others }) =>
      [lead, ...others].map(({ name, post }) => ({ meeting, name, post, side })),
    );
    const mentioned = meeting.mentioned.map(({ name, post, side }) => ({
      meeting,
      name,
      post,
      side: meeting.sides.find(({ id }) => id === side)?.name,
    }));
    return [...attended, ...mentioned];
  });
  const byName = Map.groupBy(
    posts.map((post, order) => ({ ...post, order })),
    ({ name }) => name,
  );
  return ({ forms, meetings: own }) =>
    forms
      .flatMap((form) => byName.get(form) ?? [])
      .filter(({ meeting: { id } }) => own?.includes(id) ?? true)
      .sort((a, b) => a.order - b.order)
      .map(({ meeting, post, side }) => ({ meeting, post, side }));
}

/** A post that a person had at one meeting or at several. */
export interface RoleSummary extends Omit<RoleAtMeeting, 'meeting'> {
  /** The earliest meeting and the latest one; the same where there is one only. */
  first: Meeting;
  last: Meeting;
  meetings: number;
}

/**
 * The same post at several meetings as one.
 *
 * @param posts newest first
 * @returns in the order in which the posts were last held
 */
export function summarizeRoles(posts: readonly RoleAtMeeting[]): RoleSummary[] {
  const runs = new Map<string, RoleSummary>();
  for (const { meeting, post, side } of posts) {
    const key = `${post}\0${side ?? ''}`;
    const run = runs.get(key);
    if (!run) runs.set(key, { post, side, first: meeting, last: meeting, meetings: 1 });
    else if (run.first !== meeting) {
      run.first = meeting;
      run.meetings += 1;
    }
  }
  return [...runs.values()];
}

/** An entry in an index. */
export interface RegisterItem {
  entry: RegisterEntry;
  /** The latest post of a person. */
  role: string | undefined;
  /** How many sentences mention it. */
  sentences: number;
}

/** A row of an index: an entry, or another name that refers to it. */
export interface RegisterRow extends RegisterItem {
  /** The name that determines the row's place. */
  sortName: string;
  isReference: boolean;
}

/** The rows under a letter. */
export interface RegisterLetter {
  letter: string;
  /** The letter as the id of its heading. */
  id: string;
  rows: RegisterRow[];
}

/**
 * Builds the index of a register: its entries and the references to them, by letter.
 *
 * @param items all entries of a register
 */
export function buildRegisterIndex(items: readonly RegisterItem[]): RegisterLetter[] {
  const rows = items.flatMap((item): RegisterRow[] => [
    { ...item, sortName: item.entry.sortName, isReference: false },
    ...referencesTo(item.entry).map((sortName) => ({ ...item, sortName, isReference: true })),
  ]);
  return groupByLetter(rows).map(({ letter, entries }) => ({ letter, id: nameSlug(letter), rows: entries }));
}

/**
 * The names under which a reader of the index looks for an entry in another place: proper names, not descriptions, and one
 * of those that start with the same word. The filter finds the entry by the others.
 */
function referencesTo({ sortName, forms, alsoKnownAs }: RegisterEntry): string[] {
  const place = firstWord(sortName);
  const names = [...forms, ...alsoKnownAs].filter(
    (name) => /^[A-Z\d]/u.test(name.normalize('NFD')) && !name.includes(place),
  );
  return [...Map.groupBy(names, firstWord).values()].flatMap(([name]) => name ?? []);
}

function firstWord(name: string): string {
  return name.split(/[\s,]/u)[0] ?? '';
}

/**
 * Finds entries by how a URL would write one of their names: `futenma`, `kerry`.
 *
 * @returns every name that belongs to one entry alone
 */
export function entriesBySlug(entries: readonly RegisterEntry[]): Map<string, RegisterEntry> {
  const names = entries.flatMap((entry) =>
    [entry.id, entry.name, ...entry.forms, ...entry.alsoKnownAs].map((name) => ({
      slug: nameSlug(name),
      entry,
    })),
  );
  const unique = [...Map.groupBy(names, ({ slug }) => slug)].filter(([, own]) =>
    own.every(({ entry }) => entry === own[0]?.entry),
  );
  return new Map(unique.flatMap(([slug, [first]]) => (first ? [[slug, first.entry]] : [])));
}
