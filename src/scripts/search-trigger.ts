/**
 * Opens the search dialog by its button and by Ctrl+K or ⌘K. Nothing of search is loaded before it is wanted.
 *
 * @param button the button in the header; its `data-address` is the search page
 */
export function initSearchTrigger(button: HTMLElement): void {
  const load = (): void => {
    import('@/search/client/session.ts').then(({ startSearch }) => startSearch()).catch(() => undefined);
  };
  const hint = button.querySelector('kbd');
  if (hint && /Mac|iP(?:hone|ad|od)/u.test(navigator.userAgent)) hint.textContent = '⌘K';
  const open = async (): Promise<void> => {
    load();
    try {
      (await import('@/search/ui/dialog.ts')).openSearch();
    } catch {
      // The search page says what is wrong, and what else there is.
      location.assign(button.dataset.address ?? '/');
    }
  };
  button.addEventListener('pointerenter', load);
  button.addEventListener('focus', load);
  button.addEventListener('click', () => void open());
  addEventListener('keydown', (event) => {
    // By its place on the keyboard too: layouts without Latin letters have another letter there.
    const isK = event.key.toLowerCase() === 'k' || (event.code === 'KeyK' && !/^[a-z]$/iu.test(event.key));
    if (!isK || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    void open();
  });
}
