/** The image that other sites show next to a link to a meeting (Open Graph, `og:image`). */
import type { Meeting } from '../domain/model.ts';
import { speakerOf } from '../domain/attribution.ts';
import { formatDate, joinDefined, shortTitle } from '../domain/format.ts';
import { siteName as site } from '../site.config.ts';
import { editionLine } from './edition.ts';
import template from './social-image.typ?raw';

/** The image as PNG. */
export async function renderSocialImage(meeting: Meeting): Promise<Uint8Array<ArrayBuffer>> {
  const [{ compile }, { default: sharp }] = await Promise.all([import('./typst.ts'), import('sharp')]);
  const { svg } = await compile(template, {
    language: meeting.source.language,
    title: shortTitle(meeting),
    edition: editionLine(meeting),
    facts: joinDefined(meeting.place, formatDate(meeting.date)),
    sides: meeting.sides.map(({ id }) => speakerOf(meeting, [id])),
    site,
  });
  // Open Graph recommends the ratio 1.91 to 1.
  const image = sharp(Buffer.from(svg())).resize(1200, 630);
  // More effort, or dithering, would take a third longer and make no smaller image.
  return Uint8Array.from(await image.png({ palette: true, effort: 1, dither: 0 }).toBuffer());
}
