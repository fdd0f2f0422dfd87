/** The list of what is kept on this device, each with a button to remove it. */
import { element } from '../browser/element.ts';
import { ask, keptNow, sizeOf, stopKeeping } from './ask.ts';
import type { Kept } from './kept.ts';

const status = document.querySelector<HTMLElement>('.kept [role=status]');
const list = document.querySelector<HTMLElement>('.kept ul');

function show(kept: Kept | undefined): void {
  if (!status || !list) return;
  status.textContent = kept ? `In all: ${sizeOf(kept)}` : 'Nothing is kept on this device.';
  list.replaceChildren(
    ...(kept?.meetings ?? []).map(({ id, name }) => {
      const remove = element('button', { type: 'button', className: 'btn' }, 'Remove from this device');
      remove.setAttribute('aria-label', `Remove from this device: ${name}`);
      remove.addEventListener('click', () => {
        ask({ remove: id })
          .then(async (now) => {
            show(now);
            await stopKeeping();
          })
          .catch((error: unknown) => (status.textContent = error instanceof Error ? error.message : ''));
      });
      const link = element('a', { href: `${import.meta.env.BASE_URL}meetings/${id}/` }, name);
      return element('li', {}, link, ' ', remove);
    }),
  );
}

keptNow().then(show, () => {
  show(undefined);
});
