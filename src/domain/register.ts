/** The registers of people and topics. */
import { groupByLetter, nameSlug } from './alphabetical-index.ts';
import { type Meeting, type RegisterEntry, attendees } from './model.ts';

/** The post of a person who attended a meeting, or whom its summary names. */
interface RoleAtMeeting {
  meeting: Meeting;
  post: string;
  attended: boolean;
  /** The name of the person's side. */
  side: string | undefined;
}

/**
 * Creates a lookup of the posts of people at meetings.
 *
 * @param meetings in the order in which the posts are returned
 */
export function createRoleLookup(meetings: readonly Meeting[]): (entry: RegisterEntry) => RoleAtMeeting[] {
  const roles = meetings.flatMap((meeting) => [
    ...attendees(meeting).map((person) => ({ ...person, meeting, attended: true })),
    ...meeting.mentioned.map(({ name, post, side: sideId }) => {
      const side = meeting.sides.find(({ id }) => id === sideId)?.name;
      return { name, meeting, post, side, attended: false };
    }),
  ]);
  return ({ forms, meetings: meetingIds }) =>
    roles.filter(({ name, meeting }) => forms.includes(name) && (meetingIds?.includes(meeting.id) ?? true));
}

/**
 * Combines the meetings at which a person had the same post.
 *
 * @param roles latest first
 * @returns each post with its first and last meeting, which may be the same, and the number of its meetings
 */
export function summarizeRoles(roles: readonly RoleAtMeeting[]) {
  const byPost = Map.groupBy(roles, ({ post, side = '', attended }) => [post, side, attended].join('\0'));
  return [...byPost.values()].flatMap((postRoles) => {
    const meetings = [...new Set(postRoles.map(({ meeting }) => meeting))];
    const [last] = meetings;
    const first = meetings.at(-1);
    const [role] = postRoles;
    if (!role || !first || !last) return [];
    return { ...role, first, last, meetings: meetings.length };
  });
}

/** An entry in the index of its register. */
interface RegisterItem {
  entry: RegisterEntry;
  /** The latest post of a person. */
  role: string | undefined;
  /** How many sentences mention the entry. */
  sentences: number;
}

/** Builds the index of a register: its entries and the other names that refer to them, by letter. */
export function buildRegisterIndex(items: readonly RegisterItem[]) {
  const rows = items.flatMap((item) => [
    { ...item, sortName: item.entry.sortName ?? item.entry.name, isReference: false },
    ...referencesTo(item.entry).map((sortName) => ({ ...item, sortName, isReference: true })),
  ]);
  return groupByLetter(rows).map(([letter, letterRows]) => ({
    letter,
    id: nameSlug(letter),
    rows: letterRows,
  }));
}

/** All names of an entry; what else people type to find it is in its `searchTerms`. */
export function entryNames({ name, abbreviation = name, forms, alsoKnownAs }: RegisterEntry): string[] {
  return [name, abbreviation, ...forms, ...alsoKnownAs];
}

/**
 * The other names by which readers look an entry up in the index: proper names, not descriptions, and one of those that
 * start with the same word. The filter of the index finds the entry by all its names.
 */
function referencesTo(entry: RegisterEntry): string[] {
  const firstWord = (name: string): string => name.split(/[\s,]/u)[0] ?? '';
  const sortWord = firstWord(entry.sortName ?? entry.name);
  const names = entryNames(entry).filter(
    (name) => /^[A-Z\d]/u.test(name.normalize('NFD')) && !name.includes(sortWord),
  );
  return [...Map.groupBy(names, firstWord).values()].flatMap(([name]) => name ?? []);
}

/** The entries by their names as a URL has them (`futenma`, `kerry`), without the names that several entries share. */
export function entriesBySlug(entries: readonly RegisterEntry[]): Map<string, RegisterEntry> {
  const names = entries.flatMap((entry) =>
    [entry.id, ...entryNames(entry)].map((name) => ({ slug: nameSlug(name), entry })),
  );
  const bySlug = Map.groupBy(names, ({ slug }) => slug);
  return new Map(
    [...bySlug].flatMap(([slug, slugNames]) => {
      const [entry, ...others] = new Set(slugNames.map((name) => name.entry));
      return entry && others.length === 0 ? [[slug, entry] as const] : [];
    }),
  );
}
