/** What every page does in the browser; all of it is comfort, and a page reads well without. */
import { offerLinks } from './copy-link.ts';
import { announceTarget } from './target.ts';
import { offerThemes } from './theme.ts';
import { offerSearch } from './want-search.ts';

const [search, theme] = document.querySelectorAll<HTMLElement>('.masthead button');
if (search) offerSearch(search);
if (theme) offerThemes(theme);
offerLinks();
announceTarget();
addEventListener('hashchange', announceTarget);
if (/[?&]mark=/.test(location.search)) {
  void import('../search/marks.ts').then(({ markWords }) => {
    markWords();
  });
}
