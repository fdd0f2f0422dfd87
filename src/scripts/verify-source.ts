/** "Verify against the original": proves in the reader's browser that a page has the published words, unchanged. */
import { countWords } from '@/domain/parse/count-words.ts';

/**
 * Compares the published text's SHA-256 with the stated one, and every paragraph of the page with the text.
 *
 * @param button its data name the published text and its SHA-256; the `<output>` next to it takes the result
 */
export async function verifySource(button: HTMLElement): Promise<void> {
  const output = button.parentElement?.querySelector('output');
  if (!output) return;
  output.textContent = 'Checking …';
  output.textContent = await verify(button.dataset.check ?? '', button.dataset.sha256 ?? '');
}

/** White space may differ: a paragraph may be wrapped in the source, after a hyphen too. */
function normalize(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/([-‐–—/]) /g, '$1');
}

async function verify(url: string, expected: string): Promise<string> {
  if (!isSecureContext) return 'This can only be checked over a secure connection (https).';
  let bytes: ArrayBuffer;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(response.statusText);
    bytes = await response.arrayBuffer();
  } catch {
    return 'The published text could not be fetched, so nothing was checked. Try again when you are connected.';
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex !== expected) return `Not verified: the published text has changed. Its SHA-256 is ${hex}.`;

  const source = normalize(new TextDecoder().decode(bytes));
  let end = 0;
  let words = 0;
  for (const text of document.querySelectorAll('.text')) {
    // Paragraphs of one text follow each other in the source too.
    const shown = [...text.querySelectorAll(':scope > p')].map(({ textContent }) => textContent).join(' ');
    const start = source.indexOf(normalize(shown), end);
    if (start < 0) return `Not verified: “${shown.slice(0, 60)} …” is not in the published text.`;
    end = start + normalize(shown).length;
    words += countWords(shown);
  }
  return `Verified: all ${words.toLocaleString('en-GB')} words match the published text.`;
}
