/** What an import would change in a folder that is there, and what of it is kept: all that editors wrote. */
import { createTwoFilesPatch } from 'diff';
import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';
import { type TextFile, yamlStyle } from './content.ts';
import type { Problem } from './problem.ts';

/** The fields that an import takes from the text; all others are an editor's. */
const fromText: Readonly<Record<'meeting' | 'item', readonly string[]>> = {
  meeting: ['sections', 'before', 'after'],
  item: ['title', 'label'],
};

const parts = /^---\n(?<yaml>[\s\S]*?)^---[ \t]*(?:\n|$)(?<body>[\s\S]*)$/mu;
const itemNumber = /^\d+(?:-\d+)?(?=-[a-z])/u;

/** A folder as it would be. */
export interface Merged {
  /** The files to write. */
  files: TextFile[];
  /** The names of the files to take away. */
  removed: string[];
  /** Why the import can't be written over the folder. */
  problems: Problem[];
}

/**
 * Puts an import into a folder that is there. Bodies, titles, sections and the lines around the text are the import's;
 * the other front matter, the names of files and whatever else is in the folder stay.
 */
export function merge(existing: readonly TextFile[], imported: readonly TextFile[]): Merged {
  const problems: Problem[] = [];
  const used = new Set<string>();
  const files = imported.map((file) => {
    const number = itemNumber.exec(file.name)?.[0];
    const old = existing.find(({ name }) =>
      number === undefined ? name === file.name : itemNumber.exec(name)?.[0] === number,
    );
    if (!old) return file;
    used.add(old.name);
    if (file.name === 'source.txt') return file;
    return {
      name: old.name,
      text: mergedText(old.text, file.text, number === undefined ? 'meeting' : 'item'),
    };
  });
  const removed = existing.filter(({ name }) => itemNumber.test(name) && !used.has(name));
  for (const { name, text } of removed) {
    const { yaml = '' } = parts.exec(text)?.groups ?? {};
    const own = Object.keys((parseDocument(yaml, yamlStyle).toJS() as object | null) ?? {});
    const written = own.filter((key) => !fromText.item.includes(key));
    if (written.length === 0) continue;
    const problem = `${name} is no item of the new text, and holds what editors wrote (${written.join(', ')}); move that to another file first`;
    problems.push({ problem });
  }
  return { files, removed: removed.map(({ name }) => name), problems };
}

function mergedText(old: string, imported: string, kind: 'meeting' | 'item'): string {
  const mine = parts.exec(old.replaceAll('\r\n', '\n'))?.groups;
  const theirs = parts.exec(imported)?.groups;
  if (!mine || !theirs) return imported;
  const document = parseDocument(mine.yaml ?? '', yamlStyle);
  const fields = (parseDocument(theirs.yaml ?? '', yamlStyle).toJS() ?? {}) as Record<string, unknown>;
  const own = (document.toJS() ?? {}) as Record<string, unknown>;
  let yaml = mine.yaml ?? '';
  if (fromText[kind].some((name) => !isDeepStrictEqual(own[name], fields[name]))) {
    for (const name of fromText[kind]) {
      if (isDeepStrictEqual(own[name], fields[name])) continue;
      if (fields[name] === undefined) document.delete(name);
      else document.set(name, document.createNode(fields[name], { flow: false }));
    }
    yaml = document.toString({ lineWidth: 0, singleQuote: true, nullStr: '' });
  }
  // A body is compared by its paragraphs, so that an editor's own way to write a sign stays.
  const same = (mine.body ?? '').trim() === (theirs.body ?? '').trim();
  return `---\n${yaml}---\n${(same ? mine.body : theirs.body) ?? ''}`;
}

/** The difference between a folder and what it would be, as `diff -u` shows it; empty where there is none. */
export function difference(
  folder: string,
  existing: readonly TextFile[],
  { files, removed }: Pick<Merged, 'files' | 'removed'>,
): string {
  const text = (name: string, all: readonly TextFile[]): string =>
    all.find((file) => file.name === name)?.text ?? '';
  const names = [...new Set([...files.map(({ name }) => name), ...removed])].sort();
  return names
    .filter((name) => text(name, existing) !== (removed.includes(name) ? '' : text(name, files)))
    .map((name) => {
      const from = existing.some((file) => file.name === name) ? `${folder}/${name}` : '/dev/null';
      const to = removed.includes(name) ? '/dev/null' : `${folder}/${name}`;
      const after = removed.includes(name) ? '' : text(name, files);
      return createTwoFilesPatch(from, to, text(name, existing), after, undefined, undefined, { context: 2 })
        .split('\n')
        .slice(1)
        .join('\n');
    })
    .join('\n');
}
