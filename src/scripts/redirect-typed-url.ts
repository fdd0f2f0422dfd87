/** Leads a reader on who came to an address that is not there, if it is clear which one was meant. */
import { meantAddress } from '@/domain/resolve-typed-path.ts';
import { nameSlug } from '@/domain/alphabetical-index.ts';

const base = import.meta.env.BASE_URL;

async function exists(address: URL): Promise<boolean> {
  return address.pathname !== location.pathname && (await fetch(address, { method: 'HEAD' })).ok;
}

/** The addresses of the meetings whose id starts with what was asked for: `2013-02-22`, or a part of the id. */
async function meetingsLike(start: string): Promise<string[]> {
  // The list of a year holds all its meetings; that of all years need not.
  const year = /\/(\d{4})-[^/]*$/.exec(start)?.[1];
  const list = await (await fetch(`${base}meetings/${year === undefined ? '' : `${year}/`}`)).text();
  const links = new DOMParser()
    .parseFromString(list, 'text/html')
    .querySelectorAll<HTMLAnchorElement>('.meetings a');
  return [...links].map(({ pathname }) => pathname).filter((path) => path.startsWith(start));
}

/** The page of the person or topic that a path names: `/terms/futenma/`, `/people/kerry/`. */
async function entryNamed(path: string): Promise<string | undefined> {
  const name = /^(?:people|terms)\/(.+)$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  const pages = (await (await fetch(`${base}register-names.json`)).json()) as Record<string, string>;
  return pages[nameSlug(decodeURIComponent(name))];
}

/** The path as text, or as it is if its percent-encoding is malformed. */
function decodedPath(): string {
  try {
    return decodeURIComponent(location.pathname);
  } catch {
    return location.pathname;
  }
}

/** The URL without the characters that a mail program or a sentence left after it: `).`, `,`, `”`. */
async function withoutTrailing(): Promise<URL | undefined> {
  const path = decodedPath().replace(/[^\p{L}\p{N}]+$/u, '');
  const address = new URL(
    encodeURI(/\.[a-z]+$/u.test(path) ? path : `${path}/`) + location.hash,
    location.href,
  );
  return (await exists(address)) ? address : undefined;
}

async function leadOn(): Promise<void> {
  const same = await withoutTrailing();
  if (same) {
    location.replace(same);
    return;
  }
  const entry = await entryNamed(location.pathname.slice(base.length));
  if (entry !== undefined) {
    location.replace(entry);
    return;
  }
  const meant = meantAddress(location.pathname.slice(base.length));
  const [home, id] = /^meetings\/([^/]+)\//.exec(meant ?? '') ?? [];
  if (meant === undefined || home === undefined || id === undefined) return;
  const target = new URL(base + meant, location.href);
  target.hash ||= location.hash;
  const meeting = new URL(base + home, location.href);
  if (await exists(target)) {
    location.replace(target);
  } else if (await exists(meeting)) {
    const link = document.createElement('a');
    link.href = meeting.href;
    link.textContent = 'The agenda of this meeting';
    document.querySelector('.meant')?.append(link, ' shows all its items.');
  } else {
    const [only, ...others] = await meetingsLike(base + home.replace(/\/$/, ''));
    if (only && others.length === 0) location.replace(only + meant.slice(home.length));
  }
}

void leadOn().catch(() => undefined);
