/** The site: its name, contact, origin, base path and folders. */

export const siteName = 'Meeting Briefings';

/** The name for uses limited to 16 characters. */
export const shortName = 'Briefings';

export const siteDescription =
  'Summaries of ministers’ meetings, word for word: read them by agenda item, search them, and link to a single sentence.';

/** Where a reader can report an error. Put your own address here before you publish. */
export const contactEmail = 'editors@meeting-briefings.example';

/** The public origin, from `SITE`: scheme and host, such as `https://example.org`. */
export const siteOrigin = parseOrigin(process.env.SITE ?? 'http://localhost:4321');

function parseOrigin(site: string): string {
  const url = URL.parse(site);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new Error(`SITE='${site}' is not a URL with a scheme; use, for example, SITE=https://example.org`);
  if (url.href !== `${url.origin}/`)
    throw new Error(
      `SITE='${site}' is more than scheme and host; use SITE=${url.origin} BASE=${url.pathname}`,
    );
  return url.origin;
}

/** The base path of the site, from `BASE`: it starts and ends with a slash. */
export const basePath = `/${process.env.BASE ?? ''}/`.replace(/\/{2,}/gu, '/');

/** The link to a path of the site: `/briefings/search/` for `/search/`. */
export function withBase(path: string): string {
  return basePath + path.slice(1);
}

/** The path that a link leads to, for `/briefings/search/` `/search/`. */
export function withoutBase(link: string): string {
  return `/${link.slice(basePath.length)}`;
}

/** The same with scheme and host, for canonical links, feeds and whatever else leaves the site. */
export function absoluteUrl(path: string): string {
  return siteOrigin + withBase(path);
}

/** The folder of the content, from `CONTENT`: tests and benchmarks build other trees with it. */
export const contentDir = process.env.CONTENT ?? 'content';

/**
 * The cache of builds. Sites of other content or with another URL have their own, because builds may run side by side.
 */
export const cacheDir =
  contentDir === 'content'
    ? `.astro/cache/${encodeURIComponent(siteOrigin + basePath)}`
    : `${contentDir.replace(/\/+$/u, '')}.cache/${encodeURIComponent(siteOrigin + basePath)}`;
