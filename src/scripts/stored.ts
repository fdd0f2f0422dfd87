/**
 * Calls `apply` with what is stored when it may have changed since the page was made: in another tab, while the page was
 * prerendered, or while it lay in the back/forward cache.
 */
export function onStored(apply: (stored: Storage) => void): void {
  const update = (): void => {
    try {
      apply(localStorage);
    } catch {
      // Storage is blocked: nothing is stored.
    }
  };
  addEventListener('storage', update);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) update();
  });
  document.addEventListener('prerenderingchange', update);
}
