import { checkAgenda } from './checks/agenda.ts';
import { checkMeetingFacts } from './checks/meeting-facts.ts';
import { checkMentionedPeople } from './checks/mentioned-people.ts';
import { checkRegisters } from './checks/registers.ts';
import { checkPermalinks } from './checks/permalinks.ts';
import { checkSourceText } from './checks/verify-source.ts';
import { type Content, createContent } from './create-content.ts';
import { type Issue, isError } from './issues.ts';
import type { ContentFile } from './parse/decode-text.ts';
import { type ParsedContent, parseContent } from './parse/parse-content.ts';

/** Checks of the entries, and of how they fit together. */
const entryChecks: readonly ((parsed: ParsedContent) => Issue[])[] = [
  checkMeetingFacts,
  checkAgenda,
  checkRegisters,
];

/** Checks of meetings whose entries are without errors. */
const contentChecks: readonly ((content: Content) => Issue[])[] = [checkSourceText, checkMentionedPeople];

/** The contents of the content folder, linked together. */
export type SiteContent = Content & Pick<ParsedContent, 'pages' | 'thesaurus' | 'permalinks' | 'redirects'>;

/**
 * Reads the content and checks it as a whole.
 *
 * @param files every file below the content folder
 * @returns the entries as collections hold them, the same put together without the meetings that have errors, and all issues
 */
export function loadContent(files: readonly ContentFile[]) {
  const issues: Issue[] = [];
  const parsed = parseContent(files, issues);
  issues.push(...entryChecks.flatMap((check) => check(parsed)));
  const quotationIssues: Issue[] = [];
  const { pages, thesaurus, permalinks, redirects } = parsed;
  const content = { ...createContent(parsed, quotationIssues), pages, thesaurus, permalinks, redirects };
  const folderOf = (file: string): string => file.split('/').slice(0, 2).join('/');
  const broken = issues.filter(isError).map(({ file }) => folderOf(file));
  content.meetings = content.meetings.filter(({ id }) => !broken.includes(`meetings/${id}`));
  // An altered text explains many a quotation that is not found, so it is reported first.
  issues.push(...contentChecks.flatMap((check) => check(content)), ...quotationIssues);
  // If a text can't be read, all its URLs seem to have vanished.
  if (!issues.some(isError)) issues.push(...checkPermalinks(content));
  // Errors explain warnings of the same meeting, such as a gap in the numbers.
  const relevant = issues.filter((issue) => isError(issue) || !broken.includes(folderOf(issue.file)));
  return { parsed, content, issues: relevant };
}
