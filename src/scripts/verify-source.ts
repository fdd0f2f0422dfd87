/** "Verify against the original": proves in the reader's browser that a page has the published words, unchanged. */

/**
 * Fetches the published text, compares its SHA-256 with the stated one, and every paragraph of the page with it.
 *
 * @param button says by its data where the published text is and which SHA-256 it must have; the `<output>` behind it
 * takes the answer
 */
export async function verifySource(button: HTMLElement): Promise<void> {
  const answer = button.parentElement?.querySelector('output');
  if (!answer) return;
  answer.textContent = 'Checking …';
  answer.textContent = await verdict(button.dataset.check ?? '', button.dataset.sha256 ?? '');
}

/** White space is free: a paragraph may be wrapped in the source, behind a hyphen too. What is within words is not. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/([-‐–—/]) /g, '$1');
}

async function verdict(address: string, stated: string): Promise<string> {
  // Browsers compute it only where a connection can be trusted.
  if (!isSecureContext) return 'This can only be checked over a secure connection (https).';
  let bytes: ArrayBuffer;
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.statusText);
    bytes = await response.arrayBuffer();
  } catch {
    return 'The source could not be fetched, so nothing was checked. Try again when you are connected.';
  }
  const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  if (digest !== stated)
    return `No: the published text is not the one that is stated. Its SHA-256 is ${digest}.`;

  const printed = plain(new TextDecoder().decode(bytes));
  let at = 0;
  let paragraphs = 0;
  let words = 0;
  for (const text of document.querySelectorAll('.text')) {
    for (const [index, { textContent }] of [...text.querySelectorAll('p')].entries()) {
      const found = printed.indexOf(plain(textContent), at);
      // Paragraphs of one text follow each other in the source too.
      if (found < 0 || (index > 0 && found > at + 1))
        return `No: “${textContent.slice(0, 60)} …” does not stand in the source like this.`;
      at = found + plain(textContent).length;
      paragraphs += 1;
      words += textContent.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    }
  }
  const count = (number: number, noun: string): string =>
    `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`;
  return `${count(paragraphs, 'paragraph')}, ${count(words, 'word')}: all ${paragraphs === 1 ? 'of it stands' : 'stand'} in the source, unchanged.`;
}
