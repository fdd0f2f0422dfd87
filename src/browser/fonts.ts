/**
 * Has the browser fetch the web fonts for the next page, where the script in the head did without them on a slow line, and
 * tells that script that this browser has had them.
 */
export function fetchFonts(): void {
  const preloads = document.querySelector('head noscript')?.textContent ?? '';
  if (document.documentElement.dataset.fonts === 'later')
    document.head.insertAdjacentHTML('beforeend', preloads.replaceAll('"preload"', '"prefetch"'));
  try {
    localStorage.setItem('fonts', 'fetched');
  } catch {
    // Storage is blocked: a page that is opened from elsewhere on a slow line does without them.
  }
}
