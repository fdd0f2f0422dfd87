import { announce } from './announce.ts';
import { createElement } from './dom.ts';

/**
 * Copies a text and confirms it. If the browser refuses, the reader gets it in a field.
 *
 * @param what is copied: "Quotation"
 * @param html the same with its links, for editors of formatted text
 */
export async function copy(what: string, text: string, html?: Element): Promise<void> {
  const formats = { 'text/plain': text, ...(html && { 'text/html': html.outerHTML }) };
  try {
    await navigator.clipboard.write([new ClipboardItem(formats)]);
    announce(`${what} copied`);
  } catch {
    const { openDialog } = await import('./overlay.ts');
    const field = createElement('textarea', { readOnly: true, rows: 4, value: text, ariaLabel: what });
    const noun = what === 'Link' ? 'link' : 'text';
    openDialog(`Your browser did not allow copying. Here is the ${noun}:`, field);
    field.select();
  }
}

/** Copies a link to the page, or to the part of it that has an id. */
export async function copyLink(id = '', directive = ''): Promise<void> {
  const href = createLink(id) + directive;
  await copy('Link', href, createElement('a', { href }, href));
}

/** The URL of the page without its query, or of a part of it. */
export function createLink(id: string): string {
  return location.origin + location.pathname + (id && `#${id}`);
}

const controls =
  'button, label, input, select, script, style, noscript, [popover], [hidden], .paragraph-number';

/**
 * Copies a selection without the page's appearance: browsers put computed colours into the HTML of the clipboard, so that
 * text copied from the dark appearance would be pale wherever it is pasted. Controls within the selection stay out.
 */
export function copySelection(event: ClipboardEvent): void {
  const selection = getSelection();
  const isField = event.target instanceof Element && event.target.closest('input, textarea');
  if (!selection || selection.isCollapsed || isField || !event.clipboardData) return;
  const html = createElement('div');
  for (let index = 0; index < selection.rangeCount; index += 1)
    html.append(selection.getRangeAt(index).cloneContents());
  for (const control of html.querySelectorAll(controls)) control.remove();
  for (const link of html.querySelectorAll('a')) link.setAttribute('href', link.href);
  event.clipboardData.setData('text/html', html.innerHTML);
  event.clipboardData.setData('text/plain', selection.toString());
  event.preventDefault();
}
