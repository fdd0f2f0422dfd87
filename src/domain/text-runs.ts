/** A sentence cut where its HTML changes: at the borders of statements, mentions and abbreviations. */
import type { MentionedSentence } from './mentions.ts';
import type { Statement } from './locate-quotes.ts';
import type { Mention, Paragraph, Sentence } from './parse/parse-body.ts';

/** Words that are all of one mention, or of none. */
export interface TextRun {
  text: string;
  mention?: Mention;
}

/** The words of one statement, or between two. */
export interface StatementRun {
  pieces: TextRun[];
  statement?: Statement;
}

/**
 * @param paragraph the paragraph that the sentence stands in
 * @param statements the statements of the item
 * @returns the sentence's words, in order and complete
 */
export function splitByStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  statements: readonly Statement[],
): StatementRun[] {
  const own = statements.filter((statement) => statement.sentence === sentence.id);
  const stretches: StatementRun[] = [];
  let at = sentence.start;
  for (const statement of own) {
    stretches.push({ pieces: splitByMention(paragraph, at, statement.start) });
    stretches.push({ statement, pieces: splitByMention(paragraph, statement.start, statement.end) });
    at = statement.end;
  }
  stretches.push({ pieces: splitByMention(paragraph, at, sentence.end) });
  return stretches.filter(({ pieces }) => pieces.length > 0);
}

/** A sentence that names an entry, cut at the entry's mentions alone. */
export function highlightedRuns({ paragraph, sentence, mentions }: MentionedSentence): TextRun[] {
  return splitByMention({ ...paragraph, mentions }, sentence.start, sentence.end);
}

/** Part of a paragraph. A mention that reaches beyond the part is words like any others. */
export function splitByMention({ text, mentions }: Paragraph, start: number, end: number): TextRun[] {
  const pieces: TextRun[] = [];
  let at = start;
  for (const mention of mentions.filter((own) => start <= own.start && own.end <= end)) {
    pieces.push({ text: text.slice(at, mention.start) });
    pieces.push({ text: text.slice(mention.start, mention.end), mention });
    at = mention.end;
  }
  pieces.push({ text: text.slice(at, end) });
  return pieces.filter((piece) => piece.text !== '');
}
