/** What a reader selected, cut to the words of the text itself. */

/** The selected words of one text, with the paragraphs and sentences in which they stand. */
export interface Passage {
  /** From the first selected letter of the text to the last. */
  range: Range;
  text: HTMLElement;
  paragraphs: [HTMLElement, ...HTMLElement[]];
  /** The words, with a line for each paragraph. */
  words: string;
  /** The fragment of the sentence, or of the first paragraph where the words are of several sentences. */
  fragment: string;
}

/** The part of `element` that `selected` covers, without white space at its ends; undefined where that is no word. */
function cut(selected: Range, element: Element): Range | undefined {
  const range = document.createRange();
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let found = false;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (!selected.intersectsNode(node)) continue;
    const text = node.textContent ?? '';
    const from = node === selected.startContainer ? selected.startOffset : 0;
    const to = node === selected.endContainer ? selected.endOffset : text.length;
    const covered = text.slice(from, to);
    if (covered.trim() === '') continue;
    if (!found) range.setStart(node, from + covered.length - covered.trimStart().length);
    range.setEnd(node, from + covered.trimEnd().length);
    found = true;
  }
  return found ? range : undefined;
}

/** Reads the selection; undefined where it holds no words of a text, or those of several. */
export function selectedPassage(): Passage | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const selected = selection.getRangeAt(0);
  const parts = [...document.querySelectorAll<HTMLElement>('.text p')].flatMap((paragraph) => {
    const range = cut(selected, paragraph);
    return range ? [{ paragraph, range }] : [];
  });
  const [first, ...others] = parts;
  const last = parts.at(-1);
  const text = first?.paragraph.closest<HTMLElement>('.text');
  if (!first || !last || !text?.contains(last.paragraph)) return undefined;
  const range = first.range.cloneRange();
  range.setEnd(last.range.endContainer, last.range.endOffset);
  const sentences = [...first.paragraph.querySelectorAll('span[id]')].filter((span) => cut(range, span));
  const [sentence] = sentences;
  return {
    range,
    text,
    paragraphs: [first.paragraph, ...others.map(({ paragraph }) => paragraph)],
    words: parts.map((part) => part.range.toString().replace(/\s+/g, ' ')).join('\n'),
    fragment: sentence && sentences.length === 1 && others.length === 0 ? sentence.id : first.paragraph.id,
  };
}
