/**
 * `npm run compress`: writes a compressed copy next to each file of the built site (`index.html.br`, `index.html.gz`)
 * for servers that send them as they are. Argument: the folder (dist). Files that would not become smaller are left out.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const packed = /\.(?:br|gz|png|woff2|pdf|pf_\w+|pagefind)$/u;
const folder = process.argv[2] ?? 'dist';
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || packed.test(entry.name)) continue;
  const path = join(entry.parentPath, entry.name);
  const bytes = readFileSync(path);
  // Both compress as well as they can, Brotli by default.
  for (const [suffix, copy] of Object.entries({
    br: brotliCompressSync(bytes),
    gz: gzipSync(bytes, { level: 9 }),
  }))
    if (copy.length < bytes.length) writeFileSync(`${path}.${suffix}`, copy);
}
