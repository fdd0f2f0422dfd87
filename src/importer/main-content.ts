/** The part of a saved page that holds its text: without navigation, banners and the site's footer. */
import type { Cheerio, CheerioAPI } from 'cheerio';
import { type Element, isTag } from 'domhandler';

/** Where a page's text is. */
interface MainContent {
  root: Element | undefined;
  /** The element that names the document. */
  heading: Element | undefined;
  /** Parts of the page around the text that have sentences. */
  leftOut: Element[];
}

/** Elements that show nothing of their content, or are no text. */
const hiddenElements =
  'head, script, style, template, noscript, iframe, object, embed, svg, math, audio, video, canvas, map, datalist, textarea, select, input, [hidden], button:not(:is(h1, h2, h3, h4, h5, h6) *)';
const hiddenNames =
  /(?:^|[-_ ])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|element-invisible|hidden|offscreen)(?=$|[-_ ])/u;
/** Words of a heading or a sentence that only screen readers say: `<h1>Readout<span class="sr-only">: </span>…`. */
const spokenPart = ':is(h1, h2, h3, h4, h5, h6, p, li) > span';
const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/iu;

const navigationElements =
  'nav, aside, dialog, search, [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [role=search], [role=dialog], [role=alert], [role=menu]';
const navigationNames =
  /(?:^|[-_ ])(?:nav|navbar|gnb|lnb|navigation|menu|bread-?crumbs?|topic-?path|cookies?|consent|skip|skip-?links?|share|sharing|social|sns|pagination|pager|foot|footer|bottom|copyright|site-?map-?path|sidebar|side-?bar|site-?(?:header|footer|info)|masthead|banner|newsletter|feedback|language-?(?:switch\w*|select\w*|list)|toolbar|comments|print-?(?:button|link)|back-?to-?top|toc|table-of-contents)(?=$|[-_ ])/u;

/** Links that are buttons of the page. */
const buttonText =
  /^(?:(?:(?:go )?back )?(?:to )?(?:the )?top(?: of (?:the |this )?page)?|(?:post|leave|add) a comment|print(?: this page)?|share(?: this page)?)$/iu;

/** Elements that stand on lines of their own. */
export const blockElements =
  'address, article, aside, blockquote, body, caption, center, dd, details, dialog, dir, div, dl, dt, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, html, legend, li, main, menu, nav, ol, p, pre, search, section, summary, table, tbody, td, tfoot, th, thead, tr, ul, [style*="display:block"], [style*="display: block"]';

/** The text of an element on one line. */
export function inlineText(element: Cheerio<Element>): string {
  return element.text().replace(/\s+/gu, ' ').trim();
}

/**
 * Finds the main content of a page, and removes what is no part of it.
 *
 * @param title the document's name as `<title>` has it
 */
export function findMainContent($: CheerioAPI, title: string): MainContent {
  $(hiddenElements).remove();
  $('[class], [style]')
    .filter((_, own) => {
      const isUnseen = hiddenNames.test(own.attribs.class ?? '') && !$(own).is(spokenPart);
      return isUnseen || hiddenStyle.test(own.attribs.style ?? '');
    })
    .remove();
  const heading = findHeading($, title);
  const declared = ['main, [role=main]', 'article'].map((selector) =>
    $<Element, string>(selector).filter((_, own) => inlineText($(own)).length > 40),
  );
  const main = declared.find(({ length }) => length === 1)?.get(0);
  const root = main && (!heading || $.contains(main, heading)) ? main : $<Element, string>('body').get(0);
  return { root, heading, leftOut: root ? removeNavigation($, root, heading) : [] };
}

/** Removes the parts of a page around its text. @returns those that follow the heading and have sentences */
function removeNavigation($: CheerioAPI, root: Element, heading: Element | undefined): Element[] {
  const leftOut: Element[] = [];
  const headings: Element[] = [];
  let isBeforeHeading = heading !== undefined;
  for (const element of $(root).find('*').toArray().filter(isTag)) {
    if (element === heading) isBeforeHeading = false;
    const isGone = $(element).closest(root).length === 0;
    const holdsHeading = heading && (element === heading || $.contains(element, heading));
    if (isGone || holdsHeading || !isNavigation($, element, isBeforeHeading)) continue;
    const text = inlineText($(element));
    const isSentence = /\p{Ll}{3,}[^.]* [^.]*\.(?:\s|$)/u.test(text);
    const isOfSite = /\bcookies?\b|copyright|rights reserved/iu.test(text);
    if (!isBeforeHeading && isSentence && !isOfSite && $(element).is('aside, div, section, p'))
      leftOut.push(element);
    if (!isBeforeHeading) headings.push(...$(element).prev('h2, h3, h4, h5, h6').toArray());
    $(element).remove();
  }
  // A heading such as "Topics" goes with its list.
  for (const own of headings.toReversed()) {
    const isFollowed = (_: number, next: Element): boolean => inlineText($(next)) !== '';
    const next = $(own).nextAll().filter(isFollowed).first();
    if (next.length === 0 || next.is('h1, h2, h3, h4, h5, h6')) $(own).remove();
  }
  return leftOut;
}

/** Whether an element is part of the page around the text, by its name, role, class, links or place. */
function isNavigation($: CheerioAPI, element: Element, isBeforeHeading: boolean): boolean {
  const own = $(element);
  const names = `${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '-')
    .toLowerCase();
  const isInContent = own.closest('main, article, [role=main]').length > 0;
  if (own.is('header, footer')) return !isInContent;
  if (own.is(navigationElements) || (!own.is('main, article') && navigationNames.test(names))) return true;
  const links = own.find('a').add(own.filter('a'));
  const linkShare = inlineText(links).length / Math.max(1, inlineText(own).length);
  const isContents = own.is('ul, ol') && linkShare > 0.8 && links.is('[href^="#"]');
  const isButton = linkShare === 1 && links.is('[href*="#"]') && buttonText.test(inlineText(own));
  if (isContents || isButton) return true;
  return isBeforeHeading && own.is(blockElements) && linkShare > 0.3;
}

/** The element that has the page's title, a heading at best; else its only or first `<h1>`. */
function findHeading($: CheerioAPI, pageTitle: string): Element | undefined {
  const title = simplify(pageTitle);
  const matches = (element: Element): boolean => {
    const text = simplify($(element).text());
    if (text.length < 10 || title.length < 10 || text.length > title.length + 40) return false;
    return title.includes(text) || text.startsWith(title);
  };
  const candidates = $('body *').not(`a, a *, nav *, ol *`).toArray().filter(isTag);
  const named = candidates.filter(matches);
  return (
    named.find((own) => $(own).is('h1, h2, h3, h4')) ??
    candidates.find((own) => own.name === 'h1' && $(own).find('a').length === 0) ??
    named.at(-1)
  );
}

function simplify(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
