/**
 * What is known of the passages of a record without being searched. It travels in the record's address, behind `#`:
 * Pagefind searches all else that it hands back.
 */
import type { Filter } from './filters.ts';

/** What a passage can be asked for: who speaks in it, how, and whom and what it names. */
export const passageFilters = ['side', 'verb', 'people', 'terms'] as const satisfies readonly Filter[];

export interface KnownPassage extends Partial<Record<(typeof passageFilters)[number], string[]>> {
  /** Its fragment: `p2`; empty where its page is all of it. */
  id: string;
}

/** A page with passages of a record. */
export interface KnownPage {
  /** Its path below the record's address: `1-2/`; empty for the introduction. */
  path: string;
  /** Number and title of the item, title of the meeting, name of the entry. */
  title: string;
  /** Meeting and section; what an entry is. */
  where: string[];
  passages: KnownPassage[];
}

/** What is known of a record: its pages, with its passages in the order of its text. */
export interface Contents {
  kind: 'meeting' | 'entries';
  /** The day of the meeting; none where there is no meeting. */
  date: string;
  pages: KnownPage[];
}

/** The address of a record. */
export function packContents(address: string, contents: Contents): string {
  return `${address}#${encodeURIComponent(JSON.stringify(contents))}`;
}

/** The address and what is known, taken apart; no pages where nothing can be read. */
export function unpackContents(url: string): Contents & { address: string } {
  const [address = '', packed = ''] = url.split('#');
  try {
    return { address, ...(JSON.parse(decodeURIComponent(packed)) as Contents) };
  } catch {
    return { address, kind: 'entries', date: '', pages: [] };
  }
}
