/**
 * `npm run compress`: writes a compressed copy next to each file of the built site (`index.html.br`, `index.html.gz`)
 * for servers that send them as they are. Argument: the folder (dist). Files that would not become smaller are left out.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const packed = /\.(?:br|gz|png|woff2|pdf|pf_\w+|pagefind)$/u;
const folder = process.argv[2] ?? 'dist';
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
let count = 0;
// One after the other: compressing one file already uses two cores.
for (const entry of entries) {
  if (!entry.isFile() || packed.test(entry.name)) continue;
  const path = join(entry.parentPath, entry.name);
  const bytes = await readFile(path);
  const kinds = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  for (const [index, kind] of kinds.entries()) {
    if (kind.length >= bytes.length) continue;
    await writeFile(`${path}${index === 0 ? '.br' : '.gz'}`, kind);
    count += 1;
  }
}
console.log(`${String(count)} compressed files written to ${folder}`);
