/** Merges an import into a folder that exists: the text is the import's, front matter and file names stay. */
import type { TextFile } from './write-content.ts';

const frontMatter = /^---\n[\s\S]*?^---[ \t]*\n/mu;

/** The number of an item's file: `1-2` of `1-2-security.md`. */
function itemNumber(name: string): string | undefined {
  return /^\d+(?:-\d+)?(?=-[a-z])/u.exec(name)?.[0];
}

/**
 * Merges an import into a folder. Titles, sections and the lines around the text stay as editors have them: where the
 * new text has others, the check against `source.txt` says so.
 *
 * @returns every file of the folder after the merge; those that change; why the import can't be written over it
 */
export function merge(
  existing: readonly TextFile[],
  imported: readonly TextFile[],
): Record<'files' | 'changed', TextFile[]> & { errors: string[] } {
  const sameFile = (name: string, all: readonly TextFile[]): TextFile | undefined => {
    const number = itemNumber(name);
    return all.find(
      (file) => file.name === name || (number !== undefined && itemNumber(file.name) === number),
    );
  };
  const errors = existing
    .filter(({ name }) => itemNumber(name) !== undefined && !sameFile(name, imported))
    .map(
      ({ name }) => `${name} is no item of the new text; move what editors wrote in it, and delete it first`,
    );
  const merged = imported.map((file) => {
    const old = sameFile(file.name, existing);
    if (!old || file.name === 'source.txt') return file;
    const [, body = ''] = file.text.split(frontMatter);
    const [own = ''] = frontMatter.exec(old.text) ?? [];
    const [, oldBody = ''] = old.text.split(frontMatter);
    return { name: old.name, text: oldBody.trim() === body.trim() ? old.text : own + body };
  });
  return {
    files: [...merged, ...existing.filter(({ name }) => !merged.some((file) => file.name === name))],
    changed: merged.filter(({ name, text }) => existing.find((file) => file.name === name)?.text !== text),
    errors,
  };
}
