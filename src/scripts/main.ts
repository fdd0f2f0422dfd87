/**
 * What every page does in the browser; all of it is comfort, and a page reads well without. What is not needed at once
 * is loaded when a reader asks for it.
 */
import { copyLink, copyText } from './clipboard.ts';
import { copyWithoutStyles } from './copy.ts';
import { redirectMoved } from './redirect-moved.ts';
import { addPrintDate } from './print-footer.ts';
import { persistToggle } from './persist-toggle.ts';
import { announceTarget } from './announce-target.ts';
import { initSearchTrigger } from './search-trigger.ts';
import { initThemeToggle } from './theme.ts';

const [search, theme] = document.querySelectorAll<HTMLElement>('.site-header button');
if (search) initSearchTrigger(search);
if (theme) initThemeToggle(theme);
const paper = document.querySelector<HTMLElement>('.print-url');
if (paper) addPrintDate(paper);
const who = document.querySelector<HTMLInputElement>('#who');
if (who) persistToggle(who);

redirectMoved();
addEventListener('hashchange', redirectMoved);
document.addEventListener('copy', copyWithoutStyles);
addEventListener('load', announceTarget);
addEventListener('hashchange', announceTarget);

document.addEventListener('click', (event) => {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  if (!(target instanceof Element)) return;
  if (target.closest('[data-copy]')) void copyLink('', 'this page');
  if (target.closest('[data-print]')) print();
  const line = target.closest<HTMLElement>('[data-copy-text]')?.dataset.copyText;
  if (line) void copyText(line, 'Source line');
  const cite = target.closest<HTMLElement>('.cite > summary')?.parentElement;
  if (cite) {
    event.preventDefault();
    void import('./citation-dialog.ts').then(({ openCitationDialog }) => {
      openCitationDialog(cite);
    });
  }
  const check = target.closest<HTMLElement>('[data-check]');
  if (check) void import('./verify-source.ts').then(({ verifySource }) => verifySource(check));
  if (ctrlKey || metaKey || shiftKey) return;
  const term = target.closest<HTMLAnchorElement>('.term');
  const entry = [...document.querySelectorAll<HTMLAnchorElement>('.mentioned a')].find(
    ({ href }) => href === term?.href,
  )?.parentElement;
  if (term && entry) {
    event.preventDefault();
    void import('./term-popover.ts').then(({ openTermPopover }) => {
      openTermPopover(term, entry);
    });
  }
  const number = target.closest<HTMLAnchorElement>('.paragraph-number');
  const paragraph = number && document.getElementById(number.hash.slice(1));
  // The link itself leads to the paragraph all the same.
  if (!paragraph) return;
  void import('./permalink-menu.ts').then(({ openPermalinkMenu }) => {
    openPermalinkMenu(number, paragraph);
  });
});

// Tools for selected words are shown once the selection is made: nothing may appear below a pointer that still drags.
let [selecting, held, changed] = [0, false, false];
const settle = (): void => {
  clearTimeout(selecting);
  if (held || !changed) return;
  selecting = window.setTimeout(() => {
    changed = false;
    if (getSelection()?.isCollapsed === false && document.querySelector('.text'))
      void import('./quote-toolbar.ts').then(({ showQuoteToolbar }) => {
        showQuoteToolbar();
      });
  }, 150);
};
document.addEventListener('selectionchange', () => {
  changed = true;
  settle();
});
for (const type of ['pointerdown', 'keydown', 'pointerup', 'pointercancel', 'keyup'])
  addEventListener(type, () => {
    held = type.endsWith('down');
    settle();
  });

if (/[?&]mark=/.test(location.search)) {
  void import('./highlight.ts').then(({ highlightWords }) => {
    highlightWords();
  });
}
