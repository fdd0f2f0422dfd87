import { escapeInvisible } from './unsafe-content.ts';

/** Every kind of issue, and whether it stops a build. */
const severities = {
  // Files
  'unexpected-file': 'error',
  'invalid-file-name': 'error',
  'invalid-folder-name': 'error',
  'missing-file': 'error',
  'no-meeting': 'error',
  // Text
  'wrong-encoding': 'error',
  'invisible-character': 'error',
  'executable-content': 'error',
  'disallowed-markdown': 'error',
  'empty-text': 'error',
  'unexpected-text': 'error',
  // Front matter and YAML
  'no-front-matter': 'error',
  'invalid-yaml': 'error',
  'unknown-field': 'error',
  'invalid-field': 'error',
  'missing-recommended-field': 'warning',
  // How the files of a meeting fit together
  'wrong-date': 'error',
  'duplicate-side': 'error',
  'unknown-side': 'error',
  'section-numbers': 'error',
  'unknown-section': 'error',
  'empty-section': 'error',
  'duplicate-item': 'error',
  'item-number-gap': 'warning',
  'missing-item-title': 'warning',
  // Quotations
  'not-a-quotation': 'error',
  'ambiguous-quotation': 'error',
  'quotation-across-sentences': 'error',
  'overlapping-quotations': 'error',
  'sentence-without-statement': 'error',
  'source-differs': 'error',
  // Registers
  'unknown-meeting': 'error',
  'duplicate-form': 'error',
  // Permalinks and redirects
  'invalid-permalinks-line': 'error',
  'missing-permalink': 'error',
  'missing-permalinks-file': 'error',
  'changed-words': 'error',
  'unlisted-permalink': 'warning',
  'invalid-redirect': 'error',
} as const satisfies Readonly<Record<string, 'error' | 'warning'>>;

export type IssueCode = keyof typeof severities;

/** One thing that is wrong with the content, described so that an editor can correct it. */
export interface Issue {
  code: IssueCode;
  /** The file, relative to the content folder, with `/` between the parts. */
  file: string;
  /** The line of the file, counted from 1. */
  line?: number | undefined;
  /** The front matter field, as a path: `sides.0.lead.name`. */
  field?: string;
  /** What is wrong, and what would be right. */
  message: string;
}

/** Whether an issue stops the build; else it is a warning. */
export function isError({ code }: Pick<Issue, 'code'>): boolean {
  return severities[code] === 'error';
}

/** An issue as one line of text: `file:line field: message`. Invisible characters are written as their code points. */
export function formatIssue({ file, line, field, message }: Issue): string {
  const place = line === undefined ? file : `${file}:${String(line)}`;
  return escapeInvisible(`${place}${field ? ` ${field}` : ''}: ${message}`);
}

/** The formats of a report: lines for a terminal, annotations of a GitHub workflow, JSON for other programs. */
export const reportFormats = ['text', 'github', 'json'] as const;
type ReportFormat = (typeof reportFormats)[number];

/**
 * All issues as one text.
 *
 * @param root the content folder, as GitHub needs it to find the files: `content`
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export function formatReport(issues: readonly Issue[], format: ReportFormat, root: string): string {
  if (format === 'json') return JSON.stringify(issues, null, 1);
  return issues
    .map((issue) => {
      const severity = severities[issue.code];
      if (format === 'text') return `${severity === 'warning' ? 'warning: ' : ''}${formatIssue(issue)}`;
      const place = `file=${root}/${issue.file}${issue.line === undefined ? '' : `,line=${String(issue.line)}`}`;
      return `::${severity} ${place},title=${issue.code}::${formatIssue(issue).replaceAll('%', '%25')}`;
    })
    .join('\n');
}

/** All errors of the content at once: its message has one line for each. */
export class ContentError extends Error {
  constructor(issues: readonly Issue[]) {
    const count = issues.length === 1 ? '1 error' : `${String(issues.length)} errors`;
    super(`${count} in the content\n${issues.map(formatIssue).join('\n')}`);
    this.name = 'ContentError';
  }
}
