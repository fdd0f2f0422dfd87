import { onStored } from './stored.ts';

const root = document.documentElement;
const themes = ['', 'light', 'dark'];

/**
 * Light and dark follow the system until a reader sets one; the script in the head applies what was set before the
 * paint.
 */
export function initThemeToggle(button: HTMLElement): void {
  const describe = (): void => {
    const theme = root.dataset.theme ?? '';
    button.ariaLabel = button.title = `Appearance: ${theme === '' ? 'automatic' : theme}`;
  };
  button.addEventListener('click', () => {
    const theme = themes[(themes.indexOf(root.dataset.theme ?? '') + 1) % themes.length] ?? '';
    root.dataset.theme = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Storage is blocked: the theme holds for this page.
    }
    describe();
  });
  describe();
  onStored((stored) => {
    root.dataset.theme = stored.getItem('theme') ?? '';
    describe();
  });
}
