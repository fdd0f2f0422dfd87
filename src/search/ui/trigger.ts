/** Opens the search dialog by its button and by Ctrl+K or ⌘K. Search is loaded when it is likely to be used. */
import { createElement } from '@/scripts/dom.ts';
import { preloads } from '@/search/client/preloads.ts';

const button = document.querySelector<HTMLElement>('.site-header .search');
const hint = button?.querySelector('kbd');
let isRequested = false;

if (hint && /Mac|iP(?:hone|ad|od)/u.test(navigator.userAgent)) hint.textContent = '⌘K';
for (const intent of ['pointerenter', 'focus']) button?.addEventListener(intent, load);
button?.addEventListener('click', () => void open());
addEventListener('keydown', (event) => {
  // Layouts without Latin letters have another letter at the place of K.
  const isK = event.key.toLowerCase() === 'k' || (event.code === 'KeyK' && !/^[a-z]$/iu.test(event.key));
  if (!isK || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  void open();
});

function load(): void {
  if (isRequested) return;
  isRequested = true;
  for (const { href, ...link } of preloads) {
    const url = import.meta.env.BASE_URL + href;
    document.head.append(createElement('link', { ...link, crossOrigin: '', href: url }));
  }
  import('@/search/client/session.ts').then(({ startSearch }) => startSearch()).catch(() => undefined);
}

async function open(): Promise<void> {
  // The dialog comes before what it searches.
  const dialog = import('./dialog.ts');
  load();
  try {
    (await dialog).openSearch();
  } catch {
    // The search page says what is wrong, and offers other ways.
    location.assign(button?.dataset.address ?? '/');
  }
}
