/**
 * Redirects from a passage, or a page, that has moved. Without a script the page says so and has a link; a moved
 * page redirects by itself then, but loses the fragment.
 */
export function redirectMoved(): void {
  const asked = document.getElementById(location.hash.slice(1));
  const passage = asked?.matches('.moved') ? asked : undefined;
  const link = (passage ?? document.querySelector('.moved-page'))?.querySelector('a');
  if (!link) return;
  const target = new URL(link.href);
  target.hash ||= passage ? '' : location.hash;
  location.replace(target);
}
