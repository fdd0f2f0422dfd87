/**
 * What every page does in the browser; all of it is comfort, and a page reads well without. What is not needed at once
 * is loaded when a reader asks for it.
 */
import { copyLink } from './clipboard.ts';
import { datePrints } from './print.ts';
import { announceTarget } from './target.ts';
import { offerThemes } from './theme.ts';
import { offerSearch } from './want-search.ts';

const [search, theme] = document.querySelectorAll<HTMLElement>('.masthead button');
if (search) offerSearch(search);
if (theme) offerThemes(theme);
const paper = document.querySelector<HTMLElement>('.paper');
if (paper) datePrints(paper);

addEventListener('load', announceTarget);
addEventListener('hashchange', announceTarget);

document.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
  if (!(target instanceof Element)) return;
  if (target.closest('[data-copy]')) void copyLink('', 'this page');
  const number = target.closest<HTMLAnchorElement>('.pn');
  const paragraph = number && document.getElementById(number.hash.slice(1));
  // The link itself leads to the paragraph all the same.
  if (!paragraph || ctrlKey || metaKey || shiftKey) return;
  void import('./passage-links.ts').then(({ offerPassageLinks }) => {
    offerPassageLinks(number, paragraph);
  });
});

let selecting = 0;
document.addEventListener('selectionchange', () => {
  clearTimeout(selecting);
  selecting = window.setTimeout(() => {
    const selection = getSelection();
    if (selection && !selection.isCollapsed && selection.anchorNode?.parentElement?.closest('.text')) {
      void import('./quote.ts').then(({ showQuotation }) => {
        showQuotation();
      });
    }
  }, 150);
});

if (/[?&]mark=/.test(location.search)) {
  void import('../search/marks.ts').then(({ markWords }) => {
    markWords();
  });
}
