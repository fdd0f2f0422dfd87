/** A passage of the text: a paragraph, a sentence, or words that a reader selected. */
export type Passage = NonNullable<ReturnType<typeof readPassage>>;

/** The part of a range that is in an element; undefined if it has no words. */
function clip(range: Range, element: Element): Range | undefined {
  const part = document.createRange();
  part.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0)
    part.setEnd(range.endContainer, range.endOffset);
  return part.toString().trim() === '' ? undefined : part;
}

/**
 * Reads the passage that a range covers; undefined if it covers no words of a text.
 *
 * @param chosen the id of the paragraph or sentence, if the reader chose one
 * @returns the range, cut to words of texts; its words, a line for each paragraph; publisher, meeting, day, item and place; the
 * id of its sentence, or of the first paragraph if there are several sentences; the last paragraph
 */
export function readPassage(selected: Range, chosen?: string) {
  const parts = [...document.querySelectorAll<HTMLElement>('.text p')].flatMap((paragraph) => {
    const range = clip(selected, paragraph);
    const number = paragraph.previousElementSibling;
    return range && number instanceof HTMLElement ? [{ paragraph, range, number }] : [];
  });
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return undefined;
  const range = first.range.cloneRange();
  range.setEnd(last.range.endContainer, last.range.endOffset);
  const sentences = [...first.paragraph.querySelectorAll('span[id]')].filter((span) => clip(range, span));
  const [sentence] = first === last && sentences.length === 1 ? sentences : [];
  const [text, endText] = [first, last].map(({ paragraph }) => paragraph.closest<HTMLElement>('.text'));
  const [from = '', to = ''] = [first, last].map(({ number }) => number.dataset.number);
  const id = chosen ?? (sentence ?? first.paragraph).id;
  const [, place] = /s(\d+)$/.exec(id) ?? [];
  let paragraphs = first === last ? `paragraph ${from}` : `paragraphs ${from}–${to}`;
  if (place) paragraphs += `, sentence ${place}`;
  // On the page of the full summary, a selection can end in another item.
  if (text !== endText)
    paragraphs = `paragraph ${from} to ${last.number.ariaLabel?.replace('Link to ', '') ?? ''}`;
  return {
    range,
    words: parts.map((part) => part.range.toString().trim().replace(/\s+/g, ' ')).join('\n'),
    source: `${text?.dataset.cite ?? ''}, ${text?.dataset.part ?? ''}, ${paragraphs}`,
    id,
    end: last.paragraph,
  };
}
