/** Light and dark follow the system until a reader sets one; the script in the head applies it before the paint. */
const root = document.documentElement;
const select = document.querySelector<HTMLSelectElement>('.theme select');

if (select) {
  select.value = root.dataset.theme ?? '';
  select.addEventListener('change', () => {
    root.dataset.theme = select.value;
    try {
      localStorage.setItem('theme', select.value);
    } catch {
      // Storage is blocked: the theme holds for this page.
    }
  });
}
