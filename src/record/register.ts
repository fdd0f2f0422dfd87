/** The registers: people and terms, one file an entry. */
import { type ContentFile, readEntry } from './content-file.ts';
import type { Fault } from './faults.ts';
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

/** The entries of a register by their first letter, digits first, as an index prints them. */
export function byLetter(entries: readonly RegisterEntry[]): { letter: string; entries: RegisterEntry[] }[] {
  const letterOf = ({ filedAs }: RegisterEntry): string => {
    const [first = ''] = filedAs.normalize('NFD').toUpperCase();
    return /\p{L}/u.test(first) ? first : '0–9';
  };
  const order = new Intl.Collator('en', { numeric: true });
  const sorted = entries.toSorted((a, b) => order.compare(a.filedAs, b.filedAs));
  const letters = Map.groupBy(sorted, letterOf);
  return [...letters].map(([letter, own]) => ({ letter, entries: own }));
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
