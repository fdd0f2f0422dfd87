/** Results as elements, for the dialog and the search page. Nothing of a query or of the index is read as HTML. */
import { createElement } from '../../scripts/dom.ts';
import type { Hit } from '../client/hits.ts';
import type { Reading } from '../client/read-terms.ts';
import { type Results, runSearch } from '../client/session.ts';

/** The number of the latest search, and the search that runs. */
let latest = 0;
let running: Promise<unknown> = Promise.resolve();

/**
 * Searches and shows the results, unless another search has begun by then.
 *
 * @param view where results are shown, and how many passages, people and topics at most
 * @param filters a value for each filter that is set
 * @param onShown called with the results that are shown, or without where nothing was asked or search failed
 */
export async function showResults(
  { status, list, limit }: { status: HTMLElement; list: HTMLElement; limit: number },
  query: string,
  filters: Readonly<Record<string, string>>,
  onShown: (results?: Results) => void,
): Promise<void> {
  latest += 1;
  const turn = latest;
  const show = (message: (Node | string)[], results?: Results): void => {
    if (latest !== turn) return;
    status.replaceChildren(...message);
    list.replaceChildren(...(results?.hits ?? []).map(renderHit));
    onShown(results);
  };
  const fail = (reason: string): void => {
    const otherWay =
      ' Every text can be read without it: open a meeting’s full text and use your browser’s own search. ';
    show([reason, otherWay, createElement('a', { href: searchUrl(query) }, 'Try again')]);
  };
  if (query === '' && Object.keys(filters).length === 0) {
    show([]);
    return;
  }
  const timers = [
    setTimeout(() => {
      if (latest === turn) status.replaceChildren('Searching …');
    }, 300),
    setTimeout(fail, 5000, 'Search is still loading; the connection is slow.'),
  ];
  try {
    // While a search takes long, more is typed: only what was typed last is searched next.
    await running;
    if (latest !== turn) return;
    const search = runSearch(query, limit, filters);
    running = Promise.allSettled([search]);
    const results = await search;
    show(describe(results, query), results);
  } catch {
    if ('WebAssembly' in globalThis) fail('Search could not be loaded. Check your connection and try again.');
    else fail('Search needs WebAssembly, which is turned off in this browser.');
  } finally {
    timers.forEach(clearTimeout);
  }
}

/** The URL of the search page for a query. */
export function searchUrl(query: string): string {
  return `${import.meta.env.BASE_URL}search/?${String(new URLSearchParams({ q: query }))}`;
}

function renderHit({ url, title, context, excerpt, isPassage }: Hit): HTMLLIElement {
  // An index that was tampered with leads to no other site.
  const isOwn = new URL(url, location.href).origin === location.origin;
  const link = createElement('a', { href: isOwn ? url : import.meta.env.BASE_URL }, title);
  const { href } = link;
  const visit = new URL(href);
  const matches = new Set(excerpt.filter((_, at) => isPassage && at % 2 === 1));
  for (const text of matches) visit.searchParams.append('mark', text);
  // The URL that is shown and copied stays without the words to mark.
  link.onclick = link.onauxclick = () => {
    link.href = visit.href;
    setTimeout(() => (link.href = href), 0);
  };
  const marked = excerpt.map((part, at) => (at % 2 === 1 ? createElement('mark', {}, part) : part));
  return createElement(
    'li',
    { className: isPassage ? 'hit' : 'hit topic-hit' },
    createElement('h2', {}, link),
    createElement('p', { className: 'context' }, context),
    createElement('p', { className: 'excerpt' }, ...marked),
  );
}

/** What was found, and what was done to the query. What the texts do not have comes first. */
function describe(results: Results, query: string): (Node | string)[] {
  const { passages, people, topics, readings, isPartial, missingPhrases, vocabulary } = results;
  const typed = (isMeant: (reading: Reading) => boolean): string[] =>
    readings.filter(isMeant).map((reading) => reading.typed);
  const missing = typed(({ word }) => word === undefined);
  const known = typed(({ word }) => word !== undefined);
  const beginnings = typed(({ isPrefix = false }) => isPrefix);
  const typos = typed(({ isTypo = false }) => isTypo);
  const summaries =
    vocabulary.meetingCount === 1 ? 'the summary' : `the ${count(vocabulary.meetingCount)} summaries`;
  const absent = known.length > 0 ? missing : [query];
  const notIn = `${quote(absent)} ${absent.length === 1 ? 'does' : 'do'} not appear in`;
  if (results.total === 0)
    return [
      missing.length > 0
        ? `${notIn} the ${count(vocabulary.wordCount)} words of ${summaries} on this site.`
        : `No passage matches ${quote([query])}.`,
      ' Check the spelling, use another word, or browse the meetings, people and topics. ',
      ...(missing.length > 0 && known.length > 0 ? [searchInstead(known.join(' '))] : []),
    ];
  const counts = [
    count(passages.length, 'passage', 'passages'),
    count(people.length, 'person', 'people'),
    count(topics.length, 'topic', 'topics'),
  ].filter((text) => !text.startsWith('0 '));
  const warnings = [
    missing.length > 0 ? `${notIn} ${summaries}. ` : '',
    missingPhrases.length > 0 ? `No passage has ${quote(missingPhrases)} word for word. ` : '',
    isPartial ? 'No passage has all of these words; those below have most of them. ' : '',
  ];
  // A compound that was split is one word of the query.
  const found = new Set(readings.flatMap((one) => (one.isTypo ? one.written : one.word && one.typed) ?? []));
  const isAsTyped = typos.length + missing.length === 0;
  // What is in quotation marks is not corrected.
  const asTyped = typos.reduce((text, typo) => text.replace(typo, '"$&"'), query);
  return [
    ...(warnings.some(Boolean) ? [createElement('strong', {}, warnings.join(''))] : []),
    `${typos.length > 0 ? 'Showing results for a corrected spelling: ' : ''}${counts.join(', ')}`,
    query === '' ? '.' : ` for ${quote([isAsTyped ? query : [...found].join(' ')])}.`,
    beginnings.length > 0 ? ` Includes words that begin with ${quote(beginnings)}.` : '',
    ...(typos.length > 0 ? [' ', searchInstead(query, asTyped)] : []),
  ];
}

function searchInstead(text: string, query = text): HTMLElement {
  return createElement('a', { href: searchUrl(query) }, `Search instead for “${text}”`);
}

/** `1 person`, `2 people`, `1,038`. */
function count(number: number, one = '', several = ''): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : several}`.trim();
}

function quote(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(words.map((word) => `“${word}”`));
}
