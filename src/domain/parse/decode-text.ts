/** From the bytes of a content file to its text. */
import { findInvisibleCharacter } from '../checks/unsafe-content.ts';
import type { Issue } from '../issues.ts';

/** A file of the content folder: its path below the folder, with `/` between the parts, and its bytes. */
export interface ContentFile {
  path: string;
  bytes: Uint8Array;
  /** Why it was not read: it is a symbolic link, far too large … */
  problem?: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Decodes a file. Every file comes through here, so what no file may contain is looked for here.
 *
 * @param issues where issues are added: bytes that are not UTF-8, a byte-order mark, invisible characters
 * @returns undefined if there is an issue
 */
export function decodeUtf8({ path: file, bytes, problem }: ContentFile, issues: Issue[]): string | undefined {
  if (problem !== undefined) return undefined;
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    // What can't be decoded is decoded as U+FFFD.
    const line = new TextDecoder().decode(bytes).split('\uFFFD', 1).join('').split('\n').length;
    const message = 'is not UTF-8 on this line (UTF-16 or another encoding?); save it as UTF-8';
    issues.push({ code: 'wrong-encoding', file, line, message });
    return undefined;
  }
  const zero = text.indexOf('\0');
  if (zero >= 0) {
    const line = text.slice(0, zero).split('\n').length;
    const message = 'is not text, or is UTF-16 (it contains U+0000); save it as UTF-8';
    issues.push({ code: 'wrong-encoding', file, line, message });
    return undefined;
  }
  if (text.startsWith('\uFEFF')) {
    const message = 'starts with a byte-order mark; save it as UTF-8 without one';
    issues.push({ code: 'wrong-encoding', file, line: 1, message });
    return undefined;
  }
  const found = text.split('\n').flatMap((content, index): Issue[] => {
    const character = findInvisibleCharacter(content);
    const message = `contains ${character ?? ''}; remove it`;
    return character ? [{ code: 'invisible-character', file, line: index + 1, message }] : [];
  });
  issues.push(...found);
  return found.length > 0 ? undefined : text;
}
