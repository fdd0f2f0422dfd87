/**
 * Leads on who asked for a passage, or a page, that is now elsewhere. Without a script a reader is told, and follows a
 * link; a page leads on by itself, but loses the fragment.
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
