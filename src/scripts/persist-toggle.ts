import { onStored } from './stored.ts';

/** Remembers the switch "Show who said what"; the page sets it before it is shown. */
export function persistToggle(who: HTMLInputElement): void {
  who.addEventListener('change', () => {
    try {
      localStorage.setItem('who', who.checked ? 'shown' : '');
    } catch {
      // Storage is blocked: the switch holds for this page.
    }
  });
  onStored((stored) => {
    who.checked = Boolean(stored.getItem('who'));
  });
}
