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
  message: string;
}

/** A fault as one line of text: `file:line field: problem`. What cannot be seen is written as its code point. */
export function formatIssue({ file, line, field, message }: Issue): string {
  const place = line === undefined ? file : `${file}:${String(line)}`;
  return escapeInvisible(
    field === undefined || field === '' ? `${place}: ${message}` : `${place} ${field}: ${message}`,
  );
}

/** All that is wrong with the content, at once. Its message has one line a fault. */
export class ContentError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    const count = issues.length === 1 ? '1 issue' : `${String(issues.length)} issues`;
    super(`${count} in the content\n${issues.map(formatIssue).join('\n')}`);
    this.name = 'ContentError';
    this.issues = issues;
  }
}
