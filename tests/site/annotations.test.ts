/** What stands around the text: statements, mentions, figures, what followed, where the text comes from. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agendaItems } from '../../src/domain/model.ts';
import { loadContent } from '../../src/domain/load-content.ts';
import { allFigures } from '../../src/domain/attribution.ts';
import { contentFiles, theMeeting } from '../helpers/content.ts';
import { type Document, dist, pagesOf } from '../helpers/built-site.ts';

const meeting = theMeeting();
const { entries, meetings } = loadContent(contentFiles).content;
const home = `meetings/${meeting.id}/`;
const pages = new Map(pagesOf(dist).map((page) => [page.address, page.$]));

function page(address: string): Document {
  const $ = pages.get(address);
  if (!$) throw new Error(`no page ${address}`);
  return $;
}

describe.each(agendaItems(meeting))('$number', (item) => {
  const $ = page(`${home}${item.id}/`);

  test('has each statement as an element with its sides, inside its sentence', () => {
    const marked = $('.text [data-side]')
      .toArray()
      .map((element) => [
        $(element).closest('span[id]').attr('id'),
        $(element).attr('data-side'),
        $(element).text(),
      ]);
    expect(marked).toEqual(item.statements.map(({ sentence, by, quote }) => [sentence, by.join(' '), quote]));
  });

  test('has a table of who said what, each row a quotation that leads to its sentence', () => {
    const rows = $('.statements tbody tr')
      .toArray()
      .map((row) => [
        $(row).find('q').text(),
        $(row).find('b').text(),
        $($(row).find('a').attr('href') ?? '').attr('id'),
      ]);
    expect(rows).toEqual(item.statements.map(({ quote, verb, sentence }) => [quote, verb, sentence]));
  });

  test('has what followed, apart from the text, or nothing', () => {
    expect($('.editorial')).toHaveLength(item.followUp.length > 0 ? 1 : 0);
    expect($('.events li')).toHaveLength(item.followUp.length);
    expect($('.text .editorial, .text .editorial-note')).toHaveLength(0);
    if (item.followUp.length > 0) expect($('.editorial').text()).toContain('Added by the editors');
  });

  test('lists the people and terms that it names', () => {
    const named = new Set(item.paragraphs.flatMap(({ mentions }) => mentions.map(({ entry }) => entry)));
    expect(
      $('.mentioned li > a')
        .toArray()
        .map((a) => $(a).attr('href')?.split('/').at(-2)),
    ).toEqual([...named]);
    // A term in the text can be explained in place, because its explanation is on the page.
    for (const term of $('.text .term').toArray()) {
      const href = $(term).attr('href') ?? '';
      expect($(`.mentioned a[href="${href}"] + small`).text()).not.toBe('');
    }
  });
});

test('abbreviations that the texts give say what they stand for', () => {
  const given = agendaItems(meeting).flatMap((item) => {
    const $ = page(`${home}${item.id}/`);
    return $('.text abbr')
      .toArray()
      .map((element) => [item.id, $(element).text(), $(element).attr('title')]);
  });
  expect(given).toEqual([
    ['1-3', 'SSA', 'Space Situational Awareness'],
    ['2-2', 'ROK', 'Republic of Korea'],
    ['2-2', 'ROK', 'Republic of Korea'],
    ['3-3', 'AFISMA', 'African-led International Support Mission to Mali'],
    ['3-4', 'GCTF', 'Global Counterterrorism Forum'],
  ]);
});

describe('the page of positions', () => {
  const $ = page(`${home}positions/`);

  test('has every statement once, in the row of its item and the column of its side', () => {
    const columns = $('.positions-table thead th')
      .toArray()
      .map((th) => $(th).text().trim());
    expect(columns).toEqual(['Agenda item', 'Japan', 'United States', 'Both sides']);
    const names: Record<string, string> = { japan: 'Japan', 'united-states': 'United States' };
    for (const item of agendaItems(meeting)) {
      const row = $('.positions-table tbody tr').filter((_, tr) => $(tr).find('th a').text() === item.title);
      const cells = row.children('td').toArray();
      const found = cells.flatMap((cell, index) =>
        $(cell)
          .find('q')
          .toArray()
          .map((q) => `${columns[index + 1] ?? ''}: ${$(q).text()}`),
      );
      const expected = item.statements.map(
        ({ by, quote }) => `${by.length > 1 ? 'Both sides' : (names[by[0] ?? ''] ?? '')}: ${quote}`,
      );
      expect(found.toSorted()).toEqual(expected.toSorted());
    }
  });

  test('has the figures of the text with their quotations', () => {
    const rows = $('#figures + table tbody tr')
      .toArray()
      .map((row) => [
        $(row).find('th').text(),
        $(row).find('.speaker').text(),
        $(row).find('q').last().text(),
      ]);
    expect(rows.map(([name, whose]) => [name, whose])).toEqual([
      ['70 minutes', 'Both sides'],
      ['5,000 people', 'Japan'],
      ['$40 million', 'Japan'],
      ['$65 million', 'Japan'],
      ['$120 million', 'Japan'],
    ]);
    expect(rows.map(([, , quote]) => quote)).toEqual(allFigures(meeting).map(({ figure }) => figure.quote));
  });
});

test('the positions say in words how much of each item is given to each side', () => {
  const $ = page(`${home}positions/`);
  const shares = $('.positions-table th ul')
    .toArray()
    .map((ul) =>
      $(ul)
        .children()
        .toArray()
        .map((li) => $(li).text().replace(/\s+/gu, ' ').trim()),
    );
  expect(shares).toHaveLength(11);
  expect(shares.slice(0, 2)).toEqual([
    ['Japan 9 words', 'United States 15 words'],
    ['Japan 19 words', 'Both sides 55 words'],
  ]);
});

test('what the editors add names its source and its language, and says that the link leaves', () => {
  const $ = page(`${home}follow-up/`);
  const moments = $('.events li');
  expect(moments).toHaveLength(3 + 1 + 15);
  for (const moment of moments.toArray()) {
    const link = $(moment).find('a[rel=external]');
    expect(link.attr('href')).toMatch(/^https?:\/\//u);
    expect(link.attr('hreflang')).toMatch(/^(?:en|ja)$/u);
    expect(link.text()).toMatch(/^[\w.-]+, in (?:English|Japanese)$/u);
  }
});

describe.each(entries)('$room/$id', (entry) => {
  const $ = page(`${entry.register}/${entry.id}/`);

  test('lists every sentence that names it, marked and linked', () => {
    const expected = meetings.flatMap((any) =>
      [undefined, ...agendaItems(any)].flatMap((item) =>
        (item?.paragraphs ?? any.introduction).flatMap((paragraph) =>
          paragraph.sentences.flatMap((sentence) => {
            const own = paragraph.mentions.filter(
              ({ entry: id, register, start, end }) =>
                id === entry.id &&
                register === entry.register &&
                sentence.start <= start &&
                end <= sentence.end,
            );
            const address = `/meetings/${any.id}/${item ? `${item.id}/` : ''}#${sentence.id}`;
            return own.length > 0 ? [[sentence.text, own.length, address]] : [];
          }),
        ),
      ),
    );
    const shown = $('.sentences li')
      .toArray()
      .map((li) => [$(li).find('q').text(), $(li).find('mark').length, $(li).children('a').attr('href')]);
    // What is too much for one page is linked to.
    const enough =
      expected.length > 60 ||
      new Set(expected.map(([, , address]) => String(address).split('/')[2])).size > 20;
    expect(shown).toEqual(enough ? expected.slice(0, shown.length) : expected);
    if (expected.length > 0) expect(shown).not.toEqual([]);
  });
});

test('the published text is served byte for byte, and its SHA-256 stated', () => {
  const bytes = readFileSync(`content/meetings/${meeting.id}/source.txt`);
  expect(readFileSync(`${dist}/meetings/${meeting.id}.txt`).equals(bytes)).toBe(true);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const source = page('about/source/')('main').text();
  expect(source).toContain(sha256);
  expect(source).toContain('22 November 2026');
  expect(source).toContain(
    'Source: "Japan-U.S. Foreign Ministers\' Meeting (Summary)." Ministry of Foreign Affairs of Japan. URL: http://www.mofa.go.jp/region/n-america/us/meeting1302_fm.html. Accessed 22 November 2026.',
  );
  for (const address of [`${home}1-2/`, `${home}text/`]) {
    const button = page(address)('[data-check]');
    expect(button.attr('data-sha256')).toBe(sha256);
    expect(button.attr('data-check')).toBe(`/meetings/${meeting.id}.txt`);
  }
});
