/** What feeds and search engines are told of a meeting. */
import { describe, expect, test } from 'vitest';
import { feedEntries } from '../../../src/exports/feed.ts';
import { itemJsonLd, meetingJsonLd, siteJsonLd } from '../../../src/exports/json-ld.ts';
import { agendaItems } from '../../../src/domain/model.ts';
import { loadContent } from '../../../src/domain/load-content.ts';
import { contentFiles, theMeeting } from '../../helpers/content.ts';

const meeting = theMeeting();
const { entries } = loadContent(contentFiles).content;
const added = (id: string, date: string, received: string) => ({
  ...meeting,
  id,
  date,
  source: { ...meeting.source, received },
});

describe('feed', () => {
  test('an old meeting that was added last comes first, dated by the day on which it was added', () => {
    const recent = Array.from({ length: 25 }, (_, index) =>
      added(`m${String(index)}`, '2026-01-01', '2026-01-10'),
    );
    const entry = feedEntries([...recent, added('old', '1972-09-29', '2026-02-01')])[0];
    expect(entry).toMatchObject({
      link: 'http://localhost:4321/meetings/old/',
      pubDate: new Date('2026-02-01'),
    });
  });

  test('an entry names its author and its licence, safe for XML', () => {
    const source = { ...meeting.source, publisher: 'Foreign & Commonwealth Office' };
    const [entry] = feedEntries([{ ...meeting, source }]);
    expect(entry?.customData).toContain('<dc:creator>Foreign &amp; Commonwealth Office</dc:creator>');
    expect(entry?.customData).toMatch(
      /<dc:rights>Source: .*Public Data License 1\.0, https:.*<\/dc:rights>/u,
    );
  });
});

const url = `http://localhost:4321/meetings/${meeting.id}/`;
const ministry = { name: 'Ministry of Foreign Affairs of Japan', url: 'http://www.mofa.go.jp' };

describe('JSON-LD', () => {
  const page = meetingJsonLd(meeting, entries);

  test('the text is the ministry’s, the page is the editors’', () => {
    expect(page).toMatchObject({
      publisher: { name: 'Meeting Briefings' },
      isPartOf: { url: 'http://localhost:4321/' },
      mainEntity: { '@id': url, author: ministry, publisher: ministry },
    });
    expect(siteJsonLd()).toMatchObject({ '@type': 'WebSite', url: 'http://localhost:4321/' });
  });

  test('the event has the name of the meeting, a start and an end', () => {
    const event = {
      name: "Japan-U.S. Foreign Ministers' Meeting",
      startDate: '2013-02-22T15:45:00-05:00',
      endDate: '2013-02-22T16:55:00-05:00',
    };
    expect(page).toMatchObject({ mainEntity: { about: event } });
  });

  test('an attendee who is mentioned is the same person', () => {
    const id = 'http://localhost:4321/people/fumio-kishida/';
    const attendee = expect.arrayContaining([
      expect.objectContaining({ '@id': id, affiliation: { '@type': 'Organization', name: 'Japan' } }),
    ]) as unknown;
    const mentions = expect.arrayContaining([expect.objectContaining({ '@id': id })]) as unknown;
    expect(page).toMatchObject({ mainEntity: { about: { attendee }, mentions } });
  });

  test('an item says what it is, by whom, and where its formats are', () => {
    const [, item] = agendaItems(meeting);
    expect(item && itemJsonLd(meeting, item).mainEntity).toMatchObject({
      '@id': `${url}1-2/`,
      url: `${url}1-2/`,
      position: 2,
      datePublished: '2013-02-22',
      author: ministry,
      publisher: ministry,
      inLanguage: 'en',
      license: 'https://www.mofa.go.jp/about/legalmatters.html',
      encoding: [{ contentUrl: `${url}1-2.md` }, { contentUrl: `${url}1-2.json` }],
      isPartOf: { '@id': url },
    });
  });
});
