/** Documents and pictures that are made once. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRecord } from '../../src/record/record.ts';
import { documentData } from '../../src/typeset/document.ts';
import { cached, keyOf } from '../../src/typeset/made.ts';
import { typeset } from '../../src/typeset/typst.ts';
import { contentFiles, theMeeting } from '../content.ts';

const meeting = theMeeting();
const { entries } = readRecord(contentFiles).record;

test('the same record makes the same bytes', async () => {
  const data = documentData(meeting, entries, 'Citation.');
  const [first, second] = await Promise.all([typeset('document.typ', data), typeset('document.typ', data)]);
  expect(Buffer.from(first.pdf()).equals(Buffer.from(second.pdf()))).toBe(true);
});

test('another word makes another key', () => {
  const key = keyOf(documentData(meeting, entries, 'Citation.'));
  expect(keyOf(documentData(meeting, entries, 'Citation.'))).toBe(key);
  expect(keyOf(documentData(meeting, entries, 'Citation!'))).not.toBe(key);
  expect(keyOf(documentData({ ...meeting, title: 'Another' }, entries, 'Citation.'))).not.toBe(key);
});

test('what was made is not made again, and what fails leaves nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'made-'));
  try {
    let made = 0;
    const make = async (): Promise<Uint8Array> => {
      made += 1;
      return Promise.resolve(Uint8Array.of(1, 2, 3));
    };
    expect([...(await cached(folder, 'a', make))]).toEqual([1, 2, 3]);
    expect([...(await cached(folder, 'a', make))]).toEqual([1, 2, 3]);
    expect(made).toBe(1);
    await expect(cached(folder, 'b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual(['a']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a template that is at fault says so', async () => {
  await expect(typeset('document.typ', {})).rejects.toThrow('document.typ');
});
