/** The passage that the URL names: styles mark it, and this names it in the bar, announces it or says that it is missing. */
import { announce } from './announce.ts';
import { createElement } from './dom.ts';

const notice = createElement('p', { className: 'editorial-note' });
const passageId = /^(.+-)?p(\d+)(?:s(\d+))?$/;

function describePlace(paragraph: string, sentence?: string): string {
  return sentence ? `sentence ${paragraph}.${sentence}` : `paragraph ${paragraph}`;
}

function unmark(): void {
  document.querySelector('.text [aria-current]')?.removeAttribute('aria-current');
  document.documentElement.classList.remove('words');
}

/** Marks a paragraph or sentence instead of what was marked before, and names it in the bar. */
export function markPassage(passage: HTMLElement): void {
  unmark();
  passage.ariaCurrent = 'true';
  const [, , paragraph = '', sentence] = passageId.exec(passage.id) ?? [];
  const part = passage.closest<HTMLElement>('.text')?.dataset.part ?? '';
  const name = document.querySelector('.passage-bar b');
  if (name) name.textContent = `${part}, ${describePlace(paragraph, sentence)}`;
}

export function announceTarget({ type }: Event): void {
  unmark();
  notice.remove();
  // Without the characters that a mail program or a sentence left after the URL: `#p2).`
  const [, id = ''] = /^#([\w-]*\w)/.exec(location.hash) ?? [];
  const passage = document.getElementById(id);
  if (passage && location.hash !== `#${id}`) {
    location.replace(`#${id}`);
    return;
  }
  const [, prefix = '', paragraph, sentence] = passageId.exec(id) ?? [];
  const text = document.querySelector('.text');
  if (!text || id === '') return;
  const place = paragraph ? describePlace(paragraph, sentence) : `“${id}”`;
  if (!passage) {
    notice.textContent = `This link names ${place}; ${describeExisting(prefix, paragraph)}.`;
    text.before(notice);
    announce(notice.textContent, false);
    return;
  }
  if (!paragraph) return;
  markPassage(passage);
  // A browser that finds the words of a text directive marks them, and makes the element around them the target. The
  // directive is seen in the record of the navigation only; if punctuation was left after it, its words are not found.
  const [navigation] = performance.getEntriesByType('navigation');
  const target = document.querySelector(':target') ?? passage;
  const words = target !== passage || (type === 'load' && /:~:.*\w$/.test(navigation?.name ?? ''));
  document.documentElement.classList.toggle('words', words);
  announce(`The link leads to ${words ? `marked words in ${place}` : `${place}, which is marked`}.`, false);
}

/** What the page has instead: "this item has 2 paragraphs". */
function describeExisting(prefix: string, paragraph?: string): string {
  if (!paragraph) return 'this page has no such place';
  const count = (selector: string, noun: string): string => {
    const { length } = document.querySelectorAll(`.text ${selector}`);
    return `${String(length)} ${noun}${length === 1 ? '' : 's'}`;
  };
  const start = `${prefix}p`;
  if (document.getElementById(start + paragraph))
    return `paragraph ${paragraph} has ${count(`[id^="${start}${paragraph}s"]`, 'sentence')}`;
  const number = document.querySelector(`.text [href^="#${start}"]`);
  if (!number) return 'this page has no such passage';
  const [, part = ''] = /^Link to (.+), paragraph/.exec(number.ariaLabel ?? '') ?? [];
  // An item's own page has no other texts.
  const isItem = !prefix && part !== 'the introduction';
  return `${isItem ? 'this item' : part} has ${count(`p[id^="${start}"]`, 'paragraph')}`;
}
