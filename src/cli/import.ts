/** `npm run import -- summary.txt`: imports published summaries into the content folder. See `--help`. */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadContent } from '../domain/load-content.ts';
import { formatIssue, isError } from '../domain/issues.ts';
import { redirectsFileName } from '../domain/redirects.ts';
import { escapeInvisible } from '../domain/unsafe-content.ts';
import { type ImportIssue, createIssue } from '../importer/issues.ts';
import { type ImportResult, importSummary, toContentFile } from '../importer/import-summary.ts';
import { merge } from '../importer/merge.ts';
import type { TextFile } from '../importer/write-content.ts';
import { contentDir } from '../site.config.ts';

const help = `Imports a published summary into a folder that builds.

  npm run import -- [options] FILE     a text (.txt) or a saved page (.html)
  npm run import -- [options] FOLDER   each .txt, .html and .htm below it, one meeting per file
  npm run import -- [options] -        standard input, a text or a page

  --id NAME     the name of the meeting's folder; else its date and the words of its title
  --out DIR     where the folder is created; else ${contentDir}/meetings
  --dry-run     says what would be written, and writes nothing
  --overwrite   merges into a folder that exists; front matter stays (see the change with git diff)
  --json        prints everything as JSON
  --help        this text

A page's text is its main content. Fields that it does not state stay empty and are listed. If text would be
lost, nothing is written and the line is named.

Exit codes: 0 imported; 1 refused, can't be imported as it is; 2 wrong call, or a file can't be read or written;
3 the meeting's folder exists: choose --id, or --overwrite`;

const exitCodes = { imported: 0, refused: 1, failed: 2, exists: 3 } as const;

/** What became of one document. */
interface Outcome extends ImportResult {
  input: string;
  status: keyof typeof exitCodes;
  folder: string;
}

// A wrong call, or what stops all documents, ends the command.
process.on('uncaughtException', ({ message }) => {
  console.error(`${message}\n\nnpm run import -- --help shows how to call it.`);
  process.exit(exitCodes.failed);
});

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    id: { type: 'string' },
    out: { type: 'string', default: join(contentDir, 'meetings') },
    'dry-run': { type: 'boolean', default: false },
    overwrite: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

/** The paths of the documents to import. */
function findDocuments(path: string): string[] {
  if (path === '-' || !statSync(path).isDirectory()) return [path];
  // Browsers save what a page shows into a folder beside it, page_files.
  const documents = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      !/_files[\\/]/u.test(name) && /^(?!\.|permalinks\.txt$).+\.(?:txt|x?html?)$/iu.test(basename(name)),
  );
  if (documents.length === 0) throw new Error(`'${path}' holds no .txt, .html or .htm`);
  if (documents.length > 1 && values.id !== undefined)
    throw new Error('--id names one meeting; a folder holds many');
  return documents.map((name) => join(path, name)).sort();
}

/** Imports one document, and writes the files that differ from its folder's. One that fails stops no other. */
function importOne(path: string): Outcome {
  const input = path === '-' ? 'standard input' : path;
  const refuse = (status: 'refused' | 'failed' | 'exists', messages: readonly string[]): Outcome => ({
    input,
    status,
    id: undefined,
    folder: '',
    files: [],
    warnings: [],
    missingFields: [],
    errors: messages.map((message) => createIssue('import/file', undefined, message)),
  });
  try {
    const bytes = readFileSync(path === '-' ? 0 : path);
    const today = new Date().toLocaleDateString('sv-SE');
    const result = importSummary({ name: path, bytes }, today, values.id);
    const { id = '', errors } = result;
    const folder = join(values.out, id);
    if (errors.length > 0) return { ...result, input, folder, status: 'refused' };
    const existing = existsSync(folder) ? readFolder(folder) : [];
    const merged = merge(existing, result.files);
    const changed = merged.changed.map(({ name }) => name).join(', ') || 'no file';
    const isNew = existing.length === 0;
    if (!isNew && !values.overwrite)
      return refuse('exists', [
        `${folder} exists (${changed} would change); choose another --id, or --overwrite it`,
      ]);
    const problems = isNew || merged.errors.length > 0 ? merged.errors : checkFolder(id, merged.files);
    if (problems.length > 0) return refuse('refused', problems);
    if (!values['dry-run']) {
      mkdirSync(folder, { recursive: true });
      for (const { name, text } of merged.changed) writeFileSync(join(folder, name), text);
    }
    return { ...result, input, folder, status: 'imported', files: merged.changed };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return refuse('failed', [error.message]);
  }
}

function readFolder(folder: string): TextFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** Checks a folder as it would be, its permalinks included. */
function checkFolder(id: string, files: readonly TextFile[]): string[] {
  const redirects = join(values.out, '..', redirectsFileName);
  const others = existsSync(redirects) ? [{ path: redirectsFileName, bytes: readFileSync(redirects) }] : [];
  const { issues } = loadContent([...files.map((file) => toContentFile(id, file)), ...others]);
  return issues.filter(isError).map((issue) => {
    if (issue.code !== 'source-differs') return formatIssue(issue);
    const message = formatIssue(issue).replace(/meetings\/\S*source\.txt:/gu, 'the new text, line ');
    return `${message}; --overwrite keeps front matter: change title, before, after or sections in meeting.md, or the item’s title, first`;
  });
}

function print({ input, status, folder, files, warnings, missingFields, errors }: Outcome): void {
  const printIssue = (kind: string, { line, message }: ImportIssue): void => {
    const place = line === undefined ? input : `${input}:${String(line)}`;
    console.error(escapeInvisible(`${kind}${place}: ${message}`));
  };
  for (const error of errors) printIssue('', error);
  if (status !== 'imported') return;
  const written = values['dry-run'] ? 'would be written' : 'written';
  console.log(`${input} → ${folder}: ${String(files.length)} files ${written}`);
  for (const { name } of files) console.log(`  ${name}`);
  for (const warning of warnings) printIssue('warning: ', warning);
  const fields = missingFields.map(({ field }) => field).join(', ');
  if (fields !== '')
    console.error(`to be filled in, in ${folder}/meeting.md: ${fields} (see content/README.md)`);
}

if (values.help) {
  console.log(help);
  process.exit();
}
const [path = process.stdin.isTTY ? undefined : '-', ...more] = positionals;
if (path === undefined || more.length > 0)
  throw new Error('name one file, one folder, or - for standard input');
const outcomes = findDocuments(path).map((document) => {
  const outcome = importOne(document);
  if (!values.json) print(outcome);
  return outcome;
});
const count = (status: Outcome['status']): number =>
  outcomes.filter((outcome) => outcome.status === status).length;
if (values.json) console.log(JSON.stringify({ dryRun: values['dry-run'], imports: outcomes }, null, 1));
else if (outcomes.length > 1)
  console.log(`${String(count('imported'))} of ${String(outcomes.length)} imported`);
const worst = (['failed', 'refused', 'exists'] as const).find((status) => count(status) > 0);
process.exitCode = exitCodes[worst ?? 'imported'];
