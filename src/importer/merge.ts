/** Merges an import into a folder that exists: the text is the import's, front matter and file names stay. */
import type { TextFile } from './write-content.ts';

/** The number of an item's file, `1-2` of `1-2-security.md`; the name of another. */
function fileKey({ name }: TextFile): string {
  return /^\d+(?:-\d+)?(?=-[a-z])/u.exec(name)?.[0] ?? name;
}

/**
 * Merges an import into a folder. Titles, sections and the lines around the text stay as editors have them: where the
 * new text has others, the check against `source.txt` says so.
 *
 * @returns every file of the folder after the merge; those that change; why the import can't be written over it
 */
export function merge(existing: readonly TextFile[], imported: readonly TextFile[]) {
  const find = (all: readonly TextFile[], file: TextFile): TextFile | undefined =>
    all.find((otherFile) => fileKey(otherFile) === fileKey(file));
  const others = existing.filter((file) => !find(imported, file));
  const merged = imported.map((file) => {
    const old = find(existing, file);
    if (!old || file.name === 'source.txt') return file;
    const [frontMatter = '', body = ''] = splitFrontMatter(old);
    const [, newBody = ''] = splitFrontMatter(file);
    return body.trim() === newBody.trim() ? old : { name: old.name, text: frontMatter + newBody };
  });
  return {
    files: [...merged, ...others],
    changed: merged.filter((file) => find(existing, file)?.text !== file.text),
    errors: others
      .filter((file) => fileKey(file) !== file.name)
      .map(
        ({ name }) =>
          `${name} is no item of the new text; move what editors wrote in it, and delete it first`,
      ),
  };
}

function splitFrontMatter({ text }: TextFile): string[] {
  return /^(---\n[\s\S]*?^---[ \t]*\n)?([\s\S]*)$/mu.exec(text)?.slice(1) ?? [];
}
