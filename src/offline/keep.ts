/** Keeps a meeting on the reader's device and removes it again, by a button that says which of the two it does. */
import { ask, keptNow, sizeOf, stopKeeping } from './ask.ts';
import type { Kept, Wish } from './kept.ts';

/** What the button says. */
const [keepIt, removeIt] = ['Keep for offline reading', 'Remove from this device'] as const;

let busy = false;

/** Shows whether a meeting is kept. */
export async function showKept(button: HTMLButtonElement, status: HTMLElement): Promise<void> {
  const kept = await keptNow();
  if (!busy) tell(kept, button, status);
}

/**
 * @param button its `data-keep` is the id of the meeting
 * @param status takes what is said
 */
export async function keepOrRemove(button: HTMLButtonElement, status: HTMLElement): Promise<void> {
  // A second press while the first one works changes nothing; a button that is disabled would lose the focus.
  if (busy) return;
  busy = true;
  const id = button.dataset.keep ?? '';
  try {
    // It does what it says, whatever was done on another page since.
    const remove = button.textContent === removeIt;
    const wish: Wish = remove ? { remove: id } : { keep: id };
    status.textContent = remove ? 'Removing …' : 'Keeping …';
    const now = await ask(wish, (done, of) => {
      // Every tenth file: a screen reader reads each change.
      if (done % 20 === 0) status.textContent = `Keeping … ${String(done)} of ${String(of)} files`;
    });
    tell(now, button, status);
    if (remove) status.textContent = 'Removed from this device.';
  } catch (error) {
    status.textContent = error instanceof Error ? error.message : '';
  } finally {
    await stopKeeping().catch(() => undefined);
    busy = false;
  }
}

function isKept(kept: Kept | undefined, id: string): boolean {
  return kept?.meetings.some((meeting) => meeting.id === id) ?? false;
}

function tell(kept: Kept | undefined, button: HTMLButtonElement, status: HTMLElement): void {
  const here = isKept(kept, button.dataset.keep ?? '');
  button.textContent = here ? removeIt : keepIt;
  status.textContent = kept && here ? `Kept on this device: ${sizeOf(kept)}` : '';
}
