/** Redirects: where addresses lead that are no longer there. Written by hand, in `redirects.yaml`. */
import type { ContentFile } from './parse/decode-text.ts';
import { parseYamlFile } from './parse/front-matter.ts';
import type { Issue } from './issues.ts';
import { redirectsSchema } from './schema.ts';

export const redirectsFileName = 'redirects.yaml';

/** One of them. Addresses are paths below the site's base: `/meetings/2013-…/1-2/#p1`. */
export interface Redirect {
  from: string;
  to: string;
  /** Whether all that belonged to the address leads to one place (`instead`), and not each to its like. */
  whole: boolean;
}

/** Where a redirect leads from an address. */
export interface RedirectTarget {
  to: string;
  /** Whether the redirect names this very place; else it follows from where the page or paragraph went. */
  own: boolean;
  whole: boolean;
}

/** Reads the redirects; most records have none, and no file for them. */
export function parseRedirects(files: readonly ContentFile[], issues: Issue[]): Redirect[] {
  const file = files.find(({ path }) => path === redirectsFileName);
  const fields = file && parseYamlFile(file, redirectsSchema, issues);
  return (fields?.redirects ?? []).flatMap(({ from, to, instead }, index) => {
    const target = to ?? instead;
    if (target !== undefined && (to === undefined || instead === undefined))
      return { from, to: target, whole: to === undefined };
    const message = "must have either 'to' (where it is now) or 'instead' (what to read in its place)";
    const field = `redirects.${String(index)}`;
    issues.push({ code: 'invalid-redirect', file: redirectsFileName, field, message });
    return [];
  });
}

/**
 * What is left of an address behind another that it belongs to: `/#p1`, `/1-2/` and `.txt` belong to a page, `s1` to a
 * paragraph. Empty where the two are the same; undefined where it does not belong to the other.
 */
export function suffixAfter(address: string, owner: string): string | undefined {
  if (address === owner) return '';
  const stem = owner.replace(/\/$/u, '');
  if (!address.startsWith(stem)) return undefined;
  const rest = address.slice(stem.length);
  return (owner.includes('#') ? /^s\d+$/u : owner.endsWith('/') ? /^[/.]/u : /^$/u).test(rest)
    ? rest
    : undefined;
}

/** Where the redirects lead from an address, by the redirect that is nearest to it; undefined where none is for it. */
export function resolveRedirect(address: string, redirects: readonly Redirect[]): RedirectTarget | undefined {
  const [nearest] = redirects
    .filter(({ from }) => suffixAfter(address, from) !== undefined)
    .sort((a, b) => b.from.length - a.from.length);
  if (!nearest) return undefined;
  const rest = suffixAfter(address, nearest.from) ?? '';
  const own = rest === '' || nearest.whole;
  const to = own ? nearest.to : nearest.to.replace(/\/$/u, '') + rest;
  return { to, own, whole: nearest.whole };
}

/**
 * What is wrong with the redirects.
 *
 * @param listed whether an address was ever published
 * @param there whether it is published now
 */
export function checkRedirects(
  redirects: readonly Redirect[],
  listed: (address: string) => boolean,
  there: (address: string) => boolean,
): Issue[] {
  const kind = (address: string): string =>
    address.includes('#') ? 'a fragment' : address.endsWith('/') ? 'a page' : 'a file';
  return redirects.flatMap(({ from, to, whole }, index): Issue[] => {
    const field = `redirects.${String(index)}`;
    const target = `${field}.${whole ? 'instead' : 'to'}`;
    const issue = (at: string, message: string): Issue[] => [
      { code: 'invalid-redirect', file: redirectsFileName, field: at, message },
    ];
    if (redirects.findIndex((other) => other.from === from) < index)
      return issue(`${field}.from`, `'${from}' has a redirect already`);
    if (there(from)) return issue(`${field}.from`, `'${from}' is still there; take the redirect out`);
    if (!listed(from))
      return issue(
        `${field}.from`,
        `'${from}' is in no list of what was published; nothing has to lead on from it`,
      );
    if (!whole && kind(from) !== kind(to))
      return issue(target, `leads from ${kind(from)} to ${kind(to)}; say 'instead'`);
    if (there(to)) return [];
    const way = [from];
    for (let next: string | undefined = to; next !== undefined; next = resolveRedirect(next, redirects)?.to) {
      if (way.includes(next)) return issue(target, `goes round in a circle: ${[...way, next].join(' → ')}`);
      way.push(next);
    }
    return issue(
      target,
      way.length > 2
        ? `'${to}' moved on; lead there at once: '${way.at(-1) ?? ''}'`
        : `'${to}' is not there; nothing may lead to it`,
    );
  });
}
