/** `npm run import -- summary.txt`: imports published summaries into the content folder. See `--help`. */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadContent } from '../domain/load-content.ts';
import { formatIssue } from '../domain/issues.ts';
import { redirectsFileName } from '../domain/redirects.ts';
import { escapeInvisible } from '../domain/checks/unsafe-content.ts';
import { type ImportIssue, createIssue } from '../importer/import-issues.ts';
import { type ImportResult, importSummary, toContentFile } from '../importer/import-summary.ts';
import { merge } from '../importer/merge.ts';
import type { TextFile } from '../importer/write-content.ts';
import { contentDir } from '../site.config.ts';

const help = `Imports a published summary into a folder that builds.

  npm run import -- [options] FILE     a text (.txt) or a saved page (.html)
  npm run import -- [options] FOLDER   each .txt, .html and .htm below it, one meeting per file
  npm run import -- [options] -        standard input, a text or a page

  --id NAME     the name of the meeting's folder; else its date and the words of its title
  --out DIR     where the folder is made; else ${contentDir}/meetings
  --dry-run     says what would be written, and writes nothing
  --overwrite   merges into a folder that exists; front matter stays (see the change with git diff)
  --json        prints everything as JSON
  --help        this text

The text of a page is its main content: navigation, banners and footers are left out. Fields that the text does not
state (place, sides, publisher) stay empty and are listed. Where anything would be lost, or the document is of a kind
that can't be imported, nothing is written and the line is named.

Exit codes
  0  imported, or would be
  1  refused: a document can't be imported as it is
  2  wrong call, or a file can't be read or written
  3  the meeting's folder exists: choose --id, or --overwrite`;

const exitCodes = { imported: 0, refused: 1, failed: 2, exists: 3 } as const;

/** What became of one document. */
interface Outcome extends ImportResult {
  input: string;
  status: keyof typeof exitCodes;
  folder: string;
}

const { values, positionals } = readArguments();

function readArguments() {
  try {
    return parseArgs({
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
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}

/** The paths of the documents to import. */
function findDocuments(path: string): string[] {
  if (path === '-' || !statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => /(?:^|\/)[^./][^/]*\.(?:txt|x?html?)$/iu.test(name) && basename(name) !== 'permalinks.txt',
    )
    .map((name) => join(path, name))
    .sort();
}

/** Imports one document, and writes it where it may. One that can't be read or written stops no other. */
function importOne(path: string): Outcome {
  try {
    const bytes = readFileSync(path === '-' ? 0 : path);
    const today = new Date().toLocaleDateString('sv-SE');
    return writeResult(path, importSummary({ name: path, bytes }, today, values.id));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const errors = [createIssue('import/unreadable', undefined, error.message)];
    const none = { id: undefined, folder: '', files: [], warnings: [], missingFields: [] };
    return { input: path, status: 'failed', ...none, errors };
  }
}

function writeResult(path: string, result: ImportResult): Outcome {
  const folder = join(values.out, result.id ?? '');
  const outcome: Outcome = {
    ...result,
    input: path === '-' ? 'standard input' : path,
    status: 'imported',
    folder,
  };
  const fail = (status: Outcome['status'], problems: readonly string[]): Outcome => ({
    ...{ ...outcome, status, files: [] },
    errors: [
      ...result.errors,
      ...problems.map((message) => createIssue('import/folder', undefined, message)),
    ],
  });
  if (result.errors.length > 0) return fail('refused', []);
  const merged = merge(existsSync(folder) ? readFolder(folder) : [], result.files);
  if (existsSync(folder)) {
    const names = merged.changed.map(({ name }) => name).join(', ') || 'no file';
    if (!values.overwrite)
      return fail('exists', [
        `${folder} exists (${names} would change); choose another --id, or --overwrite it`,
      ]);
    const problems = [...merged.errors, ...checkFolder(result.id ?? '', merged.files)];
    if (problems.length > 0) return fail('refused', problems);
  }
  if (!values['dry-run']) {
    mkdirSync(folder, { recursive: true });
    for (const { name, text } of merged.changed) writeFileSync(join(folder, name), text);
  }
  return { ...outcome, files: merged.changed };
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
  return issues.map(formatIssue);
}

function print({ input, status, folder, files, warnings, missingFields, errors }: Outcome): void {
  const printIssue = (kind: string, { line, message }: ImportIssue): void => {
    console.error(
      escapeInvisible(`${kind}${input}${line === undefined ? '' : `:${String(line)}`}: ${message}`),
    );
  };
  for (const error of errors) printIssue('', error);
  if (status !== 'imported') return;
  console.log(
    `${input} → ${folder}: ${String(files.length)} files ${values['dry-run'] ? 'would be written' : 'written'}`,
  );
  for (const { name } of files) console.log(`  ${name}`);
  for (const warning of warnings) printIssue('warning: ', warning);
  const fields = missingFields.map(({ field }) => field).join(', ');
  if (fields !== '') console.error(`to be filled in, in ${folder}/meeting.md: ${fields}`);
}

function run(path: string): void {
  const documents = findDocuments(path);
  if (documents.length === 0) throw new Error(`'${path}' holds no .txt, .html or .htm`);
  if (documents.length > 1 && values.id !== undefined)
    throw new Error('--id names one meeting; a folder holds many');
  const outcomes = documents.map((document) => {
    const outcome = importOne(document);
    if (!values.json) print(outcome);
    return outcome;
  });
  if (values.json) console.log(JSON.stringify({ dryRun: values['dry-run'], imports: outcomes }, null, 1));
  const count = (status: Outcome['status']): number => outcomes.filter((own) => own.status === status).length;
  if (!values.json && documents.length > 1)
    console.log(`${String(count('imported'))} of ${String(documents.length)} imported`);
  const worst = (['failed', 'refused', 'exists'] as const).find((status) => count(status) > 0);
  process.exitCode = exitCodes[worst ?? 'imported'];
}

try {
  // Without a file, and with something piped into it, the command reads that.
  const [path = process.stdin.isTTY ? undefined : '-', ...more] = positionals;
  if (values.help) console.log(help);
  else if (path === undefined || more.length > 0)
    throw new Error('name one file, one folder, or - for standard input');
  else run(path);
} catch (error) {
  console.error(`${(error as Error).message}\n\nnpm run import -- --help shows how to call it.`);
  process.exitCode = 2;
}
