import { announce } from './announce.ts';

/** Puts a text into the clipboard and says so; where that is refused, shows the text. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(`${what} copied`);
  } catch {
    announce(`Copying was refused. ${what}: ${text}`);
  }
}

/** Copies the page's own address: without a query, and with a fragment where one is given. */
export async function copyLink(fragment: string, what: string): Promise<void> {
  await copyText(location.origin + location.pathname + (fragment && `#${fragment}`), `Link to ${what}`);
}
