/** Statements and figures are quotations: each is checked, and located in the text. */
import type { Issue } from './issues.ts';
import type { Paragraph, QuoteLocation, Statement } from './model.ts';
import type { ItemFields } from './schema.ts';

/**
 * Locates statements and figures.
 *
 * @param fields those of the content file; an introduction has no statements
 * @param sides the ids of the meeting's sides
 * @param file the content file
 * @returns those that were found; statements in the order of the text
 */
export function locateQuotes(
  fields: Pick<ItemFields, 'statements' | 'figures'>,
  paragraphs: readonly Paragraph[],
  sides: readonly string[],
  file: string,
  issues: Issue[],
) {
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  const report = (code: Issue['code'], field: string, message: string): void => {
    issues.push({ code, file, field, message });
  };
  const checkSides = (ids: readonly string[], field: string): void => {
    for (const id of ids.filter((sideId) => !sides.includes(sideId))) {
      const message = `'${id}' is not a side of the meeting; its sides are ${sides.join(', ')}`;
      report('unknown-side', field, message);
    }
  };
  /** Locates words that the body must have exactly once, within one sentence. */
  const locate = (quote: string, field: string): QuoteLocation | undefined => {
    const count = paragraphs.reduce((sum, { text }) => sum + text.split(quote).length - 1, 0);
    const sentence = sentences.find(({ text }) => text.includes(quote));
    if (count === 1 && sentence) {
      const start = sentence.start + sentence.text.indexOf(quote);
      return { start, end: start + quote.length, sentence: sentence.id };
    }
    if (count === 0) report('not-a-quotation', field, `'${quote}' is not in the body`);
    else if (count > 1) {
      const message = `'${quote}' is in the body ${String(count)} times; quote more words`;
      report('ambiguous-quotation', field, message);
    } else {
      const message = `'${quote}' crosses the end of a sentence; quote from each sentence separately`;
      report('quotation-across-sentences', field, message);
    }
    return undefined;
  };

  const located: Statement[] = [];
  for (const [index, statement] of fields.statements.entries()) {
    const { by, verb, quote } = statement;
    const field = `statements.${String(index)}.quote`;
    checkSides(by, `statements.${String(index)}.by`);
    if (!quote.startsWith(verb)) report('not-a-quotation', field, `must start with its verb, '${verb}'`);
    const location = locate(quote, field);
    if (!location) continue;
    const other = located.find((earlier) => overlaps(earlier, location));
    if (other) report('overlapping-quotations', field, `'${quote}' overlaps '${other.quote}'`);
    located.push({ ...statement, ...location });
  }
  const statements = sentences.flatMap(({ id, text }) => {
    const ofSentence = located.filter(({ sentence }) => sentence === id);
    const message = `have none for sentence ${id}, '${text}'; an item with statements has one in each sentence`;
    if (ofSentence.length === 0 && fields.statements.length > 0)
      report('sentence-without-statement', 'statements', message);
    return ofSentence.sort((a, b) => a.start - b.start);
  });
  const figures = fields.figures.flatMap((figure, index) => {
    const field = `figures.${String(index)}`;
    checkSides(figure.of, `${field}.of`);
    for (const part of ['number', 'unit', 'for'] as const) {
      const message = `'${figure[part]}' is not in the quotation '${figure.quote}'`;
      if (!figure.quote.includes(figure[part])) report('not-a-quotation', `${field}.${part}`, message);
    }
    const location = locate(figure.quote, `${field}.quote`);
    return location ? [{ ...figure, ...location }] : [];
  });
  return { statements, figures };
}

function overlaps(a: QuoteLocation, b: QuoteLocation): boolean {
  return a.sentence === b.sentence && a.start < b.end && b.start < a.end;
}
