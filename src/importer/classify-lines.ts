/** The lines around the text: what each of them is. */
import { languageName, nativeLanguageName } from '../domain/format.ts';
import { parseDateLine } from './parse-dates.ts';

/** What a line may be that is no paragraph: `page` belongs to the page around the document, `note` to the document. */
export type LineKind = 'date' | 'issuer' | 'note' | 'page' | 'other';

const codes = 'ja fr zh zh-Hans zh-Hant ko es ru ar de it pt vi th tr uk fa hi'.split(' ');

/** Codes of languages by what links to them say, in small letters: `ja` of `japanese` and `日本語`. */
export const languageCodes: ReadonlyMap<string, string> = new Map(
  codes.flatMap((code) =>
    [languageName(code), nativeLanguageName(code)].map((name) => [name.toLowerCase(), code]),
  ),
);
const languages = ['English', 'Indonesian', ...languageCodes.keys()].join('|');
const languageLine = new RegExp(
  `^(?:(?:Other )?Languages?\\s*[:：]\\s*)?[[(（]?(?:(?:In |View in )?(?:${languages})(?:\\s+(?:version|page|text))?)(?:\\s*[[(（]?(?:PDF|English|Japanese)[\\])）]?)?(?:[\\s/|,・·–-]+(?:${languages}))*[\\])）]?$`,
  'iu',
);
const factLine =
  /^(?<name>Date(?: and time)?|Time|Day|When|Place|Venue|Location|Where|Duration|Attendees|Participants|Attendance|From|To|Subject|Reference|Ref|Issued by|Published by)\s*[:：]\s*(?<value>\S.*)$/iu;

/** How often a page was read. */
export const counterLine = /^(?:[\d,]+ (?:hits?|views?)|(?:hits?|views?)\s*:?\s*[\d,]+)$/iu;

/** Lines that are no paragraph, by what they are. */
const patterns: Readonly<Record<'page' | 'note' | 'issuer', readonly RegExp[]>> = {
  page: [
    languageLine,
    // A path such as "Home > Press".
    /^(?!.*\.$)(?:.*\s[>»›→]\s?\S|(?:Home|Top)\b.*(?:[>»›→/|]|::)|.*\S\s*[/|]\s+\S.*\S\s*[/|]\s+\S)/u,
    /^(?:skip to\b.*|site ?map|search|menu|home|main content|jump to\b.*|accessibility|contact us|text size.*|font size.*|print|share|[^.]*\bcookies\b.*|\d{1,7}|(?:last )?updated?\b.*)$/iu,
    counterLine,
  ],
  note: [
    /^[[(（<]?(?:Summary|Overview|Outline|Gist|Readout|(?:Press|News|Media) (?:release|statement|note)s?|(?:Latest )?News|Press|Speech(?:es)?|Announcements?|Summary of (?:the )?(?:meeting|results|discussions?)|Overview of (?:the )?(?:meeting|results))[\])）>]?$/iu,
    /^[[(（]?(?:[•・●*-]\s*)?[[(（]?(?:photos?|pictures?|images?|captions?)\b|[[(（]\s*photos?\b[^()（）]*[\])）]$/iu,
    factLine,
    /^[[(（*※]?\s*(?:provisional|unofficial|tentative) (?:English )?translation|^[[(（].*[\])）]$/iu,
  ],
  issuer: [
    /^(?:(?:Issued|Published|Released) by:?\s+)?(?:The )?(?:[\p{Lu}][\p{L}.'’&-]*,? |of |for |and |the |on )*(?:Ministry|Department|Office|Embassy|Secretariat|Cabinet|Government|Commission|Bureau|Division|Delegation|Permanent Mission|White House|Kantei|Agency|Directorate|Council|Foundation)(?:(?: of| for| to| and| the|,)? [\p{Lu}][\p{L}.'’&-]*)*$/u,
  ],
};

/** What a line is that comes before the first paragraph. */
export function classifyLine(line: string): LineKind {
  const text = line.trim();
  if (text.length > 300) return 'other';
  if (parseDateLine(text) !== undefined) return 'date';
  const kinds = ['page', 'note', 'issuer'] as const;
  const kind = kinds.find((lineKind) => patterns[lineKind].some((pattern) => pattern.test(text))) ?? 'other';
  return kind === 'issuer' && meetingName.test(text) ? 'other' : kind;
}

/** A fact that a line gives with its name, `Place: Tokyo`: the name in lower case, and the value. */
export function parseLabelledFact(text: string): (readonly [name: string, value: string])[] {
  const { name, value = '' } = factLine.exec(text.trim())?.groups ?? {};
  return name === undefined ? [] : [[name.toLowerCase(), value]];
}

/** Words that name a meeting. */
export const meetingName =
  /\b(?:Joint Commission|Meetings?|Talks?|Summit|Consultations?|Dialogue|Conversation|Call|Conference|Visit|Luncheon|Dinner|Working Group|Session|Council|Round ?table|Forum)\b/iu;
const summary = /\b(?:Summary|Overview|Outline|Gist|Readout)\b/iu;

/**
 * Finds the title: the page's own heading, else among the lines before the text the one that names a summary, the one
 * that names a meeting, the first that is nothing else; else the title of the page.
 *
 * @param titles what a page gives as its title, the best first
 */
export function findTitle(lines: readonly string[], titles: readonly string[]): string | undefined {
  const trimmedLines = lines.map((line) => line.trim().replace(/\s+/gu, ' '));
  const subject = new Map(lines.flatMap(parseLabelledFact)).get('subject');
  const candidates = trimmedLines.filter((text) => classifyLine(text) === 'other' && /\p{L}/u.test(text));
  const named = candidates.filter((text) => meetingName.test(text));
  const isAbove = (title: string): boolean =>
    trimmedLines.some((_, at) =>
      [1, 2, 3].some((count) => trimmedLines.slice(at, at + count).join(' ') === title),
    );
  return (
    subject ??
    titles.slice(0, 1).find(isAbove) ??
    named.find((text) => summary.test(text)) ??
    named[0] ??
    candidates[0] ??
    titles.at(-1)
  );
}

const closingLine =
  /^(?:[[(（<*#–—-]*\s*(?:ends?|fin|end of (?:the )?(?:document|text|summary))\s*[\])）>*#–—-]*\.?$|(?:go )?back to\b|(?:\.\s*){4,}$|return to\b|[[(（<]?(?:related|relevant|associated|useful|see also|external) ?(?:info(?:rmation)?|links?|articles?|documents?|pages?|topics?|materials?|sites?|content|news|files?)?\s*[:\])）>]*$|[[(（<]?(?:related|relevant|associated) (?:information|links?|articles?|documents?|pages?|topics?|materials?|sites?)\b|(?:page|go to|to|back to)?\s*(?:the )?top(?: of (?:the |this )?page)?$|copyright\b|©|[[(（]c[)）] ?\d{4}|all rights reserved|legal matters|privacy policy|site ?map|terms of use|about us$|contact us|contacts?(?: (?:person|point|details|information))?\s*[:：]?$|contacts?\s*[:：]|address for enquiries|publisher:|division in charge\b|(?:person|office|section|department) in charge\b|notes? (?:to|for) editors\b|inquiries\b|enquiries\b|for (?:further|more|media) (?:information|enquiries|inquiries)\b|this (?:web ?)?(?:page|site) |(?:last )?updated?\b|adobe|get adobe|print(?: this page)?$|share(?: this page| on)?\b.{0,30}$|(?:media|press) (?:contacts?|office|enquiries|inquiries)\b|(?:attachments?|annex(?:es)?|downloads?|tags?|categor(?:y|ies))\s*[:：]?$|(?:tags?|topics?|categor(?:y|ies))\s*[:：])/iu;
const translationNote =
  /\b(?:provisional|unofficial|tentative)\b.*\btranslation\b|\btranslation\b.*\b(?:provisional|unofficial|tentative)\b|\bfor reference purposes? only\b|\boriginal (?:text )?is in Japanese\b/iu;
/** How such a note starts; a sentence of the text may speak of a translation too. */
const noteStart =
  /^(?:[^\p{L}]*|note\W+)(?:this|these|the (?:above|original|following)|note|provisional|unofficial|tentative|an?|for reference)\b/iu;

/** Whether a line only closes documents. */
export function isClosingLine(text: string): boolean {
  return (
    (closingLine.test(text) && text.length < 120) ||
    (translationNote.test(text) && noteStart.test(text) && text.length < 300)
  );
}
