/** The proof that nothing is lost or altered: the published text is rebuilt from the content and compared. */
import type { Fault } from './faults.ts';
import type { Meeting } from './meeting.ts';
import { codePoint } from './smuggled.ts';

/** A line of the published text, and the content file that it comes from. */
export interface PrintedLine {
  text: string;
  file: string;
}

/** The lines of the published text, blank ones left out, as the content tells them. */
export function printedLines(meeting: Meeting): PrintedLine[] {
  const own = `meetings/${meeting.id}/meeting.md`;
  const fromMeeting = (text: string): PrintedLine => ({ text, file: own });
  return [
    ...meeting.before.map(fromMeeting),
    ...meeting.introduction.map(({ text }) => fromMeeting(text)),
    ...meeting.sections.flatMap(({ label, title, items }) => [
      fromMeeting(`${label} ${title}`),
      ...items.flatMap((item) => [
        ...(item.label === undefined ? [] : [{ text: printedHeading(item), file: item.file }]),
        ...item.paragraphs.map(({ text }) => ({ text, file: item.file })),
      ]),
    ]),
    ...meeting.after.map(fromMeeting),
  ];
}

/** An item's heading as printed: `(2) Security`, or its printed number alone. */
export function printedHeading({
  label = '',
  title,
  titled,
}: {
  label?: string | undefined;
  title: string;
  titled: boolean;
}): string {
  return titled ? `${label} ${title}` : label;
}

/**
 * Compares the content with `source.txt`, character by character, but for blank lines and spaces at line ends.
 *
 * @returns the first difference as a fault that names both places, or undefined where there is none
 */
export function fidelityFault(meeting: Meeting): Fault | undefined {
  const source = meeting.published
    .split(/\r\n|\r|\n/u)
    .map((line, index) => ({ text: line.trimEnd(), line: index + 1 }))
    .filter(({ text }) => text !== '');
  const printed = printedLines(meeting).map(({ text, file }) => ({ text: text.trimEnd(), file }));
  const name = `meetings/${meeting.id}/source.txt`;
  for (let index = 0; index < Math.max(source.length, printed.length); index += 1) {
    const ours = printed[index];
    const theirs = source[index];
    if (ours?.text === theirs?.text) continue;
    if (ours === undefined || theirs === undefined) {
      return ours === undefined
        ? {
            file: name,
            line: theirs?.line ?? 1,
            problem: `stands in no content file: “${excerpt(theirs?.text ?? '', 0)}”`,
          }
        : { file: ours.file, problem: `has text that source.txt does not have: “${excerpt(ours.text, 0)}”` };
    }
    const at = firstDifference(ours.text, theirs.text);
    const place = `${name}:${String(theirs.line)}, character ${String(at + 1)}`;
    const problem = `differs from ${place}: the source has ${sign(theirs.text, at)} in “${excerpt(theirs.text, at)}”, the content has ${sign(ours.text, at)} in “${excerpt(ours.text, at)}”`;
    return { file: ours.file, problem };
  }
  return undefined;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return at;
}

function excerpt(text: string, at: number): string {
  return text.slice(Math.max(0, at - 20), at + 30);
}

/** A character with its code point, because ’ and ' look alike in a terminal. */
function sign(text: string, at: number): string {
  const point = text.codePointAt(at);
  if (point === undefined) return 'the end of the line';
  const character = String.fromCodePoint(point);
  return `${character} (${codePoint(character)})`;
}
