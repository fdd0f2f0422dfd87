/** The image that other sites show next to a link to a meeting (Open Graph, `og:image`). */
import type { Meeting } from '../domain/model.ts';
import { voiceOf } from '../domain/attribution.ts';
import { dayName, known, shortTitle } from '../domain/format.ts';
import { name as site } from '../site.config.ts';
import { editionLine } from './pdf.ts';
import template from './social-image.typ?raw';

/** Its size in pixels; Open Graph recommends the ratio 1.91 to 1. */
const socialImageSize = { width: 1200, height: 630 };

/** The image as PNG. */
export async function renderSocialImage(meeting: Meeting): Promise<Uint8Array<ArrayBuffer>> {
  const [{ compile }, { default: sharp }] = await Promise.all([import('./typst.ts'), import('sharp')]);
  const { svg } = await compile(template, {
    language: meeting.source.language,
    title: shortTitle(meeting),
    edition: editionLine(meeting),
    facts: known(meeting.place, dayName(meeting.date)),
    sides: meeting.sides.map(({ id }) => voiceOf(meeting, [id])),
    site,
  });
  const image = sharp(Buffer.from(svg())).resize(socialImageSize);
  return Uint8Array.from(await image.png({ palette: true, colours: 64, effort: 4 }).toBuffer());
}
