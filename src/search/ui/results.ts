/** Results as elements, for the dialog and the search page. Nothing of a query or of the index is read as HTML. */
import { createElement } from '@/scripts/dom.ts';
import type { Hit } from '@/search/client/hits.ts';
import type { SearchOptions } from '@/search/client/search.ts';
import { type Results, runSearch } from '@/search/client/session.ts';

/** Where results are shown. */
export interface ResultsView {
  status: HTMLElement;
  list: HTMLElement;
  /** How many passages are shown, and how many people and topics. */
  limit: number;
  /** Called with the results that are shown, or without where there are none to show: nothing was asked, or search failed. */
  onShown: (results?: Results) => void;
}

const otherWays =
  'Every text can be read without it: open a meeting’s full text and use your browser’s own search. ';
/** The latest search of each list. */
const latest = new WeakMap<HTMLElement, symbol>();

/** Searches and shows the results, unless another search has begun by then. */
export async function showResults(view: ResultsView, query: string, options?: SearchOptions): Promise<void> {
  const { status, list, limit, onShown } = view;
  const turn = Symbol(query);
  latest.set(list, turn);
  const isLatest = (): boolean => latest.get(list) === turn;
  const retry = createElement('a', { href: searchUrl(query) }, 'Try again');
  const fail = (reason: string): void => {
    if (!isLatest()) return;
    status.replaceChildren(`${reason} ${otherWays}`, retry);
    list.replaceChildren();
    onShown();
  };
  if (query === '' && Object.keys(options?.filters ?? {}).length === 0) {
    status.replaceChildren();
    list.replaceChildren();
    onShown();
    return;
  }
  const timers = [
    setTimeout(() => {
      if (isLatest()) status.replaceChildren('Searching …');
    }, 300),
    setTimeout(fail, 5000, 'Search is still loading; the connection is slow.'),
  ];
  try {
    const results = await runSearch(query, limit, options);
    if (!isLatest()) return;
    status.replaceChildren(...describe(results, query));
    list.replaceChildren(...results.hits.map(renderHit));
    onShown(results);
  } catch {
    if ('WebAssembly' in globalThis) fail('Search could not be loaded. Check your connection and try again.');
    else fail('Search needs WebAssembly, which is turned off in this browser.');
  } finally {
    timers.forEach(clearTimeout);
  }
}

/** The URL of the search page for a query. */
export function searchUrl(query: string, isExact = false): string {
  const parameters = new URLSearchParams({ q: query, ...(isExact && { as: 'typed' }) });
  return `${import.meta.env.BASE_URL}search/?${String(parameters)}`;
}

function renderHit({ url, title, context, excerpt, isPassage }: Hit): HTMLLIElement {
  // An index that was tampered with leads to no other site.
  const isOwn = new URL(url, location.href).origin === location.origin;
  const link = createElement('a', { href: isOwn ? url : import.meta.env.BASE_URL }, title);
  const { href } = link;
  const matches = new Set(excerpt.flatMap(({ text, isMatch }) => (isMatch && isPassage ? [text] : [])));
  const visit = new URL(link.href);
  visit.search = String(new URLSearchParams([...matches].map((word) => ['mark', word])));
  link.dataset.visit = visit.href;
  // The URL that is shown and copied stays without the words to mark.
  link.onclick = link.onauxclick = () => {
    link.href = visit.href;
    setTimeout(() => (link.href = href), 0);
  };
  const runs = excerpt.map(({ text, isMatch }) => (isMatch ? createElement('mark', {}, text) : text));
  return createElement(
    'li',
    { className: isPassage ? 'hit' : 'hit topic-hit' },
    createElement('h2', {}, link),
    createElement('p', { className: 'context' }, context),
    createElement('p', { className: 'excerpt' }, ...runs),
  );
}

/** What was found, and what was done to the query. */
function describe(results: Results, query: string): (Node | string)[] {
  const { passages, entries, kinds, readings, isPartial, missingPhrases, vocabulary } = results;
  const { meetingCount, wordCount, words } = vocabulary;
  const missing = readings.flatMap(({ typed, word }) => (word === undefined ? [typed] : []));
  const known = readings.flatMap(({ typed, word }) => (word === undefined ? [] : [typed]));
  const beginnings = readings.flatMap(({ typed, isBeginning }) => (isBeginning ? [typed] : []));
  const corrected = readings
    .map(({ typed, word = '', isTypo }) => (isTypo ? words.get(word) : typed))
    .join(' ');
  const isCorrected = readings.some(({ isTypo }) => isTypo);
  const summaries = meetingCount === 1 ? 'the summary' : `the ${format(meetingCount)} summaries`;
  const absent = known.length > 0 ? missing : [query];
  const notIn = `${quote(absent)} ${absent.length === 1 ? 'does' : 'do'} not appear in`;
  const link = (text: string, isExact?: boolean): HTMLElement =>
    createElement('a', { href: searchUrl(text, isExact) }, `Search instead for “${text}”`);
  if (passages.length + entries.length === 0) {
    const where = `${notIn} the ${format(wordCount)} words of ${summaries} on this site.`;
    return [
      missing.length > 0 ? where : `No passage matches ${quote([query])}.`,
      ' Check the spelling, use another word, or browse the meetings, people and topics. ',
      ...(missing.length > 0 && known.length > 0 ? [link(known.join(' '))] : []),
    ];
  }
  const people = entries.filter(({ id }) => kinds.get(id) === 'Person').length;
  const counts = [
    [passages.length, 'passage', 'passages'] as const,
    [people, 'person', 'people'] as const,
    [entries.length - people, 'topic', 'topics'] as const,
  ].flatMap(([count, one, several]) =>
    count === 0 ? [] : `${format(count)} ${count === 1 ? one : several}`,
  );
  return [
    `${isCorrected ? 'Showing results for a corrected spelling: ' : ''}${counts.join(', ')}`,
    query === '' ? '.' : ` for ${quote([isCorrected ? corrected : query])}.`,
    missing.length > 0 ? ` ${notIn} ${summaries}.` : '',
    beginnings.length > 0 ? ` Includes words that begin with ${quote(beginnings)}.` : '',
    missingPhrases.length > 0 ? ` No passage has ${quote(missingPhrases)} word for word.` : '',
    isPartial ? ' No passage has all of these words; these have most of them.' : '',
    ...(isCorrected ? [' ', link(query, true)] : []),
  ];
}

function format(number: number): string {
  return number.toLocaleString('en');
}

function quote(words: readonly string[]): string {
  return new Intl.ListFormat('en').format(words.map((word) => `“${word}”`));
}
