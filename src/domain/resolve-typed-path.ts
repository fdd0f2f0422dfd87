/**
 * Reads addresses that people write by hand: `…/1.2/`, `…/1(2)/`, `…/1-2/p2`, `…/1/`. Runs in the browser, on the page
 * for addresses that lead nowhere, so that no pages have to be built for them.
 */

/**
 * @param path the path that was asked for, below the site's base
 * @returns the path, with fragment, that it must mean, or undefined where it means nothing that is known
 */
export function resolveTypedPath(path: string): string | undefined {
  const [, meeting, rest = ''] = /\/?meetings\/([^/]+)\/*(.*)$/iu.exec(plain(path)) ?? [];
  if (meeting === undefined) return undefined;
  const home = `meetings/${meeting.toLowerCase()}/`;
  const tail = rest
    .toLowerCase()
    .replace(/\/+$/u, '')
    .replace(/\/?(?:index)?\.(?:html?|md|json)$/u, '');
  if (/^(?:text|full|all)?$/u.test(tail)) return tail === '' ? home : `${home}text/`;
  if (/^(?:positions|follow-up)$/u.test(tail)) return `${home}${tail}/`;
  const number =
    /^(?:items?|sections?)?[\W_]*(\d+)[\W_]*(\d*)[\W_]*(?:p(?:ara(?:graph)?)?[\W_]*(\d+)[\W_]*(?:s(?:entence)?[\W_]*(\d+))?)?(?:-[a-z].*)?$/u;
  const [, section, item, paragraph, sentence] = number.exec(tail) ?? [];
  if (section === undefined) return undefined;
  if (!item) return `${home}#${String(Number(section))}`;
  const passage = paragraph ? `#p${paragraph}${sentence ? `s${sentence}` : ''}` : '';
  return `${home}${String(Number(section))}-${String(Number(item))}/${passage}`;
}

/** Percent signs read, and full-width digits and parentheses as they are typed on a Japanese keyboard made plain. */
function plain(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFKC');
  } catch {
    return path;
  }
}
