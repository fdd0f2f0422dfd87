/** The part of a saved page that holds its text: without navigation, banners and the site's footer. */
import { Readability } from '@mozilla/readability';
import type { CheerioAPI } from 'cheerio';
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { parseHTML } from 'linkedom';

/** Where a page's text is. */
interface MainContent {
  /** Elements whose text is the page's text, in order; none is within another. */
  roots: Element[];
  /** The heading that names the document. */
  heading: Element | undefined;
}

/** Elements that show nothing of their content, or are no text. */
const hiddenElements = new Set([
  ...['head', 'title', 'script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math'],
  ...['audio', 'video', 'canvas', 'map', 'datalist', 'textarea', 'select', 'button', 'input'],
]);

const furnitureElements = new Set(['nav', 'aside', 'dialog', 'search']);
const furnitureRoles =
  /^(?:navigation|complementary|banner|contentinfo|search|dialog|alertdialog|alert|menu|menubar|toolbar|tablist)$/u;
const furnitureNames =
  /(?:^|[-_ ])(?:nav|navbar|navigation|menu|bread-?crumbs?|crumbs?|topic-?path|pankuzu|you-are-here|cookies?|consent|gdpr|skip|skip-?links?|share|sharing|social|sns|addthis|pagination|pager|foot|footer|bottom|colophon|copyright|location|site-?map-?path|sidebar|side-?bar|rail|site-?(?:header|footer|info)|page-?footer|global-?(?:header|footer)|masthead|banner|alert|newsletter|subscribe|feedback|language-?(?:switch\w*|select\w*|list)|lang-?switch\w*|toolbar|print-?(?:button|link)|back-?to-?top|toc|table-of-contents)(?=$|[-_ ])/u;
const hiddenNames =
  /(?:^|[-_ ])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|element-invisible|hidden|offscreen)(?=$|[-_ ])/u;

/** Whether a browser shows nothing of an element. */
export function isHidden({ name, attribs }: Element): boolean {
  return (
    hiddenElements.has(name) ||
    'hidden' in attribs ||
    hiddenNames.test(attribs.class ?? '') ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/iu.test(attribs.style ?? '')
  );
}

/** Whether an element is part of the page around the text, by its name, role or class. */
export function isFurniture(element: Element): boolean {
  const { name, attribs } = element;
  if (furnitureElements.has(name) || furnitureRoles.test(attribs.role ?? '')) return true;
  if (name === 'body' || name === 'main' || attribs.role === 'main') return false;
  const names = `${attribs.class ?? ''} ${attribs.id ?? ''}`
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '-')
    .toLowerCase();
  const isFooter = name === 'footer' && !/site|page|global/u.test(names);
  return (
    (!isFooter && furnitureNames.test(names)) ||
    /^(?:bread ?crumbs?|you are here)/iu.test(attribs['aria-label'] ?? '')
  );
}

/** The text of a node as it is shown, with white space as it comes. */
export function visibleText(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node) || isHidden(node)) return '';
  return node.children.map(visibleText).join(node.name === 'br' ? ' ' : '');
}

/** Visible text on one line. */
export function inlineText(node: AnyNode): string {
  return visibleText(node).replace(/\s+/gu, ' ').trim();
}

/** How much of an element's text is in links: 0 to 1. */
export function linkShare(element: Element, $: CheerioAPI): number {
  const links = $(element).is('a') ? [element] : $(element).find('a').toArray();
  const linked = links.reduce((sum, link) => sum + inlineText(link).length, 0);
  return linked / Math.max(1, inlineText(element).length);
}

/** Finds the main content: `<main>`, else the only `<article>`, else what Readability takes for the text. */
export function findMainContent($: CheerioAPI): MainContent {
  const body = $('body').get(0);
  if (!body) return { roots: [], heading: undefined };
  const visible = (selector: string): Element[] =>
    $(selector)
      .toArray()
      .filter(
        (own): own is Element =>
          isTag(own) && !$(own).parents().addBack().toArray().filter(isTag).some(isHidden),
      )
      .filter((own) => inlineText(own) !== '');
  const mains = visible('main, [role=main]').filter((own) => inlineText(own).length > 40);
  const articles = visible('article').filter((own) => $(own).parents('article').length === 0);
  const declared = mains.length === 1 ? mains[0] : articles.length === 1 ? articles[0] : undefined;
  const scope = declared ?? withContext($, readabilityRoot($, body));
  const heading = findHeading($, scope, visible('h1'), visible('h2, h3'));
  if (!heading) return { roots: [scope], heading: undefined };
  if (isWithin(heading, scope)) return { roots: [scope], heading };
  // The heading may stand in a header of its own; what is between it and the text belongs to the document.
  const common = $(heading)
    .parents()
    .toArray()
    .find((own) => isWithin(scope, own));
  if (!common || isFurniture(heading)) return { roots: [scope], heading };
  const children = common.children.filter(isTag);
  const first = children.findIndex((own) => isWithin(heading, own));
  const last = children.findIndex((own) => isWithin(scope, own));
  if (last < first) return { roots: [scope], heading };
  const between = children.slice(first + 1, last).filter((own) => !isFurniture(own));
  return {
    roots: [headerOf(heading, children[first]), ...between, declared ?? children[last] ?? scope],
    heading,
  };
}

/** The heading of the document: of several, the one in the text, or that the page's title repeats. */
function findHeading(
  $: CheerioAPI,
  scope: Element,
  headings: Element[],
  others: Element[],
): Element | undefined {
  const title = simplify($('title').first().text());
  const isSiteName = (own: Element): boolean =>
    !isWithin(own, scope) &&
    $(own).find('a[href]').length > 0 &&
    !title.startsWith(simplify(inlineText(own)));
  const own = headings.filter((heading) => !isSiteName(heading));
  return (
    own.find((heading) => isWithin(heading, scope) && isInTitle(heading, title)) ??
    own.find((heading) => isWithin(heading, scope)) ??
    own.find((heading) => isInTitle(heading, title)) ??
    (own.length === 1 ? own[0] : others.find((heading) => isInTitle(heading, title)))
  );
}

function isInTitle(heading: Element, title: string): boolean {
  const text = simplify(inlineText(heading));
  const [start = ''] = title.split('|');
  return text.length > 10 && (title.includes(text) || (start.length > 3 && text.startsWith(start)));
}

function simplify(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}|]+/gu, '');
}

/** The block around a heading that holds little else, such as its date. */
function headerOf(heading: Element, limit: Element | undefined): Element {
  let header = heading;
  while (header !== limit && header.parent && isTag(header.parent)) {
    if (inlineText(header.parent).length > inlineText(heading).length + 200) break;
    header = header.parent;
  }
  return header;
}

/** The element that holds all paragraphs that Readability keeps. */
function readabilityRoot($: CheerioAPI, body: Element): Element {
  const elements = $('body, body *').toArray().filter(isTag);
  for (const [index, element] of elements.entries()) element.attribs['data-import'] = String(index);
  const { document } = parseHTML($.html());
  for (const element of elements) delete element.attribs['data-import'];
  const article = new Readability(document, { keepClasses: true, charThreshold: 100 }).parse();
  const kept = [...(article?.content ?? '').matchAll(/<(?:p|li|h[1-6]|dd)\b[^>]* data-import="(\d+)"/gu)];
  const found = kept.flatMap(([, index]) => elements[Number(index)] ?? []);
  const [first] = found;
  if (!first) return body;
  let root: Element = first;
  while (root !== body && !found.every((own) => isWithin(own, root))) {
    if (!root.parent || !isTag(root.parent)) return body;
    root = root.parent;
  }
  return root;
}

/** Lets a root grow as long as what it gains is text and not navigation, so that no part of the text is lost. */
function withContext($: CheerioAPI, root: Element): Element {
  let own = root;
  while (own.parent && isTag(own.parent) && own.parent.name !== 'html') {
    const siblings = own.parent.children.filter(isTag).filter((other) => other !== own && !isHidden(other));
    const gained = siblings.filter(
      (other) => !isFurniture(other) && !/^(?:header|footer)$/u.test(other.name),
    );
    if (gained.some((other) => inlineText(other).length > 60 && linkShare(other, $) > 0.5)) break;
    own = own.parent;
  }
  return own;
}

/** Whether an element is another or stands in it. */
function isWithin(element: Element, outer: Element): boolean {
  if (element === outer) return true;
  return element.parent !== null && isTag(element.parent) && isWithin(element.parent, outer);
}
