let warmed = false;

/**
 * Asks at once for all that search needs, as soon as a reader shows that search is wanted. Pagefind would ask for it
 * file by file; it finds the answers in the browser's cache.
 */
export function warmSearch(): void {
  if (warmed) return;
  warmed = true;
  for (const file of import.meta.env.SEARCH_FILES)
    // Whoever needs a file asks again, and says what is the matter.
    void fetch(import.meta.env.BASE_URL + file).catch(() => undefined);
}
