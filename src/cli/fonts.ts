/**
 * Makes the web fonts of the site from their packages: `src/styles/fonts/*.woff2`, `src/styles/fonts.css`,
 * `src/styles/font-fallbacks.css` and the licences in `public/fonts/`. Run it when a font package or this file changes: Git keeps what it makes.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fromBuffer } from '@capsizecss/unpack';

/** Fonts of devices that are made as wide as the web font: their full names, and the mean width of a letter in em. */
interface Fallback {
  name: string;
  locals: string[];
  width: number;
}

/** A family, and what the licence in its package leaves out: the font's own copyright notice. */
interface Family {
  name: string;
  id: string;
  notice: string;
  fallbacks: Fallback[];
}

const require = createRequire(import.meta.url);
// The package has no types.
const subsetFont = require('subset-font') as (font: Buffer, text: string, options: object) => Promise<Buffer>;

/*
 * The widths are `xWidthAvg` and `unitsPerEm` of @capsizecss/metrics 4.3.0. The fonts come with Windows and macOS (Georgia,
 * Arial), Android (Noto Serif, Roboto) and Linux (Liberation).
 */
const families: readonly Family[] = [
  {
    name: 'Source Serif 4',
    id: 'source-serif-4',
    notice:
      '© 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name ‘Source’.\n\n',
    fallbacks: [
      { name: 'Georgia', locals: ['Georgia'], width: 913 / 2048 },
      { name: 'Noto', locals: ['Noto Serif'], width: 481 / 1000 },
      { name: 'Times', locals: ['Times New Roman', 'Liberation Serif'], width: 832 / 2048 },
    ],
  },
  {
    name: 'Public Sans',
    id: 'public-sans',
    notice: '',
    fallbacks: [{ name: 'Arial', locals: ['Arial', 'Liberation Sans', 'Roboto'], width: 913 / 2048 }],
  },
];

const span = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

/**
 * What nearly every page needs: ASCII and the marks of good typography. Neither family has arrows or a
 * non-breaking hyphen.
 */
export const coreCharacters = `${span(0x20, 0x7e)}\u00a0§©¶·×–—‘’“”•…`;

/** What a page needs now and then, above all in names: the rest of Latin-1, and some signs. */
export const extendedCharacters = Array.from(`${span(0xa1, 0xff)}Œœ€™−`)
  .filter((character) => character !== '\u00ad' && !coreCharacters.includes(character))
  .join('');

/**
 * Characters as a value of `unicode-range`. A short gap is bridged where the other file has nothing in it:
 * that is shorter, and what no file has is drawn by the next font in any case.
 */
function unicodeRange(characters: string, others: string): string {
  const points = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const taken = points(others);
  const ranges: { first: number; last: number }[] = [];
  for (const point of points(characters).sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    const joins = range && point - range.last < 16 && !taken.some((p) => p > range.last && p < point);
    if (joins) range.last = point;
    else ranges.push({ first: point, last: point });
  }
  const hex = (point: number): string => point.toString(16).toUpperCase();
  return ranges
    .map(({ first, last }) => `U+${hex(first)}${first === last ? '' : `-${hex(last)}`}`)
    .join(', ');
}

function fontFace(name: string, descriptors: Record<string, string>): string {
  const lines = Object.entries(descriptors).map(([key, value]) => `  ${key}: ${value};\n`);
  return `@font-face {\n  font-family: '${name}';\n${lines.join('')}}\n`;
}

/** Upright, from regular to bold, without hints and without the tables that a browser makes no use of. */
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

function webFace(name: string, file: string, range: string): string {
  return fontFace(name, {
    src: `url('./fonts/${file}.woff2')`,
    'font-display': 'swap',
    'font-weight': '400 700',
    'unicode-range': range,
  });
}

/** Stand-ins as wide and as high as the web font: Capsize's `createFontStack`. */
async function fallbackFaces({ name, fallbacks }: Family, font: Buffer): Promise<string> {
  const { xWidthAvg, unitsPerEm, ascent, descent, lineGap } = await fromBuffer(font);
  const percent = (ratio: number): string => `${String(Math.round(ratio * 1000) / 10)}%`;
  return fallbacks
    .map(({ name: fallback, locals, width }) => {
      const scale = xWidthAvg / unitsPerEm / width;
      return fontFace(`${name} ${fallback}`, {
        src: locals.map((local) => `local('${local}')`).join(', '),
        'size-adjust': percent(scale),
        'ascent-override': percent(ascent / unitsPerEm / scale),
        'descent-override': percent(-descent / unitsPerEm / scale),
        'line-gap-override': percent(lineGap / unitsPerEm / scale),
      });
    })
    .join('');
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..');
  const fonts = join(root, 'src/styles/fonts');
  const licences = join(root, 'public/fonts');
  rmSync(fonts, { recursive: true, force: true });
  for (const folder of [fonts, licences]) mkdirSync(folder, { recursive: true });
  let css = '/* Loaded after the text. Generated by `npm run fonts`: see src/cli/fonts.ts. */\n';
  let fallbackCss = '/* Generated by `npm run fonts`: see src/cli/fonts.ts. */\n';
  for (const family of families) {
    const { name, id, notice } = family;
    const core = await subset(id, coreCharacters);
    writeFileSync(join(fonts, `${id}.woff2`), core);
    writeFileSync(join(fonts, `${id}-extended.woff2`), await subset(id, extendedCharacters));
    css += webFace(name, id, unicodeRange(coreCharacters, extendedCharacters));
    css += webFace(name, `${id}-extended`, unicodeRange(extendedCharacters, coreCharacters));
    fallbackCss += await fallbackFaces(family, core);
    const licence = readFileSync(require.resolve(`@fontsource-variable/${id}/LICENSE`), 'utf8');
    writeFileSync(join(licences, `${id}-LICENSE.txt`), notice + licence);
  }
  writeFileSync(join(root, 'src/styles/fonts.css'), css);
  writeFileSync(join(root, 'src/styles/font-fallbacks.css'), fallbackCss);
}
