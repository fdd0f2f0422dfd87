/** `npm run import -- summary.txt`: turns a published summary into a content folder. `--help` says the rest. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type TextFile } from '../import/content.ts';
import { type Merged, difference, merge } from '../import/difference.ts';
import type { Document } from '../import/input.ts';
import type { Problem } from '../import/problem.ts';
import { type Import, contentFile, importSummary } from '../import/summary.ts';
import { faultLine } from '../record/faults.ts';
import { makeRecord, meetingId } from '../record/record.ts';
import { redirectsFile } from '../record/redirects.ts';
import { shown } from '../record/smuggled.ts';
import { countName } from '../record/wording.ts';
import { contentFolder } from '../site.ts';

const help = `Turns a published summary into a content folder that builds.

  npm run import -- [options] FILE     a text (.txt) or a saved page (.html)
  npm run import -- [options] FOLDER   each .txt, .html and .htm below it, one meeting a file
  npm run import -- [options] -        standard input, text or page; so does no name where something is piped in

  --id NAME     the name of the meeting's folder; else its date and the words of its title
  --out DIR     where the folder is made; else ${contentFolder}/meetings
  --dry-run     says what would be written, and writes nothing
  --overwrite   writes over a folder that is there, after showing the difference; what editors wrote stays
  --json        says all as JSON
  --help        this text

What can't be known from the text (place, sides, who led them) stays empty; it is listed as "to be filled in", here and
by every build. Where anything would be lost, or the document is none that an import is made for, nothing is written,
and the line is named.

Examples
  npm run import -- summary.txt
  npm run import -- --dry-run saved-page.html
  npm run import -- --id 2013-04-14-japan-us-foreign-ministers summary.txt
  pbpaste | npm run import -- -
  npm run import -- --out /tmp/meetings folder-of-summaries
  npm run import -- --dry-run --json folder-of-summaries > report.json

Of a folder, what is sound is written, and all that is not is named.

Exit codes
  0  imported, or would be
  1  refused: a document can't be taken over as it is
  2  the command was called in a wrong way, or a file can't be read or written
  3  a folder of the meeting's name is there already: choose --id, or --overwrite`;

const exitCodes = { imported: 0, refused: 1, failed: 2, exists: 3 } as const;

/** What became of one document. */
interface Outcome {
  input: string;
  status: keyof typeof exitCodes;
  id: string | null;
  folder: string | null;
  /** The files that were written, or would be; with their texts in a dry run. */
  files: { path: string; text?: string }[];
  warnings: Problem[];
  toBeFilledIn: { file: string; field: string; problem: string }[];
  refusals: Problem[];
  /** What changes in a folder that is there. */
  difference?: string;
}

interface Options {
  id: string | undefined;
  out: string;
  dry: boolean;
  overwrite: boolean;
  json: boolean;
}

/** A wrong call: its message is all that is said. */
class CallError extends Error {}

function readArguments(): Options & { path: string } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      id: { type: 'string' },
      out: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      overwrite: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    process.exit(0);
  }
  // Without a file, and with something piped into it, the command reads that.
  const [path = process.stdin.isTTY ? undefined : '-', ...more] = positionals;
  if (path === undefined) throw new CallError('name a file, a folder, or - for standard input');
  if (more.length > 0) throw new CallError(`takes one file or folder, not ${String(positionals.length)}`);
  if (values.id !== undefined && !meetingId.test(values.id)) {
    throw new CallError(
      `--id '${values.id}' is no name of a meeting: date, sides and kind, such as '2013-02-22-japan-us-foreign-ministers'`,
    );
  }
  const { id, out = join(contentFolder, 'meetings'), overwrite, json } = values;
  return { id, out, dry: values['dry-run'], overwrite, json, path };
}

/** The documents that are named, as a path each. */
function documentsOf(path: string, id: string | undefined): string[] {
  if (path === '-') return [path];
  if (!existsSync(path)) throw new CallError(`'${path}' is not there`);
  if (!statSync(path).isDirectory()) return [path];
  if (id !== undefined) throw new CallError('--id names one meeting; a folder holds many');
  const found = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'permalinks.txt')
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((name) => /\.(?:txt|x?html?)$/iu.test(name))
    .sort();
  if (found.length === 0) throw new CallError(`'${path}' holds no .txt, .html or .htm`);
  return found;
}

function readDocument(path: string): Document {
  return { name: path, bytes: readFileSync(path === '-' ? 0 : path) };
}

/** Imports one document, and writes it where it may. */
function importOne(path: string, options: Options, taken: Set<string>): Outcome {
  const today = new Date().toLocaleDateString('sv-SE');
  const result = importSummary(readDocument(path), today, options.id);
  const { id } = result;
  const outcome: Outcome = {
    input: path,
    status: 'imported',
    id: id ?? null,
    folder: id === undefined ? null : join(options.out, id),
    files: [],
    warnings: result.warnings,
    toBeFilledIn: result.open.map((open) => ({
      ...open,
      file: join(options.out, id ?? '', basename(open.file)),
    })),
    refusals: result.problems,
  };
  if (id === undefined || outcome.folder === null || result.problems.length > 0)
    return { ...outcome, status: 'refused' };
  if (taken.has(id)) {
    const problem = `has the name of another document of this call, '${id}'; import it by itself with --id`;
    return { ...outcome, status: 'exists', refusals: [{ problem }] };
  }
  taken.add(id);
  return existsSync(outcome.folder)
    ? writeOver(outcome.folder, id, result, outcome, options)
    : writeNew(outcome.folder, result, outcome, options);
}

/** Imports one of many: a file that can't be read or written says so, and the others go on. */
function importOneOfMany(path: string, options: Options, taken: Set<string>): Outcome {
  try {
    return importOne(path, options, taken);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return {
      ...{ input: path, status: 'failed', id: null, folder: null, files: [], warnings: [], toBeFilledIn: [] },
      refusals: [{ problem: error.message }],
    };
  }
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error;
}

function listed(folder: string, files: readonly TextFile[], { dry }: Options): Outcome['files'] {
  return files.map(({ name, text }) => ({ path: join(folder, name), ...(dry && { text }) }));
}

function writeNew(folder: string, { files }: Import, outcome: Outcome, options: Options): Outcome {
  if (!options.dry) {
    // All of it or nothing: a hidden folder is no content.
    const made = join(options.out, `.${basename(folder)}-${String(process.pid)}`);
    try {
      mkdirSync(made, { recursive: true });
      for (const { name, text } of files) writeFileSync(join(made, name), text);
      renameSync(made, folder);
    } finally {
      rmSync(made, { recursive: true, force: true });
    }
  }
  return { ...outcome, files: listed(folder, files, options) };
}

function writeOver(
  folder: string,
  id: string,
  { files: imported }: Import,
  outcome: Outcome,
  options: Options,
): Outcome {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const existing = names.map(({ name }) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const merged = merge(existing, imported);
  const { files, removed } = merged;
  const changes = difference(folder, existing, merged);
  const shownToo = { ...outcome, ...(changes !== '' && { difference: changes }) };
  if (!options.overwrite) {
    const problem = `the folder ${folder} is there already; choose another name with --id, or --overwrite it`;
    return { ...shownToo, status: 'exists', refusals: [{ problem }] };
  }
  const problems = [...merged.problems, ...faultsOf(id, existing, merged, options)];
  if (problems.length > 0) return { ...shownToo, status: 'refused', refusals: problems };
  const changed = files.filter(
    ({ name, text }) => existing.find((file) => file.name === name)?.text !== text,
  );
  if (!options.dry) {
    // The difference is shown before anything is lost.
    if (!options.json && changes !== '') console.log(shown(changes));
    for (const { name, text } of changed) {
      const made = join(folder, `.${name}-${String(process.pid)}`);
      writeFileSync(made, text);
      renameSync(made, join(folder, name));
    }
    for (const name of removed) rmSync(join(folder, name));
  }
  return { ...shownToo, files: listed(folder, changed, options) };
}

/** What the record says of a folder as it would be, its permalinks included. */
function faultsOf(
  id: string,
  existing: readonly TextFile[],
  { files, removed }: Merged,
  { out }: Options,
): Problem[] {
  const own = new Set([...files.map(({ name }) => name), ...removed]);
  const kept = existing.filter(({ name }) => !own.has(name) && !name.startsWith('.'));
  const redirects = join(out, '..', redirectsFile);
  const { faults } = makeRecord([
    ...[...files, ...kept].map((file) => contentFile(id, file)),
    ...(existsSync(redirects) ? [{ path: redirectsFile, bytes: readFileSync(redirects) }] : []),
  ]);
  return faults.map((fault) => ({ problem: faultLine(fault) }));
}

// ---- What is said ----

function problemLine(input: string, { line, problem }: Problem): string {
  return shown(
    `${input === '-' ? 'standard input' : input}${line === undefined ? '' : `:${String(line)}`}: ${problem}`,
  );
}

function say(outcome: Outcome, { dry, overwrite }: Options, place: string): void {
  const { input, status, folder, files, warnings, toBeFilledIn, refusals } = outcome;
  const done = dry ? 'would be written' : 'written';
  if (status === 'imported') {
    console.log(
      `${place}${input === '-' ? 'standard input' : input} → ${folder ?? ''}: ${countName(files.length, 'file')} ${done}`,
    );
    for (const { path } of files) console.log(`  ${basename(path)}`);
  } else console.error(`${place}${input === '-' ? 'standard input' : input}: nothing written`);
  if ((dry || !overwrite) && outcome.difference !== undefined) console.log(shown(outcome.difference));
  for (const refusal of refusals) console.error(problemLine(input, refusal));
  if (status !== 'imported') return;
  for (const warning of warnings) console.error(`warning: ${problemLine(input, warning)}`);
  for (const { file, field, problem } of toBeFilledIn) console.error(`${file} ${field}: ${problem}`);
}

function run(): void {
  const options = readArguments();
  const documents = documentsOf(options.path, options.id);
  const taken = new Set<string>();
  const outcomes: Outcome[] = [];
  for (const [index, path] of documents.entries()) {
    const outcome = (documents.length > 1 ? importOneOfMany : importOne)(path, options, taken);
    outcomes.push(outcome);
    const place = documents.length > 1 ? `[${String(index + 1)}/${String(documents.length)}] ` : '';
    if (!options.json) say(outcome, options, place);
    else if (documents.length > 1) console.error(`${place}${path}: ${outcome.status}`);
  }
  const count = (status: Outcome['status']): number => outcomes.filter((own) => own.status === status).length;
  if (options.json) console.log(JSON.stringify({ dryRun: options.dry, imports: outcomes }, null, 1));
  else if (documents.length > 1) {
    const failed = count('failed') > 0 ? `, ${String(count('failed'))} not read or written` : '';
    console.log(
      `${String(count('imported'))} imported, ${String(count('refused'))} refused, ${String(count('exists'))} there already${failed}`,
    );
  }
  if (!options.json && !options.dry && count('imported') > 0)
    console.error('Fill in what is to be filled in, and run `npm run check`.');
  const worst = (['failed', 'refused', 'exists'] as const).find((status) => count(status) > 0);
  process.exitCode = exitCodes[worst ?? 'imported'];
}

try {
  run();
} catch (error) {
  if (!(error instanceof CallError) && !isSystemError(error)) throw error;
  console.error(`${error.message}\n\nnpm run import -- --help says how to call it.`);
  process.exitCode = 2;
}
