import { warmSearch } from '../search/warm.ts';

/**
 * Opens the search dialog by its button and by Ctrl or ⌘ K. Nothing of search is loaded before.
 *
 * @param button the button in the masthead; its `data-address` is the search page
 */
export function offerSearch(button: HTMLElement): void {
  const open = async (): Promise<void> => {
    try {
      const dialog = import('../search/dialog.ts');
      warmSearch();
      const { openSearch } = await dialog;
      openSearch();
    } catch {
      // The search page says what is the matter, and what else there is.
      location.assign(button.dataset.address ?? '/');
    }
  };
  button.addEventListener('pointerenter', warmSearch);
  button.addEventListener('focus', warmSearch);
  button.addEventListener('click', () => void open());
  addEventListener('keydown', (event) => {
    if (
      event.key.toLowerCase() !== 'k' ||
      !(event.ctrlKey || event.metaKey) ||
      event.altKey ||
      event.shiftKey
    )
      return;
    event.preventDefault();
    void open();
  });
}
