/** Splits a sentence where its HTML changes: where statements, mentions and abbreviations start and end. */
import type { Statement, Mention, Paragraph, Sentence } from './model.ts';
import type { MentionedSentence } from './mentions.ts';

/** Text that belongs to one mention, or to none. */
export interface TextRun {
  text: string;
  mention?: Mention;
}

/**
 * Splits a sentence by statement, and each part by mention.
 *
 * @param statements the statements of the item
 */
export function splitByStatement(paragraph: Paragraph, sentence: Sentence, statements: readonly Statement[]) {
  const parts: { runs: TextRun[]; statement?: Statement }[] = [];
  let offset = sentence.start;
  for (const statement of statements.filter((itemStatement) => itemStatement.sentence === sentence.id)) {
    parts.push({ runs: splitByMention(paragraph, offset, statement.start) });
    parts.push({ runs: splitByMention(paragraph, statement.start, statement.end), statement });
    offset = statement.end;
  }
  parts.push({ runs: splitByMention(paragraph, offset, sentence.end) });
  return parts.filter(({ runs }) => runs.length > 0);
}

/** Splits a sentence by the mentions of one entry. */
export function highlightedRuns({ paragraph, sentence, mentions }: MentionedSentence): TextRun[] {
  return splitByMention({ ...paragraph, mentions }, sentence.start, sentence.end);
}

/** Splits a part of a paragraph; a mention that crosses its borders is left out. */
function splitByMention({ text, mentions }: Paragraph, start: number, end: number): TextRun[] {
  const runs: TextRun[] = [];
  let offset = start;
  const inside = mentions.filter((mention) => start <= mention.start && mention.end <= end);
  for (const mention of inside) {
    runs.push({ text: text.slice(offset, mention.start) });
    runs.push({ text: text.slice(mention.start, mention.end), mention });
    offset = mention.end;
  }
  runs.push({ text: text.slice(offset, end) });
  return runs.filter((run) => run.text !== '');
}
