/** Which agenda item answers a query best: pure functions, so that each rule has its test. */
import type { Values } from './filters.ts';
import { type OtherNames, unpackPassage } from './passage.ts';
import { type Query, type Term, likeness } from './query.ts';
import { remembered } from '../record/remembered.ts';
import { type Word, wordsOf } from './words.ts';

/** A passage that Pagefind found. */
export interface Candidate {
  /** The address of the passage. */
  address: string;
  /** Number and title of its item, or the title of its meeting. */
  title: string;
  /** Whether it belongs to an item, whose title tells what it is about. */
  item: boolean;
  /** The passage as the index holds it. */
  packed: string;
  /** Meeting, section. */
  where: string[];
  /** The day of its meeting. */
  date: string;
  /** What it can be asked for. */
  values: Values;
}

/** Part of a text (UTF-16 units). */
export interface Span {
  start: number;
  end: number;
}

/** A passage with what was found in it. */
export interface Found {
  candidate: Candidate;
  text: string;
  /** The words that answer the query, and those whose other name does. */
  spans: Span[];
  /** The terms that it answers. */
  terms: Set<Term>;
  score: number;
}

/** An item that answers, with its passages, best first. */
export interface Ranked {
  page: string;
  passages: Found[];
  terms: Set<Term>;
  /** What those terms are worth together. */
  worth: number;
  score: number;
}

/** What a register's other name is worth beside the word itself, a thesaurus's, and a fact to who asks for nothing else. */
const [sameName, muchTheSame, factAskedFor] = [0.85, 0.55, 4];
/** What it is worth that words stand together in another name, beside the text. */
const inName = 0.5;
/**
 * What it adds that a term stands in the title of an item, in that of a meeting, that two stand together, that all
 * stand together as they were typed, and that one stands there more than once.
 */
const [inTitle, inMeetingTitle, together, asTyped, oftener] = [0.5, 0.2, 0.3, 0.3, 0.12];

/** What finding a term is worth: the rarer, the more. A term that only asks is worth little. */
export function weightOf(term: Term, count: number): number {
  const weight = 1 / (1 + Math.log2(1 + count));
  return term.asks ? 0.15 : weight;
}

/** Whether a passage has a term: in its text, its names or the title of its item. */
export function hasTerm(term: Term, { packed, title }: Candidate): boolean {
  const { words, others } = readPassage(packed);
  const named = others.flatMap(({ own }) => own);
  return [wordsOf(title), words, ...named].some((own) => own.some((word) => likeness(term, word) > 0));
}

/**
 * Ranks passages by their items.
 *
 * @param candidates the passages, of each item as many as were found
 * @param weights what each term is worth
 */
export function rank(
  candidates: readonly Candidate[],
  query: Query,
  weights: ReadonlyMap<Term, number>,
): Ranked[] {
  const pages = Map.groupBy(candidates, ({ address }) => address.split('#')[0] ?? address);
  return (
    [...pages]
      .map(([page, own]) => rankPage(page, own, query, weights))
      // An item that has nothing of what is asked for, or not its phrase, answers nothing.
      .filter(({ passages }) => passages.length > 0)
      .sort((a, b) => b.score - a.score)
  );
}

function rankPage(
  page: string,
  candidates: readonly Candidate[],
  query: Query,
  weights: ReadonlyMap<Term, number>,
): Ranked {
  const { terms, phrases } = query;
  const worth = (term: Term): number => weights.get(term) ?? 0;
  const first = candidates[0];
  const title = wordsOf(first?.title ?? '');
  const titled = first?.item ? inTitle : inMeetingTitle;
  const best = new Map<Term, number>();
  const wanted = terms.filter(({ asks }) => !asks);
  const inTheTitle = wanted.some((term) => title.some((word) => likeness(term, word) > 0));
  const read = candidates
    .map((candidate) => find(candidate, query, worth))
    .filter(({ words }) => phrases.every((phrase) => hasPhrase(words, phrase)));
  const answering = read.filter((passage) => wanted.length === 0 || passage.terms.size > 0);
  // Where only its title has it, an item answers with its first passage.
  const passages = answering.length > 0 ? answering : read.slice(0, inTheTitle ? 1 : 0);
  const counts = new Map<Term, number>();
  for (const { qualities, times } of passages) {
    for (const [term, quality] of qualities) best.set(term, Math.max(best.get(term) ?? 0, quality));
    for (const [term, count] of times) counts.set(term, (counts.get(term) ?? 0) + count);
  }
  let score = 0;
  for (const term of terms) {
    const named = Math.max(0, ...title.map((word) => likeness(term, word)));
    const quality = Math.max(best.get(term) ?? 0, first?.item ? named : 0);
    if (quality > 0) best.set(term, quality);
    const more = 1 + (oftener / wanted.length) * Math.min(2, Math.log2(counts.get(term) ?? 1));
    score += worth(term) * (quality * more + named * titled);
  }
  score += Math.max(0, ...passages.map(({ close }) => close));
  if (first?.item) score += pairs(title, terms, worth);
  passages.sort((a, b) => b.score - a.score);
  const answered = new Set([...best.keys()].filter(({ asks }) => !asks));
  return { page, passages, terms: answered, worth: sumOf(answered, worth), score };
}

interface Matched extends Found {
  words: Word[];
  qualities: Map<Term, number>;
  times: Map<Term, number>;
  /** What it adds that terms stand together. */
  close: number;
}

/** A passage with the words of its text and of its names. */
const readPassage = remembered(2000, (packed) => {
  const { text, others } = unpackPassage(packed);
  return {
    text,
    words: wordsOf(text),
    others: others.map((other) => ({ ...other, own: other.names.map(wordsOf) })),
  };
});

/** What a passage has of a query. */
function find(candidate: Candidate, { terms, onlyAsks }: Query, worth: (term: Term) => number): Matched {
  const { text, words, others } = readPassage(candidate.packed);
  const qualities = new Map<Term, number>();
  const times = new Map<Term, number>();
  const places = new Map<Term, Span[]>();
  const mark = (term: Term, spans: readonly Span[]): void => {
    if (!term.asks) places.set(term, [...(places.get(term) ?? []), ...spans]);
  };
  for (const term of terms) {
    for (const word of words) {
      const quality = likeness(term, word);
      if (quality === 0) continue;
      qualities.set(term, Math.max(qualities.get(term) ?? 0, quality));
      times.set(term, (times.get(term) ?? 0) + 1);
      mark(term, [word]);
    }
  }
  let close = closeness(words, terms, worth);
  const byName = new Set<Term>();
  for (const other of others) {
    const fact = other.same && other.form === '' && onlyAsks;
    const value = fact ? factAskedFor : other.same ? sameName : muchTheSame;
    for (const own of other.own) {
      const named = terms.filter((term) => own.some((word) => likeness(term, word) > 0));
      if (named.length === 0) continue;
      // Part of a name is worth that part: "Korea" is half of South Korea.
      const whole = own.filter((word) => named.some((term) => likeness(term, word) > 0)).length / own.length;
      for (const term of named) {
        const quality = value * whole * Math.max(0, ...own.map((word) => likeness(term, word)));
        const complete = whole === 1 && own.length > 1 && pairs(words, named, () => 1) === 0;
        // Words that only together are a name are not marked by themselves: "Korea" of "South Korea".
        if (complete && !byName.has(term)) {
          byName.add(term);
          places.delete(term);
        }
        if (complete || quality > (qualities.get(term) ?? 0)) mark(term, placesOf(text, other));
        qualities.set(term, Math.max(quality, qualities.get(term) ?? 0));
      }
      close = Math.max(close, inName * value * closeness(own, terms, worth));
    }
  }
  const score = [...qualities].reduce((sum, [term, quality]) => sum + worth(term) * quality, close);
  const answered = new Set([...qualities.keys()].filter(({ asks }) => !asks));
  return {
    candidate,
    text,
    words,
    spans: union([...places.values()].flat()),
    terms: answered,
    score,
    qualities,
    times,
    close,
  };
}

/** What it adds that terms stand together: neighbours, and all as they were typed. */
function closeness(words: readonly Word[], terms: readonly Term[], worth: (term: Term) => number): number {
  const typed = terms.map(({ word }) => word);
  const stands = typed.length > 1 && hasPhrase(words, typed);
  return pairs(words, terms, worth) + (stands ? asTyped * sumOf(terms, worth) : 0);
}

/** What it adds that neighbours of the query are neighbours in a text. */
function pairs(
  words: readonly Pick<Word, 'word' | 'stem'>[],
  terms: readonly Term[],
  worth: (term: Term) => number,
): number {
  let sum = 0;
  for (let at = 1; at < terms.length; at += 1) {
    const [left, right] = [terms[at - 1], terms[at]];
    if (!left || !right) continue;
    const near = (first: Term, second: Term): boolean =>
      words.some((word, index) => {
        const next = words[index + 1];
        return next !== undefined && likeness(first, word) > 0 && likeness(second, next) > 0;
      });
    // "Kishida Fumio" is Fumio Kishida.
    if (near(left, right) || near(right, left)) sum += together * (worth(left) + worth(right));
  }
  return sum;
}

function sumOf(terms: Iterable<Term>, worth: (term: Term) => number): number {
  return [...terms].reduce((sum, term) => sum + worth(term), 0);
}

function hasPhrase(words: readonly Word[], phrase: readonly string[]): boolean {
  return words.some((_, at) => phrase.every((word, step) => words[at + step]?.word === word));
}

function placesOf(text: string, { form }: OtherNames): Span[] {
  const start = text.indexOf(form);
  return form && start >= 0 ? [{ start, end: start + form.length }] : [];
}

/** Spans in order, those that overlap made one. */
function union(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
