/** The reader's settings: light or dark, and whether texts show who said what. Inline scripts apply it before the first paint. */
const { style } = document.documentElement;
const button = document.querySelector<HTMLElement>('.site-header .theme');
const who = document.querySelector<HTMLInputElement>('#who');

function setTheme(theme: string): void {
  style.colorScheme = theme;
  if (button) button.ariaLabel = button.title = `Appearance: ${theme || 'automatic'}`;
}

function store(name: string, value: string): void {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // The storage is blocked: the setting holds for this page.
  }
}

function update(): void {
  try {
    setTheme(localStorage.getItem('theme') ?? '');
    if (who) who.checked = Boolean(localStorage.getItem('who'));
  } catch {
    setTheme(style.colorScheme);
  }
}

update();
// A setting may change in another tab, while this page is prerendered, or while it is in the back/forward cache.
addEventListener('storage', update);
addEventListener('pageshow', update);
document.addEventListener('prerenderingchange', update);
button?.addEventListener('click', () => {
  // Each press changes what is seen: to the other appearance than the system's, and back to the system's.
  const other = matchMedia('(prefers-color-scheme: dark)').matches ? 'light' : 'dark';
  const theme = style.colorScheme === other ? '' : other;
  setTheme(theme);
  store('theme', theme);
});
who?.addEventListener('change', () => {
  store('who', who.checked ? 'shown' : '');
});
