/**
 * Reads paths as people type them: `…/1.2/`, `…/1(2)/`, `…/1-2/p2`, `…/1/`. It runs in the browser, on the 404 page, so that
 * no pages have to be built for them.
 */

const typedItem =
  /^(?:items?|sections?)?[\W_]*(\d+)[\W_]*(\d*)[\W_]*(?:p(?:ara(?:graph)?)?[\W_]*(\d+)[\W_]*(?:s(?:entence)?[\W_]*(\d+))?)?(?:-[a-z].*)?$/u;

/**
 * @param typed the path below the site's base, decoded; full-width characters are those of a Japanese keyboard
 * @returns the path, with fragment, that it must mean; undefined if it can't be read
 */
export function resolveTypedPath(typed: string): string | undefined {
  const [, id, rest = ''] = /\/?meetings\/([^/]+)\/*(.*)$/iu.exec(typed.normalize('NFKC')) ?? [];
  if (id === undefined) return undefined;
  const meeting = `meetings/${id.toLowerCase()}/`;
  const page = rest
    .toLowerCase()
    .replace(/\/+$/u, '')
    .replace(/\/?(?:index)?\.(?:html?|md|json)$/u, '');
  if (page === '' || !id.includes('-')) return meeting;
  if (/^(?:text|full|all)$/u.test(page)) return `${meeting}text/`;
  if (/^(?:positions|follow-up)$/u.test(page)) return `${meeting}${page}/`;
  const [, section, item, paragraph, sentence] = typedItem.exec(page) ?? [];
  if (section === undefined) return undefined;
  if (!item) return `${meeting}#${String(Number(section))}`;
  const fragment = paragraph ? `#p${paragraph}${sentence ? `s${sentence}` : ''}` : '';
  return `${meeting}${String(Number(section))}-${String(Number(item))}/${fragment}`;
}
