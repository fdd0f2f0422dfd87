/** Typst, which renders the PDFs and the social images. Import it dynamically: it takes a moment to start. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import style from './style.typ?raw';

// From the project and not from this file, because a build bundles this module elsewhere.
const require = createRequire(resolve('package.json'));
const { NodeCompiler, PdfStandard } =
  require('@myriaddreamin/typst-ts-node-compiler') as typeof import('@myriaddreamin/typst-ts-node-compiler');
// The package has no types.
const subsetFont = require('subset-font') as (font: Buffer, text: string, options: object) => Promise<Buffer>;

/** The site's typefaces at the weights of the templates: Typst reads neither compressed fonts nor variable ones. */
async function loadFonts(): Promise<Buffer[]> {
  const files = ['source-serif-4', 'public-sans'].map((id) =>
    readFileSync(require.resolve(`@fontsource-variable/${id}/files/${id}-latin-wght-normal.woff2`)),
  );
  const options = { targetFormat: 'sfnt', keepAllGlyphs: true };
  return Promise.all(
    files.flatMap((file) =>
      [400, 600].map((wght) => subsetFont(file, '', { ...options, variationAxes: { wght } })),
    ),
  );
}

const compilerReady = loadFonts().then((fontBlobs) => NodeCompiler.create({ fontArgs: [{ fontBlobs }] }));

/**
 * Compiles a template.
 *
 * @param template its text; that of `style.typ` goes before it
 * @param data its contents, passed as JSON and never read as markup
 * @returns the document as a PDF that conforms to PDF/UA-1 (ISO 14289-1), and its first page as SVG
 * @throws with Typst's message where the template or the data has an error, or the PDF would not conform
 */
export async function compile(template: string, data: object) {
  const compiler = await compilerReady;
  // Otherwise Typst caches every document, and a thousand PDFs fill the memory.
  compiler.evictCache(10);
  const compiled = compiler.compile({
    mainFileContent: style + template,
    inputs: { data: JSON.stringify(data) },
  });
  const { result } = compiled;
  if (!result) throw new Error(`Typst: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  return {
    pdf: (): Uint8Array => compiler.pdf(result, { pdfStandard: PdfStandard.UA_1 }),
    svg: (): string => compiler.plainSvg(result),
  };
}
