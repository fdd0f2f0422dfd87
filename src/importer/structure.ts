/** The parts of a document that is imported. */
import type { SourceLine } from '../domain/parse/source-lines.ts';
import type { LineKind } from './classify-lines.ts';
import type { PageLine } from './extract-html-text.ts';
import type { ImportIssue } from './import-issues.ts';

/** An item as it is written to a file. */
export interface DraftItem {
  /** Its number in the section: 0 for text before the first item; none for a whole section. */
  item?: number | undefined;
  title?: string | undefined;
  /** The printed number, where it is not `(1)` for item 1. */
  label?: string | undefined;
  paragraphs: string[];
}

/** A section as `meeting.md` names it, with its items. */
export interface DraftSection {
  number: number;
  title: string | undefined;
  /** The printed number, where it is not `1.` for section 1. */
  label: string | undefined;
  items: DraftItem[];
}

/** A document in its parts. */
export interface Structure {
  before: string[];
  introduction: string[];
  sections: DraftSection[];
  after: string[];
  /** What an editor should look at; lines are those of the text. */
  warnings: ImportIssue[];
}

/** A line of the text, with what a page says of it. */
export type InputLine = SourceLine & Partial<PageLine>;

/** A paragraph, or a line that is none. */
export interface Block {
  text: string;
  lines: InputLine[];
  kind: LineKind | NonNullable<PageLine['role']>;
  number: PageLine['number'];
  /** The level of a heading without a number that starts a section or an item. */
  level?: number | undefined;
}
