/** The passage that the address names is marked by the style sheet; this says so to who can't see it. */
import { say } from './say.ts';

function mark(): void {
  for (const old of document.querySelectorAll('.text [aria-current]')) old.removeAttribute('aria-current');
  const target = document.querySelector('.text :target');
  const [, paragraph, sentence] = /p(\d+)(?:s(\d+))?$/.exec(target?.id ?? '') ?? [];
  if (!target || !paragraph) return;
  target.ariaCurrent = 'true';
  say(
    `The link leads to paragraph ${paragraph}${sentence ? `, sentence ${sentence}` : ''}, which is marked.`,
    false,
  );
}

addEventListener('hashchange', mark);
mark();
