/** The reader's settings: light or dark, and whether texts show who said what. Inline scripts apply it before the first paint. */
const root = document.documentElement;
const button = document.querySelector<HTMLElement>('.site-header .theme');
const who = document.querySelector<HTMLInputElement>('#who');
const themes = ['', 'light', 'dark'];

function setTheme(theme: string): void {
  root.dataset.theme = theme;
  if (button) button.ariaLabel = button.title = `Appearance: ${theme || 'automatic'}`;
}

/** Calls a function that uses the storage. If that is blocked, a setting holds for this page. */
function withStorage(use: (storage: Storage) => void): void {
  try {
    use(localStorage);
  } catch {
    // Blocked.
  }
}

export function initSettings(): void {
  const update = (): void => {
    withStorage((storage) => {
      setTheme(storage.getItem('theme') ?? '');
      if (who) who.checked = Boolean(storage.getItem('who'));
    });
  };
  setTheme('');
  update();
  // A setting may change in another tab, while this page is prerendered, or while it is in the back/forward cache.
  addEventListener('storage', update);
  addEventListener('pageshow', update);
  document.addEventListener('prerenderingchange', update);
  button?.addEventListener('click', () => {
    const theme = themes[(themes.indexOf(root.dataset.theme ?? '') + 1) % themes.length] ?? '';
    setTheme(theme);
    withStorage((storage) => {
      storage.setItem('theme', theme);
    });
  });
  who?.addEventListener('change', () => {
    withStorage((storage) => {
      storage.setItem('who', who.checked ? 'shown' : '');
    });
  });
}
