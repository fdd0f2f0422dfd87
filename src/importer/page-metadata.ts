/** What a page says of itself in its head. */
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { classifyLine, languageCodes } from './classify-lines.ts';
import { inlineText } from './main-content.ts';

/** What a page states besides its text. */
export interface PageMetadata {
  /** The page's own URL. */
  url?: string | undefined;
  /** The same page in other languages. */
  translations: { language: string; address: string }[];
  /** The day on which it says that it was published: `2013-02-25`. */
  published?: string | undefined;
  publisher?: string | undefined;
  /** Titles that it gives itself, the best first. */
  titles: string[];
}

/** Reads the metadata of a page. */
export function readMetadata($: CheerioAPI): PageMetadata {
  const web = (url = '', base?: string): string | undefined => {
    const { href = '' } = URL.parse(url, base) ?? {};
    return /^https?:/u.test(href) ? href : undefined;
  };
  // Browsers write the URL of a page that they save into a comment.
  const [, saved] = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/u.exec($.root().html() ?? '') ?? [];
  const meta = (...names: string[]): string | undefined =>
    names
      .map((name) => $(`meta[name="${name}" i], meta[property="${name}" i]`).attr('content')?.trim())
      .find(Boolean);
  const url = web($('link[rel~=canonical]').attr('href')) ?? web(meta('og:url')) ?? web(saved);
  const translations = new Map<string, PageMetadata['translations'][number]>();
  const links = $<Element, string>('link[rel~=alternate][hreflang], a[href]').not(
    'header a, nav a, footer a',
  );
  for (const link of links.toArray()) {
    const isLink = link.name === 'link';
    const name = inlineText($(link)).replace(/^[\s([（]+|[\s)\]）]+$/gu, '');
    const language = isLink ? link.attribs.hreflang : languageCodes.get(name.toLowerCase());
    const address = web(link.attribs.href, url);
    // A link to a home page in another language leads to no translation.
    const isPage = isLink || /^https?:\/\/[^/]+\/[^/]+\/[^/]/u.test(address ?? '');
    const isOther = language !== undefined && /^(?!en)[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u.test(language);
    if (address !== undefined && isPage && isOther && !translations.has(language))
      translations.set(language, { language, address });
  }
  // The document's name comes before or after the site's, between separators.
  const parts = inlineText($<Element, string>('title').first()).split(/\s+[|–—»:·-]\s+|\s*[|»_]\s*/u);
  const isIssuer = (text: string): number => Number(classifyLine(text) === 'issuer');
  parts.sort((a, b) => isIssuer(a) - isIssuer(b) || b.length - a.length);
  const published = meta('article:published_time', 'dcterms.issued', 'dc.date', 'dcterms.date', 'date');
  return {
    url,
    translations: [...translations.values()],
    published: /^\d{4}-\d{2}-\d{2}/u.exec(published ?? '')?.[0],
    publisher: meta('dc.publisher', 'dcterms.publisher'),
    titles: parts.slice(0, 1),
  };
}
