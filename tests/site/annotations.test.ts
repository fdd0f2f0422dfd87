/** What stands around the text: statements, mentions, figures, what followed, where the text comes from. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agendaItems } from '../../src/domain/model.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { allFigures } from '../../src/domain/attribution.ts';
import { contentFiles, theMeeting } from '../helpers/content.ts';
import { dist, pageAt } from '../helpers/built-site.ts';

const meeting = theMeeting();
const { entries, meetings } = loadContent(contentFiles).content;
const home = `meetings/${meeting.id}/`;
const items = agendaItems(meeting);

describe.each(items)('$number', (item) => {
  const $ = pageAt(`${home}${item.id}/`);

  test('has each statement as an element with its sides, inside its sentence, and in a table', () => {
    const marked = $('.text [data-side]').map((_, element) => [
      [$(element).closest('span[id]').attr('id'), $(element).attr('data-side'), $(element).text()],
    ]);
    expect(marked.get()).toEqual(
      item.statements.map(({ sentence, by, quote }) => [sentence, by.join(' '), quote]),
    );
    const rows = $('.statements tbody tr').map((_, row) => [
      [$(row).find('q').text(), $(row).find('b').text(), $(row).find('a').attr('href')],
    ]);
    expect(rows.get()).toEqual(
      item.statements.map(({ quote, verb, sentence }) => [quote, verb, `#${sentence}`]),
    );
  });

  test('has what followed, apart from the text, or nothing', () => {
    expect($('.editorial')).toHaveLength(item.followUp.length > 0 ? 1 : 0);
    expect($('.events li')).toHaveLength(item.followUp.length);
    expect($('.text .editorial, .text .editorial-note')).toHaveLength(0);
    if (item.followUp.length > 0) expect($('.editorial').text()).toContain('Added by the editors');
  });

  test('lists the people and topics that it names, with the explanations that terms show in place', () => {
    const named = item.paragraphs.flatMap(({ mentions }) => mentions.map(({ entry }) => entry.id));
    const listed = $('.mentioned li > a').map((_, link) => link.attribs.href?.split('/').at(-2));
    expect(listed.get()).toEqual([...new Set(named)]);
    for (const { attribs } of $('.text .term').toArray())
      expect($(`.mentioned a[href="${attribs.href ?? ''}"] + small`).text()).not.toBe('');
  });
});

test('abbreviations that the texts give say what they stand for', () => {
  const given = items.flatMap(({ id }) => {
    const $ = pageAt(`${home}${id}/`);
    return $('.text abbr')
      .map((_, abbreviation) => `${id} ${$(abbreviation).text()}: ${abbreviation.attribs.title ?? ''}`)
      .get();
  });
  expect(given).toEqual([
    '1-3 SSA: Space Situational Awareness',
    '2-2 ROK: Republic of Korea',
    '2-2 ROK: Republic of Korea',
    '3-3 AFISMA: African-led International Support Mission to Mali',
    '3-4 GCTF: Global Counterterrorism Forum',
  ]);
});

describe('the page of who said what', () => {
  const $ = pageAt(`${home}positions/`);

  test('has every statement once, in the row of its item and the column of its side', () => {
    const columns = ['japan', 'united-states', 'japan united-states'];
    const rows = $('.positions-table tbody tr').toArray();
    expect(rows).toHaveLength(items.length);
    items.forEach(({ statements }, index) => {
      const cells = $(rows[index]).children('td').toArray();
      const found = cells.flatMap((cell, column) =>
        $(cell)
          .find('q')
          .map((_, quote) => [[columns[column], $(quote).text()]])
          .get(),
      );
      const expected = statements.map(({ by, quote }) => [by.join(' '), quote]);
      expect(found.toSorted()).toEqual(expected.toSorted());
    });
  });

  test('has the figures of the text with their quotations', () => {
    const rows = $('#figures + table tbody tr').map((_, row) => [
      [$(row).find('th').text(), $(row).find('.speaker').text(), $(row).find('q').last().text()],
    ]);
    const quotes = allFigures(meeting).map(({ figure }) => figure.quote);
    expect(rows.get()).toEqual([
      ['70 minutes', 'Both sides', quotes[0]],
      ['5,000 people', 'Japan', quotes[1]],
      ['$40 million', 'Japan', quotes[2]],
      ['$65 million', 'Japan', quotes[3]],
      ['$120 million', 'Japan', quotes[4]],
    ]);
  });

  test('says in words how much of each item is given to each side', () => {
    const shares = $('.positions-table th li').map((_, share) =>
      $(share).text().replace(/\s+/gu, ' ').trim(),
    );
    expect(shares.get().slice(0, 2)).toEqual(['Japan 9 words', 'United States 15 words']);
    expect($('.positions-table th ul')).toHaveLength(items.length);
  });
});

test('what the editors add names its source and its language, and says that the link leaves', () => {
  const $ = pageAt(`${home}follow-up/`);
  const links = $('.events li a[rel=external]');
  expect(links).toHaveLength($('.events li').length);
  for (const link of links.toArray()) {
    expect(link.attribs).toMatchObject({
      href: expect.stringMatching(/^https?:\/\//u) as unknown,
      hreflang: expect.stringMatching(/^(?:en|ja)$/u) as unknown,
    });
    expect($(link).text()).toMatch(/^[\w.-]+,\sin\s(?:English|Japanese)$/u);
  }
});

/** Every sentence with its URL and what it mentions, newest meeting first. */
const sentences = meetings.flatMap((any) =>
  [undefined, ...agendaItems(any)].flatMap((item) =>
    (item?.paragraphs ?? any.introduction).flatMap((paragraph) =>
      paragraph.sentences.map(({ id, text, start, end }) => ({
        text,
        url: `/meetings/${any.id}/${item ? `${item.id}/` : ''}#${id}`,
        mentions: paragraph.mentions.filter((mention) => start <= mention.start && mention.end <= end),
      })),
    ),
  ),
);

test.each(entries)(
  '/$register/$id/ lists the sentences that name it, marked and linked',
  ({ register, id }) => {
    const expected = sentences.flatMap(({ text, url, mentions }) => {
      const own = mentions.filter(
        (mention) => mention.entry.id === id && mention.entry.register === register,
      );
      return own.length > 0 ? [[text, own.length, url]] : [];
    });
    const $ = pageAt(`${register}/${id}/`);
    const shown = $('.sentences li').map((_, li) => [
      [$(li).find('q').text(), $(li).find('mark').length, $(li).children('a').attr('href')],
    ]);
    // What is too much for one page is linked to.
    expect(shown.length).toBeGreaterThanOrEqual(Math.min(expected.length, 20));
    expect(shown.get()).toEqual(expected.slice(0, shown.length));
  },
);

test('the published text is served byte for byte, and its SHA-256 stated', () => {
  const bytes = readFileSync(`content/meetings/${meeting.id}/source.txt`);
  expect(readFileSync(`${dist}/meetings/${meeting.id}.txt`).equals(bytes)).toBe(true);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const source = pageAt('about/source/')('main').text();
  expect(source).toContain(sha256);
  expect(source).toContain(
    'Source: "Japan-U.S. Foreign Ministers\' Meeting (Summary)." Ministry of Foreign Affairs of Japan. URL: http://www.mofa.go.jp/region/n-america/us/meeting1302_fm.html. Accessed 22 November 2026.',
  );
  for (const path of [`${home}1-2/`, `${home}text/`])
    expect(pageAt(path)('[data-check]').attr()).toMatchObject({
      'data-sha256': sha256,
      'data-check': `/meetings/${meeting.id}.txt`,
    });
});
