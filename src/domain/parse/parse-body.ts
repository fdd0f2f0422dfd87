/** From a body in Markdown to paragraphs and sentences with their ids. */
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Issue } from '../issues.ts';
import type { Paragraph } from '../model.ts';
import { sentenceRanges } from './sentences.ts';
import { findInvisibleCharacter } from '../unsafe-content.ts';

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * Reads a body: plain paragraphs, set apart by blank lines. Anything else that Markdown knows would add to the
 * source's words or hide some of them, so it is reported and not read. A bare URL is words.
 *
 * @param body the Markdown below the front matter
 * @returns the text of each paragraph; what is not allowed, with its line of the body, counted from 1
 */
export function parseBody(body: string) {
  const disallowed: (Pick<Issue, 'code' | 'message'> & { line: number })[] = [];
  const texts: string[] = [];
  const report = (node: RootContent): void => {
    const { line = 1, offset = 0 } = node.position?.start ?? {};
    const [words = ''] = body.slice(offset, offset + 40).split('\n');
    const message = `contains Markdown (${node.type}): '${words}'; a body is the source's words alone: put \\ before a character that Markdown would read`;
    disallowed.push({ code: 'disallowed-markdown', line, message });
  };
  for (const block of markdown.parse(body).children) {
    if (block.type !== 'paragraph') {
      report(block);
      continue;
    }
    for (const part of block.children) {
      const isBareUrl = part.type === 'link' && !'[<'.includes(body[part.position?.start.offset ?? 0] ?? '');
      if (part.type !== 'text' && !isBareUrl) report(part);
    }
    const text = toString(block).replace(/\s*\n\s*/gu, ' ');
    // In Markdown a character can be written by its number or name: `&#x202E;`, `&zwj;`.
    const character = findInvisibleCharacter(text);
    if (character) {
      const line = block.position?.start.line ?? 1;
      disallowed.push({ code: 'invisible-character', line, message: `contains ${character}; remove it` });
    }
    texts.push(text);
  }
  return { texts, disallowed };
}

/** The paragraphs of a text, with their sentences. @param texts the text of each, as `parseBody` returns them */
export function createParagraphs(texts: readonly string[]): Paragraph[] {
  return texts.map((text, index) => {
    const id = `p${String(index + 1)}`;
    const sentences = sentenceRanges(text).map(({ start, end }, at) => ({
      id: `${id}s${String(at + 1)}`,
      text: text.slice(start, end),
      start,
      end,
    }));
    return { id, number: index + 1, text, sentences, mentions: [] };
  });
}
