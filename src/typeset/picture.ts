/** The picture of a meeting that other sites show beside a link to it (Open Graph, `og:image`). */
import type { Meeting } from '../record/meeting.ts';
import { voiceOf } from '../record/sides.ts';
import { dayName, shortTitle } from '../record/wording.ts';
import { name as site } from '../site.ts';
import { cached, keyOf, kept } from './made.ts';

/** Its size in pixels: what Open Graph's readers ask for, at the proportions 1.91 to 1. */
export const pictureSize = { width: 1200, height: 630 };

/** What the picture shows, for `picture.typ`. */
function pictureData(meeting: Meeting) {
  return {
    language: meeting.source.language,
    title: shortTitle(meeting),
    date: dayName(meeting.date),
    sides: meeting.sides.map(({ id }) => voiceOf(meeting, [id])),
    publisher: meeting.source.publisher ?? '',
    site,
  };
}

/** The picture as PNG. */
export async function pictureOf(meeting: Meeting): Promise<Uint8Array<ArrayBuffer>> {
  const data = pictureData(meeting);
  return cached(kept, `${keyOf(data)}.png`, async () => {
    const [{ typeset }, { default: sharp }] = await Promise.all([import('./typst.ts'), import('sharp')]);
    const { svg } = await typeset('picture.typ', data);
    const drawn = sharp(Buffer.from(svg())).resize(pictureSize);
    return drawn.png({ palette: true, colours: 64, effort: 10 }).toBuffer();
  });
}
