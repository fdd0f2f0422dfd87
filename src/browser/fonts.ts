/** Has the browser fetch the web fonts for the next page, where the script in the head did without them on a slow line. */
export function fetchFonts(): void {
  const preloads = document.querySelector('head noscript')?.textContent ?? '';
  if (document.documentElement.dataset.fonts === 'later')
    document.head.insertAdjacentHTML('beforeend', preloads.replaceAll('"preload"', '"prefetch"'));
}
