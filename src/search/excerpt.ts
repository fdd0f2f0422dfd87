/** What is shown of a passage. */
import type { Span } from './rank.ts';

/** How much of a passage is shown, and how much of it before what was found (UTF-16 units). */
const [passageLength, lead] = [280, 40];

/**
 * The part of a text that has the most of what was found, whole words of it.
 *
 * @param spans what was found, in order
 * @returns by turns what is not marked and what is; an ellipsis where the text goes on
 */
export function excerptOf(text: string, spans: readonly Span[]): string[] {
  const best = densest(spans);
  const start = Math.max(0, Math.min(best.start - lead, text.length - passageLength));
  const from = start && text.indexOf(' ', start) + 1;
  const end = from + passageLength;
  const to = end < text.length ? Math.max(best.end, text.lastIndexOf(' ', end)) : text.length;
  const before = from > 0 ? '… ' : '';
  const excerpt = before + text.slice(from, to) + (to < text.length ? ' …' : '');
  const shift = before.length - from;
  const cuts = spans
    .filter(({ start, end }) => start >= from && end <= to)
    .flatMap(({ start, end }) => [start + shift, end + shift]);
  return [...cuts, excerpt.length].map((cut, at) => excerpt.slice(cuts[at - 1] ?? 0, cut));
}

/** The first of the spans that has the most others in the words that are shown behind it; where there is none, the beginning. */
function densest(spans: readonly Span[]): Span {
  const near = ({ start }: Span): number =>
    spans.filter((other) => other.start >= start && other.start < start + passageLength).length;
  return spans.reduce(
    (best, span) => (near(span) > near(best) ? span : best),
    spans[0] ?? { start: 0, end: 0 },
  );
}
