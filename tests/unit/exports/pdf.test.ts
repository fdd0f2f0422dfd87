/** The PDF and the social image of a meeting. */
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { renderPdf } from '../../../src/exports/pdf.ts';
import { renderSocialImage } from '../../../src/exports/social-image.ts';
import { agendaItems } from '../../../src/domain/model.ts';
import { theMeeting } from '../../helpers/content.ts';

const meeting = theMeeting();

describe('PDF', async () => {
  const bytes = await renderPdf(meeting);
  const pdf = await getDocumentProxy(bytes.slice());
  const { text: pages } = await extractText(pdf);

  test('the same content gives the same bytes', async () => {
    expect(Buffer.from(await renderPdf({ ...meeting })).equals(Buffer.from(bytes))).toBe(true);
  });

  test('all paragraphs are in it, in order, without invisible characters', () => {
    // Without the head and the foot of each page.
    const lines = pages.flatMap((page) => page.split('\n').slice(1, -1));
    let rest = lines.join('').replace(/\s+/gu, '');
    const paragraphs = [meeting.introduction, ...agendaItems(meeting).map((item) => item.paragraphs)];
    for (const { text } of paragraphs.flat()) {
      const at = rest.indexOf(text.replace(/\s+/gu, ''));
      expect(at, text).toBeGreaterThan(-1);
      rest = rest.slice(at);
    }
    expect(pages.join('')).not.toMatch(/\p{Cf}/u);
  });

  test('it is tagged, with title, language, bookmarks and links', async () => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: "Japan-U.S. Foreign Ministers' Meeting, 22 February 2013",
      Language: 'en',
    });
    expect(metadata.get('pdfuaid:part')).toBe('1');
    expect(await pdf.getOutline()).toHaveLength(4);
    const links = (await (await pdf.getPage(2)).getAnnotations()) as { url?: string }[];
    expect(links.map(({ url }) => url)).toContain(`http://localhost:4321/meetings/${meeting.id}/1-2/#p2`);
  });

  test('the cover says whose edition it is, directly under the title, and how long the text is', () => {
    expect(pages[0]).toContain('11 items, 1,128 words');
    expect(pages[0]?.replace(/\s+/gu, ' ')).toContain(
      `${meeting.title} Independent edition by Meeting Briefings of a summary published by the Ministry of Foreign Affairs of Japan`,
    );
  });

  test('nothing but the footer stands in the last 24 mm of a page', async () => {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const low = items.flatMap((item) =>
        'str' in item && item.str.trim() !== '' && Number(item.transform[5]) < 68 ? [item.str] : [],
      );
      expect(low.join(' ')).toMatch(/^(?:The text is unchanged|Added by the editors)[^:]*\d of 6$/u);
    }
  });
});

test('a document without sections, sides and publisher has a PDF too', async () => {
  const source = { ...meeting.source, publisher: undefined };
  const bytes = await renderPdf({ ...meeting, source, sides: [], sections: [] });
  expect((await getDocumentProxy(bytes)).numPages).toBeGreaterThan(2);
});

test('the image is 1200 by 630, and at most 60 KB', async () => {
  const bytes = await renderSocialImage(meeting);
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630, format: 'png' });
  expect(bytes.length).toBeLessThanOrEqual(60 * 1024);
});
