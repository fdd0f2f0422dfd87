/**
 * What every page does in the browser; all of it is comfort, and a page reads well without. What is not needed at once
 * is loaded when a reader asks for it.
 */
import { copyLink, copyText } from './clipboard.ts';
import { copyWithoutStyles } from './copy.ts';
import { followMoved } from './redirect-moved.ts';
import { datePrints } from './print-footer.ts';
import { rememberSwitch } from './persist-toggle.ts';
import { announceTarget } from './announce-target.ts';
import { offerSearch } from './search-trigger.ts';
import { offerThemes } from './theme.ts';

const [search, theme] = document.querySelectorAll<HTMLElement>('.site-header button');
if (search) offerSearch(search);
if (theme) offerThemes(theme);
const paper = document.querySelector<HTMLElement>('.print-url');
if (paper) datePrints(paper);
const who = document.querySelector<HTMLInputElement>('#who');
if (who) rememberSwitch(who);

followMoved();
addEventListener('hashchange', followMoved);
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
    void import('./citation-dialog.ts').then(({ openCitations }) => {
      openCitations(cite);
    });
  }
  const check = target.closest<HTMLElement>('[data-check]');
  if (check) void import('./verify-source.ts').then(({ checkSource }) => checkSource(check));
  if (ctrlKey || metaKey || shiftKey) return;
  const term = target.closest<HTMLAnchorElement>('.term');
  const entry = [...document.querySelectorAll<HTMLAnchorElement>('.mentioned a')].find(
    ({ href }) => href === term?.href,
  )?.parentElement;
  if (term && entry) {
    event.preventDefault();
    void import('./term-popover.ts').then(({ explain }) => {
      explain(term, entry);
    });
  }
  const number = target.closest<HTMLAnchorElement>('.paragraph-number');
  const paragraph = number && document.getElementById(number.hash.slice(1));
  // The link itself leads to the paragraph all the same.
  if (!paragraph) return;
  void import('./permalink-menu.ts').then(({ offerPassageLinks }) => {
    offerPassageLinks(number, paragraph);
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
      void import('./quote-toolbar.ts').then(({ showQuotation }) => {
        showQuotation();
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
