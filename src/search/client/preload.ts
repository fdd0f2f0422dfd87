/** The files of search. */
import { createElement } from '../../scripts/dom.ts';

const base = import.meta.env.BASE_URL;

/** Where Pagefind's search API is. */
export const pagefindUrl = `${base}pagefind/pagefind.js`;

/** What is in the URLs of files that have the same name in each build, so that a page asks for them once. */
export const pageTag = String(performance.timeOrigin);

/** The URL of a file of words. */
export function wordsUrl(name: string, tag: string): string {
  return `${base}search/${name}.json?ts=${tag}`;
}

/** Requests in parallel what Pagefind would request one after the other. */
export async function preloadFiles(tag: string): Promise<void> {
  const preload = (href: string): void =>
    document.head.append(createElement('link', { rel: 'preload', as: 'fetch', crossOrigin: '', href }));
  const names = ['-worker.js', `-entry.json?ts=${tag}`].map((name) => `pagefind/pagefind${name}`);
  const wasm = `pagefind/wasm.${document.documentElement.lang}.pagefind`;
  for (const href of [
    pagefindUrl,
    ...[...names, wasm].map((path) => base + path),
    wordsUrl('vocabulary', tag),
  ])
    preload(href);
  const more = await fetch(`${base}pagefind/preload.json?ts=${tag}`);
  for (const path of (await more.json()) as string[]) preload(`${base}pagefind/${path}`);
}
