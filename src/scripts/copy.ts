/**
 * Copies a selection without the page's appearance: browsers put computed colours into the HTML of the clipboard, so that
 * text copied from the dark appearance would be pale wherever it is pasted. Controls within the selection stay out.
 */
export function copyWithoutStyles(event: ClipboardEvent): void {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData || isEditable(event.target)) return;
  const copy = document.createElement('div');
  for (let index = 0; index < selection.rangeCount; index++)
    copy.append(selection.getRangeAt(index).cloneContents());
  for (const control of copy.querySelectorAll(
    'button, label, input, select, script, style, link, noscript, [popover], [hidden]',
  ))
    control.remove();
  for (const element of copy.querySelectorAll('*')) {
    const href = element instanceof HTMLAnchorElement ? element.href : '';
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
    if (href) element.setAttribute('href', href);
  }
  event.clipboardData.setData('text/html', copy.innerHTML);
  event.clipboardData.setData('text/plain', selection.toString());
  event.preventDefault();
}

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea') !== null;
