/** What every page does in the browser. Pages read well without it; what few readers use is loaded when it is used. */
import announceStyles from './announce.css?inline';
import { copyLink, copySelection } from './clipboard.ts';
import { adoptStyles } from './dom.ts';
import { redirectMoved } from './redirect-moved.ts';
import './settings.ts';
import { announceTarget } from './target.ts';
import '@/search/ui/trigger.ts';

adoptStyles(announceStyles);
redirectMoved();
addEventListener('hashchange', redirectMoved);
addEventListener('load', announceTarget);
addEventListener('hashchange', announceTarget);
document.addEventListener('copy', copySelection);
document.addEventListener('click', (event) => void handleClick(event));
document.addEventListener('selectionchange', settleSelection);
for (const type of ['pointerdown', 'pointerup', 'pointercancel']) addEventListener(type, settleSelection);
if (/[?&]mark=/.test(location.search)) void import('@/search/ui/highlight.ts');

const printUrl = document.querySelector('.print-url');
const pageUrl = printUrl?.textContent ?? '';
addEventListener('beforeprint', () => {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format();
  if (printUrl) printUrl.textContent = `${pageUrl}${location.search}${location.hash}, printed on ${day}`;
});

async function handleClick(event: MouseEvent): Promise<void> {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const find = (selector: string): HTMLElement | null => target.closest(selector);
  const check = find('[data-check]');
  const cite = find('.cite > summary')?.parentElement;
  if (find('[data-copy]')) await copyLink();
  else if (find('[data-print]')) print();
  else if (check) await (await import('./verify-source.ts')).verifySource(check);
  else if (cite) {
    event.preventDefault();
    (await import('./citation-dialog.ts')).openCitationDialog(cite);
  } else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) await followInPlace(event, target);
}

/** Opens a term's explanation or a paragraph's links where the reader is. Their links lead there without a script. */
async function followInPlace(event: MouseEvent, target: Element): Promise<void> {
  const link = target.closest<HTMLAnchorElement>('.term, .paragraph-number');
  const mentioned = [...document.querySelectorAll<HTMLAnchorElement>('.mentioned a')];
  const entry = mentioned.find(({ href }) => href === link?.href)?.parentElement;
  const paragraph = document.getElementById(link?.hash.slice(1) ?? '');
  if (!link || !(entry ?? paragraph)) return;
  event.preventDefault();
  if (entry) (await import('./term-popover.ts')).openTermPopover(link, entry);
  if (paragraph) (await import('./passage-tools.ts')).openPermalinkMenu(link, paragraph);
}

let timer = 0;
let isDown = false;
let isChanged = false;

/** Nothing may appear below a pointer that still drags: the tools for selected words wait until it is up. */
function settleSelection({ type }: Event): void {
  if (type === 'selectionchange') isChanged = true;
  else isDown = type === 'pointerdown';
  clearTimeout(timer);
  if (isDown || !isChanged || !document.querySelector('.text')) return;
  timer = window.setTimeout(() => void showTools(), 150);
}

async function showTools(): Promise<void> {
  isChanged = false;
  if (getSelection()?.isCollapsed === false) (await import('./passage-tools.ts')).showSelectionTools();
}
