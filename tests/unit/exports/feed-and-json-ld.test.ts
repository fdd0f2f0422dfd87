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

type Node = Record<string, unknown>;
const nodesOf = (graph: object) => (JSON.parse(JSON.stringify(graph)) as { '@graph': Node[] })['@graph'];
const url = `http://localhost:4321/meetings/${meeting.id}/`;
const ministry = { '@id': 'http://localhost:4321/#ministry-of-foreign-affairs-of-japan' };

describe('JSON-LD', () => {
  const nodes = nodesOf(meetingJsonLd(meeting, entries));
  const node = (type: string) => nodes.find((own) => own['@type'] === type);

  test('no two nodes are the same, and every reference has its node', () => {
    const ids = nodes.map((own) => own['@id']).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    const elsewhere = ['http://localhost:4321/#website'];
    const references = [...JSON.stringify(nodes).matchAll(/\{"@id":"([^"]+)"\}/gu)].map(([, id = '']) => id);
    expect(references.length).toBeGreaterThan(40);
    expect(references.filter((id) => ![...ids, ...elsewhere].includes(id))).toEqual([]);
  });

  test('an attendee who is mentioned is one node', () => {
    const kishida = nodes.filter(({ name }) => name === 'Fumio Kishida');
    const id = 'http://localhost:4321/people/fumio-kishida/';
    expect(kishida).toMatchObject([{ '@id': id, affiliation: { name: 'Japan' } }]);
  });

  test('the event has the name of the meeting, a start and an end', () => {
    expect(node('Event')).toMatchObject({
      name: "Japan-U.S. Foreign Ministers' Meeting",
      startDate: '2013-02-22T15:45:00-05:00',
      endDate: '2013-02-22T16:55:00-05:00',
    });
  });

  test('the text is the ministry’s, the page is the editors’', () => {
    expect(node('Report')).toMatchObject({ '@id': url, author: ministry, publisher: ministry });
    expect(node('WebPage')).toMatchObject({
      publisher: { '@id': 'http://localhost:4321/#editors' },
      isPartOf: { '@id': 'http://localhost:4321/#website' },
      mainEntity: { '@id': url },
    });
    expect(nodesOf(siteJsonLd()).map((own) => own['@id'])).toEqual([
      'http://localhost:4321/#website',
      'http://localhost:4321/#editors',
    ]);
  });

  test('an item says what it is, by whom, and where its formats are', () => {
    const [, item] = agendaItems(meeting);
    const nodes = item ? nodesOf(itemJsonLd(meeting, item)) : [];
    expect(nodes.find((own) => own['@type'] === 'Report')).toMatchObject({
      '@id': `${url}1-2/`,
      url: `${url}1-2/`,
      datePublished: '2013-02-22',
      author: ministry,
      publisher: ministry,
      inLanguage: 'en',
      license: 'https://www.mofa.go.jp/about/legalmatters.html',
      encoding: [{ contentUrl: `${url}1-2.md` }, { contentUrl: `${url}1-2.json` }],
    });
  });
});
