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
const [part, equals, resembles, between, next] = ['⁂', '≡', '≈', '⁏', '⁑'];

/** The parts between a sign. Around it is a space, so that Pagefind takes it for no part of a word. */
const parted = (text: string, sign: string): string[] => text.split(sign).map((piece) => piece.trim());

/** What Pagefind indexes of passages that are one record. */
export function joinPassages(packed: readonly string[]): string {
  return packed.join(` ${next} `);
}

/** The passages that were joined, each still packed. */
export function partPassages(joined: string): string[] {
  return parted(joined, next);
}

/** What Pagefind indexes of a passage. */
export function packPassage({ text, others }: Passage): string {
  return [
    text,
    ...others.map(
      ({ form, names, same }) => `${form} ${same ? equals : resembles} ${names.join(` ${between} `)}`,
    ),
  ].join(` ${part} `);
}

/** The passage that was packed. */
export function unpackPassage(packed: string): Passage {
  const [text = '', ...others] = parted(packed, part);
  return {
    text,
    others: others.map((piece) => {
      const same = piece.includes(equals);
      const [form = '', names = ''] = parted(piece, same ? equals : resembles);
      return { form, same, names: parted(names, between) };
    }),
  };
}
