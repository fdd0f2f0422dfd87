/** What every page does in the browser. Pages read well without it; what few readers use is loaded when it is used. */
import { copy, copyLink, copySelection } from './clipboard.ts';
import { redirectMoved } from './redirect-moved.ts';
import { initSearchTrigger } from './search-trigger.ts';
import { initSettings } from './settings.ts';
import { announceTarget } from './target.ts';

initSearchTrigger();
initSettings();
redirectMoved();
addEventListener('hashchange', redirectMoved);
addEventListener('load', announceTarget);
addEventListener('hashchange', announceTarget);
document.addEventListener('copy', copySelection);

const printUrl = document.querySelector('.print-url');
const pageUrl = printUrl?.textContent ?? '';
addEventListener('beforeprint', () => {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format();
  if (printUrl) printUrl.textContent = `${pageUrl}${location.search}${location.hash}, printed on ${day}`;
});

document.addEventListener('click', (event) => {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  if (!(target instanceof Element)) return;
  const find = (selector: string): HTMLElement | null => target.closest(selector);
  if (find('[data-copy]')) void copyLink();
  if (find('[data-print]')) print();
  const line = find('[data-copy-text]')?.dataset.copyText;
  if (line) void copy('Attribution', line);
  const check = find('[data-check]');
  if (check) void import('./verify-source.ts').then(({ verifySource }) => verifySource(check));
  const cite = find('.cite > summary')?.parentElement;
  if (cite) {
    event.preventDefault();
    void import('./citation-dialog.ts').then(({ openCitationDialog }) => {
      openCitationDialog(cite);
    });
  }
  const link = target.closest('a');
  if (!link || ctrlKey || metaKey || shiftKey) return;
  const entry = [...document.querySelectorAll<HTMLAnchorElement>('.mentioned a')].find(
    ({ href }) => href === link.href,
  )?.parentElement;
  if (link.matches('.term') && entry) {
    event.preventDefault();
    void import('./term-popover.ts').then(({ openTermPopover }) => {
      openTermPopover(link, entry);
    });
  }
  const paragraph = link.matches('.paragraph-number') && document.getElementById(link.hash.slice(1));
  if (paragraph) {
    // The URL names the paragraph, but the page stays where it is.
    event.preventDefault();
    history.replaceState(history.state, '', link.hash);
    void import('./passage-tools.ts').then(({ openPermalinkMenu }) => {
      openPermalinkMenu(link, paragraph);
    });
  }
});

// Nothing may appear below a pointer that still drags: the tools for selected words wait until it is up.
let [timer, isDown, isChanged] = [0, false, false];
function settleSelection({ type }: Event): void {
  if (type === 'selectionchange') isChanged = true;
  else isDown = type === 'pointerdown';
  clearTimeout(timer);
  if (isDown || !isChanged) return;
  timer = window.setTimeout(() => {
    isChanged = false;
    if (getSelection()?.isCollapsed === false && document.querySelector('.text'))
      void import('./passage-tools.ts').then(({ showSelectionTools }) => {
        showSelectionTools();
      });
  }, 150);
}
document.addEventListener('selectionchange', settleSelection);
for (const type of ['pointerdown', 'pointerup', 'pointercancel']) addEventListener(type, settleSelection);

if (/[?&]mark=/.test(location.search))
  void import('./highlight.ts').then(({ highlightWords }) => {
    highlightWords();
  });
