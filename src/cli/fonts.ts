/**
 * `npm run fonts`: subsets the web fonts of the packages to the characters that `src/styles/fonts.css` names. Run it when
 * a font package or a `unicode-range` changes; Git has the result.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
// The package has no types.
const subsetFont = require('subset-font') as (font: Buffer, text: string, options: object) => Promise<Buffer>;
const styles = join(import.meta.dirname, '../styles');

/** The files of the web fonts, each with its characters. */
export function readFontFaces(): { file: string; characters: string[] }[] {
  const css = readFileSync(join(styles, 'fonts.css'), 'utf8');
  const faces = css.matchAll(/url\('\.\/(?<file>[^']+)'\)[^}]*unicode-range: (?<ranges>[^;]+)/gu);
  return [...faces].map(({ groups: { file = '', ranges = '' } = {} }) => {
    const characters = ranges.split(/,\s*/u).flatMap((range) => {
      const [first = 0, last = first] = range
        .slice(2)
        .split('-')
        .map((digits) => Number.parseInt(digits, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    });
    return { file, characters };
  });
}

if (import.meta.main) {
  for (const { file, characters } of readFontFaces()) {
    const id = /(?<id>[\w-]+?)(?:-extended)?\.woff2$/u.exec(file)?.groups?.id ?? '';
    const path = require.resolve(`@fontsource-variable/${id}/files/${id}-latin-wght-normal.woff2`);
    // Upright, from regular to bold, without hints and without the tables that browsers don't use.
    const font = await subsetFont(readFileSync(path), characters.join(''), {
      targetFormat: 'woff2',
      noHinting: true,
      keepFeatures: ['kern', 'liga', 'mark', 'ccmp'],
      dropTables: ['BASE', 'STAT'],
      variationAxes: { wght: { min: 400, max: 700 } },
    });
    writeFileSync(join(styles, file), font);
  }
}
