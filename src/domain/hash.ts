import { createHash } from 'node:crypto';

/** The SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits (FIPS 180-4). */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
