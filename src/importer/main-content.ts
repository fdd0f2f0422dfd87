/** The part of a saved page that holds its text: without navigation, banners and the site's footer. */
import type { Cheerio, CheerioAPI } from 'cheerio';
import { type Element, isTag } from 'domhandler';
import { type ImportIssue, createIssue } from './issues.ts';

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
 * Finds the main content of a page and the heading that names the document, and removes what is no part of it.
 *
 * @param title the document's name as `<title>` has it
 * @param issues where warnings are added: parts after the heading that have sentences
 */
export function findMainContent($: CheerioAPI, title: string, issues: ImportIssue[]) {
  $(hiddenElements).remove();
  const isHidden = (_: number, { attribs }: Element): boolean =>
    hiddenNames.test(attribs.class ?? '') || hiddenStyle.test(attribs.style ?? '');
  $<Element, string>('[class], [style]').filter(isHidden).not(spokenPart).remove();
  const heading = findHeading($, title);
  const root =
    ['main, [role=main]', 'article']
      .map((selector) =>
        $<Element, string>(selector).filter((_, element) => inlineText($(element)).length > 40),
      )
      .find((selection) => selection.length === 1 && (!heading || selection.has(heading).length > 0)) ??
    $<Element, string>('body');
  removeNavigation($, root, heading, issues);
  return { root, heading };
}

/** Removes the parts of a page around its text. */
function removeNavigation(
  $: CheerioAPI,
  root: Cheerio<Element>,
  heading: Element | undefined,
  issues: ImportIssue[],
): void {
  let isBeforeHeading = heading !== undefined;
  for (const element of root.find('*').toArray()) {
    const selection = $(element);
    if (element === heading) isBeforeHeading = false;
    const isGone = selection.closest(root).length === 0;
    const holdsHeading = heading && (element === heading || $.contains(element, heading));
    if (isGone || holdsHeading || !isNavigation($, element, isBeforeHeading)) continue;
    if (!isBeforeHeading) {
      const text = inlineText(selection);
      const isSentence = /\p{Ll}{3,}[^.]* [^.]*\.(?:\s|$)/u.test(text);
      const isOfSite = /\bcookies?\b|copyright|rights reserved/iu.test(text);
      if (isSentence && !isOfSite && selection.is('aside, div, section, p'))
        issues.push(createIssue('import/left-out', element.sourceCodeLocation?.startLine, text));
      // A heading such as "Topics" goes with its list.
      const next = selection
        .nextAll()
        .filter((_, sibling) => inlineText($(sibling)) !== '')
        .first();
      if (next.length === 0 || next.is('h1, h2, h3, h4, h5, h6'))
        selection.prev('h2, h3, h4, h5, h6').remove();
    }
    selection.remove();
  }
}

/** Whether an element is part of the page around the text, by its name, role, class, links or place. */
function isNavigation($: CheerioAPI, element: Element, isBeforeHeading: boolean): boolean {
  const selection = $(element);
  const names = `${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '-')
    .toLowerCase();
  if (selection.is('header, footer')) return selection.closest('main, article, [role=main]').length === 0;
  if (selection.is(navigationElements) || (!selection.is('main, article') && navigationNames.test(names)))
    return true;
  const links = selection.find('a').add(selection.filter('a'));
  const linkShare = inlineText(links).length / Math.max(1, inlineText(selection).length);
  const isContents = selection.is('ul, ol') && linkShare > 0.8 && links.is('[href^="#"]');
  const isButton = linkShare === 1 && links.is('[href*="#"]') && buttonText.test(inlineText(selection));
  return isContents || isButton || (isBeforeHeading && selection.is(blockElements) && linkShare > 0.3);
}

/** The element that has the page's title, a heading at best; else its first `<h1>` without a link. */
function findHeading($: CheerioAPI, pageTitle: string): Element | undefined {
  const simplify = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const title = simplify(pageTitle);
  const candidates = $('body *').not(`a, a *, nav *, ol *`).toArray().filter(isTag);
  const named = candidates.filter((element) => {
    const text = simplify($(element).text());
    const isLong = Math.min(text.length, title.length) >= 10 && text.length <= title.length + 40;
    return isLong && (title.includes(text) || text.startsWith(title));
  });
  return (
    named.find((element) => $(element).is('h1, h2, h3, h4')) ??
    candidates.find((element) => element.name === 'h1' && $(element).find('a').length === 0) ??
    named.at(-1)
  );
}
