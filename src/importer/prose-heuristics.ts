/** What is a title and what a paragraph: how a stretch of English reads. */
import { startsWithListMarker } from '../domain/parse/source-lines.ts';
import { countWords } from '../domain/parse/count-words.ts';

/** A verb that makes a sentence of words: auxiliaries, and the past in which summaries report. */
const verb =
  /\b(?:was|were|is|are|has|have|had|did|does|will|would|shall|should|can|could|may|might|must|cannot|said|met|held|took|gave|made|spoke|told|thought|went|came|paid|began|sought|drew|found|felt|kept|saw|understood|led|left|sent|brought|stood|wrote|grew|rose|fell|set|put|agree|(?!(?:need|indeed|speed|feed|seed|exceed|proceed|succeed|hundred|unprecedented|related|united)\b)\p{Ll}{2,}ed)\b/u;

/** The end of words that need others after them. */
const unfinished =
  /(?:[,;–—]|\b(?:that|the|of|to|and|or|with|for|in|on|at|by|from|as|until|following|follows))$/u;

/** What may close a sentence after its full stop: quotation marks, the marks of notes, the end of the document. */
const quoteEnd = String.raw`(?:\[(?:footnote )?\d{1,2}\]|[)\]"'”’）」⁰¹²³⁴-⁹])*(?:\s*[/(\[<#*]+\s*(?:END|[Ee]nd)\s*[/)\]>#*]+)?$`;
const fullStop = new RegExp(`[.!。]${quoteEnd}`, 'u');
const sentenceEnd = new RegExp(`[.!?:。]${quoteEnd}`, 'u');

/** Whether a text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text);
}

/** Whether a sentence goes on after a text. */
export function isUnfinished(text: string): boolean {
  return unfinished.test(text);
}

/** Whether a text is prose, and no line such as a title, a name or a caption. */
export function isProse(text: string): boolean {
  const words = countWords(text);
  if (fullStop.test(text) || /[:：]$/u.test(text)) return words > 8 || (words > 2 && verb.test(text));
  return words > 24 && verb.test(text);
}

/** Whether the words after a number are a paragraph and no title. */
export function isParagraph(text: string): boolean {
  return countWords(text) === 0 || startsWithListMarker(text) || isUnfinished(text) || isProse(text);
}
