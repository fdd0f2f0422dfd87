import { ParseEnglish } from 'parse-english';

/** A range of a text: the offsets of its first character and after its last (UTF-16 units). */
export interface TextRange {
  start: number;
  end: number;
}

const parser = new ParseEnglish();

/**
 * The ranges of the sentences of an English text, in order. The spaces between two sentences belong to neither.
 * Abbreviations ("p.m.", "U.N.") do not end a sentence.
 *
 * @param text a paragraph as a reader sees it
 */
export function sentenceRanges(text: string): TextRange[] {
  return parser
    .parse(text)
    .children.flatMap((paragraph) => (paragraph.type === 'ParagraphNode' ? paragraph.children : []))
    .filter((node) => node.type === 'SentenceNode')
    .map(({ position }) => ({
      start: position?.start.offset ?? 0,
      end: position?.end.offset ?? text.length,
    }));
}
