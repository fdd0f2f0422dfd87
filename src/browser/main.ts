/** What every page does in the browser; all of it is comfort, and a page reads well without. */
import './copy-link.ts';
import './target.ts';
import './theme.ts';
import './want-search.ts';
