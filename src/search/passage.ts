/**
 * A passage as the index holds it: its words, and behind them the other names of what it names, so that Pagefind finds
 * it by those too.
 */

/** Words of a passage and what else they are called. */
export interface OtherNames {
  /** The words as they stand in the passage; empty where the passage answers without naming it. */
  form: string;
  names: string[];
  /** Whether the names mean the very same, as a register's do, or only much the same, as a thesaurus's do. */
  same: boolean;
}

export interface Passage {
  text: string;
  others: OtherNames[];
}

// Signs that no summary has, and that are words to nobody.
const [part, equals, resembles, between, next] = [' ⁂ ', ' ≡ ', ' ≈ ', ' ⁏ ', ' ⁑ '];

/** What Pagefind indexes of passages that are one record. */
export function joinPassages(packed: readonly string[]): string {
  return packed.join(next);
}

/** The passages that were joined, each still packed. */
export function partPassages(joined: string): string[] {
  return joined.split(next.trim()).map((packed) => packed.trim());
}

/** What Pagefind indexes of a passage. */
export function packPassage({ text, others }: Passage): string {
  return [
    text,
    ...others.map(({ form, names, same }) => form + (same ? equals : resembles) + names.join(between)),
  ].join(part);
}

/** The passage that was packed. */
export function unpackPassage(packed: string): Passage {
  const [text = '', ...others] = packed.split(part.trim()).map((piece) => piece.trim());
  return {
    text,
    others: others.map((piece) => {
      const same = piece.includes(equals.trim());
      const [form = '', names = ''] = piece
        .split((same ? equals : resembles).trim())
        .map((side) => side.trim());
      return { form, same, names: names.split(between.trim()).map((name) => name.trim()) };
    }),
  };
}
