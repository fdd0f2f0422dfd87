/** Redirects from a URL that does not exist, if it is clear which page was meant. */
import { resolveTypedPath } from '@/domain/resolve-typed-path.ts';
import { nameSlug } from '@/domain/alphabetical-index.ts';
import { createElement } from './dom.ts';

const base = import.meta.env.BASE_URL;

async function exists(url: URL): Promise<boolean> {
  return url.pathname !== location.pathname && (await fetch(url, { method: 'HEAD' })).ok;
}

/** The page of the person or topic that a path names: `/people/kerry/`, `/topics/futenma/`; `/topics/` is the index. */
async function findEntry(path: string): Promise<string | undefined> {
  if (path === 'topics') return `${base}terms/`;
  const [, name] = /^(?:people|terms|topics)\/(.+)$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  const pages = (await (await fetch(`${base}register-names.json`)).json()) as Record<string, string>;
  return pages[nameSlug(name)];
}

async function redirect(): Promise<void> {
  // Mail programs and sentences leave characters after a URL: `).`, `,`, `”`.
  const path = decodeURIComponent(location.pathname).replace(/[^\p{L}\p{N}]+$/u, '');
  const trimmed = encodeURI(/\.[a-z]+$/u.test(path) ? path : `${path}/`);
  const meant = resolveTypedPath(path.slice(base.length));
  const [, meeting, rest] = /^(meetings\/[^/]+\/)(.*)$/.exec(meant ?? '') ?? [];
  for (const found of [trimmed, await findEntry(path.slice(base.length)), meant && base + meant]) {
    const url = new URL(found ?? location.href, location.href);
    url.hash ||= location.hash;
    if (await exists(url)) {
      location.replace(url);
      return;
    }
  }
  if (!meeting) return;
  const advice = document.querySelector<HTMLElement>('.item-advice');
  if (advice) advice.hidden = !rest;
  const home = new URL(base + meeting, location.href);
  if (await exists(home)) {
    const link = createElement('a', { href: home.href }, 'The agenda of this meeting');
    document.querySelector('.typed-url-hint')?.append(link, ' shows all its items.');
  }
}

void redirect().catch(() => undefined);
