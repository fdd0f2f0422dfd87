import { say } from './say.ts';

/** The passage that the address names is marked by the style sheet; this says so to who can't see it. */
export function announceTarget(): void {
  for (const old of document.querySelectorAll('.text [aria-current]')) old.removeAttribute('aria-current');
  const target = document.getElementById(location.hash.slice(1));
  const [, paragraph, sentence] = /p(\d+)(?:s(\d+))?$/.exec(location.hash) ?? [];
  if (!target || !paragraph) return;
  target.ariaCurrent = 'true';
  say(
    `The link leads to paragraph ${paragraph}${sentence ? `, sentence ${sentence}` : ''}, which is marked.`,
    false,
  );
}
