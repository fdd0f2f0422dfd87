/** Statements and figures are quotations: each is checked, and located in the text. */
import type { Issue } from './issues.ts';
import type { Figure, Paragraph, QuoteLocation, Statement } from './model.ts';
import type { FigureFields, StatementFields } from './schema.ts';

/** Where an issue is. */
type Place = Required<Pick<Issue, 'file' | 'field'>>;

/**
 * Locates the statements of an item.
 *
 * @param fields the statements of the content file
 * @param sides the ids of the meeting's sides
 * @param file the content file
 * @returns the statements that were found, in the order of the text
 */
export function locateStatements(
  fields: readonly StatementFields[],
  paragraphs: readonly Paragraph[],
  sides: readonly string[],
  file: string,
  issues: Issue[],
): Statement[] {
  const statements: Statement[] = [];
  for (const [index, statement] of fields.entries()) {
    const { by, verb, quote } = statement;
    const field = `statements.${String(index)}`;
    const place = { file, field: `${field}.quote` };
    checkSideIds(by, sides, { file, field: `${field}.by` }, issues);
    if (!quote.startsWith(verb))
      issues.push({ code: 'not-a-quotation', ...place, message: `must start with its verb, '${verb}'` });
    const location = locateQuote(quote, paragraphs, place, issues);
    if (!location) continue;
    const other = statements.find((earlier) => overlaps(earlier, location));
    const message = `'${quote}' overlaps '${other?.quote ?? ''}'`;
    if (other) issues.push({ code: 'overlapping-quotations', ...place, message });
    statements.push({ ...statement, ...location });
  }
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  for (const { id, text } of fields.length > 0 ? sentences : []) {
    if (statements.some(({ sentence }) => sentence === id)) continue;
    const message = `have none for sentence ${id}, '${text}'; an item with statements has one in each sentence`;
    issues.push({ code: 'sentence-without-statement', file, field: 'statements', message });
  }
  const order = sentences.map(({ id }) => id);
  return statements.sort(
    (a, b) => order.indexOf(a.sentence) - order.indexOf(b.sentence) || a.start - b.start,
  );
}

/** Locates the figures of an item or introduction; parameters as for statements. */
export function locateFigures(
  fields: readonly FigureFields[],
  paragraphs: readonly Paragraph[],
  sides: readonly string[],
  file: string,
  issues: Issue[],
): Figure[] {
  return fields.flatMap((figure, index) => {
    const field = `figures.${String(index)}`;
    checkSideIds(figure.of, sides, { file, field: `${field}.of` }, issues);
    for (const part of ['number', 'unit', 'for'] as const) {
      const message = `'${figure[part]}' is not in the quotation '${figure.quote}'`;
      if (!figure.quote.includes(figure[part]))
        issues.push({ code: 'not-a-quotation', file, field: `${field}.${part}`, message });
    }
    const location = locateQuote(figure.quote, paragraphs, { file, field: `${field}.quote` }, issues);
    return location ? [{ ...figure, ...location }] : [];
  });
}

/** Locates words that the body must have exactly once, within one sentence. */
function locateQuote(
  quote: string,
  paragraphs: readonly Paragraph[],
  place: Place,
  issues: Issue[],
): QuoteLocation | undefined {
  const count = paragraphs.reduce((sum, { text }) => sum + text.split(quote).length - 1, 0);
  const paragraph = paragraphs.find(({ text }) => text.includes(quote));
  const start = paragraph?.text.indexOf(quote) ?? -1;
  const end = start + quote.length;
  const sentence = paragraph?.sentences.find(
    (paragraphSentence) => paragraphSentence.start <= start && end <= paragraphSentence.end,
  );
  if (count === 1 && sentence) return { start, end, sentence: sentence.id };
  if (count === 0)
    issues.push({ code: 'not-a-quotation', ...place, message: `'${quote}' is not in the body` });
  else if (count > 1) {
    const message = `'${quote}' is in the body ${String(count)} times; quote more words`;
    issues.push({ code: 'ambiguous-quotation', ...place, message });
  } else {
    const message = `'${quote}' crosses the end of a sentence; quote from each sentence separately`;
    issues.push({ code: 'quotation-across-sentences', ...place, message });
  }
  return undefined;
}

function overlaps(a: QuoteLocation, b: QuoteLocation): boolean {
  return a.sentence === b.sentence && a.start < b.end && b.start < a.end;
}

function checkSideIds(ids: readonly string[], sides: readonly string[], place: Place, issues: Issue[]): void {
  for (const id of ids.filter((sideId) => !sides.includes(sideId))) {
    const message = `'${id}' is not a side of the meeting; its sides are ${sides.join(', ')}`;
    issues.push({ code: 'unknown-side', ...place, message });
  }
}
