import { escapeInvisible } from './checks/unsafe-content.ts';

/** One thing that is wrong with the content, said so that an editor can put it right. */
export interface Issue {
  /** The file, relative to the content folder, with `/` between the parts. */
  file: string;
  /** The line of the file, counted from 1. */
  line?: number;
  /** The front matter field, as a path: `sides.0.lead.name`. */
  field?: string;
  /** What is wrong, and what would be right. */
  problem: string;
}

/** A fault as one line of text: `file:line field: problem`. What cannot be seen is written as its code point. */
export function formatIssue({ file, line, field, problem }: Issue): string {
  const place = line === undefined ? file : `${file}:${String(line)}`;
  return escapeInvisible(
    field === undefined || field === '' ? `${place}: ${problem}` : `${place} ${field}: ${problem}`,
  );
}

/** All that is wrong with the content, at once. Its message has one line a fault. */
export class ContentError extends Error {
  readonly faults: readonly Issue[];

  constructor(faults: readonly Issue[]) {
    const count = faults.length === 1 ? '1 fault' : `${String(faults.length)} faults`;
    super(`${count} in the content\n${faults.map(formatIssue).join('\n')}`);
    this.name = 'ContentError';
    this.faults = faults;
  }
}
