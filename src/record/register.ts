/** The registers: people and terms, one file an entry. */
import { type ContentFile, readEntry } from './content-file.ts';
import type { Fault } from './faults.ts';
import { byLetter } from './letters.ts';
import type { Meeting } from './meeting.ts';
import { type PersonFields, type Room, type TermFields, personSchema, rooms, termSchema } from './schema.ts';

/** A person or a term. */
export interface RegisterEntry extends PersonFields, Partial<Pick<TermFields, 'kind' | 'abbreviation'>> {
  room: Room;
  /** The name of its file and its address: `afisma`. */
  id: string;
  /** The name by which the index files it. */
  filedAs: string;
}

/** Lower-case words joined by hyphens; and no name that Windows keeps for a device, whatever follows its full stop. */
const fileName = /^(?<id>(?!(?:con|prn|aux|nul|(?:com|lpt)\d)\.)[a-z0-9]+(?:-[a-z0-9]+)*)\.md$/u;

/**
 * Reads the registers.
 *
 * @param files the content; what is in no register is passed over
 * @param faults where faults are added
 * @returns people, then terms, in the order of the files
 */
export function readRegisters(files: readonly ContentFile[], faults: Fault[]): RegisterEntry[] {
  return rooms.flatMap((room) =>
    files
      .filter(({ path }) => path.startsWith(`${room}/`))
      .flatMap((file) => readRegisterEntry(room, file, faults) ?? []),
  );
}

function readRegisterEntry(room: Room, file: ContentFile, faults: Fault[]): RegisterEntry | undefined {
  const id = fileName.exec(file.path.slice(room.length + 1))?.groups?.id;
  if (id === undefined) {
    if (file.problem !== undefined) return undefined;
    const problem =
      "is no entry; its name must be lower-case words joined by hyphens, and no device of Windows: 'north-korea.md'";
    faults.push({ file: file.path, problem });
    return undefined;
  }
  const read =
    room === 'people' ? readEntry(file, personSchema, faults) : readEntry(file, termSchema, faults);
  if (!read) return undefined;
  if (read.body.trim() !== '') {
    const problem = "has text below its front matter; what the editors say stands in 'note'";
    faults.push({ file: file.path, line: read.bodyLine, problem });
  }
  const fields: PersonFields & Pick<RegisterEntry, 'kind' | 'abbreviation'> = read.fields;
  if (fields.abbreviation && !fields.forms.includes(fields.abbreviation)) {
    const problem = `'${fields.abbreviation}' is none of the forms; add it to them`;
    faults.push({ file: file.path, field: 'abbreviation', problem });
  }
  return { ...fields, room, id, filedAs: fields.filedAs ?? fields.name };
}

/** What only shows between entries: a form that means two, a meeting that is none. */
export function checkRegisters(
  entries: readonly RegisterEntry[],
  meetings: ReadonlySet<string>,
  faults: Fault[],
): void {
  const owners = new Map<string, RegisterEntry[]>();
  for (const entry of entries) {
    const file = `${entry.room}/${entry.id}.md`;
    entry.meetings?.forEach((meeting, index) => {
      if (meetings.has(meeting)) return;
      faults.push({
        file,
        field: `meetings.${String(index)}`,
        problem: `'${meeting}' is no meeting of the record`,
      });
    });
    entry.forms.forEach((form, index) => {
      const rival = owners.get(form)?.find((other) => sharesMeeting(other, entry));
      if (rival) {
        const problem = `'${form}' is a form of ${rival.room}/${rival.id}.md too; a form names one entry in a meeting`;
        faults.push({ file, field: `forms.${String(index)}`, problem });
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
export interface Post {
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
export function postFinder(meetings: readonly Meeting[]): (entry: RegisterEntry) => Post[] {
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
export interface PostRun extends Omit<Post, 'meeting'> {
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
export function postRuns(posts: readonly Post[]): PostRun[] {
  const runs = new Map<string, PostRun>();
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

/** An entry as an index lists it. */
export interface RegisterLine {
  entry: RegisterEntry;
  /** The last post of a person. */
  post: string | undefined;
  /** How many sentences name it. */
  sentences: number;
}

/** An index of so many entries is one page; one of more has a page for each letter. */
const fewEntries = 300;

/** How many entries stand in front of an index that is not one page. */
const mostNamed = 20;

/** An index of a register: by letter where it is one page, else the entries that are named most. */
export interface RegisterIndex {
  isOnePage: boolean;
  letters: { letter: string; lines: RegisterLine[] }[];
  most: RegisterLine[];
}

/** @param lines of all entries of a register */
export function registerIndex(lines: readonly RegisterLine[]): RegisterIndex {
  const filed = lines.map((line) => ({ ...line, filedAs: line.entry.filedAs }));
  return {
    isOnePage: lines.length <= fewEntries,
    letters: byLetter(filed).map(({ letter, entries }) => ({ letter, lines: entries })),
    most: lines.toSorted((a, b) => b.sentences - a.sentences).slice(0, mostNamed),
  };
}
