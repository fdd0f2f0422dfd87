/** The site as a whole: its name, where it is published, and who answers for it. */

export const siteName = 'Meeting Briefings';

/** The name where there is room for 16 characters only. */
export const shortName = 'Briefings';

export const siteDescription =
  'Official summaries of meetings, word for word: read them by agenda item, search them, and link to a single sentence.';

/** Where a reader can report an error. Put your own address here before you publish. */
export const contactEmail = 'editors@meeting-briefings.example';

/** The public origin, from `SITE`: scheme and host, such as `https://example.org`. */
export const siteOrigin = new URL(process.env.SITE ?? 'http://localhost:4321').origin;

/** The path below which the site lives, from `BASE`: it starts and ends with a slash. */
export const basePath = `/${process.env.BASE ?? ''}/`.replace(/\/{2,}/gu, '/');

/** The folder of the content, from `CONTENT`: tests and benchmarks build other trees with it. */
export const contentDir = process.env.CONTENT ?? 'content';

/**
 * Where a build keeps what the next one may take from it. Sites of other content or at other addresses have their own,
 * because builds may run side by side.
 */
export const cacheDir =
  contentDir === 'content'
    ? `.astro/cache/${encodeURIComponent(siteOrigin + basePath)}`
    : `${contentDir.replace(/\/+$/u, '')}.cache/${encodeURIComponent(siteOrigin + basePath)}`;
