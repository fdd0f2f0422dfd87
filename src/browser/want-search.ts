/** Nothing of search is loaded before a reader wants it. */
const button = document.querySelector<HTMLElement>('[data-search]');

async function open(): Promise<void> {
  try {
    const { openSearch } = await import('../search/dialog.ts');
    openSearch();
  } catch {
    // The search page says what is the matter, and what else there is.
    location.assign(button?.dataset.address ?? '/');
  }
}

button?.addEventListener('click', () => void open());
addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
    return;
  event.preventDefault();
  void open();
});
if (/[?&]mark=/.test(location.search)) {
  void import('../search/marks.ts').then(({ markWords }) => {
    markWords();
  });
}
