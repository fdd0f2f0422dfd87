/** Where quotations stand in a text: statements and figures are checked and found here. */
import type { Issue } from './issues.ts';
import type { FigureFields, StatementFields } from './schema.ts';
import type { TextRange } from './parse/sentences.ts';
import type { Paragraph, Sentence } from './parse/parse-body.ts';

/** A quotation's place: its sentence, and its offsets in the paragraph. */
export interface QuoteLocation extends TextRange {
  /** The sentence's fragment: `p2s1`. */
  sentence: string;
}

/** What a side said, as the text reports it. */
export interface Statement extends StatementFields, QuoteLocation {}

/** A figure that the text states. */
export interface Figure extends FigureFields, QuoteLocation {}

/**
 * Finds the statements of an item.
 *
 * @param fields the statements as the content file has them
 * @param sides the ids of the meeting's sides
 * @param file the content file, for faults
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
  fields.forEach((statement, index) => {
    const field = `statements.${String(index)}`;
    checkSides(statement.by, sides, { file, field: `${field}.by` }, issues);
    if (!statement.quote.startsWith(statement.verb)) {
      const message = `must start with its verb, '${statement.verb}'`;
      issues.push({ code: 'not-a-quotation', file, field: `${field}.quote`, message });
    }
    const place = placeQuote(statement.quote, paragraphs, { file, field: `${field}.quote` }, issues);
    if (!place) return;
    const other = statements.find((earlier) => overlap(earlier, place));
    if (other)
      issues.push({
        code: 'overlapping-quotations',
        file,
        field: `${field}.quote`,
        message: `'${statement.quote}' overlaps '${other.quote}'`,
      });
    statements.push({ ...statement, ...place });
  });
  if (fields.length > 0) {
    for (const { id, text } of paragraphs.flatMap(({ sentences }) => sentences)) {
      if (statements.some(({ sentence }) => sentence === id)) continue;
      const message = `cover no part of sentence ${id}, '${text}'; an item with statements has one in each sentence`;
      issues.push({ code: 'sentence-without-statement', file, field: 'statements', message });
    }
  }
  const order = paragraphs.flatMap(({ sentences }) => sentences.map(({ id }) => id));
  return statements.sort(
    (a, b) => order.indexOf(a.sentence) - order.indexOf(b.sentence) || a.start - b.start,
  );
}

/** Finds the figures of an item or introduction; parameters as for statements. */
export function locateFigures(
  fields: readonly FigureFields[],
  paragraphs: readonly Paragraph[],
  sides: readonly string[],
  file: string,
  issues: Issue[],
): Figure[] {
  return fields.flatMap((figure, index) => {
    const field = `figures.${String(index)}`;
    checkSides(figure.of, sides, { file, field: `${field}.of` }, issues);
    for (const part of ['number', 'unit', 'for'] as const) {
      if (figure.quote.includes(figure[part])) continue;
      const message = `'${figure[part]}' is not in the quotation '${figure.quote}'`;
      issues.push({ code: 'not-a-quotation', file, field: `${field}.${part}`, message });
    }
    const place = placeQuote(figure.quote, paragraphs, { file, field: `${field}.quote` }, issues);
    return place ? [{ ...figure, ...place }] : [];
  });
}

/** What the body must have exactly once, within one sentence. */
function placeQuote(
  quote: string,
  paragraphs: readonly Paragraph[],
  at: { file: string; field: string },
  issues: Issue[],
): QuoteLocation | undefined {
  const found = paragraphs.flatMap(({ text, sentences }) => placesIn(text, quote, sentences));
  const [place] = found;
  if (!place) issues.push({ code: 'not-a-quotation', ...at, message: `'${quote}' is not in the body` });
  else if (found.length > 1) {
    const message = `'${quote}' is in the body ${String(found.length)} times; quote more words`;
    issues.push({ code: 'ambiguous-quotation', ...at, message });
  } else if (place.sentence === '') {
    const message = `'${quote}' crosses the end of a sentence; quote from each sentence separately`;
    issues.push({ code: 'quotation-across-sentences', ...at, message });
  } else return place;
  return undefined;
}

/** Every place where a paragraph has the words; the sentence is '' where the words are in no single one. */
function placesIn(text: string, quote: string, sentences: readonly Sentence[]): QuoteLocation[] {
  const places: QuoteLocation[] = [];
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    const end = start + quote.length;
    const sentence = sentences.find((whole) => whole.start <= start && end <= whole.end);
    places.push({ start, end, sentence: sentence?.id ?? '' });
  }
  return places;
}

function overlap(a: QuoteLocation, b: QuoteLocation): boolean {
  const paragraph = ({ sentence }: QuoteLocation): string => sentence.split('s')[0] ?? '';
  return paragraph(a) === paragraph(b) && a.start < b.end && b.start < a.end;
}

function checkSides(
  ids: readonly string[],
  sides: readonly string[],
  at: { file: string; field: string },
  issues: Issue[],
): void {
  for (const id of ids) {
    if (sides.includes(id)) continue;
    const message = `'${id}' is not a side of the meeting; its sides are ${sides.join(', ')}`;
    issues.push({ code: 'unknown-side', ...at, message });
  }
}
