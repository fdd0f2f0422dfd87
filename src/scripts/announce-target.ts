import { announce } from './announce.ts';

/**
 * The passage that the address names is marked by the style sheet; this says so to who can't see it. Where the address
 * has a text directive, the browser marks the words, and the sentence around them is not marked as well.
 */
export function announceTarget({ type }: Event): void {
  for (const old of document.querySelectorAll('.text [aria-current]')) old.removeAttribute('aria-current');
  const [, paragraph, sentence] = /p(\d+)(?:s(\d+))?$/.exec(location.hash) ?? [];
  const passage = document.getElementById(location.hash.slice(1));
  const target = document.querySelector('.text :target');
  // The directive is gone from the address before a script can read it, but not from the record of the navigation;
  // and the words, once found, make the element around them the target.
  const directive = type === 'load' && performance.getEntriesByType('navigation')[0]?.name.includes(':~:');
  const words = directive === true || (target !== null && target !== passage);
  document.documentElement.classList.toggle('words', words);
  if (!passage || !paragraph) return;
  passage.ariaCurrent = 'true';
  const bar = document.querySelector('[data-passage]');
  if (bar) bar.textContent = sentence ? `, sentence ${paragraph}.${sentence}` : `, paragraph ${paragraph}`;
  const place = `paragraph ${paragraph}${sentence ? `, sentence ${sentence}` : ''}`;
  announce(
    words ? `The link leads to marked words in ${place}.` : `The link leads to ${place}, which is marked.`,
    false,
  );
}
