/** What an import is not made for: documents whose parts it would take for something else. */
import type { PublishedLine } from '../record/published-lines.ts';
import { dateLine, openingDay } from './dates.ts';
import { kindOfLine } from './opening.ts';
import type { Problem } from './problem.ts';
import { hasVerb, isProse } from './prose.ts';

/** Said of every document in another language. */
export const onlyEnglish = 'an import reads English for now';

/** All that speaks against taking a text over, in the order of its lines. */
export function refusals(lines: readonly PublishedLine[]): Problem[] {
  return [
    ...transcript(lines),
    ...leavesOfPaper(lines),
    ...tables(lines),
    ...otherSchemes(lines),
    ...otherLanguage(lines),
    ...severalMeetings(lines),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function quote(text: string): string {
  const words = text.trim();
  return `“${words.length > 60 ? `${words.slice(0, 60).trimEnd()} …` : words}”`;
}

// ---- Transcripts ----

const speaker = /^(?<name>\p{Lu}[^:：“"]{0,50}?)\s*[:：](?:\s+(?<words>\S.*))?$/u;
const question = /^(?<name>[QA])\s*[.．)]\s+(?<words>\S.*)$/u;
const title =
  /\b(?:Mr|Ms|Mrs|Dr|Secretary|Minister|President|Ambassador|Spokes(?:man|woman|person)|Chancellor|Moderator|Interviewer|Reporter|Question(?:er)?|Answer|Chair(?:man|woman|person)?|Senator|General|Director|Q|A)\b/iu;
/** Labels of facts, which stand in capitals at times. */
const fact =
  /^(?:(?:PROVISIONAL |PRESS |MEDIA )?(?:NOTES?|DATES?|TIMES?|PLACE|VENUE|LOCATION|SUBJECT|RE|PHOTOS?|CAPTION|SOURCE|CONTACTS?|END|TEL|FAX|E-?MAIL|EMBARGO(?:ED)?|ATTENDEES|PARTICIPANTS|PRESENT|AGENDA|TOPICS?|OUTLINE|SUMMARY|OVERVIEW|TRANSLATION|RELEASE|DURATION|LANGUAGE|REFERENCE|RELATED|UPDATED?|ISSUED))\b/iu;
const firstPerson = /\b(?:I|I'm|I’m|I've|I’ve|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|[Tt]hank)\b/u;

function transcript(lines: readonly PublishedLine[]): Problem[] {
  const asked = lines.some(({ text }) => /^\s*Q\s*[.．)]\s/u.test(text));
  const spoken = lines.flatMap(({ text, line }, index) => {
    const match = speaker.exec(text.trim()) ?? (asked ? question.exec(text.trim()) : null);
    const { name = '', words = lines[index + 1]?.text ?? '' } = match?.groups ?? {};
    if (name === '' || fact.test(name) || name.split(/\s+/u).length > 6) return [];
    const plain = name.replace(/\(.*?\)/gu, '').trim();
    const capitals = !/\p{Ll}/u.test(plain.replace(/\bMc(?=\p{Lu})/gu, ''));
    return [{ name: plain, words, line, text, capitals, titled: title.test(plain) }];
  });
  const distinct = (all: typeof spoken): number => new Set(all.map(({ name }) => name)).size;
  const inCapitals = spoken.filter(({ capitals, words }) => capitals && words !== '');
  const titled = inCapitals.filter(
    (own) => own.titled && (hasVerb(own.words) || firstPerson.test(own.words)),
  );
  const named = spoken.filter((own) => own.titled && !/\b(?:side|delegation|attend)/iu.test(own.name));
  const people = named.filter(({ words }) => firstPerson.test(words));
  const personal = spoken.filter(({ words }) => firstPerson.test(words));
  const alternating = personal.length > distinct(personal) && distinct(personal) > 1;
  const speakers =
    titled.length > 0
      ? inCapitals.filter((own) => own.titled)
      : inCapitals.length > 2 || (inCapitals.length > 1 && inCapitals.some(({ words }) => hasVerb(words)))
        ? inCapitals
        : people.length > 1
          ? named
          : alternating
            ? personal
            : [];
  const [first] = speakers;
  if (!first) return [];
  const problem = `is a transcript: ${quote(first.text)} gives the word to a speaker (${String(speakers.length)} such lines); an import reads summaries`;
  return [{ line: first.line, problem }];
}

// ---- Text that was taken from pages of paper ----

const leader = /(?:\.{4,}|(?:\s\.){4,}|…{2,}|·{4,}|_{4,})\s*(?:[ivxlc]+|\d{1,3})$/iu;
const pageNumber =
  /^(?:[-–—]\s*\d{1,3}\s*[-–—]|\[?(?:Page|p\.)\s*\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?\]?|\d{1,3}\s*(?:of|\/)\s*\d{1,3}|\d{1,3})$/iu;

function leavesOfPaper(lines: readonly PublishedLine[]): Problem[] {
  const pdf =
    'as in text that was taken from a PDF; take the text from the web page, or put its lines right by hand';
  const found: Problem[] = [];
  const leaders = lines.filter(({ text }) => leader.test(text));
  if (leaders[0])
    found.push({ line: leaders[0].line, problem: `has dot leaders, ${quote(leaders[0].text)}, ${pdf}` });
  // A title with a number behind it, again and again, is the head or foot of a page.
  const titles = lines.slice(0, 5).map(({ text }) => text.trim());
  const running = lines.filter(({ text }) => {
    const head = text.trim().replace(/\s+[|–—-]?\s*\d{1,3}$/u, '');
    return head !== text.trim() && titles.includes(head);
  });
  const numbers = lines.filter(
    (line) => pageNumber.test(line.text.trim()) || (running.length > 1 && running.includes(line)),
  );
  if (numbers[0])
    found.push({ line: numbers[0].line, problem: `has a page number, ${quote(numbers[0].text)}, ${pdf}` });
  return found;
}

// ---- Tables ----

function tables(lines: readonly PublishedLine[]): Problem[] {
  const problem = (what: string, line: PublishedLine): Problem[] => [
    {
      line: line.line,
      problem: `is a table (${what}), ${quote(line.text)}; an import would tear its cells apart: write it as text`,
    },
  ];
  const bars = lines.map(
    ({ text }) =>
      text
        .trim()
        .replace(/^\||\|$/gu, '')
        .split(/[|｜│]/u).length - 1,
  );
  const rule = lines.find(({ text }) => /^\s*[|+]?[-:=]{3,}(?:\s*[|+]\s*[-:=]{2,})+\s*[|+]?$/u.test(text));
  const framed = lines.find(({ text }) => /^\s*\|.*\|\s*$/u.test(text));
  const piped = lines.find((_, index) => {
    const own = bars[index] ?? 0;
    if (own === 0 || bars[index + 1] !== own) return false;
    return own > 1 || bars[index + 2] === own;
  });
  const [bar] = [rule, framed, piped].flatMap((line) => line ?? []).sort((a, b) => a.line - b.line);
  if (bar) return problem('bars', bar);

  /** The cells of a line, behind its number or bullet. */
  const cells = (text: string, between: RegExp): string[] =>
    text
      .trim()
      .replace(/^(?:\S{1,5})\s+(?=\S)/u, (mark) => (/[\p{L}\d]{3,}/u.test(mark) ? mark : ''))
      .split(between);
  const tabbed = lines.find(
    ({ text }, index) =>
      cells(text, /\t+/u).length > 1 && cells(lines[index + 1]?.text ?? '', /\t+/u).length > 1,
  );
  if (tabbed) return problem('tabs', tabbed);
  const aligned = lines.find((_, index) => {
    const rows = lines.slice(index, index + 3).map(({ text }) => text.trim());
    const starts = rows.map((text) =>
      [...text.matchAll(/\s{3,}(?=\S)/gu)].map((gap) => gap.index + gap[0].length),
    );
    return (
      rows.length === 3 &&
      rows.every((text) => text.length < 120 && !/[.;:]$/u.test(text)) &&
      starts.every((own) => own.length > 0 && own.some((at) => starts[0]?.includes(at)))
    );
  });
  return aligned ? problem('columns', aligned) : [];
}

// ---- Sections that are not numbered 1, 2, 3 ----

function otherSchemes(lines: readonly PublishedLine[]): Problem[] {
  const problem = (kind: string, line: PublishedLine): Problem => ({
    line: line.line,
    problem: `numbers its sections by ${kind}, ${quote(line.text)}; an import knows sections “1.” with items “(1)”`,
  });
  const numbered = lines.some(({ text }) =>
    /^\s*(?:[0-9０-９]{1,2}[.．](?!\d)|[(（][0-9０-９]{1,2}[)）])/u.test(text),
  );
  /** Lines that start with the first numbers of a scheme, in order. */
  const starts = (...patterns: RegExp[]): PublishedLine | undefined => {
    const at = patterns.map((pattern) => lines.findIndex(({ text }) => pattern.test(text)));
    const inOrder = at.every((index, place) => index >= 0 && (place === 0 || index > (at[place - 1] ?? 0)));
    return inOrder ? lines[at[0] ?? 0] : undefined;
  };
  const found: Problem[] = [];
  const sections = lines.some(({ text }) => /^\s*[0-9０-９]{1,2}[.．](?!\d)/u.test(text));
  const roman =
    starts(/^\s*I\s?[.．)）:：–—-]\s*\p{L}/u, /^\s*II\s?[.．)）:：–—-]\s*\p{L}/u) ??
    starts(/^\s*I\s+\p{Lu}\p{Ll}/u, /^\s*II\s+\p{Lu}/u) ??
    starts(/^\s*Ⅰ/u) ??
    starts(/^\s*(?:Part|Section|Chapter)\s+I\b/iu, /^\s*(?:Part|Section|Chapter)\s+II\b/iu) ??
    (sections
      ? undefined
      : (starts(/^\s*[(（]I[)）]/u, /^\s*[(（]II[)）]/u) ??
        starts(/^\s*I[.．]\s*\p{Lu}/u) ??
        starts(/^\s*i[.)]\s*\p{L}/u, /^\s*ii[.)]\s*\p{L}/u)));
  if (roman) found.push(problem('Roman numerals', roman));
  const letters =
    starts(/^\s*A\s?[.．)）]\s*\p{L}/u, /^\s*B\s?[.．)）]\s*\p{L}/u) ??
    (numbered
      ? undefined
      : (starts(/^\s*[(（]?A[)）]\s*\p{Lu}/u, /^\s*[(（]?B[)）]\s*\p{Lu}/u) ??
        starts(/^\s*a[.)]\s*\p{L}/u, /^\s*b[.)]\s*\p{L}/u) ??
        starts(/^\s*[(（]a[)）]\s*\p{Lu}/u, /^\s*[(（]b[)）]\s*\p{Lu}/u)));
  if (letters) found.push(problem('letters', letters));
  return found;
}

// ---- Other languages ----

/** Words that a text of the language cannot do without. Those that English has too are left out. */
const common: Readonly<Record<string, string>> = {
  English: 'the of and to in that for on with was were by at from which this as is his they would',
  French: 'le la les des et du une dans pour que qui sur avec au aux par est ont été ses',
  Spanish: 'el la los las de del y en que por con una para su al se ha sobre como más',
  German: 'der die das und den dem des mit von zu im auf für ist eine einen über nicht sich auch',
  Portuguese: 'o os do da dos das e em que com uma para ao pela pelo foi sobre não mais na',
  Italian: 'il lo gli della delle dei e di che con una per nel nella è sono ha sul più dal',
  Dutch: 'de het een en van in op met voor dat zijn werd door over ook niet aan bij naar heeft',
  Indonesian:
    'dan yang di untuk dengan pada dari dalam telah kedua para ini akan oleh juga atas tersebut kepada',
};

function otherLanguage(lines: readonly PublishedLine[]): Problem[] {
  const all = lines.map(({ text }) => text).join('\n');
  const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
  const foreign = (text: string): number => text.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  const isForeign = ({ text }: PublishedLine): boolean =>
    foreign(text) > (/[.。！!]\s*$/u.test(text) ? 20 : 40) && foreign(text) * 2 > letters(text);
  const line = lines.find(isForeign) ?? lines.find(({ text }) => foreign(text) * 2 > letters(text));
  if (line && (foreign(all) * 10 > letters(all) * 3 || isForeign(line))) {
    const problem = `is not in English, ${quote(line.text)}; ${onlyEnglish}`;
    return [{ line: line.line, problem }];
  }
  const words = all.toLowerCase().match(/\p{L}+/gu) ?? [];
  const share = (list: string, own: readonly string[]): number => {
    const known = new Set(list.split(' '));
    return own.filter((word) => known.has(word)).length / Math.max(1, own.length);
  };
  const english = share(common.English ?? '', words);
  const [best] = Object.entries(common)
    .filter(([language]) => language !== 'English')
    .map(([language, list]) => ({ language, list, share: share(list, words) }))
    .sort((a, b) => b.share - a.share);
  if (words.length >= 20 && english < 0.05 && (best?.share ?? 0) < 0.1) {
    const [longest] = lines.toSorted((a, b) => b.text.length - a.text.length);
    return longest
      ? [{ line: longest.line, problem: `is not in English, ${quote(longest.text)}; ${onlyEnglish}` }]
      : [];
  }
  if (!best || words.length < 12 || best.share < 0.1 || best.share < english * 1.5) return [];
  const where = lines.find(({ text }) => share(best.list, text.toLowerCase().match(/\p{L}+/gu) ?? []) > 0.1);
  return [
    {
      line: where?.line ?? 1,
      problem: `is in ${best.language}, ${quote(where?.text ?? '')}; ${onlyEnglish}`,
    },
  ];
}

// ---- Several meetings ----

const kindOfDocument = /[(（[](?:Summary|Overview|Outline|Gist|Readout)[)）\]]$/iu;
const meetingName =
  /\b(?:Meetings?|Talks?|Summit|Consultations?|Dialogue|Conversation|Call|Conference|Visit|Luncheon|Dinner)\b/u;

/** A second title with a date, or of a summary, with text behind it: another document starts there. */
function severalMeetings(lines: readonly PublishedLine[]): Problem[] {
  const isTitle = ({ text }: PublishedLine): boolean => {
    const own = text.trim();
    return (
      own.length < 200 &&
      !isProse(own) &&
      !/^[[(（•・\d-]/u.test(own) &&
      meetingName.test(own) &&
      !dateLine(own)
    );
  };
  const starts = lines.flatMap((own, index) => {
    if (!isTitle(own)) return [];
    const near = lines.slice(index + 1, index + 5);
    const before = lines[index - 1];
    const day = [...(before ? [before] : []), ...near.slice(0, 3)].find(
      ({ text }) => dateLine(text.trim()) !== undefined,
    );
    const follows = near.some(({ text }) => isProse(text.trim()) || /^\s*1[.．]?\s*\p{L}/u.test(text));
    const named = kindOfDocument.test(own.text.trim());
    return follows && (named || day) ? [{ ...own, index, day: day && dateLine(day.text.trim()) }] : [];
  });
  // A title may be printed twice above its text, in a breadcrumb or a heading; text lies between two documents.
  const [first, ...more] = starts;
  const second = more.find(({ index }) =>
    lines.slice((first?.index ?? 0) + 1, index).some(({ text }) => isProse(text.trim())),
  );
  if (!first || !second) return sectionsOfMeetings(lines);
  const problem = `starts another meeting, ${quote(second.text)}, beside the one of line ${String(first.line)}; save each in a file of its own`;
  return [{ line: second.line, problem }];
}

/** The head of a part that tells of a meeting of its own. */
const meetingWith =
  /^(?:[(（]?[0-9０-９]{1,2}[.．)）]?\s*)?(?:\p{Lu}[\p{L}’'-]* )*(?:Meeting|Talks|Call|Conversation|Luncheon|Dinner|Consultations) (?:with|on|between)\s/u;

/**
 * Headings that name a meeting with somebody, or a meeting above a text that starts with a day of its own: "On June 3,
 * …", "On June 4, …".
 */
function sectionsOfMeetings(lines: readonly PublishedLine[]): Problem[] {
  const opening = lines.findIndex(({ text }) => isProse(text.trim()));
  const starts = lines.flatMap((line, index) => {
    const text = line.text.trim();
    const below =
      index > opening ||
      /^[(（]?[0-9０-９]/u.test(text) ||
      lines
        .slice(0, index)
        .some(
          (own) => meetingName.test(own.text) && kindOfLine(own.text) === 'other' && own.text.trim() !== text,
        );
    const heading = below && text.length < 200 && !isProse(text) && meetingName.test(text);
    const next = lines[index + 1]?.text.trim() ?? '';
    const day = /\bwill\b/u.test(next) ? undefined : openingDay(next, '2000-01-01');
    const own = meetingWith.test(text) && isProse(next) ? text : day;
    return heading && own !== undefined ? [{ line, own }] : [];
  });
  const [first] = starts;
  const second = starts.find(({ own }) => own !== first?.own);
  if (!first || !second) return [];
  const problem = `starts another meeting, ${quote(second.line.text)}, beside the one of line ${String(first.line.line)}; save each in a file of its own`;
  return [{ line: second.line.line, problem }];
}
