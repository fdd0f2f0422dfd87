/** What is kept on a reader's device, and what page and service worker say to each other about it. */

/** The site's base: its addresses, and the scope of the service worker, start with it. */
type Path = string;

/** A file of the site: its path, its bytes, and its SHA-256 as `integrity` has it (Subresource Integrity). */
export type BuiltFile = [path: Path, bytes: number, integrity: string];

/** What belongs to all that can be kept: scripts, fonts, the page of what is kept, and search where its index is small. */
export interface SharedFiles {
  /** Stands for all that can be kept of this build; equal in its lists, and different in those of another build. */
  build: string;
  files: BuiltFile[];
  search: boolean;
  /** The ids of all meetings of this build. */
  meetings: string[];
}

/** What belongs to a meeting: its pages, and those of the people and terms that they link to. */
export interface MeetingFiles {
  build: string;
  name: string;
  files: BuiltFile[];
}

/** What is kept: always of one build, and always whole. */
export interface Kept {
  build: string;
  /** When it was fetched, in ISO 8601. */
  date: string;
  meetings: { id: string; name: string }[];
  search: boolean;
  pages: number;
  bytes: number;
  /** The `integrity` of each file, by its path. */
  files: Record<Path, string>;
}

/** What a page asks of the service worker; nothing, to hear what is kept. */
export interface Wish {
  keep?: string;
  remove?: string;
}

/** What it answers: how far it is, and at last what is kept (null for nothing), or why nothing was changed. */
export type Reply = { done: number; of: number } | { kept: Kept | null } | { fault: 'room' | 'fetch' };
