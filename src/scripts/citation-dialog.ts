/** The citations of a page as a dialog: with the day of reading and the paragraph that the address names, ready to copy and keep. */
import styles from './citation-dialog.css?inline';
import type { CslDate, CslItem } from '@/exports/csl.ts';
import { apa, chicagoBibliography, chicagoNote, mla } from '@/exports/citation-styles.ts';
import { copyText } from './clipboard.ts';
import { adoptStyles, createElement } from './dom.ts';

adoptStyles(styles);

const types: Readonly<Record<string, string>> = {
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  json: 'application/vnd.citationstyles.csl+json',
};

/** Opens the dialog. */
export function openCitationDialog(section: HTMLElement): void {
  const dialog = createElement('dialog', { className: 'cite' });
  const list = section.querySelector('dl')?.cloneNode(true);
  if (!(list instanceof HTMLElement)) return;
  fill(list, section);
  const part = document.querySelector('h1')?.textContent.trim().replace(/\s+/g, ' ') ?? 'this page';
  const close = createElement('button', { type: 'button', className: 'btn' }, 'Close');
  close.onclick = () => {
    dialog.close();
  };
  const title = createElement('h2', { id: 'cite-title' }, `Cite ${part}`);
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.append(createElement('header', {}, title, close), list);
  for (const text of list.querySelectorAll('dd')) addTools(text);
  dialog.addEventListener('close', () => {
    dialog.remove();
    section.querySelector('summary')?.focus();
  });
  // A press on the backdrop is a press on the dialog itself.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** Adds what only the reader's browser knows: the day, and the paragraph. */
function fill(list: HTMLElement, section: HTMLElement): void {
  const file = (name: string): HTMLElement | null => list.querySelector(`[data-file=${name}]`);
  const csl = file('json');
  const [data] = JSON.parse(csl?.textContent ?? '[]') as [CslItem?];
  if (!data || !csl) return;
  const now = new Date();
  const day: [number, number, number] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const accessed: CslDate = { 'date-parts': [day] };
  const [fragment, paragraph] = /^#p(\d+)(?:s\d+)?$/.exec(location.hash) ?? [];
  const whole: CslItem = { ...data, URL: data.URL + (fragment ?? ''), accessed };
  csl.textContent = JSON.stringify([whole]);
  const iso = day.map((part) => String(part).padStart(2, '0'));
  const bib = file('bib');
  const ris = file('ris');
  if (bib)
    bib.textContent = bib.textContent
      .replace(data.URL, () => whole.URL)
      .replace(/\n\}$/, () => `\n\turldate = {${iso.join('-')}},\n}`);
  if (ris)
    ris.textContent = ris.textContent
      .replace(data.URL, () => whole.URL)
      .replace(/\nER {2}-/, () => `\nY2  - ${iso.join('/')}/\nER  -`);

  const { part, number } = section.dataset;
  const cited: CslItem =
    part === undefined || number === undefined
      ? whole
      : { ...whole, title: part, number, 'container-title': whole.title.slice(part.length + 2) };
  const styles = [chicagoNote(cited, paragraph), chicagoBibliography(cited), apa(cited), mla(cited)];
  const texts = list.querySelectorAll('dd');
  styles.forEach((text, index) => {
    texts[index]?.replaceChildren(text);
  });
}

function addTools(text: HTMLElement): void {
  const name = text.previousElementSibling?.textContent ?? '';
  const words = text.textContent;
  const copy = createElement(
    'button',
    { type: 'button', className: 'btn', ariaLabel: `Copy ${name}` },
    'Copy',
  );
  copy.onclick = () => void copyText(words, name);
  const tools = createElement('div', {}, copy);
  const { file } = text.dataset;
  if (file !== undefined) {
    const type = types[file] ?? '';
    const link = createElement(
      'a',
      {
        className: 'btn',
        href: URL.createObjectURL(new Blob([words], { type })),
        download: `${location.pathname.split('/').filter(Boolean).slice(-2).join('-')}.${file}`,
        ariaLabel: `Download ${name}`,
      },
      'Download',
    );
    tools.append(link);
  }
  text.append(tools);
}
