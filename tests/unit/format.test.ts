import { expect, test } from 'vitest';
import { resolveTypedPath } from '../../src/domain/resolve-typed-path.ts';
import { sentenceRanges } from '../../src/domain/parse/sentences.ts';
import { parseBody } from '../../src/domain/parse/parse-body.ts';
import {
  meetingTagline,
  formatDate,
  languageName,
  meetingLabel,
  truncate,
  formatMeetingTime,
  formatLongDate,
} from '../../src/domain/format.ts';
import { theMeeting } from '../helpers/content.ts';

const home = 'meetings/2013-02-22-japan-us-foreign-ministers/';

test.each([
  ['1.2', `${home}1-2/`],
  ['1(2)', `${home}1-2/`],
  ['1（2）', `${home}1-2/`],
  ['１.２', `${home}1-2/`],
  ['1/2', `${home}1-2/`],
  ['01-02', `${home}1-2/`],
  ['item-1-2', `${home}1-2/`],
  ['1-2-security', `${home}1-2/`],
  ['1-2/index.html', `${home}1-2/`],
  ['1-2/p2', `${home}1-2/#p2`],
  ['1(2)/paragraph-2', `${home}1-2/#p2`],
  ['1', `${home}#1`],
  ['section-3', `${home}#3`],
  ['TEXT', `${home}text/`],
  ['', home],
])('…/%s/ means %s', (asked, meant) => {
  expect(resolveTypedPath(`${home}${asked}/`)).toBe(meant);
});

test.each(['', 'people/', 'meetings/', `${home}nonsense/`, '%E0%A4%A'])(
  '“%s” means nothing that is known',
  (asked) => {
    expect(resolveTypedPath(asked)).toBeUndefined();
  },
);

test('facts in words', () => {
  const meeting = theMeeting();
  expect(formatDate('2013-02-22')).toBe('22 February 2013');
  expect(formatLongDate('2013-02-22')).toBe('Friday 22 February 2013');
  expect(formatMeetingTime(meeting)).toBe('3:45 p.m. (EST, UTC−5), about 70 minutes');
  expect(meetingLabel(meeting)).toBe("Japan-U.S. Foreign Ministers' Meeting, 22 February 2013");
  expect(meetingTagline(meeting)).toBe('Fumio Kishida and John Kerry, Washington, D.C., 22 February 2013');
  expect(languageName('ja')).toBe('Japanese');
});

test('an opening is whole words of the text, and says where it is cut', () => {
  expect(truncate('One two three', 20)).toBe('One two three');
  expect(truncate('One two, three', 10)).toBe('One two …');
});

test.each([
  ['At 3:45 p.m. (EST) they met. They left.', ['At 3:45 p.m. (EST) they met.', 'They left.']],
  ['The U.N. Security Council met.', ['The U.N. Security Council met.']],
  ['He is from the U.S. He left.', ['He is from the U.S. He left.']],
  ['Japan-U.S. Relations grew. Good.', ['Japan-U.S. Relations grew.', 'Good.']],
])('sentences of “%s”', (text, sentences) => {
  expect(sentenceRanges(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
});

test('a body is plain paragraphs; line breaks inside one are spaces, a bare web address is words', () => {
  const { texts, disallowed } = parseBody(
    'One\ntwo \\* & three.\n\nSee https://example.org/a_b_c for more.\n',
  );
  expect(disallowed).toEqual([]);
  expect(texts).toEqual(['One two * & three.', 'See https://example.org/a_b_c for more.']);
});
