/** The registers: people and terms, one file an entry. */
import { groupByLetter, nameSlug } from './alphabetical-index.ts';
import type { Meeting } from './model.ts';
import type { PersonFields, RegisterName, TermFields } from './schema.ts';

/** A person or a term. */
export interface RegisterEntry extends PersonFields, Partial<Pick<TermFields, 'kind' | 'abbreviation'>> {
  register: RegisterName;
  /** The name of its file and its address: `afisma`. */
  id: string;
  /** The name by which the index files it. */
  sortName: string;
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
