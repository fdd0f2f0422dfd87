/** The passage that the URL's fragment names: styles mark it, and this announces it or says that it is missing. */
import { announce } from './announce.ts';
import { createElement } from './dom.ts';

const notice = createElement('p', { className: 'editorial-note' });

export function announceTarget({ type }: Event): void {
  for (const old of document.querySelectorAll('.text [aria-current]')) old.removeAttribute('aria-current');
  notice.remove();
  // Without the characters that a mail program or a sentence left after the URL: `#p2).`
  const [, id = ''] = /^#([\w-]*\w)/.exec(location.hash) ?? [];
  const passage = document.getElementById(id);
  const target = document.querySelector(':target');
  if (passage && !target) {
    location.replace(`#${id}`);
    return;
  }
  const [, prefix = '', paragraph, sentence] = /^(.+-)?p(\d+)(?:s(\d+))?$/.exec(id) ?? [];
  const text = document.querySelector('.text');
  if (!text || !paragraph) return;
  const place = sentence ? `sentence ${paragraph}.${sentence}` : `paragraph ${paragraph}`;
  if (!passage) {
    notice.textContent = `This link names ${place}; ${describeExisting(prefix, paragraph)}.`;
    text.before(notice);
    announce(notice.textContent, false);
    return;
  }
  passage.ariaCurrent = 'true';
  const bar = document.querySelector('[data-passage]');
  if (bar) bar.textContent = `, ${place}`;
  // A browser that finds the words of a text directive marks them, and makes the element around them the target. The
  // directive is seen in the record of the navigation only; if punctuation was left after it, its words are not found.
  const [navigation] = performance.getEntriesByType('navigation');
  const words = target !== passage || (type === 'load' && /:~:.*\w$/.test(navigation?.name ?? ''));
  document.documentElement.classList.toggle('words', words);
  announce(`The link leads to ${words ? `marked words in ${place}` : `${place}, which is marked`}.`, false);
}

/** What the page has instead: "this item has 2 paragraphs". */
function describeExisting(prefix: string, paragraph: string): string {
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
  const isItem = document.querySelector('.item-layout');
  return `${isItem ? 'this item' : part} has ${count(`p[id^="${start}"]`, 'paragraph')}`;
}
