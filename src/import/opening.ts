/** The lines before the first section: what each of them is. */
import { dateLine } from './dates.ts';

/** What a line before the text may be. */
export type LineKind =
  'breadcrumb' | 'caption' | 'date' | 'fact' | 'issuer' | 'kind of document' | 'language' | 'note' | 'other';

const languages =
  'English|Japanese|日本語|French|Français|Chinese|中文|简体中文|繁體中文|Korean|한국어|Spanish|Español|Russian|Русский|Arabic|العربية|German|Deutsch|Italian|Italiano|Portuguese|Português|Indonesian|Vietnamese|Thai|Turkish|Ukrainian|Persian|Hindi';
const languageLine = new RegExp(
  `^(?:(?:Other )?Languages?\\s*[:：]\\s*)?[[(（]?(?:(?:In |View in )?(?:${languages})(?:\\s+(?:version|page|text))?)(?:\\s*[[(（]?(?:PDF|English|Japanese)[\\])）]?)?(?:[\\s/|,・·–-]+(?:${languages}))*[\\])）]?$`,
  'iu',
);
const issuer =
  /^(?:(?:Issued|Published|Released) by:?\s+)?(?<name>(?:The )?(?:[\p{Lu}][\p{L}.'’&-]*,? |of |for |and |the |on )*(?:Ministry|Department|Office|Embassy|Secretariat|Cabinet|Government|Commission|Bureau|Division|Delegation|Permanent Mission|White House|Kantei|Agency)(?:(?: of| for| to| and| the|,)? [\p{Lu}][\p{L}.'’&-]*)*)$/u;
const documentKind =
  /^[[(（<]?(?:Summary|Overview|Outline|Gist|Readout|Summary of (?:the )?(?:meeting|results|discussions?)|Overview of (?:the )?(?:meeting|results))[\])）>]?$/iu;
const caption =
  /^[[(（]?(?:[•・●*-]\s*)?[[(（]?(?:photos?|pictures?|images?|captions?)\b|[[(（]\s*photos?\b[^()（）]*[\])）]$/iu;
const noteLine =
  /^[[(（*※]?\s*(?:provisional|unofficial|tentative) (?:English )?translation|^[[(（].*[\])）]$/iu;
const factLine =
  /^(?<name>Date(?: and time)?|Time|Day|When|Place|Venue|Location|Where|Duration|Attendees|Participants|Attendance)\s*[:：]\s*(?<value>\S.*)$/iu;
const breadcrumb = /\s[>»›→]\s?\S|^(?:Home|Top)\b.*(?:[>»›→/|]|::)|(?:\S\s*[/|]\s+\S.*){2,}/u;

/** What a line is that stands before the first paragraph. */
export function kindOfLine(text: string): LineKind {
  const own = text.trim();
  if (dateLine(own) !== undefined) return 'date';
  if (languageLine.test(own)) return 'language';
  if (documentKind.test(own)) return 'kind of document';
  if (caption.test(own)) return 'caption';
  if (breadcrumb.test(own)) return 'breadcrumb';
  if (factLine.test(own)) return 'fact';
  if (issuerOf(own) !== undefined) return 'issuer';
  return noteLine.test(own) ? 'note' : 'other';
}

/** Who issued a document, where a line says nothing else. */
export function issuerOf(text: string): string | undefined {
  const name = issuer.exec(text.trim())?.groups?.name;
  return name !== undefined && !meeting.test(name) ? name : undefined;
}

/** A fact that a line gives with its name: `Place: Tokyo`. */
export function factOf(text: string): { name: string; value: string } | undefined {
  const { name = '', value = '' } = factLine.exec(text.trim())?.groups ?? {};
  return name === '' ? undefined : { name: name.toLowerCase(), value: value.trim() };
}

const meeting =
  /\b(?:Joint Commission|Meetings?|Talks?|Summit|Consultations?|Dialogue|Conversation|Call|Conference|Visit|Luncheon|Dinner|Working Group|Session)\b/iu;
const summary = /\b(?:Summary|Overview|Outline|Gist|Readout)\b/iu;

/**
 * The title among the lines before the text: the one that names a summary, else the one above "(Summary)", else the
 * one that names a meeting, else the first that is nothing else.
 *
 * @param headings the page's own headings of the first level, if it is a page
 */
export function titleOf(lines: readonly string[], headings: readonly string[]): string | undefined {
  const own = lines.map((line) => ({ text: line.trim(), kind: kindOfLine(line) }));
  const above = own.findIndex(({ kind }) => kind === 'kind of document');
  const candidates = own.filter(({ kind, text }) => kind === 'other' && /\p{L}/u.test(text));
  const named = candidates.filter(({ text }) => meeting.test(text));
  const found =
    candidates.find(({ text }) => headings.includes(text.replace(/\s+/gu, ' ')) && meeting.test(text)) ??
    named.find(({ text }) => summary.test(text)) ??
    own.slice(0, Math.max(0, above)).findLast(({ kind, text }) => kind === 'other' && meeting.test(text)) ??
    own.slice(0, Math.max(0, above)).findLast(({ kind }) => kind === 'other') ??
    named[0] ??
    candidates.find(({ text }) => headings.includes(text.replace(/\s+/gu, ' '))) ??
    candidates[0];
  return found?.text.replace(/\s+/gu, ' ');
}
