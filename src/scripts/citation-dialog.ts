/** The citations of a page in a dialog: with the day of reading and the paragraph that the URL names, to copy or to download. */
import type { CslDate, CslItem } from '@/exports/csl.ts';
import { citationFiles } from '@/exports/bibtex-ris.ts';
import { citationStyles } from '@/exports/citation-styles.ts';
import { copy } from './clipboard.ts';
import { openDialog } from './overlay.ts';
import { createElement } from './dom.ts';

/** @param section the citations as the page has them, for reading without a script */
export function openCitationDialog(section: HTMLElement): void {
  const list = createElement('dl', { className: 'cite' });
  list.innerHTML = section.querySelector('dl')?.innerHTML ?? '';
  const now = new Date();
  const accessed: CslDate = { 'date-parts': [[now.getFullYear(), now.getMonth() + 1, now.getDate()]] };
  const [fragment = '', paragraph = '', sentence] = /^#p(\d+)(?:s(\d+))?$/.exec(location.hash) ?? [];
  const page = JSON.parse(section.dataset.cited ?? '') as CslItem;
  const cited = { ...page, URL: page.URL + fragment, accessed };
  const { bibtex, ris, csl } = citationFiles(cited);
  const files: Record<string, string> = { bib: bibtex, ris, json: csl };
  const downloads = createElement('p', {}, createElement('b', {}, 'Download'), createElement('br'));
  for (const entry of list.querySelectorAll('dd')) {
    const { file = '' } = entry.dataset;
    const name = entry.previousElementSibling?.textContent ?? '';
    const style = citationStyles.find((candidate) => candidate.name === name);
    const text = files[file] ?? style?.format(cited, paragraph || undefined) ?? entry.textContent;
    // Nobody reads the files; they are for reference managers, or to be pasted into a file.
    delete entry.dataset.file;
    if (file) downloads.append(createDownload(name, file, text));
    entry.replaceChildren(...(file ? [] : [text, createElement('br')]));
    const properties = { type: 'button', className: 'btn', ariaLabel: `Copy ${name}` } as const;
    entry.append(createElement('button', { ...properties, onclick: () => void copy(name, text) }, 'Copy'));
  }
  const title = document.querySelector('h1')?.textContent.trim().replace(/\s+/g, ' ') ?? 'this page';
  const place = sentence ? `sentence ${paragraph}.${sentence}` : `paragraph ${paragraph}`;
  openDialog(`Cite ${title}${paragraph ? `, ${place}` : ''}`, downloads, list);
}

function createDownload(name: string, extension: string, text: string): HTMLAnchorElement {
  const page = location.pathname.split('/').filter(Boolean).slice(-2).join('-');
  const href = URL.createObjectURL(new Blob([text]));
  const download = `${page}.${extension}`;
  return createElement('a', { className: 'btn', href, download, ariaLabel: `Download ${name}` }, name);
}
