/** The button "Keep for offline reading". What it does is loaded when a reader wants it, or has wanted it before. */
const button = document.querySelector<HTMLButtonElement>('[data-keep]');
const said = button?.parentElement?.querySelector<HTMLElement>('[role=status]');

if (button && said) {
  const load = async (): Promise<typeof import('./keep.ts')> => import('./keep.ts');
  button.addEventListener('click', () => {
    load().then(
      ({ keepOrRemove }) => keepOrRemove(button, said),
      () => (said.textContent = 'This could not be loaded. Try again when you are connected.'),
    );
  });
  // Only who keeps something has a service worker here.
  if (hasWorker()) void load().then(({ showKept }) => showKept(button, said));
}

function hasWorker(): boolean {
  try {
    return navigator.serviceWorker.controller !== null;
  } catch {
    // Storage is blocked, or the connection is not secure.
    return false;
  }
}
