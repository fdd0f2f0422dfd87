/** What is a title and what a paragraph: how a stretch of English reads. */
import { startsWithListMarker } from '../domain/parse/source-lines.ts';
import { sentenceRanges } from '../domain/parse/sentences.ts';
import { countTextWords } from '../domain/parse/parse-body.ts';

/** A verb that makes a sentence of words: auxiliaries, and the past in which summaries report. */
const verb =
  /\b(?:was|were|is|are|has|have|had|did|does|will|would|shall|should|can|could|may|might|must|cannot|said|met|held|took|gave|made|spoke|told|thought|went|came|paid|began|sought|drew|found|felt|kept|saw|understood|underlined|led|left|sent|brought|stood|wrote|grew|rose|fell|drew|set|put|agree|(?!(?:need|indeed|speed|feed|seed|exceed|proceed|succeed|hundred|unprecedented|related|united)\b)\p{Ll}{2,}ed)\b/u;

/** How a sentence starts. A title may too, so it takes a verb and some length besides. */
const subject =
  /^(?:The|Both|Each|He|She|They|It|We|This|These|There|In|On|At|As|With|Regarding|Concerning|Following|Upon|After|Before|During|Furthermore|Moreover|Meanwhile|Then|Finally|(?:Foreign |Prime |Vice |State |Deputy )*(?:Minister|Secretary|President|Ambassador|Chancellor)|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Japan|China|India)\b/u;

/** An abbreviation at the end: its full stop ends no sentence by itself. */
const abbreviation = /(?:\b\p{Lu}\.){1,}$|\b(?:etc|Inc|Ltd|Co|Jr|St|vs|al)\.$/u;

/** How words end that want others behind them. */
const unfinished = /(?:[,;–—]|\b(?:that|the|of|to|and|or|with|for|in|on|as|by|following|follows))$/u;

function terminal(text: string): boolean {
  return /[.!。][)\]"'”’）」⁰¹²³⁴-⁹]*$/u.test(text);
}

/** Whether a text holds a verb. */
export function hasVerb(text: string): boolean {
  return verb.test(text);
}

/** Whether a text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return /[.!?:。][)\]"'”’）」⁰¹²³⁴-⁹]*$/u.test(text);
}

/**
 * Whether the words after a number are a paragraph and no title, where more text follows them. A title is short, ends
 * without a full stop and has no sentence in it; a number may also stand before a paragraph at once.
 */
export function isParagraph(text: string): boolean {
  const words = countTextWords(text);
  if (startsWithListMarker(text) || words === 0) return true;
  const [first, ...more] = sentenceRanges(text);
  if (
    first &&
    more.length > 0 &&
    terminal(text.slice(first.start, first.end)) &&
    first.end - first.start > 15
  )
    return true;
  if (text.length > 220) return true;
  const sentence = hasVerb(text);
  if (terminal(text)) {
    if (abbreviation.test(text)) return sentence && subject.test(text) && words > 6;
    return sentence || words > 8;
  }
  if (/[:：]$/u.test(text)) return sentence && (words > 3 || subject.test(text));
  if (unfinished.test(text)) return true;
  if (text.endsWith('?')) return words > 14;
  return sentence && subject.test(text) && words > 14;
}

/** Whether a text without a number is prose, and no line such as a title, a name or a caption. */
export function isProse(text: string): boolean {
  const words = countTextWords(text);
  if (/^[[(（].*[\])）]$/u.test(text) && sentenceRanges(text).length < 3) return false;
  const sentence = hasVerb(text);
  if (terminal(text)) {
    if (abbreviation.test(text)) return sentence && (subject.test(text) || words > 12);
    return (sentence && words > 2) || words > 8;
  }
  if (/[:：]$/u.test(text)) return sentence && words > 4;
  return sentence && (words > 24 || (subject.test(text) && words > 14));
}

/** Whether words are written as titles are: most of the long ones with a capital. */
export function isTitleCase(text: string): boolean {
  const long = text.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  return long.filter((word) => /^\p{Lu}/u.test(word)).length >= long.length * 0.7;
}
