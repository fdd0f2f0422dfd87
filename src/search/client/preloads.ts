/** The files that every search needs, as links that load them together: Pagefind requests one after the other. */
export const preloads = [
  { rel: 'modulepreload', as: 'script', href: 'pagefind/pagefind.js' },
  { rel: 'preload', as: 'fetch', href: 'pagefind/pagefind-worker.js' },
  { rel: 'preload', as: 'fetch', href: 'pagefind/wasm.en.pagefind' },
];
