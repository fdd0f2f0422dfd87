/**
 * `npm run fonts`: subsets the web fonts of the packages into `src/styles/fonts/`, and copies their licences to
 * `public/fonts/`. Run it when a font package or the characters below change; Git has the result. `src/styles/fonts.css`
 * names the same characters.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
// The package has no types.
const subsetFont = require('subset-font') as (font: Buffer, text: string, options: object) => Promise<Buffer>;

/** The families with what the licence in the package leaves out: the font's own copyright notice. */
const families = [
  {
    id: 'source-serif-4',
    notice:
      '© 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name ‘Source’.\n\n',
  },
  { id: 'public-sans', notice: '' },
];

const span = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

/** The characters that nearly every page needs: ASCII and typographic punctuation. Neither family has arrows or a non-breaking hyphen. */
export const coreCharacters = `${span(0x20, 0x7e)}\u00a0§©¶·×–—‘’“”•…`;

/** The characters that few pages need, mostly in names: the rest of Latin-1, and some symbols. */
export const extendedCharacters = Array.from(`${span(0xa1, 0xff)}Œœ€™−`)
  .filter((character) => character !== '\u00ad' && !coreCharacters.includes(character))
  .join('');

/** Upright, from regular to bold, without hints and without the tables that browsers don't use. */
async function subset(id: string, characters: string): Promise<Buffer> {
  const path = require.resolve(`@fontsource-variable/${id}/files/${id}-latin-wght-normal.woff2`);
  return subsetFont(readFileSync(path), characters, {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: ['kern', 'liga', 'mark', 'ccmp'],
    dropTables: ['BASE', 'STAT'],
    variationAxes: { wght: { min: 400, max: 700 } },
  });
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..');
  const fonts = join(root, 'src/styles/fonts');
  const licences = join(root, 'public/fonts');
  for (const folder of [fonts, licences]) mkdirSync(folder, { recursive: true });
  for (const { id, notice } of families) {
    writeFileSync(join(fonts, `${id}.woff2`), await subset(id, coreCharacters));
    writeFileSync(join(fonts, `${id}-extended.woff2`), await subset(id, extendedCharacters));
    const licence = readFileSync(require.resolve(`@fontsource-variable/${id}/LICENSE`), 'utf8');
    writeFileSync(join(licences, `${id}-LICENSE.txt`), notice + licence);
  }
}
