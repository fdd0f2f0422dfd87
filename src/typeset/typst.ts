/** Typst, which sets the documents and draws the pictures. Import it when something is to be made: it takes a moment to start. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { templates } from './made.ts';

// From the project and not from this file, which a build moves into its own folder.
const require = createRequire(resolve('package.json'));
const { NodeCompiler, PdfStandard } =
  require('@myriaddreamin/typst-ts-node-compiler') as typeof import('@myriaddreamin/typst-ts-node-compiler');
// The package has no types.
const subsetFont = require('subset-font') as (font: Buffer, text: string, options: object) => Promise<Buffer>;

/** The weights of the templates. */
const weights = [400, 600];

/** The site's typefaces at fixed weights: Typst reads neither compressed fonts nor variable ones. */
async function fonts(): Promise<Buffer[]> {
  const files = ['source-serif-4', 'public-sans'].map((id) =>
    readFileSync(require.resolve(`@fontsource-variable/${id}/files/${id}-latin-wght-normal.woff2`)),
  );
  const options = { targetFormat: 'sfnt', keepAllGlyphs: true };
  return Promise.all(
    files.flatMap((file) =>
      weights.map((wght) => subsetFont(file, '', { ...options, variationAxes: { wght } })),
    ),
  );
}

const ready = fonts().then((fontBlobs) =>
  NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs }] }),
);

/** A document that Typst has set. */
export interface Typeset {
  /** As a PDF that conforms to PDF/UA-1 (ISO 14289-1). */
  pdf: () => Uint8Array;
  /** Its first page as SVG, its letters as shapes. */
  svg: () => string;
}

/**
 * Sets a document.
 *
 * @param template the template's file name
 * @param data what the template shows. It travels as JSON and is never read as markup.
 * @throws with Typst's own words where the template or the data is at fault, or PDF/UA-1 not met
 */
export async function typeset(template: string, data: object): Promise<Typeset> {
  const compiler = await ready;
  const compiled = compiler.compile({
    mainFilePath: join(templates, template),
    inputs: { data: JSON.stringify(data) },
  });
  const { result } = compiled;
  if (!result) throw new Error(`${template}: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  const document: NodeTypstDocument = result;
  return {
    pdf: () => compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 }),
    svg: () => compiler.plainSvg(document),
  };
}
