/** From the bytes of a content file to its text. */
import { isUtf8 } from 'node:buffer';
import { findInvisibleCharacter } from '../unsafe-content.ts';
import type { Issue } from '../issues.ts';

/** A file of the content folder: its path below the folder, with `/` between the parts, and its bytes. */
export interface ContentFile {
  path: string;
  bytes: Uint8Array;
}

/**
 * Decodes a file. Every file comes through here, so what no file may contain is looked for here.
 *
 * @param issues where issues are added: bytes that are not UTF-8, a byte-order mark, invisible characters
 * @returns undefined if there is an issue
 */
export function decodeUtf8({ path: file, bytes }: ContentFile, issues: Issue[]): string | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  // What can't be decoded becomes U+FFFD; UTF-16 has U+0000 in it.
  const wrong = isUtf8(bytes) ? text.search(/^\uFEFF|\0/u) : text.indexOf('\uFFFD');
  if (wrong >= 0) {
    const line = text.slice(0, wrong).split('\n').length;
    const message =
      'is not UTF-8 on this line (UTF-16?), or starts with a byte-order mark; save it as UTF-8 without one';
    issues.push({ code: 'wrong-encoding', file, line, message });
    return undefined;
  }
  const found = text.split(/\r?\n/u).flatMap((content, index): Issue[] => {
    const character = findInvisibleCharacter(content);
    const message = `contains ${character ?? ''}; remove it`;
    return character ? [{ code: 'invisible-character', file, line: index + 1, message }] : [];
  });
  issues.push(...found);
  return found.length > 0 ? undefined : text;
}
